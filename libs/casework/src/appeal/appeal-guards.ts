import { when, type Guard } from '../procedure/guard';
import type { Form, GuardFacts, PastAct, Standing, Subject } from '../procedure/procedure';
import { byTwo } from '../procedure/second-person';
import { proposedChanges } from './proposed-changes';

/** Work by which a decision is appealed against. */
export const appeals: readonly string[] = ['recheck', 'final-review', 'outside-review'];
/** Acts by which the case that was appealed against is told how an appeal ended. */
export const appealEndings: readonly string[] = ['decide-result', 'decline-appeal', 'apply-outside-result', 'record-outside-refusal'];

const isOpen = ({ works }: GuardFacts): boolean => works.some(({ procedure, final }) => appeals.includes(procedure) && !final);
const asked = ({ works }: GuardFacts, procedure: string): boolean => works.some((work) => work.procedure === procedure);
const partTakers = (past: readonly PastAct[]): readonly unknown[] => {
  const known = past.find(({ act }) => act === 'ask')?.detail['tookPart'];
  return Array.isArray(known) ? known : [];
};

/** Whoever investigated or decided stays away from the appeal, in whatever post, and so does whoever acts in their stead. */
function tookPart({ past }: Subject, { actor }: Standing): string | undefined {
  return when(
    [actor.person, actor.forPerson].some((person) => person !== undefined && partTakers(past).includes(person)),
    'took-part-before',
  );
}

/** A result says what the proposed changes say: none where the decision stands, some where it is changed. */
function fitsChanges({ past }: Subject, _standing: Standing, { result }: Form): string | undefined {
  const count = proposedChanges(past).length;
  if (result === 'changed') return when(count === 0, 'no-change-proposed');
  return when(count > 0, 'changes-proposed');
}

/** The last result by which the decision was changed or revoked; -1 where there is none. */
const lastSuccess = (past: readonly PastAct[]): number =>
  past.findLastIndex(
    ({ act, detail }) => appealEndings.includes(act) && (detail['result'] === 'changed' || detail['result'] === 'revoked'),
  );
const wentOut = ['dispatched', 'received', 'completed', 'answered', 'unanswered'];

export const appealGuards = {
  'took-no-part': { refuse: tookPart },
  'no-appeal-open': { refuse: ({ facts }) => when(isOpen(facts), 'appeal-open') },
  'recheck-not-asked': { refuse: ({ facts }) => when(asked(facts, 'recheck'), 'rechecked-before') },
  'recheck-answered': { refuse: ({ facts }) => when(!asked(facts, 'recheck'), 'not-rechecked') },
  'final-review-not-asked': {
    refuse: ({ facts }) => when(asked(facts, 'final-review') || asked(facts, 'outside-review'), 'reviewed-finally'),
  },
  'change-proposed': { refuse: ({ past }) => when(proposedChanges(past).length === 0, 'no-change-proposed') },
  'review-letter-sent': {
    refuse: ({ facts }) =>
      when(!facts.works.some(({ procedure, state }) => procedure === 'letter' && wentOut.includes(state)), 'review-letter-missing'),
  },
  'recorded-by-another': byTwo('record-outside-result'),
  'appeal-succeeded': { refuse: ({ past }) => when(lastSuccess(past) < 0, 'nothing-to-clear') },
  'clearing-told': {
    refuse: ({ past }) =>
      when(
        lastSuccess(past) >= 0 &&
          !past
            .slice(lastSuccess(past) + 1)
            .some(({ act, detail }) => act === 'record-clearing-notice' && detail['to'] === 'sanctioned-party'),
        'clearing-notice-owed',
      ),
  },
  'clearing-answered': {
    refuse: ({ facts }) =>
      when(
        facts.works.some(({ procedure, final }) => procedure === 'clearing-notice' && !final),
        'clearing-notice-open',
      ),
  },
  'fits-changes': { readsForm: true, refuse: fitsChanges },
} as const satisfies Readonly<Record<string, Guard>>;
