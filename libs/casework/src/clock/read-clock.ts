import {
  addCalendarDays,
  addCalendarMonths,
  daysFromTo,
  endOfLegalDay,
  legalDayOf,
  type CalendarEdition,
  type Instant,
  type LegalDay,
  type WorkingCalendar,
} from '../calendar/working-calendar';
import { checkLedger, type ClockEntry, type ClockState } from './check-ledger';
import { reminderShares, type ClockRule } from './clock-rule';
import { countDays, type CountStep } from './count-days';

export type { ClockEntry } from './check-ledger';

export interface ClockReading {
  readonly rule: ClockRule;
  readonly state: ClockState;
  /** The last day of the period; while paused, as if it had been resumed on the day of the pause. */
  readonly dueOn: LegalDay;
  /** The first moment after the period. */
  readonly dueAt: Instant;
  readonly metLate: boolean;
  /** Counted over days that a notice not known yet will decide. */
  readonly provisional: boolean;
  /** The holiday notices that the count rests on. */
  readonly editions: readonly CalendarEdition[];
  readonly reminders: readonly { readonly share: number; readonly at: Instant }[];
  /** How the days were counted; empty for a period of hours. */
  readonly steps: readonly CountStep[];
  readonly ledger: readonly ClockEntry[];
}

interface Rest {
  readonly from: Instant;
  readonly to: Instant;
}
type Ending = Pick<ClockReading, 'dueOn' | 'dueAt' | 'provisional' | 'editions' | 'steps'>;

/** Reads a clock from nothing but its ledger and the calendar, so that any due date can be computed again and explained. */
export function readClock(rule: ClockRule, ledger: readonly ClockEntry[], calendar: WorkingCalendar): ClockReading {
  const state = checkLedger(rule, ledger);
  const { at: start, until } = ledger[0] as ClockEntry & { readonly until?: LegalDay };
  const total = rule.amount + ledger.reduce((sum, entry) => sum + (entry.kind === 'extended' ? entry.by : 0), 0);
  const rests = restsIn(ledger);
  const endAfter = (amount: number): Ending => {
    if (until !== undefined) return byNamedDay(start, until, amount / total);
    if (rule.unit === 'hour') return afterHours(start, amount, rests);
    return rule.unit === 'calendar-month'
      ? afterMonths(start, total, amount / total, rests, calendar)
      : afterDays(rule.unit, start, amount, rests, calendar);
  };
  const end = endAfter(total);
  const met = ledger.find(({ kind }) => kind === 'met');
  return {
    rule,
    state,
    ...end,
    metLate: met !== undefined && hasCome(end.dueAt, met.at),
    reminders: (rule.shares ?? reminderShares).map((share) => ({ share, at: endAfter(total * share).dueAt })),
    ledger,
  };
}

/** A pause does not heal: a clock that was overdue when it was paused stays overdue. */
export const isOverdue = (reading: ClockReading, now: Instant): boolean =>
  (reading.state === 'running' || reading.state === 'paused') && hasCome(reading.dueAt, standsAt(reading) ?? now);

/** What is left, in the clock's own unit, of months in calendar days; negative when overdue. A clock that is paused, met or cancelled stands still. */
export function leftOf(reading: ClockReading, now: Instant, calendar: WorkingCalendar): number {
  const { rule, dueAt, dueOn } = reading;
  if (rule.unit === 'hour') return Math.floor((Date.parse(dueAt) - Date.parse(standsAt(reading) ?? now)) / 3_600_000);
  const today = dayLeftFrom(reading, now);
  return rule.unit === 'working-day' ? calendar.workingDaysBetween(today, dueOn) : daysFromTo(today, dueOn);
}

const hasCome = (moment: Instant, now: Instant): boolean => Date.parse(now) >= Date.parse(moment);

/** The moment at which a clock that does not run stood still. */
const standsAt = ({ state, ledger }: ClockReading): Instant | undefined => ledger.findLast(({ kind }) => kind === state)?.at;

