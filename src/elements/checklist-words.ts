import type { ChecklistMessages } from '../content/messages.ts';
import type { Assessment, HelplineCountry, PackHead } from '../content/model.ts';
import type { Speaker } from './content-mixin.ts';

/** Of a pack, what the checklist needs. */
export type ChecklistPack = PackHead & {
  readonly checklist: Assessment;
  readonly helplines?: readonly HelplineCountry[];
};

/** What its parts need of it for their words. */
export type ChecklistSpeaker = Speaker<ChecklistMessages>;
