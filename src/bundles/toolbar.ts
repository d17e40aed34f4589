import { messages } from '../content/packs/en.ts';
import { RekindleTips } from '../elements/rekindle-tips.ts';
import { TipActions } from '../elements/tips-actions.ts';
import { tipsActionsStyles } from '../elements/tips-actions.styles.ts';

/** What `actions` and `storage` of the tips need. It comes before `tips.ts`, so that the first tips have it. */
RekindleTips.toolbar = TipActions;
RekindleTips.styles = tipsActionsStyles;
RekindleTips.messages = { ...messages.storage, ...messages.tipActions };
