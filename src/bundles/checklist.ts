import { checklist, head, messages } from '../content/packs/en.ts';
import { helplines } from '../content/packs/helplines.ts';
import { RekindleChecklist } from '../elements/rekindle-checklist.ts';
import { RekindleHelplines } from '../elements/rekindle-helplines.ts';
import { define } from './define.ts';

RekindleHelplines.pack = { ...head, helplines };
RekindleHelplines.messages = messages.helplines;
define('rekindle-helplines', RekindleHelplines);
RekindleChecklist.pack = { ...head, checklist };
RekindleChecklist.messages = { ...messages.storage, ...messages.checklist };
define('rekindle-checklist', RekindleChecklist);

export type { RekindleChecklist, RekindleHelplines };
