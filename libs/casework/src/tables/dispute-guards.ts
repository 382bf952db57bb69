import { when, type Guard } from '../procedure/guard';
import { isAsked } from '../procedure/is-asked';
import type { Subject } from '../procedure/procedure';

/** A dispute ends when the bodies settle it, when the office is asked, or when another body has taken the case over. */
const endsDispute = ['settle-dispute', 'escalate', 'commit', 'carry-out'];
const isInDispute = ({ past }: Subject): boolean =>
  past.findLast(({ act }) => act === 'open-dispute' || endsDispute.includes(act))?.act === 'open-dispute';

/** Nobody of a body whose own staff is concerned goes on with the case: what the office may say is that it names another. */
const isOfRecusedHolder = (past: Subject['past']): boolean =>
  past.some(
    ({ act, detail }) =>
      (act === 'ask' && detail['cause'] === 'body-recused') || (act === 'note-authority-staff' && detail['isHolder'] === true),
  );

export const disputeGuards = {
  'was-returned': { refuse: ({ facts }) => when(facts.returnedBy.length === 0, 'nobody-returned-it') },
  'no-dispute-open': { refuse: (subject) => when(isInDispute(subject), 'dispute-open') },
  'dispute-open': { refuse: (subject) => when(!isInDispute(subject), 'no-dispute-open') },
  'no-escalation-open': { refuse: ({ facts }) => when(isAsked(facts, 'escalation'), 'escalation-open') },
  'office-answered': {
    refuse: ({ facts }) => when(isAsked(facts, 'uncovered-field') || isAsked(facts, 'escalation'), 'office-not-answered'),
  },
  'escalation-answered': { refuse: ({ facts }) => when(isAsked(facts, 'escalation'), 'office-not-answered') },
  'recused-body-hands-over': {
    readsForm: true,
    refuse: ({ past }, _standing, { direction }) => when(isOfRecusedHolder(past) && direction !== 'designate', 'body-recused'),
  },
  'was-designated': { refuse: ({ facts }) => when(!facts.designated, 'not-designated') },
  'no-objection-open': { refuse: ({ facts }) => when(isAsked(facts, 'objection'), 'objection-open') },
} as const satisfies Readonly<Record<string, Guard>>;
