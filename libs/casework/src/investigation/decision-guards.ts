import { workingCalendar } from '../calendar/working-calendar';
import { when, type Guard } from '../procedure/guard';
import type { Form, PastAct, Standing, Subject } from '../procedure/procedure';
import { byTwo } from '../procedure/second-person';
import { weightOf } from './outcomes';
import { teamOf } from './team';

const last = ({ past }: Subject, act: string): PastAct | undefined => past.findLast((each) => each.act === act);
const after = ({ past }: Subject, act: string): readonly PastAct[] => past.slice(past.findLastIndex((each) => each.act === act) + 1);
const sinceNotice = (subject: Subject): readonly PastAct[] => after(subject, 'give-notice');
const hasHappened = (acts: readonly PastAct[], act: string): boolean => acts.some((each) => each.act === act);

/** The law wants the parties told of a hearing seven working days ahead. */
export const hearingNoticeDays = 7;
const hearingNotice = (subject: Subject): PastAct | undefined => sinceNotice(subject).findLast(({ act }) => act === 'give-hearing-notice');

/** Whoever was told may speak until the period ends; what they asked for is done before anything is decided. */
function whyNotHeard(subject: Subject): string | undefined {
  const since = sinceNotice(subject);
  if (hasHappened(since, 'request-hearing') && !hasHappened(since, 'hold-hearing')) return 'hearing-owed';
  return when(!hasHappened(since, 'record-statement') && subject.facts.overdue?.includes('statement') !== true, 'statement-period-runs');
}

/** The law wants a check of a major case, of one in which a hearing was held, and where the proposal names a case for it. */
function isCheckOwed(subject: Subject): boolean {
  const ground = last(subject, 'propose-decision')?.detail['legalCheck'];
  return subject.facts.major === true || ground !== 'none' || hasHappened(subject.past, 'hold-hearing');
}

function isHeavier(subject: Subject, _standing: Standing, { outcome }: Form): string | undefined {
  const notice = last(subject, 'give-notice');
  return when(notice !== undefined && weightOf(outcome) > weightOf(notice.detail['outcome']), 'heavier-than-noticed');
}

/** A decision takes three people who are none of those who investigated, and a defence never makes it heavier. */
export const decisionGuards = {
  'statements-heard': { refuse: whyNotHeard },
  'hearing-not-asked': { refuse: (subject) => when(hasHappened(sinceNotice(subject), 'request-hearing'), 'hearing-asked-before') },
  'hearing-asked': { refuse: (subject) => when(!hasHappened(sinceNotice(subject), 'request-hearing'), 'hearing-not-asked') },
  'hearing-noticed': { refuse: (subject) => when(hearingNotice(subject) === undefined, 'hearing-not-noticed') },
  'hearing-not-held': { refuse: (subject) => when(hasHappened(sinceNotice(subject), 'hold-hearing'), 'hearing-held') },
  'held-as-noticed': {
    readsForm: true,
    refuse: (subject, _standing, { heldOn }) => when(hearingNotice(subject)?.detail['hearingOn'] !== heldOn, 'hearing-on-another-day'),
  },
  'seven-days-ahead': {
    readsForm: true,
    refuse: (_subject, _standing, { effectiveOn, hearingOn }) =>
      when(workingCalendar.workingDaysBetween(String(effectiveOn), String(hearingOn)) < hearingNoticeDays, 'hearing-notice-too-late'),
  },
  'hearing-in-time': { refuse: ({ facts }) => when(facts.overdue?.includes('statement') === true, 'statement-period-over') },
  'not-of-team': {
    refuse: ({ past }, { actor }) =>
      when(
        teamOf(past).some(({ person }) => person === actor.person || person === actor.forPerson),
        'of-the-team',
      ),
  },
  'noticed-before': {
    readsForm: true,
    refuse: (subject, _standing, { outcome }) => when(subject.state === 'report-signed' && outcome !== 'no-violation', 'notice-missing'),
  },
  'not-heavier': { readsForm: true, refuse: isHeavier },
  'legally-checked': {
    refuse: (subject) => {
      const check = after(subject, 'propose-decision').findLast(({ act }) => act === 'check-legally');
      return when(isCheckOwed(subject) && check?.detail['result'] !== 'passed', 'legal-check-missing');
    },
  },
  'other-than-proposer': byTwo('propose-decision'),
  'other-than-reviewer': byTwo('review-decision'),
} as const satisfies Readonly<Record<string, Guard>>;
