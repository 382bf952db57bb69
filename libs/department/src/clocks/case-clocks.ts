import {
  findClockRule,
  isOverdue,
  legalDayOf,
  readClock,
  workingCalendar,
  type ClockEntry,
  type ClockReading,
  type ClockStep,
  type Instant,
} from '@lianxi/casework';
import { newId, type ClockRow } from '@lianxi/chassis';

/** A stored clock read again from its ledger; undefined for a rule this build does not know. */
export function readingOf(row: ClockRow): ClockReading | undefined {
  const rule = findClockRule(row.rule);
  return rule ? readClock(rule, row.ledger as ClockEntry[], workingCalendar) : undefined;
}

/** Applies an act's clock steps; `at` is when the act took legal effect, `named` the day named for the answer. Steps for clocks that do not run are passed over. */
export function stepClocks(
  rows: readonly ClockRow[],
  steps: readonly ClockStep[],
  caseOf: { id: string; city: string },
  at: Instant,
  named?: string,
): ClockRow[] {
  return steps.reduce<ClockRow[]>((clocks, step) => stepOne(clocks, step, caseOf, at, named), [...rows]);
}

export const meetClocks = (rows: readonly ClockRow[], rule: string, at: Instant): ClockRow[] =>
  rows.map((row) => (row.rule === rule && isLive(row) ? withEntry(row, { kind: 'met', at }) : revived(row)));

/** Whose case it is has been settled: nothing waits for an answer to that any more. */
export const clocksOfNewHolder = (rows: readonly ClockRow[], at: Instant): ClockRow[] =>
  meetClocks(meetClocks(rows, 'hand-over-answer', at), 'dispute-consultation', at);

/** The clocks of a case that is not handled for now: they stay as they are and fire nothing. */
export const restClocks = (rows: readonly ClockRow[]): ClockRow[] =>
  rows.map((row) => (isLive(row) ? { ...row, state: 'moved', fires_at: null } : row));

/** They run on where they stood, as if nothing had been. */
export const reviveClocks = (rows: readonly ClockRow[]): ClockRow[] => rows.map(revived);

/** The nearest due instant of the clocks that run, for worklists. */
export function nextDue(rows: readonly ClockRow[]): Instant | null {
  return (
    rows
      .filter(({ state }) => state === 'running')
      .map(({ due_at }) => due_at)
      .sort()[0] ?? null
  );
}

/** Runs until the day named; one that has passed when the question arrives binds nobody, so the usual period counts. */
export function startClock(rule: string, caseOf: { id: string; city: string }, at: Instant, until?: string): ClockRow {
  const blank: ClockRow = {
    id: newId(),
    case_id: caseOf.id,
    city: caseOf.city,
    rule,
    ledger: [],
    state: 'running',
    due_at: at,
    fires_at: null,
    fired: [],
  };
  return withEntry(blank, { kind: 'started', at, ...(until !== undefined && until > legalDayOf(at) ? { until } : {}) });
}

const entryFor = { pause: 'paused', resume: 'resumed', meet: 'met', cancel: 'cancelled' } as const;

function stepOne(
  clocks: readonly ClockRow[],
  step: ClockStep,
  caseOf: { id: string; city: string },
  at: Instant,
  named?: string,
): ClockRow[] {
  if (step.do === 'start') return [...clocks, startClock(step.clock, caseOf, at, step.untilNamed ? named : undefined)];
  const place = clocks.findIndex(
    (row) =>
      row.rule === step.clock &&
      isLive(row) &&
      (step.do !== 'resume' || row.state === 'paused') &&
      (step.do !== 'pause' || row.state === 'running'),
  );
  const row = clocks[place];
  if (!row) return [...clocks];
  const extension = findClockRule(row.rule)?.extension;
  const entry: ClockEntry = step.do === 'extend' ? { kind: 'extended', at, by: extension?.amount ?? 0 } : { kind: entryFor[step.do], at };
  return clocks.with(place, withEntry(row, entry));
}

const isLive = ({ state }: ClockRow): boolean => state === 'running' || state === 'paused' || state === 'moved';

/** A clock that came with a hand-over runs on where it stood. */
const revived = (row: ClockRow): ClockRow => (row.state === 'moved' ? recomputed(row) : row);

const withEntry = (row: ClockRow, entry: ClockEntry): ClockRow => recomputed({ ...row, ledger: [...row.ledger, entry] });

function recomputed(row: ClockRow): ClockRow {
  const reading = readingOf(row);
  if (!reading) return row;
  const next = reading.state === 'running' ? reading.reminders.find(({ share }) => !row.fired.includes(share)) : undefined;
  return { ...row, state: reading.state, due_at: reading.dueAt, fires_at: next?.at ?? null };
}

/** The clock after one of its moments has fired. */
export const afterFiring = (row: ClockRow, share: number): ClockRow => recomputed({ ...row, fired: [...row.fired, share] });

export const isLate = (row: ClockRow, now: Instant): boolean => {
  const reading = readingOf(row);
  return reading !== undefined && isOverdue(reading, now);
};
