import './toolbar.ts';
import './guide.ts';
