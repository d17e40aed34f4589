import './toolbar.ts';
import './activities.ts';
import './checklist.ts';
import './helplines.ts';
import './tips.ts';
import { head, messages, sections } from '../content/packs/en.ts';
import { RekindleGuide } from '../elements/rekindle-guide.ts';
import { define } from './define.ts';

RekindleGuide.pack = { ...head, sections };
RekindleGuide.messages = messages.guide;
define('rekindle-guide', RekindleGuide);

export type { RekindleGuide };