/** The day of a pause is not used up, unless it is the day the clock was started. */
function dayLeftFrom(reading: ClockReading, now: Instant): LegalDay {
  const day = legalDayOf(standsAt(reading) ?? now);
  const start = legalDayOf((reading.ledger[0] as ClockEntry).at);
  return reading.state === 'paused' && day > start ? addCalendarDays(day, -1) : day;
}

function restsIn(ledger: readonly ClockEntry[]): Rest[] {
  return ledger.flatMap((entry, place) => {
    const end = entry.kind === 'paused' ? ledger.slice(place + 1).find(({ kind }) => kind !== 'extended') : undefined;
    return end ? [{ from: entry.at, to: end.at }] : [];
  });
}

/** A share of a period of days ends with a whole day, the first at the earliest. */
const wholeDays = (amount: number): number => Math.max(1, Math.ceil(Number(amount.toFixed(6))));

function afterDays(
  unit: 'calendar-day' | 'working-day',
  start: Instant,
  amount: number,
  rests: readonly Rest[],
  calendar: WorkingCalendar,
): Ending {
  const [from, days] = [legalDayOf(start), wholeDays(amount)];
  const resting = rests.map((rest) => ({ from: legalDayOf(rest.from), to: legalDayOf(rest.to) }));
  return once(calendar, JSON.stringify([unit, from, days, resting]), () => countAfter(unit, from, days, resting, calendar));
}

const endings = new WeakMap<WorkingCalendar, Map<string, Ending>>();
const mostEndings = 1_024;

/** Of the many periods that begin on one day each is counted once: a calendar never changes. */
function once(calendar: WorkingCalendar, period: string, count: () => Ending): Ending {
  let known = endings.get(calendar);
  if (known === undefined || known.size >= mostEndings) endings.set(calendar, (known = new Map()));
  const ending = known.get(period) ?? count();
  known.set(period, ending);
  return ending;
}

function countAfter(
  unit: 'calendar-day' | 'working-day',
  from: LegalDay,
  days: number,
  rests: readonly { readonly from: LegalDay; readonly to: LegalDay }[],
  calendar: WorkingCalendar,
): Ending {
  const { lastCounted, dueOn, steps } = countDays(unit, from, days, rests, calendar);
  /** Where calendar days are counted, only the end depends on which days are worked. */
  const decided = unit === 'calendar-day' ? lastCounted : addCalendarDays(from, 1);
  return {
    dueOn,
    dueAt: endOfLegalDay(dueOn),
    steps,
    provisional: isAnyProvisional(decided, dueOn, calendar),
    editions: calendar.editionsBetween(decided, dueOn),
  };
}

/** The days of so many months are those of the calendar, so a share of them, a rest and a last day of rest are counted like any days. */
function afterMonths(start: Instant, months: number, share: number, rests: readonly Rest[], calendar: WorkingCalendar): Ending {
  const from = legalDayOf(start);
  return afterDays('calendar-day', start, daysFromTo(from, addCalendarMonths(from, months)) * share, rests, calendar);
}

/** A day that was named is that day, worked or not; a share of the time until then ends with a whole day. */
function byNamedDay(start: Instant, until: LegalDay, share: number): Ending {
  const from = legalDayOf(start);
  const dueOn = addCalendarDays(from, wholeDays(daysFromTo(from, until) * share));
  return { dueOn, dueAt: endOfLegalDay(dueOn), steps: [], provisional: false, editions: [] };
}

function isAnyProvisional(from: LegalDay, to: LegalDay, calendar: WorkingCalendar): boolean {
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) if (calendar.isProvisional(day)) return true;
  return false;
}

function afterHours(start: Instant, amount: number, rests: readonly Rest[]): Ending {
  let end = Date.parse(start) + amount * 3_600_000;
  for (const { from, to } of rests) if (Date.parse(from) < end) end += Date.parse(to) - Date.parse(from);
  const dueAt = new Date(end).toISOString();
  return { dueOn: legalDayOf(dueAt), dueAt, steps: [], provisional: false, editions: [] };
}
