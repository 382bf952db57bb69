import { calendarEditions } from './calendar-editions';

/** A day in the city's zone, YYYY-MM-DD. */
export type LegalDay = string;
/** A moment, ISO 8601 in UTC. */
export type Instant = string;

/** One year's working days as the State Council published them; a correction is a further edition of the same year. */
export interface CalendarEdition {
  readonly id: string;
  readonly year: number;
  /** Weekdays that are off. */
  readonly restDays: readonly LegalDay[];
  /** Weekend days that are worked. */
  readonly makeUpWorkingDays: readonly LegalDay[];
}

const dayMs = 86_400_000;
/** Shanghai has kept UTC+8 without summer time since 1992. */
const zoneMs = 8 * 3_600_000;
const utc = (day: LegalDay): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): LegalDay => new Date(ms).toISOString().slice(0, 10);

export const addCalendarDays = (day: LegalDay, count: number): LegalDay => dayOf(utc(day) + count * dayMs);
export const daysFromTo = (from: LegalDay, to: LegalDay): number => Math.round((utc(to) - utc(from)) / dayMs);
export const legalDayOf = (instant: Instant): LegalDay => dayOf(Date.parse(instant) + zoneMs);
/** The last moment of a day is the first of the next: a clock due on a day is overdue from then on. */
export const endOfLegalDay = (day: LegalDay): Instant => new Date(utc(day) + dayMs - zoneMs).toISOString();

/** Working days by published editions. For a year without one only weekends rest, and the answer is provisional. */
export class WorkingCalendar {
  private readonly rest: ReadonlySet<LegalDay>;
  private readonly worked: ReadonlySet<LegalDay>;
  private readonly years: ReadonlyMap<number, string>;

  constructor(editions: readonly CalendarEdition[]) {
    const latest = [...new Map(editions.map((edition) => [edition.year, edition])).values()];
    this.rest = new Set(latest.flatMap(({ restDays }) => restDays));
    this.worked = new Set(latest.flatMap(({ makeUpWorkingDays }) => makeUpWorkingDays));
    this.years = new Map(latest.map(({ year, id }) => [year, id]));
  }

  isWorkingDay(day: LegalDay): boolean {
    if (this.worked.has(day)) return true;
    const weekday = new Date(utc(day)).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.rest.has(day);
  }

  /** Whether the year's notice is known; before it is published a due day may still move. */
  isProvisional(day: LegalDay): boolean {
    return !this.years.has(Number(day.slice(0, 4)));
  }

  /** The `count`-th working day after `day`; counting starts the day after. */
  addWorkingDays(day: LegalDay, count: number): LegalDay {
    let current = day;
    for (let left = count; left > 0;) {
      current = addCalendarDays(current, 1);
      if (this.isWorkingDay(current)) left -= 1;
    }
    return current;
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before. */
  workingDaysBetween(from: LegalDay, to: LegalDay): number {
    if (to < from) return -this.workingDaysBetween(to, from);
    let count = 0;
    for (let day = addCalendarDays(from, 1); day <= to; day = addCalendarDays(day, 1)) if (this.isWorkingDay(day)) count += 1;
    return count;
  }

  /** `day` itself, or the next working day: a period never ends on a day of rest. */
  onOrAfter(day: LegalDay): LegalDay {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }
}

/** The calendar of all editions known to this build. */
export const workingCalendar = new WorkingCalendar(calendarEditions);
