import { when, type Guard } from '../procedure/guard';
import type { PastAct, Subject } from '../procedure/procedure';
import { teamOf } from './team';

/** The rules want an assessment by at least this many experts; whether that holds for every violation is not confirmed (U5). */
export const fewestExperts = 5;

const since = (past: readonly PastAct[], act: string): readonly PastAct[] => past.slice(past.findLastIndex((each) => each.act === act) + 1);
const happened = ({ past }: Subject, act: string): boolean => past.some((each) => each.act === act);
/** Members who have not signed the report as it stands now. */
const unsigned = ({ past }: Subject): string[] => {
  const signed = since(past, 'draft-report')
    .filter(({ act }) => act === 'sign-report')
    .map(({ person }) => person);
  return teamOf(past)
    .map(({ person }) => person)
    .filter((person) => !signed.includes(person));
};

/** What a report rests on, and that everybody who investigated stands by it. */
export const reportGuards = {
  'experts-enough': {
    refuse: ({ past }) => when(past.filter(({ act }) => act === 'name-expert').length < fewestExperts, 'too-few-experts'),
  },
  'experts-impartial': {
    readsForm: true,
    refuse: (_subject, _standing, { noInterest }) => when(noInterest !== true, 'expert-has-interest'),
  },
  'administrative-part-done': {
    refuse: (subject) => when(!happened(subject, 'record-administrative-part'), 'administrative-part-missing'),
  },
  'assessment-done': { refuse: (subject) => when(!happened(subject, 'record-assessment'), 'assessment-missing') },
  'subject-heard': {
    refuse: ({ past }) =>
      when(!past.some(({ act, detail }) => act === 'record-interview' && detail['spokeWith'] === 'subject'), 'subject-not-heard'),
  },
  'findings-in': {
    refuse: ({ facts }) =>
      when(
        facts.works.some(({ procedure, final }) => procedure === 'joint-finding' && !final),
        'findings-missing',
      ),
  },
  'not-signed-yet': { refuse: (subject, { actor }) => when(!unsigned(subject).includes(actor.person), 'signed-before') },
  'others-to-sign': { refuse: (subject) => when(unsigned(subject).length < 2, 'last-to-sign') },
  'last-to-sign': { refuse: (subject) => when(unsigned(subject).length > 1, 'others-to-sign') },
} as const satisfies Readonly<Record<string, Guard>>;
