import { head, messages, tips } from '../content/packs/en.ts';
import { RekindleTips } from '../elements/rekindle-tips.ts';
import { define } from './define.ts';

RekindleTips.pack = { ...head, tips };
RekindleTips.messages = { ...messages.tips, ...RekindleTips.messages };
define('rekindle-tips', RekindleTips);

export type { RekindleTips };
