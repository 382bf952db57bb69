import { when, type Guard } from './guard';
import type { Subject } from './procedure';

const lastActor = (subject: Subject, act: string): string | null | undefined => subject.past.filter((past) => past.act === act).at(-1)?.person;
export const byAnother = (act: string): Guard => ({ refuse: (subject, { actor }) => when(lastActor(subject, act) === actor.person, 'same-person') });
/** As byAnother, and neither of the two in the other's stead: who stands in for a post is not a second person beside its holder. */
export const byTwo = (act: string): Guard => ({
  refuse: ({ past }, { actor }) => {
    const first = past.findLast((entry) => entry.act === act);
    const isOne = first?.person === actor.person || (first?.person !== undefined && first.person === actor.forPerson) || first?.forPost === actor.post || (first?.forPost !== undefined && first.forPost !== null && first.forPost === actor.forPost);
    return when(first !== undefined && isOne, 'same-person');
  },
});
/** What was asked for stands until it is decided or something else ends it. */
export const proposed = (act: string, ...endedBy: readonly string[]): Guard => ({
  refuse: ({ past }) => when(past.findLast((entry) => entry.act === act || endedBy.includes(entry.act))?.act !== act, 'not-proposed'),
});
