import './helplines.ts';
import { checklist, head, messages } from '../content/packs/en.ts';
import { RekindleChecklist } from '../elements/rekindle-checklist.ts';
import { define } from './define.ts';

RekindleChecklist.pack = { ...head, checklist };
RekindleChecklist.messages = { ...messages.storage, ...messages.checklist };
define('rekindle-checklist', RekindleChecklist);

export type { RekindleChecklist };
export type { RekindleHelplines } from './helplines.ts';
