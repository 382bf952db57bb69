import type { Guard } from '../procedure/guard';
import type { Actor, PastAct } from '../procedure/procedure';

/** How often a reporter may add something without being asked, so that a receipt in wrong hands cannot flood a case. */
export const mostAdditions = 20;

/** Neither the same person, nor one in the other's stead: who stands in for a post is not a second person beside its holder. */
const isOneOf = (first: PastAct | undefined, { person, post, forPerson, forPost }: Actor): boolean =>
  first !== undefined && (first.person === person || (first.person !== undefined && first.person === forPerson) || first.forPost === post || (typeof first.forPost === 'string' && first.forPost === forPost));

/** What must be true before a reporter writes back. */
export const reporterGuards = {
  // What was asked is answered by one answer, however often it was asked meanwhile.
  'question-open': { refuse: ({ past }) => (past.findLast(({ act }) => act === 'ask-reporter' || act === 'answer-question')?.act === 'ask-reporter' ? undefined : 'nothing-asked-of-reporter') },
  'room-to-add': { refuse: ({ past }) => (past.filter(({ act }) => act === 'add-to-report' || act === 'add-report-file').length >= mostAdditions ? 'added-enough' : undefined) },
  'not-who-asked': { refuse: ({ past }, { actor }) => (isOneOf(past.find(({ act }) => act === 'ask'), actor) ? 'same-person' : undefined) },
  'approved-by-another': { refuse: ({ past }, { actor }) => (isOneOf(past.findLast(({ act }) => act === 'approve'), actor) ? 'same-person' : undefined) },
} as const satisfies Readonly<Record<string, Guard>>;
