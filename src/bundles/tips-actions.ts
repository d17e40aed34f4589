import './toolbar.ts';
import './tips.ts';
