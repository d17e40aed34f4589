// The classes first: the words of all elements then stand together in the file, which packs better.
import '../elements/tips-actions.ts';
import '../elements/rekindle-tips.ts';
import '../elements/rekindle-activities.ts';
import '../elements/rekindle-checklist.ts';
import '../elements/rekindle-helplines.ts';
import '../elements/rekindle-guide.ts';
import './guide.ts';

// Types alone: a page that loads the file gets nothing to import.
export type * from '../content/model.ts';
export type { OwnMessages } from '../content/messages.ts';
export type * from '../elements/events.ts';
export type { RekindleActivities } from './activities.ts';
export type { RekindleChecklist } from './checklist.ts';
export type { RekindleGuide } from './guide.ts';
export type { RekindleHelplines } from './helplines.ts';
export type { RekindleTips } from './tips.ts';
