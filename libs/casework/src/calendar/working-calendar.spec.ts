import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { calendarEditions } from './calendar-editions';
import {
  addCalendarDays,
  calendarInForce,
  daysFromTo,
  endOfLegalDay,
  legalDayOf,
  WorkingCalendar,
  workingCalendar,
} from './working-calendar';

const daysOf = (year: number): string[] =>
  Array.from({ length: daysFromTo(`${year}-01-01`, `${year + 1}-01-01`) }, (_, place) => addCalendarDays(`${year}-01-01`, place));

describe('the State Council calendar', () => {
  it.each([2024, 2025, 2026])('of %i agrees with the package chinese-days on every day', (year) => {
    const different = daysOf(year).filter((day) => workingCalendar.isWorkingDay(day) !== isWorkday(day));
    expect(different).toEqual([]);
  });

  it.each([
    ['2025-01-26', 'make-up'],
    ['2025-01-28', 'holiday'],
    ['2025-02-04', 'holiday'],
    ['2025-02-05', 'weekday'],
    ['2025-02-08', 'make-up'],
    ['2025-10-01', 'holiday'],
    ['2025-10-04', 'weekend'],
    ['2025-10-08', 'holiday'],
    ['2025-10-09', 'weekday'],
    ['2025-10-11', 'make-up'],
    ['2026-02-23', 'holiday'],
    ['2026-02-28', 'make-up'],
  ])('knows that %s is a %s', (day, kind) => {
    expect(workingCalendar.kindOf(day)).toBe(kind);
  });

  it('makes up for every weekday off over a weekend it takes: working days of a year lie between 246 and 252', () => {
    for (const year of [2024, 2025, 2026]) {
      const count = daysOf(year).filter((day) => workingCalendar.isWorkingDay(day)).length;
      expect([year, count >= 246 && count <= 252]).toEqual([year, true]);
    }
  });

  it('calls a year provisional until its notice is known, and with it the last days of the year before', () => {
    expect(['2026-12-27', '2026-12-28', '2027-01-04'].map((day) => workingCalendar.isProvisional(day))).toEqual([false, true, true]);
  });

  it('can be read as it was known on an earlier day', () => {
    const then = calendarInForce(calendarEditions, '2025-11-03');
    expect([then.isWorkingDay('2026-02-16'), workingCalendar.isWorkingDay('2026-02-16')]).toEqual([true, false]);
    expect(calendarInForce(calendarEditions, '2025-11-04').isWorkingDay('2026-02-16')).toBe(false);
  });

  it('follows the later notice when a year has two', () => {
    const first = calendarEditions.find(({ year }) => year === 2026);
    if (!first) throw new Error('no edition of 2026');
    const amended = { ...first, id: 'amended', issuedOn: '2026-03-01', restDays: [...first.restDays, '2026-12-31'] };
    expect(new WorkingCalendar([amended, first]).isWorkingDay('2026-12-31')).toBe(false);
    expect(new WorkingCalendar([first]).isWorkingDay('2026-12-31')).toBe(true);
  });
});

describe('counting', () => {
  const day = fc.integer({ min: 0, max: 1_000 }).map((place) => addCalendarDays('2024-01-01', place));

  it('of working days ends on the day found by walking one day after another', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, count) => {
        let walked = start;
        for (let left = count; left > 0;) {
          walked = addCalendarDays(walked, 1);
          if (workingCalendar.isWorkingDay(walked)) left -= 1;
        }
        expect(workingCalendar.addWorkingDays(start, count)).toBe(walked);
      }),
    );
  });

  it('of working days between two days is that of the days after the first up to the second', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (from, length) => {
        const to = addCalendarDays(from, length);
        const walked = Array.from({ length }, (_, place) => addCalendarDays(from, place + 1)).filter((each) =>
          workingCalendar.isWorkingDay(each),
        ).length;
        expect(workingCalendar.workingDaysBetween(from, to)).toBe(walked);
      }),
    );
  });

  it('knows the legal day of an instant by the clocks of Beijing', () => {
    expect([legalDayOf('2026-03-01T15:59:59.999Z'), legalDayOf('2026-03-01T16:00:00.000Z'), endOfLegalDay('2026-03-01')]).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-01T16:00:00.000Z',
    ]);
  });

  it('moves the end of a period off a day of rest, and leaves a day that is worked', () => {
    expect(['2025-10-01', '2025-10-11', '2025-10-12', '2025-10-13'].map((each) => workingCalendar.onOrAfter(each))).toEqual([
      '2025-10-09',
      '2025-10-11',
      '2025-10-13',
      '2025-10-13',
    ]);
  });

  it('names the notices that an answer rests on, with that of the next year for its last days', () => {
    const named = (from: string, to: string): string[] => workingCalendar.editionsBetween(from, to).map(({ id }) => id);
    expect([
      named('2025-03-01', '2025-04-01'),
      named('2025-12-01', '2025-12-27'),
      named('2025-12-01', '2025-12-28'),
      named('2026-12-01', '2027-01-31'),
    ]).toEqual([['state-council-2025'], ['state-council-2025'], ['state-council-2025', 'state-council-2026'], ['state-council-2026']]);
  });
});

describe('a day beyond the calendar', () => {
  it('is an error and not a count without end', () => {
    expect(() => workingCalendar.workingDaysBetween('9999-12-01', '9999-12-31')).toThrow(RangeError);
    expect(workingCalendar.workingDaysBetween('2026-11-20', '2199-12-31')).toBeGreaterThan(40_000);
  });
});
