import { clockRules } from '../clock/clock-rules';
import { appealGuards } from '../appeal/appeal-guards';
import { documentGuards } from '../letters/document-guards';
import { enclosureGuards } from '../letters/enclosures';
import { measureGuards } from '../measures/measure-guards';
import { publicationGuards } from '../publication/publication-guards';
import { investigationGuards } from '../investigation/investigation-guards';
import { holdsOn } from '../retention/holds';
import { when, type Guard } from './guard';
import { coHandlingGuards } from '../tables/co-handling-guards';
import { disputeGuards } from '../tables/dispute-guards';
import { refusalGuards } from '../tables/refusal-guards';
import { reporterGuards } from '../tables/reporter-guards';
import { transferGuards } from '../transfer-out/transfer-guards';
import { byTwo, proposed } from './second-person';
import type { Form, GuardFacts, Standing, Subject } from './procedure';

/** Work whose asker may take it back: what the office owes an answer to is not among it. */
export const releasable: readonly string[] = ['co-handling', 'consultation', 'letter', 'measure-order', 'joint-finding', 'clearing-notice'];

/** Bodies jointly responsible (U11) each do what a lead may, but conclusion and transfer need the agreement of all. */
function jointlyAgreed({ past, facts }: Subject, { actor }: Standing): string | undefined {
  const missing = facts.jointBodies.filter(
    (body) => body !== actor.body && !past.some((entry) => entry.act === 'agree-jointly' && entry.body === body),
  );
  return when(missing.length > 0, 'joint-agreement-missing');
}

/** Clocks run from the day of legal effect, so a past one must be shown by a paper (postmark, receipt stamp, return slip). */
function effectProved({ facts }: Subject, _standing: Standing, { effectiveOn, proof }: Form): string | undefined {
  if (effectiveOn === undefined || effectiveOn === null || effectiveOn === facts.today) return undefined;
  if (String(effectiveOn) > facts.today) return 'effect-in-future';
  return when(!facts.papers.includes(String(proof)), 'proof-missing');
}

/** What happened outside is put down with the paper that shows it, whatever day it was. */
function provedByPaper({ facts }: Subject, _standing: Standing, { effectiveOn, proof }: Form): string | undefined {
  if (String(effectiveOn) > facts.today) return 'effect-in-future';
  return when(!facts.papers.includes(String(proof)), 'paper-not-on-case');
}

/** Whether the period for the answer to a letter begins when it is sent, as it says itself, and not when it was received. */
const runsFrom = ({ past }: Subject): unknown => past.find(({ act }) => act === 'ask')?.detail['periodFrom'];
const runsFromDispatch = (subject: Subject): boolean => runsFrom(subject) === 'dispatch';
const awaitsNothing = (subject: Subject): boolean => runsFrom(subject) === 'none';

/** A letter nobody answered is settled once that is on record: whoever concludes has then said what its silence means. */
const isAwaited = ({ works }: GuardFacts): boolean =>
  works.some(({ procedure, state, final }) => procedure === 'letter' && !final && state !== 'unanswered');

/** Where no candidates are known, the office's host becomes one by being named: then too somebody else is heard first, and signs. */
function hostOnlyOpenly({ facts }: Subject, { actor }: Standing, { lead }: Form): string | undefined {
  if (facts.hostIsCandidate || lead !== facts.officeHost || facts.officeHost === null) return undefined;
  if (!facts.viewsHeard.some((body) => body !== facts.officeHost)) return 'views-missing';
  return when(actor.bodies.includes(facts.officeHost), 'signatory-of-host');
}

/** What guards are told of a subject about which nothing speaks against an act. */
export const plainFacts: GuardFacts = {
  unknownFacts: [],
  openOffer: false,
  supplementAsked: false,
  number: null,
  holder: '',
  jointBodies: [],
  recused: [],
  hostIsCandidate: false,
  officeHost: null,
  viewsMissing: [],
  viewsHeard: [],
  returnedBy: [],
  papers: [],
  works: [],
  designated: false,
  today: '',
};

