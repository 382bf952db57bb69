import { calendarEditions } from './calendar-editions';

/** A day in the city's zone, YYYY-MM-DD. */
export type LegalDay = string;
/** A moment, ISO 8601 in UTC. */
export type Instant = string;

/** One year's working days as the State Council published them; a correction is a further edition of the same year. */
export interface CalendarEdition {
  readonly id: string;
  readonly year: number;
  readonly issuedOn: LegalDay;
  /** The notice's number. */
  readonly source: string;
  /** Weekdays that are off. */
  readonly restDays: readonly LegalDay[];
  /** Weekend days that are worked. */
  readonly makeUpWorkingDays: readonly LegalDay[];
}

/** Why a day is worked or not. */
export type DayKind = 'weekday' | 'make-up' | 'weekend' | 'holiday';

const dayMs = 86_400_000;
/** Shanghai has kept UTC+8 without summer time since 1992. */
const zoneMs = 8 * 3_600_000;
/** A notice may also move the last days of the year before: that of 2019 made 31 December 2018 a day off and the 29th a working day. */
const firstDayOfYearsEnd = '12-28';
const utc = (day: LegalDay): number => Date.parse(`${day}T00:00:00Z`);
/** Throws beyond the years that are written with four digits: days are compared as text. */
function dayOf(ms: number): LegalDay {
  const text = new Date(ms).toISOString();
  if (!/^\d{4}-/.test(text)) throw new RangeError('This day lies beyond the calendar.');
  return text.slice(0, 10);
}
const isWeekend = (day: LegalDay): boolean => [0, 6].includes(new Date(utc(day)).getUTCDay());

export const addCalendarDays = (day: LegalDay, count: number): LegalDay => dayOf(utc(day) + count * dayMs);
/** The same day of a later month, or that month's last day where it has no such day (民法典 Art. 202: the corresponding day). */
export function addCalendarMonths(day: LegalDay, count: number): LegalDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0));
  return dayOf(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(date, lastOfMonth.getUTCDate())));
}

export const daysFromTo = (from: LegalDay, to: LegalDay): number => Math.round((utc(to) - utc(from)) / dayMs);
export const legalDayOf = (instant: Instant): LegalDay => dayOf(Date.parse(instant) + zoneMs);
/** The last moment of a day is the first of the next: a clock due on a day is overdue from then on. */
export const endOfLegalDay = (day: LegalDay): Instant => new Date(utc(day) + dayMs - zoneMs).toISOString();

/** Working days by published editions. For a year without one only weekends rest, and the answer is provisional. */
export class WorkingCalendar {
  private readonly byYear: ReadonlyMap<number, CalendarEdition>;
  private readonly rest: ReadonlySet<LegalDay>;
  private readonly worked: ReadonlySet<LegalDay>;

  constructor(editions: readonly CalendarEdition[]) {
    const byIssue = [...editions].sort((one, other) => (one.issuedOn < other.issuedOn ? -1 : 1));
    this.byYear = new Map(byIssue.map((edition) => [edition.year, edition]));
    const latest = [...this.byYear.values()];
    this.rest = new Set(latest.flatMap(({ restDays }) => restDays));
    this.worked = new Set(latest.flatMap(({ makeUpWorkingDays }) => makeUpWorkingDays));
  }

  kindOf(day: LegalDay): DayKind {
    if (this.worked.has(day)) return 'make-up';
    if (isWeekend(day)) return 'weekend';
    return this.rest.has(day) ? 'holiday' : 'weekday';
  }

  isWorkingDay(day: LegalDay): boolean {
    const kind = this.kindOf(day);
    return kind === 'weekday' || kind === 'make-up';
  }

  /** Whether a notice that decides this day is not known yet, so that the day may still turn out otherwise. */
  isProvisional(day: LegalDay): boolean {
    return yearsDeciding(day).some((year) => !this.byYear.has(year));
  }

  /** The notices that an answer about these days rests on. */
  editionsBetween(from: LegalDay, to: LegalDay): CalendarEdition[] {
    const last = Math.max(...yearsDeciding(to));
    return [...this.byYear.values()]
      .filter(({ year }) => Number(from.slice(0, 4)) <= year && year <= last)
      .sort((one, other) => one.year - other.year);
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

function yearsDeciding(day: LegalDay): number[] {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < firstDayOfYearsEnd ? [year] : [year, year + 1];
}

/** The calendar as it was known on a day: what was reckoned then can be reckoned again, whatever was published since. */
export const calendarInForce = (editions: readonly CalendarEdition[], day: LegalDay): WorkingCalendar =>
  new WorkingCalendar(editions.filter(({ issuedOn }) => issuedOn <= day));

/** The calendar of all editions known to this build. */
export const workingCalendar = new WorkingCalendar(calendarEditions);
