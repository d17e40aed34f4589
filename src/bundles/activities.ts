import { activities, head, messages } from '../content/packs/en.ts';
import { RekindleActivities } from '../elements/rekindle-activities.ts';
import { define } from './define.ts';

RekindleActivities.pack = { ...head, activities };
RekindleActivities.messages = { ...messages.storage, ...messages.activities };
define('rekindle-activities', RekindleActivities);

export type { RekindleActivities };
