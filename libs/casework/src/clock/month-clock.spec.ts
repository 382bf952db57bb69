import fc from 'fast-check';
import { addCalendarDays, addCalendarMonths, daysFromTo, workingCalendar, type LegalDay } from '../calendar/working-calendar';
import type { ClockEntry } from './check-ledger';
import type { ClockRule } from './clock-rule';
import { explainClock } from './explain-clock';
import { leftOf, readClock } from './read-clock';

const months = (amount: number, change: Partial<ClockRule> = {}): ClockRule => ({
  id: 'example',
  label: { zh: '示例期限', en: 'Example' },
  unit: 'calendar-month',
  amount,
  pausable: true,
  extension: { amount: 6, times: 1, approver: 'head' },
  legal: true,
  clause: 'misconduct-14',
  confirmed: true,
  ...change,
});
const noon = (day: LegalDay): string => `${day}T04:00:00.000Z`;
const at = (kind: 'started' | 'paused' | 'resumed', day: LegalDay): ClockEntry => ({ kind, at: noon(day) });
const read = (rule: ClockRule, ...ledger: ClockEntry[]) => readClock(rule, ledger, workingCalendar);

const anyDay = fc.integer({ min: 0, max: 365 * 8 }).map((count) => addCalendarDays('2020-01-01', count));
const anyMonths = fc.integer({ min: 1, max: 24 });
const dateOf = (day: LegalDay): number => Number(day.slice(8));
const monthsOf = (day: LegalDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

describe('a period of months', () => {
  it.each([
    ['the day of the month on which it began', 6, '2025-03-13', '2025-09-15'],
    ['the last day of a month that has no such day', 1, '2025-01-31', '2025-02-28'],
    ['29 February of a leap year, where it began on the 31st', 1, '2024-01-31', '2024-02-29'],
    ['the 30th, not the 31st, where it began on the 30th of a shorter month', 1, '2026-06-30', '2026-07-30'],
    ['the same month of another year', 12, '2024-02-29', '2025-02-28'],
    ['the first working day after a holiday', 1, '2025-09-01', '2025-10-09'],
  ] as const)('ends on %s: %s from %s is %s', (_where, amount, start, due) => {
    expect(read(months(amount), at('started', start)).dueOn).toBe(due);
  });

  it('ends in the month named, on the day it began or on the last of the month, moved on only by days of rest', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (start, amount) => {
        const last = addCalendarMonths(start, amount);
        expect(monthsOf(last) - monthsOf(start)).toBe(amount);
        const isLastOfMonth = monthsOf(addCalendarDays(last, 1)) > monthsOf(last);
        expect(dateOf(last) === dateOf(start) || (isLastOfMonth && dateOf(last) < dateOf(start))).toBe(true);
        const { dueOn } = read(months(amount), at('started', start));
        expect(workingCalendar.isWorkingDay(dueOn)).toBe(true);
        for (let day = last; day < dueOn; day = addCalendarDays(day, 1)) expect(workingCalendar.isWorkingDay(day)).toBe(false);
      }),
    );
  });

  it('is later the more months it has, and the later it began', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, fc.integer({ min: 0, max: 40 }), (start, amount, later) => {
        const due = read(months(amount), at('started', start)).dueOn;
        expect(read(months(amount + 1), at('started', start)).dueOn > due).toBe(true);
        expect(read(months(amount), at('started', addCalendarDays(start, later))).dueOn >= due).toBe(true);
      }),
    );
  });

  it('is longer by the days it rested, and never by fewer', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 90 }), (start, amount, until, rest) => {
        const pause = addCalendarDays(start, until);
        const { dueOn } = read(months(amount), at('started', start), at('paused', pause), at('resumed', addCalendarDays(pause, rest)));
        const last = addCalendarDays(addCalendarMonths(start, amount), rest);
        expect(dueOn >= last).toBe(true);
        for (let day = last; day < dueOn; day = addCalendarDays(day, 1)) expect(workingCalendar.isWorkingDay(day)).toBe(false);
      }),
    );
  });

  it('that is extended counts all its months from its beginning, so that a short month on the way shortens nothing', () => {
    const { dueOn } = read(months(1), at('started', '2025-01-31'), { kind: 'extended', at: noon('2025-02-20'), by: 2 });
    expect(dueOn).toBe('2025-04-30');
  });

  it('reminds at half and at four fifths of its days, and is left in days', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (start, amount) => {
        const { reminders, dueAt } = read(months(amount), at('started', start));
        expect([...reminders].map((each) => each.at).sort()).toEqual(reminders.map((each) => each.at));
        expect(reminders.at(-1)?.at).toBe(dueAt);
      }),
    );
    expect(leftOf(read(months(1), at('started', '2026-03-02')), noon('2026-03-12'), workingCalendar)).toBe(
      daysFromTo('2026-03-12', '2026-04-02'),
    );
  });

  it('is explained in months', () => {
    const reading = read(months(6), at('started', '2025-03-13'));
    expect(explainClock(reading, 'zh')[0]).toContain('示例期限：6个月，次日起算');
    expect(explainClock(reading, 'en')[0]).toContain('Example: 6 calendar months, counted from the next day');
  });
});
