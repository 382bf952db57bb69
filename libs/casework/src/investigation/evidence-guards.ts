import { when, type Guard } from '../procedure/guard';
import type { Form, Subject } from '../procedure/procedure';
import { evidenceIn, type Evidence } from './evidence';
import { teamOf } from './team';

const named = ({ past }: Subject, { evidence }: Form): Evidence | undefined => evidenceIn(past).find(({ paper }) => paper === evidence);
const onCase = (field: string): Guard => ({
  readsForm: true,
  refuse: ({ facts }, _standing, form) => when(!facts.papers.includes(String(form[field])), 'paper-not-on-case'),
});

/** Interviews are held by two, and evidence is always with somebody of whom the record says so. */
export const evidenceGuards = {
  'held-by-two': {
    readsForm: true,
    refuse: ({ past }, { actor }, { second }) =>
      when(
        !teamOf(past).some(({ person, post, hasDeclared }) => post === second && hasDeclared && person !== actor.person),
        'one-interviewer',
      ),
  },
  'held-by-now': { readsForm: true, refuse: ({ facts }, _standing, { heldOn }) => when(String(heldOn) > facts.today, 'effect-in-future') },
  'record-on-case': onCase('record'),
  'evidence-on-case': onCase('evidence'),
  'evidence-new': { readsForm: true, refuse: (subject, _standing, form) => when(named(subject, form) !== undefined, 'evidence-known') },
  'evidence-kept': {
    readsForm: true,
    refuse: (subject, _standing, form) => when(typeof named(subject, form)?.keptBy !== 'string', 'evidence-not-kept'),
  },
  'evidence-returned': {
    refuse: ({ past }) =>
      when(
        evidenceIn(past).some(({ isBorrowed, keptBy }) => isBorrowed && keptBy !== null),
        'evidence-not-returned',
      ),
  },
} as const satisfies Readonly<Record<string, Guard>>;
