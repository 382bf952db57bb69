import {
  getProcedure,
  legalDayOf,
  measureOf,
  plainFacts,
  recusedIn,
  retentionOf,
  suspectBodyIn,
  type Actor as KernelActor,
  type GuardFacts,
  type Instant,
  type Part,
  type PastAct,
  type Retention,
  type RetentionSchedule,
  type Standing,
  type Subject,
} from '@lianxi/casework';
import { register, superiorOf, unknownFacts } from '@lianxi/jurisdiction';
import type { Actor, CaseRow, ClockRow, HandOverRow, JournalRow, LinkedWorkRow, PaperRow } from '@lianxi/chassis';
import { isLate } from '../clocks/case-clocks';
import { decisionOf } from './decision-of';

/** What lies on a case beside its row. */
export interface RowsOfCase {
  readonly acts: readonly JournalRow[];
  readonly handOvers: readonly HandOverRow[];
  readonly papers: readonly PaperRow[];
  readonly works: readonly LinkedWorkRow[];
  readonly clocks: readonly ClockRow[];
}

/** A case as the engine sees it: its state, what was done, and what guards may ask. */
export function subjectOf(
  row: CaseRow,
  { acts, handOvers, papers, works, clocks }: RowsOfCase,
  now: Instant,
  schedule?: RetentionSchedule,
): Subject {
  return {
    state: row.state,
    resumesIn: row.resumes_in,
    interim: row.interim,
    past: pastOf(acts),
    facts: {
      ...guardFacts(row, acts, handOvers),
      papers: papers.map(({ id }) => id),
      works,
      overdue: clocks.filter((clock) => isLate(clock, now)).map(({ rule }) => rule),
      keptUntil: retentionOfCase(row, acts, schedule).until,
      today: legalDayOf(now),
    },
  };
}

export const retentionOfCase = (row: CaseRow, acts: readonly JournalRow[], schedule?: RetentionSchedule): Retention =>
  retentionOf(
    acts.map(({ act, from_state: from, to_state: to, recorded_at: at, detail }) => ({ act, from, to, on: legalDayOf(at), detail })),
    row.state,
    getProcedure(row.procedure).states[row.state]?.final === true,
    row.kind,
    schedule,
  );

export const pastOf = (acts: readonly JournalRow[]): PastAct[] => acts.map(pastAct);

function investigatorOf(row: CaseRow, suspectBody: string | undefined): Pick<GuardFacts, 'investigation'> {
  const decided = row.procedure === 'matter' ? decisionOf(row)?.investigation : undefined;
  return decided
    ? {
        investigation:
          suspectBody === undefined
            ? { lead: decided.lead, mode: decided.mode }
            : { lead: superiorOf(suspectBody) ?? null, mode: 'superior' },
      }
    : {};
}

const measureIn = (row: CaseRow, acts: readonly JournalRow[]): Pick<GuardFacts, 'measure'> =>
  row.procedure === 'measure' ? { measure: measureOf(pastOf(acts)) } : {};

/** Whoever has a case's receipt: at no body and in no post. */
export const reporterOf = ({ id, city }: CaseRow): Actor => ({
  person: `reporter of ${id}`,
  post: '',
  body: '',
  role: 'reporter',
  city,
  bodies: [],
});

/** What the actor's body is to the case. An office has its part in every case of its city that nobody leads. */
export function standingOf(actor: Actor, row: CaseRow, parts: readonly string[]): Standing {
  const holds = row.standing === 'holding' && (row.holder === actor.body || row.joint_bodies.includes(actor.body));
  const others = parts.filter((part) => part !== 'holder') as Part[];
  return { actor: actor as KernelActor, parts: [...(holds ? (['holder'] as const) : []), ...others] };
}

const pastAct = ({ act, post, for_post: forPost, body, detail }: JournalRow): PastAct => {
  const person = detail['person'];
  return { act, post, forPost, body, detail, ...(typeof person === 'string' ? { person } : {}) };
};

function guardFacts(row: CaseRow, acts: readonly JournalRow[], handOvers: readonly HandOverRow[]): GuardFacts {
  // Work is another body's: what it may ask of the one concerned, as of an employer, is not settled by its recusal.
  const suspectBody = row.procedure === 'matter' ? suspectBodyIn(acts) : undefined;
  return {
    ...plainFacts,
    unknownFacts: unknownFacts(row.facts),
    sealed: row.mark === 'sealed',
    openOffer: handOvers.some(({ side, state }) => side === 'origin' && state === 'offered'),
    supplementAsked: acts.some(({ act }) => act === 'request-supplement'),
    number: row.number,
    holder: row.holder,
    jointBodies:
      row.lead === null
        ? []
        : row.joint_bodies.filter((body) => body !== suspectBody && (body !== row.holder || row.joint_bodies.length > 1)),
    ...(suspectBody === undefined ? {} : { recusedBodies: [suspectBody] }),
    officeHost: register.getCity(row.city).officeHost,
    recused: recusedIn(pastOf(acts)),
    major: row.facts['major'] === true,
    ...investigatorOf(row, suspectBody),
    ...measureIn(row, acts),
    designated: acts.some(({ procedure, act }) => procedure === 'designation' && act === 'carry-out'),
    returnedBy: returnedTo(row.holder, acts),
  };
}

/** Bodies that gave this case back to the present holder; a second round between the two goes to the office instead. */
const returnedTo = (holder: string, acts: readonly JournalRow[]): string[] =>
  acts
    .filter(({ act, detail }) => act === 'return' && typeof detail['byBody'] === 'string' && detail['toHolder'] === holder)
    .map(({ detail }) => String(detail['byBody']));