export const guards = {
  ...appealGuards,
  'result-by-another': byTwo('propose-result'),
  ...measureGuards,
  ...documentGuards,
  ...enclosureGuards,
  ...publicationGuards,
  ...transferGuards,
  ...refusalGuards,
  ...reporterGuards,
  ...coHandlingGuards,
  ...disputeGuards,
  ...investigationGuards,
  'proposed-by-another': byTwo('propose'),
  'rules-hold': { refuse: ({ facts: { edition } }) => when(edition?.fault !== null && edition?.fault !== undefined, 'proof-failed') },
  'proof-still-holds': {
    refuse: ({ facts: { edition } }) =>
      when(edition !== undefined && (!edition.provedAsItStands || edition.from <= edition.lastFrom), 'proof-outdated'),
  },
  'not-in-force-yet': {
    refuse: ({ state, facts: { edition, today } }) =>
      when(state === 'signed' && edition !== undefined && edition.from <= today, 'day-has-come'),
  },
  'day-to-come': { refuse: ({ facts: { edition, today } }) => when(edition !== undefined && edition.from <= today, 'day-has-come') },
  'facts-complete': { refuse: ({ facts }) => when(facts.unknownFacts.length > 0, 'facts-unknown') },
  'supplement-not-asked-before': { refuse: ({ facts }) => when(facts.supplementAsked, 'supplement-asked-before') },
  'no-open-offer': { refuse: ({ facts }) => when(facts.openOffer, 'offer-open') },
  'open-offer': { refuse: ({ facts }) => when(!facts.openOffer, 'no-offer-open') },
  'number-drawn': { refuse: ({ facts }) => when(facts.number === null, 'number-not-drawn') },
  'void-proposed': proposed(
    'propose-void',
    'confirm-void',
    'conclude',
    'decline',
    'forward',
    'archive',
    'approve-reopen',
    'receive',
    'carry-out',
  ),
  'not-withdrawn-before': {
    refuse: ({ past }) =>
      when(
        past.some(({ act }) => act === 'withdraw'),
        'withdrawn-before',
      ),
  },
  'extension-left': {
    refuse: ({ past }) =>
      when(
        past.slice(past.findLastIndex(({ act }) => act === 'approve-reopen') + 1).filter(({ act }) => act === 'extend-handling').length >=
          clockRules.handling.extension.times,
        'extended-before',
      ),
  },
  'void-by-another': byTwo('propose-void'),
  'reopen-requested': proposed('request-reopen', 'approve-reopen'),
  'reopen-by-another': byTwo('request-reopen'),
  'export-by-another': byTwo('ask'),
  'retention-ended': {
    refuse: ({ facts: { keptUntil, today } }) => when(typeof keptUntil !== 'string' || keptUntil >= today, 'retention-runs'),
  },
  'no-hold': { refuse: (subject) => when(holdsOn(subject.past).length > 0, 'on-hold') },
  'on-hold': { refuse: (subject) => when(!holdsOn(subject.past).includes('holder'), 'not-on-hold') },
  'lift-proposed': proposed('propose-lift-hold', 'place-hold', 'lift-hold'),
  'lift-by-another': byTwo('propose-lift-hold'),
  'erasure-proposed': proposed(
    'propose-erasure',
    'set-retention',
    'place-hold',
    'lift-hold',
    'keep-for-audit',
    'confirm-erasure',
    'approve-reopen',
    'unmerge',
  ),
  'audit-lift-proposed': proposed('propose-lift-audit-hold', 'place-audit-hold', 'lift-audit-hold'),
  'audit-lift-by-another': byTwo('propose-lift-audit-hold'),
  'erasure-by-another': byTwo('propose-erasure'),
  'not-erased': {
    refuse: ({ past }) =>
      when(
        past.some(({ act }) => act === 'confirm-erasure'),
        'erased',
      ),
  },
  'jointly-agreed': { refuse: jointlyAgreed },
  'is-joint': { refuse: ({ facts }, { actor }) => when(!facts.jointBodies.includes(actor.body), 'not-jointly-responsible') },
  'alternative-differs': {
    readsForm: true,
    refuse: (_subject, { actor }, { alternative }) => when(alternative === actor.body, 'alternative-is-self'),
  },
  'target-differs': { readsForm: true, refuse: ({ facts }, _standing, form) => when(form['toBody'] === facts.holder, 'target-is-holder') },
  'not-returned-by-target': {
    readsForm: true,
    refuse: ({ facts }, _standing, form) => when(facts.returnedBy.includes(String(form['toBody'])), 'second-return-goes-to-office'),
  },
  'proved-by-paper': { readsForm: true, refuse: provedByPaper },
  'runs-from-receipt': {
    refuse: (subject) => (awaitsNothing(subject) ? 'no-answer-awaited' : when(runsFromDispatch(subject), 'runs-from-dispatch')),
  },
  'runs-from-dispatch': { refuse: (subject) => when(!runsFromDispatch(subject), 'runs-from-receipt') },
  'no-answer-awaited': { refuse: (subject) => when(!awaitsNothing(subject), 'answer-awaited') },
  'answer-overdue': { refuse: ({ facts }) => when(facts.overdue?.includes('letter-answer') !== true, 'answer-not-due') },
  'letters-settled': { refuse: ({ facts }) => when(isAwaited(facts), 'letter-open') },
  'effect-proved': { readsForm: true, refuse: effectProved },
  'work-open': {
    refuse: ({ facts }) => when(!facts.works.some(({ procedure, final }) => releasable.includes(procedure) && !final), 'no-work-open'),
  },
  'not-sealed-off': { refuse: ({ facts }) => when(facts.sealed === true, 'sealed-off') },
  'is-sealed': { refuse: ({ facts }) => when(facts.sealed !== true, 'not-sealed') },
  'nothing-asked': {
    refuse: ({ facts }) =>
      when(
        facts.works.some(({ final }) => !final),
        'asked-of-others',
      ),
  },
  'views-recorded': { refuse: ({ facts }) => when(facts.hostIsCandidate && facts.viewsMissing.length > 0, 'views-missing') },
  'host-only-openly': { readsForm: true, refuse: hostOnlyOpenly },
  'signatory-without-host-post': {
    refuse: ({ facts }, { actor }) =>
      when(facts.hostIsCandidate && facts.officeHost !== null && actor.bodies.includes(facts.officeHost), 'signatory-of-host'),
  },
} as const satisfies Readonly<Record<string, Guard>>;

export const findGuard = (id: string): Guard | undefined => (guards as Readonly<Record<string, Guard>>)[id];
