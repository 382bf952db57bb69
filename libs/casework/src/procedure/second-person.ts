import { when, type Guard } from './guard';
import type { Actor, PastAct } from './procedure';

/** Whether who acts now did that act, or one of the two stood in for the other, or both for the same post. */
export const isDoneBySame = (first: PastAct, actor: Actor): boolean =>
  first.person === actor.person ||
  (first.person !== undefined && first.person === actor.forPerson) ||
  first.forPost === actor.post ||
  (first.forPost !== undefined && first.forPost !== null && first.forPost === actor.forPost);

/** Two people, and neither of them in the other's stead: who stands in for a post is not a second person beside its holder. */
export const byTwo = (act: string): Guard => ({
  secondTo: act,
  refuse: ({ past }, { actor }) => {
    const first = past.findLast((entry) => entry.act === act);
    return when(first !== undefined && isDoneBySame(first, actor), 'same-person');
  },
});
/** What was asked for stands until it is decided or something else ends it. */
export const proposed = (act: string, ...endedBy: readonly string[]): Guard => ({
  refuse: ({ past }) => when(past.findLast((entry) => entry.act === act || endedBy.includes(entry.act))?.act !== act, 'not-proposed'),
});
