import { messages } from '../content/packs/en.ts';
import { RekindleTips } from '../elements/rekindle-tips.ts';
import { TipActions } from '../elements/tips-actions.ts';

/** What `actions` and `storage` of the tips need. It comes before `tips.ts`, so that the first tips have it. */
RekindleTips.toolbar = TipActions;
RekindleTips.messages = { ...messages.storage, ...messages.tipActions };
