import type { Message } from '../domain/message.ts';
import type { messages } from './packs/en.ts';

/** Interface texts by key, one group an element. The keys are those of content/en/messages.yaml. */
type Group<Name extends keyof typeof messages> = Readonly<Record<keyof (typeof messages)[Name], Message>>;

export type StorageMessages = Group<'storage'>;
export type TipsMessages = Group<'tips'> & Group<'tipActions'> & StorageMessages;
export type ChecklistMessages = Group<'checklist'> & StorageMessages;
export type ActivitiesMessages = Group<'activities'> & StorageMessages;
export type HelplinesMessages = Group<'helplines'>;
export type GuideMessages = Group<'guide'>;
