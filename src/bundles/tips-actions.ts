import './toolbar.ts';
import './tips.ts';

export type { RekindleTips } from './tips.ts';
