import { when, type Guard } from '../procedure/guard';
import type { Subject } from '../procedure/procedure';

/** Work by which a violation is investigated. */
export const investigating: readonly string[] = ['investigation'];

const isOpen = ({ facts }: Subject): boolean => facts.works.some(({ procedure, final }) => investigating.includes(procedure) && !final);

/** When a violation may be given to whoever investigates it, and what waits for the result. */
export const orderGuards = {
  'investigator-decided': { refuse: ({ facts }) => when(facts.investigation === undefined, 'nothing-to-investigate') },
  'not-investigated-yet': { refuse: (subject) => when(isOpen(subject), 'investigation-open') },
  'investigation-ended': { refuse: (subject) => when(isOpen(subject), 'investigation-open') },
} as const satisfies Readonly<Record<string, Guard>>;
