import type { Message } from '../domain/message.ts';
import type { messages } from './packs/en.ts';

/*
 * Interface texts, in groups. Groups and keys are those of content/en/messages.yaml; an element looks for a text in its groups,
 * of the pack that it shows first, and then of the bundle, which is English.
 */

type Groups = typeof messages;
type GroupName = keyof Groups;
type Keys<Name> = Name extends GroupName ? keyof Groups[Name] : never;
type Texts<Name extends GroupName> = Readonly<Record<Keys<Name>, Message>>;

/** What a pack brings of them: any groups, and of each any texts. */
export type OwnMessages = { readonly [Name in GroupName]?: Partial<Texts<Name>> };

export const tipsGroups = ['tips', 'tipActions', 'storage'] as const;
export const checklistGroups = ['checklist', 'storage'] as const;
export const activitiesGroups = ['activities', 'storage'] as const;
export const helplinesGroups = ['helplines'] as const;
export const guideGroups = ['guide'] as const;

export type StorageMessages = Texts<'storage'>;
export type TipsMessages = Texts<(typeof tipsGroups)[number]>;
export type ChecklistMessages = Texts<(typeof checklistGroups)[number]>;
export type ActivitiesMessages = Texts<(typeof activitiesGroups)[number]>;
export type HelplinesMessages = Texts<(typeof helplinesGroups)[number]>;
export type GuideMessages = Texts<(typeof guideGroups)[number]>;
