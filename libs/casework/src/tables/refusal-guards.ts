import { when, type Guard } from '../procedure/guard';
import type { PastAct, Subject } from '../procedure/procedure';
import { byTwo } from '../procedure/second-person';

const sinceDeclined = ({ past }: Subject): readonly PastAct[] => past.slice(past.findLastIndex(({ act }) => act === 'decline') + 1);
const happened = (subject: Subject, ...acts: readonly string[]): boolean => sinceDeclined(subject).some(({ act }) => acts.includes(act));
const objections = ['object-to-declining', 'record-objection'];
const isWindowOver = (subject: Subject): boolean =>
  happened(subject, 'end-objection-window') || subject.facts.overdue?.includes('refusal-objection') === true;

/** A refusal is objected to once, in its period, and filed away when that is no longer possible. */
export const refusalGuards = {
  'not-objected-yet': { refuse: (subject) => when(happened(subject, ...objections), 'objected-before') },
  'objection-window-open': { refuse: (subject) => when(isWindowOver(subject), 'objection-too-late') },
  'refusal-by-another': byTwo('decline'),
  'refusal-final': {
    refuse: (subject) =>
      when(subject.state === 'declined' && !isWindowOver(subject) && !happened(subject, 'uphold-declining'), 'objection-possible'),
  },
} as const satisfies Readonly<Record<string, Guard>>;
