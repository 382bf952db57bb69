import { when, type Guard } from '../procedure/guard';
import type { GuardFacts, Subject } from '../procedure/procedure';
import { byTwo } from '../procedure/second-person';
import { suspectedCrime } from './transfer-kinds';

type Work = GuardFacts['works'][number];

const isCrime = ({ past }: Subject): boolean => past.some(({ act, detail }) => act === 'ask' && detail['kind'] === suspectedCrime);
const isTransfer = ({ procedure }: Work): boolean => procedure === 'transfer-out';
const ofCrime = (work: Work): boolean => isTransfer(work) && work.subject?.['kind'] === suspectedCrime;

/** A suspicion put down since the last transfer of a crime was begun, or one whose transfer was taken back, still waits for its transfer. */
function isDue({ past, facts: { works } }: Subject): boolean {
  const noted = past.findLastIndex(({ act }) => act === 'note-suspected-crime');
  const begun = past.findLastIndex(({ act, detail }) => act === 'begin-transfer' && detail['kind'] === suspectedCrime);
  return noted >= 0 && (noted > begun || !works.some((work) => ofCrime(work) && work.state !== 'released'));
}

/** Until the police took it up, or it is settled that it goes nowhere. */
const isOpen = ({ facts }: Subject): boolean => facts.works.some((work) => ofCrime(work) && !work.final && work.state !== 'accepted');

function whyReplaced(subject: Subject): string | undefined {
  return isDue(subject) ? 'crime-transfer-due' : when(isOpen(subject), 'crime-transfer-open');
}

const sent = ['dispatched', 'received', 'completed', 'answered', 'unanswered'];

/** A suspected crime is found by two and sent on by their head, and nothing this body can do itself takes the place of it. */
export const transferGuards = {
  'of-suspected-crime': { refuse: (subject) => when(!isCrime(subject), 'not-suspected-crime') },
  'of-other-kind': { refuse: (subject) => when(isCrime(subject), 'suspected-crime') },
  'checked-by-second': byTwo('report-transfer'),
  'approved-by-third': byTwo('join-report'),
  'transfer-letter-sent': {
    refuse: ({ facts }) =>
      when(!facts.works.some(({ procedure, state }) => procedure === 'letter' && sent.includes(state)), 'transfer-letter-missing'),
  },
  'papers-enclosed': {
    readsForm: true,
    refuse: (_subject, _standing, { reportEnclosed, listEnclosed }) =>
      when(reportEnclosed !== true || listEnclosed !== true, 'transfer-papers-missing'),
  },
  'objection-in-time': { refuse: ({ facts }) => when(facts.overdue?.includes('transfer-objection') === true, 'objection-late') },
  'not-begun-before': {
    readsForm: true,
    refuse: ({ facts }, _standing, { kind }) =>
      when(
        facts.works.some((work) => isTransfer(work) && !work.final && work.subject?.['kind'] === kind),
        'transfer-begun-before',
      ),
  },
  'crime-not-replaced': { refuse: whyReplaced },
  'transfers-ended': {
    refuse: ({ facts }) =>
      when(
        facts.works.some((work) => isTransfer(work) && !work.final),
        'transfer-open',
      ),
  },
} as const satisfies Readonly<Record<string, Guard>>;
