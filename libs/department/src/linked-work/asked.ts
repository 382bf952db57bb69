import type { ActEffect } from '../cases/act-effect';
import type { AskedWork } from './ask-work';

/** Asks, as a part of what an act does. */
export const asked = ({ work, delivery }: AskedWork): ActEffect => ({
  linkedWork: [work],
  detail: { work: work.id, procedure: work.procedure, service: work.service },
  deliveries: (changed, journalId) => [delivery(changed, journalId)],
});
