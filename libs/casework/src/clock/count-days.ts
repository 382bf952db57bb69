import { addCalendarDays, type LegalDay, type WorkingCalendar } from '../calendar/working-calendar';

/** Days in a row that were treated alike. `make-up`: a weekend day that is worked, counted too; `moved`: the last day was one of rest. */
export interface CountStep {
  readonly kind: 'counted' | 'make-up' | 'weekend' | 'holiday' | 'paused' | 'moved';
  readonly from: LegalDay;
  readonly to: LegalDay;
  readonly days: number;
}

/** From the pause's first day up to, but without, the day it was resumed. */
export interface Pause {
  readonly from: LegalDay;
  readonly to: LegalDay;
}

export interface DayCount {
  /** The day on which the last unit was used up. */
  readonly lastCounted: LegalDay;
  /** The same day, or where it moved to. */
  readonly dueOn: LegalDay;
  readonly steps: readonly CountStep[];
}

/** Counts a period day by day, so that its end can be shown and not only stated. */
export function countDays(
  unit: 'calendar-day' | 'working-day',
  start: LegalDay,
  amount: number,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): DayCount {
  const isPaused = (day: LegalDay): boolean => pauses.some(({ from, to }) => from <= day && day < to);
  const steps: CountStep[] = [];
  let day = start;
  for (let left = amount; left > 0;) {
    day = addCalendarDays(day, 1);
    const kind = isPaused(day) ? 'paused' : unit === 'calendar-day' ? 'counted' : workedAs(day, calendar);
    if (kind === 'counted' || kind === 'make-up') left -= 1;
    append(steps, kind, day);
  }
  const lastCounted = day;
  while (!calendar.isWorkingDay(day) || isPaused(day)) {
    day = addCalendarDays(day, 1);
    append(steps, 'moved', day);
  }
  return { lastCounted, dueOn: day, steps };
}

function workedAs(day: LegalDay, calendar: WorkingCalendar): 'counted' | 'make-up' | 'weekend' | 'holiday' {
  const kind = calendar.kindOf(day);
  return kind === 'weekday' ? 'counted' : kind;
}

function append(steps: CountStep[], kind: CountStep['kind'], day: LegalDay): void {
  const last = steps.at(-1);
  if (last?.kind === kind) steps[steps.length - 1] = { ...last, to: day, days: last.days + 1 };
  else steps.push({ kind, from: day, to: day, days: 1 });
}
