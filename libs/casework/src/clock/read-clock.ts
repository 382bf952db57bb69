import { addCalendarDays, daysFromTo, endOfLegalDay, legalDayOf, type Instant, type LegalDay, type WorkingCalendar } from '../calendar/working-calendar';
import { ClockLedgerRefused } from '../errors/domain-error';
import { reminderShares, type ClockRule } from './clock-rule';

/** What happened to a clock, each at the moment it took legal effect. */
export type ClockEntry =
  | { readonly kind: 'started' | 'paused' | 'resumed' | 'met' | 'cancelled'; readonly at: Instant }
  | { readonly kind: 'extended'; readonly at: Instant; readonly by: number };

export interface ClockReading {
  readonly rule: ClockRule;
  readonly state: 'running' | 'paused' | 'met' | 'cancelled';
  /** The last day of the period; while paused, as if it resumed at once. */
  readonly dueOn: LegalDay;
  readonly dueAt: Instant;
  /** Met after the due instant. */
  readonly metLate: boolean;
  /** Reaches into a year whose holiday notice is not known. */
  readonly provisional: boolean;
  readonly reminders: readonly { readonly share: number; readonly at: Instant }[];
  readonly ledger: readonly ClockEntry[];
}

/** Reads a clock from nothing but its ledger and the calendar, so that any due date can be computed again and explained. */
export function readClock(rule: ClockRule, ledger: readonly ClockEntry[], calendar: WorkingCalendar): ClockReading {
  const state = checkLedger(rule, ledger);
  const start = (ledger[0] as ClockEntry).at;
  const total = rule.amount + ledger.reduce((sum, entry) => sum + (entry.kind === 'extended' ? entry.by : 0), 0);
  const rest = pauses(ledger);
  const at = (share: number): Instant => moment(rule, start, total * share, rest, calendar);
  const dueAt = at(1);
  const dueOn = rule.unit === 'hour' ? legalDayOf(dueAt) : addCalendarDays(legalDayOf(dueAt), -1);
  const end = ledger.find(({ kind }) => kind === 'met');
  return {
    rule, state, dueOn, dueAt, metLate: end !== undefined && end.at > dueAt, provisional: calendar.isProvisional(dueOn),
    reminders: reminderShares.map((share) => ({ share, at: at(share) })), ledger,
  };
}

export const isOverdue = (reading: ClockReading, now: Instant): boolean => reading.state === 'running' && Date.parse(now) >= Date.parse(reading.dueAt);

/** What is left, in the clock's own unit; negative when overdue. */
export function leftOf(reading: ClockReading, now: Instant, calendar: WorkingCalendar): number {
  if (reading.rule.unit === 'hour') return Math.floor((Date.parse(reading.dueAt) - Date.parse(now)) / 3_600_000);
  const today = legalDayOf(now);
  return reading.rule.unit === 'calendar-day' ? daysFromTo(today, reading.dueOn) : calendar.workingDaysBetween(today, reading.dueOn);
}

interface Pause { readonly from: Instant; readonly to: Instant }

function pauses(ledger: readonly ClockEntry[]): Pause[] {
  const found: Pause[] = [];
  ledger.forEach((entry, place) => {
    if (entry.kind !== 'paused') return;
    const end = ledger.slice(place + 1).find(({ kind }) => kind !== 'extended');
    if (end) found.push({ from: entry.at, to: end.at });
  });
  return found;
}

/** The end of `amount` units after `start`; what lay within pauses does not count. */
function moment(rule: ClockRule, start: Instant, amount: number, rest: readonly Pause[], calendar: WorkingCalendar): Instant {
  if (rule.unit === 'hour') return afterHours(start, amount, rest);
  const whole = Math.max(1, Math.ceil(amount));
  const counts = (day: LegalDay): boolean => (rule.unit === 'calendar-day' || calendar.isWorkingDay(day)) && !rest.some(({ from, to }) => legalDayOf(from) <= day && day < legalDayOf(to));
  let day = legalDayOf(start);
  for (let left = whole; left > 0;) {
    day = addCalendarDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return endOfLegalDay(calendar.onOrAfter(day));
}

function afterHours(start: Instant, amount: number, rest: readonly Pause[]): Instant {
  let end = Date.parse(start) + amount * 3_600_000;
  for (const { from, to } of rest) if (Date.parse(from) < end) end += Date.parse(to) - Date.parse(from);
  return new Date(end).toISOString();
}

function checkLedger(rule: ClockRule, ledger: readonly ClockEntry[]): ClockReading['state'] {
  let state: ClockReading['state'] | undefined;
  let last = '';
  let extensions = 0;
  for (const { kind, at } of ledger) {
    const refused = (why: string): ClockLedgerRefused => new ClockLedgerRefused('clock-ledger', { field: kind, rule: rule.id, why });
    if (last !== '' && Date.parse(at) < Date.parse(last)) throw refused('backwards');
    if (kind === 'extended' && (extensions += 1) > (rule.extension?.times ?? 0)) throw refused('not-extensible');
    if (kind === 'paused' && !rule.pausable) throw refused('not-pausable');
    const next = nextState[kind]?.[state ?? 'none'];
    if (next === undefined) throw refused(`${kind} after ${state ?? 'nothing'}`);
    state = next;
    last = at;
  }
  if (state === undefined) throw new ClockLedgerRefused('clock-ledger', { field: 'started', rule: rule.id, why: 'empty' });
  return state;
}

const nextState: Readonly<Record<ClockEntry['kind'], Readonly<Partial<Record<ClockReading['state'] | 'none', ClockReading['state']>>>>> = {
  started: { none: 'running' },
  paused: { running: 'paused' },
  resumed: { paused: 'running' },
  extended: { running: 'running', paused: 'paused' },
  met: { running: 'met', paused: 'met' },
  cancelled: { running: 'cancelled', paused: 'cancelled' },
};
