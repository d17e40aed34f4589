import { head, messages } from '../content/packs/en.ts';
import { helplines } from '../content/packs/helplines.ts';
import { RekindleHelplines } from '../elements/rekindle-helplines.ts';
import { define } from './define.ts';

RekindleHelplines.pack = { lang: head.lang, dir: head.dir, helplines };
RekindleHelplines.messages = messages.helplines;
define('rekindle-helplines', RekindleHelplines);

export type { RekindleHelplines };
