import fc from 'fast-check';
import { addCalendarDays, endOfLegalDay, workingCalendar, type LegalDay } from '../calendar/working-calendar';
import type { ClockEntry } from './check-ledger';
import type { ClockRule } from './clock-rule';
import { clockRules } from './clock-rules';
import { explainClock } from './explain-clock';
import { isOverdue, leftOf, readClock } from './read-clock';

const rule = (change: Partial<ClockRule>): ClockRule => ({
  id: 'example',
  label: { zh: '示例期限', en: 'Example' },
  unit: 'working-day',
  amount: 5,
  pausable: true,
  legal: true,
  clause: 'misconduct-14',
  confirmed: true,
  ...change,
});
const noon = (day: LegalDay): string => `${day}T04:00:00.000Z`;
const at = (kind: 'started' | 'paused' | 'resumed' | 'met' | 'cancelled', day: LegalDay): ClockEntry => ({ kind, at: noon(day) });
const read = (given: ClockRule, ...ledger: ClockEntry[]) => readClock(given, ledger, workingCalendar);

describe('a period', () => {
  it.each([
    ['of 5 working days over National Day', '2025-09-29', '2025-10-13', rule({})],
    ['of 5 working days over Spring Festival', '2026-02-12', '2026-02-26', rule({})],
    ['of 5 working days in a plain week', '2026-03-02', '2026-03-09', rule({})],
    ['of 60 days', '2026-03-02', '2026-05-06', rule({ unit: 'calendar-day', amount: 60 })],
    ['of 3 days that end in a holiday', '2025-09-29', '2025-10-09', rule({ unit: 'calendar-day', amount: 3 })],
  ])('%s, started on %s, is due on %s', (_what, start, due, given) => {
    expect(read(given, at('started', start))).toMatchObject({ dueOn: due, dueAt: endOfLegalDay(due), state: 'running' });
  });

  it('of hours runs from the minute, over nights and holidays', () => {
    const started = { kind: 'started', at: '2025-10-01T10:30:00.000Z' } as const;
    expect(read(rule({ unit: 'hour', amount: 24 }), started)).toMatchObject({
      dueAt: '2025-10-02T10:30:00.000Z',
      dueOn: '2025-10-02',
      provisional: false,
    });
  });

  it('of hours rests from minute to minute, and keeps the order of minutes within a day', () => {
    const hours = rule({ unit: 'hour', amount: 24 });
    const [start, pause, end] = ['2025-10-01T10:30:00.000Z', '2025-10-01T12:00:00.000Z', '2025-10-01T15:15:00.000Z'];
    const rested = read(hours, { kind: 'started', at: start }, { kind: 'paused', at: pause }, { kind: 'resumed', at: end });
    expect(rested).toMatchObject({ dueAt: '2025-10-02T13:45:00.000Z', dueOn: '2025-10-02' });
    expect([
      leftOf(rested, '2025-10-02T12:00:00.000Z', workingCalendar),
      leftOf(rested, '2025-10-02T14:00:00.000Z', workingCalendar),
    ]).toEqual([1, -1]);
    expect(() => read(hours, { kind: 'started', at: pause }, { kind: 'paused', at: start })).toThrow(
      expect.objectContaining({ code: 'clock-ledger' }) as Error,
    );
  });

  it('of days takes two acts of one day in the order in which they were made, whatever their hours', () => {
    expect(read(rule({}), { kind: 'started', at: '2026-03-02T09:00:00.000Z' }, { kind: 'met', at: '2026-03-02T01:00:00.000Z' }).state).toBe(
      'met',
    );
  });

  it('rests twice for two pauses, and no longer than until it is met', () => {
    const twice = read(
      rule({}),
      at('started', '2026-03-02'),
      at('paused', '2026-03-03'),
      at('resumed', '2026-03-05'),
      at('paused', '2026-03-06'),
      at('resumed', '2026-03-10'),
    );
    expect(twice.dueOn).toBe('2026-03-13');
    const met = read(rule({}), at('started', '2026-03-02'), at('paused', '2026-03-04'), at('met', '2026-03-11'));
    expect([met.state, met.dueOn, met.metLate]).toEqual(['met', '2026-03-16', false]);
  });

  it('is extended while it rests as while it runs', () => {
    const given = rule({ extension: { amount: 5, times: 1, approver: 'head' } });
    const extended = { kind: 'extended', at: noon('2026-03-05'), by: 5 } as const;
    const running = read(given, at('started', '2026-03-02'), extended);
    const resting = read(given, at('started', '2026-03-02'), at('paused', '2026-03-04'), extended, at('resumed', '2026-03-06'));
    expect([running.dueOn, resting.dueOn, resting.state]).toEqual(['2026-03-16', '2026-03-18', 'running']);
  });

  it('that is cancelled is neither overdue nor met late', () => {
    const cancelled = read(rule({}), at('started', '2026-03-02'), at('cancelled', '2026-03-20'));
    expect([cancelled.state, cancelled.metLate, isOverdue(cancelled, noon('2027-01-01'))]).toEqual(['cancelled', false, false]);
  });

  it('rests from the day of a pause until the day it is resumed', () => {
    const plain = read(rule({}), at('started', '2026-03-02'));
    const rested = read(rule({}), at('started', '2026-03-02'), at('paused', '2026-03-04'), at('resumed', '2026-03-18'));
    expect([plain.dueOn, rested.dueOn]).toEqual(['2026-03-09', '2026-03-23']);
  });

  it('while it rests is neither running nor newly overdue, and one that was overdue stays so', () => {
    const paused = read(rule({}), at('started', '2026-03-02'), at('paused', '2026-03-04'));
    expect([paused.state, isOverdue(paused, noon('2027-01-01'))]).toEqual(['paused', false]);
    const late = read(rule({}), at('started', '2026-03-02'), at('paused', '2026-03-20'));
    expect(isOverdue(late, noon('2026-03-20'))).toBe(true);
  });

  it('is overdue from the first moment after its last day, and not before', () => {
    const reading = read(rule({}), at('started', '2026-03-02'));
    expect([isOverdue(reading, '2026-03-09T15:59:59.999Z'), isOverdue(reading, '2026-03-09T16:00:00.000Z')]).toEqual([false, true]);
  });

  it('that is met is late only when it was met after its last day', () => {
    expect(read(rule({}), at('started', '2026-03-02'), at('met', '2026-03-09')).metLate).toBe(false);
    expect(read(rule({}), at('started', '2026-03-02'), at('met', '2026-03-10')).metLate).toBe(true);
  });

  it('reminds at half and at four fifths, and at its end', () => {
    const { reminders } = read(rule({ amount: 10 }), at('started', '2026-03-02'));
    expect(reminders).toEqual([
      { share: 0.5, at: endOfLegalDay('2026-03-09') },
      { share: 0.8, at: endOfLegalDay('2026-03-12') },
      { share: 1, at: endOfLegalDay('2026-03-16') },
    ]);
  });

  it('counts down in its own unit, and below nothing once it is overdue', () => {
    const reading = read(rule({}), at('started', '2026-03-02'));
    expect(
      [noon('2026-03-02'), noon('2026-03-06'), noon('2026-03-09'), noon('2026-03-11')].map((now) => leftOf(reading, now, workingCalendar)),
    ).toEqual([5, 1, 0, -2]);
  });

  it('that reaches into a year without a notice says that its day may move', () => {
    expect(read(rule({ amount: 20 }), at('started', '2026-12-20')).provisional).toBe(true);
    expect(read(rule({ amount: 5 }), at('started', '2026-11-02')).provisional).toBe(false);
  });
});

describe('a ledger that cannot have happened is refused', () => {
  const extensible = rule({ extension: { amount: 5, times: 1, approver: 'head' } });
  const extended = (day: LegalDay, by = 5): ClockEntry => ({ kind: 'extended', at: noon(day), by });
  it.each<[string, ClockRule, ClockEntry[], string]>([
    ['nothing at all', rule({}), [], 'empty'],
    ['met before it started', rule({}), [at('met', '2026-03-02')], 'after-none'],
    ['started twice', rule({}), [at('started', '2026-03-02'), at('started', '2026-03-03')], 'after-running'],
    ['paused twice', rule({}), [at('started', '2026-03-02'), at('paused', '2026-03-03'), at('paused', '2026-03-04')], 'after-paused'],
    ['resumed without a pause', rule({}), [at('started', '2026-03-02'), at('resumed', '2026-03-03')], 'after-running'],
    [
      'going on after it was met',
      rule({}),
      [at('started', '2026-03-02'), at('met', '2026-03-03'), at('paused', '2026-03-04')],
      'after-met',
    ],
    ['backwards in time', rule({}), [at('started', '2026-03-02'), at('met', '2026-03-01')], 'backwards'],
    [
      'paused where the rule allows no pause',
      rule({ pausable: false }),
      [at('started', '2026-03-02'), at('paused', '2026-03-03')],
      'not-pausable',
    ],
    ['extended where the rule allows none', rule({}), [at('started', '2026-03-02'), extended('2026-03-03')], 'not-extensible'],
    [
      'extended more often than allowed',
      extensible,
      [at('started', '2026-03-02'), extended('2026-03-03'), extended('2026-03-04')],
      'not-extensible',
    ],
    ['extended by more than allowed', extensible, [at('started', '2026-03-02'), extended('2026-03-03', 6)], 'extension-amount'],
    ['extended by nothing', extensible, [at('started', '2026-03-02'), extended('2026-03-03', 0)], 'extension-amount'],
    ['extended by part of a day', extensible, [at('started', '2026-03-02'), extended('2026-03-03', 1.5)], 'extension-amount'],
    ['extended after it was met', extensible, [at('started', '2026-03-02'), at('met', '2026-03-03'), extended('2026-03-04')], 'after-met'],
    [
      'going on after it was cancelled',
      rule({}),
      [at('started', '2026-03-02'), at('cancelled', '2026-03-03'), at('met', '2026-03-04')],
      'after-cancelled',
    ],
    ['an instant that is none', rule({}), [{ kind: 'started', at: 'yesterday' }], 'no-instant'],
  ])('%s', (_what, given, ledger, why) => {
    expect(() => read(given, ...ledger)).toThrow(
      expect.objectContaining({ code: 'clock-ledger', details: expect.objectContaining({ why }) as unknown }) as Error,
    );
  });

  it('while one extension within its bounds is taken', () => {
    expect(read(extensible, at('started', '2026-03-02'), extended('2026-03-03')).dueOn).toBe('2026-03-16');
  });
});

describe('reading a clock', () => {
  const ledger = fc.record({
    start: fc.integer({ min: 0, max: 700 }),
    until: fc.integer({ min: 1, max: 20 }),
    rest: fc.integer({ min: 1, max: 40 }),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
  });

  it('gives the same answer each time, from nothing but the ledger, and never an earlier one for a pause', () => {
    fc.assert(
      fc.property(ledger, ({ start, until, rest, amount, unit }) => {
        const given = rule({ amount, unit });
        const days = [0, until, until + rest].map((place) => addCalendarDays('2024-02-01', start + place)) as [
          LegalDay,
          LegalDay,
          LegalDay,
        ];
        const plain = read(given, at('started', days[0]));
        const rested = read(given, at('started', days[0]), at('paused', days[1]), at('resumed', days[2]));
        expect(read(given, at('started', days[0]))).toEqual(plain);
        expect(rested.dueOn >= plain.dueOn).toBe(true);
        expect(plain.steps.filter(({ kind }) => kind === 'counted' || kind === 'make-up').reduce((sum, step) => sum + step.days, 0)).toBe(
          amount,
        );
        expect(workingCalendar.isWorkingDay(plain.dueOn)).toBe(true);
      }),
    );
  });
});

describe('any ledger', () => {
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom(
        'started' as const,
        'paused' as const,
        'resumed' as const,
        'met' as const,
        'cancelled' as const,
        'extended' as const,
      ),
      after: fc.integer({ min: -1, max: 12 }),
      by: fc.integer({ min: 0, max: 7 }),
    }),
    { maxLength: 7 },
  );
  const allowed: Readonly<Record<string, readonly string[]>> = {
    none: ['started'],
    running: ['paused', 'extended', 'met', 'cancelled'],
    paused: ['resumed', 'extended', 'met', 'cancelled'],
    met: [],
    cancelled: [],
  };
  const stateAfter: Readonly<Record<string, string>> = {
    started: 'running',
    paused: 'paused',
    resumed: 'running',
    met: 'met',
    cancelled: 'cancelled',
  };

  it('is read when each entry could follow the one before, and refused when one could not', () => {
    fc.assert(
      fc.property(steps, (given) => {
        let [day, state, isSound] = ['2026-03-02', 'none', given.length > 0];
        const entries = given.map(({ kind, after, by }, place): ClockEntry => {
          if (place > 0) day = addCalendarDays(day, after);
          isSound &&=
            (allowed[state] ?? []).includes(kind) &&
            (place === 0 || after >= 0) &&
            (kind !== 'extended' ||
              (by >= 1 && by <= 5 && given.slice(0, place).filter((earlier) => earlier.kind === 'extended').length < 2));
          state = stateAfter[kind] ?? state;
          return kind === 'extended' ? { kind, at: noon(day), by } : { kind, at: noon(day) };
        });
        const reading = (): unknown => read(rule({ extension: { amount: 5, times: 2, approver: 'head' } }), ...entries);
        if (isSound) expect(reading()).toMatchObject({ state });
        else expect(reading).toThrow(expect.objectContaining({ code: 'clock-ledger' }) as Error);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the explanation', () => {
  it('names the clause, what happened, what was not counted, and the day, in both languages', () => {
    const reading = read(clockRules.acceptance, at('started', '2025-09-26'), at('paused', '2025-09-29'), at('resumed', '2025-09-30'));
    const [zh, en] = [explainClock(reading, 'zh').join('\n'), explainClock(reading, 'en').join('\n')];
    for (const said of [
      '受理期限：15个工作日',
      '科研失信行为调查处理规则第十四条',
      '2025年9月29日 暂停计算',
      '放假不计：2025年10月1日至2025年10月3日',
      '调休上班计入',
      '国办发明电〔2024〕12号',
      '此期限尚待确认（U5）',
      `到期日：2025年10月`,
    ])
      expect(zh).toContain(said);
    for (const said of [
      'Acceptance: 15 working days',
      'Make-up working days counted',
      'Holidays not counted',
      'not confirmed (U5)',
      'Due on 2025-10-',
    ])
      expect(en).toContain(said);
    expect(en).not.toMatch(/undefined|NaN/);
  });

  it.each(Object.values(clockRules))('of $id is complete in both languages', (given) => {
    const reading = read(given, at('started', '2026-03-02'));
    expect(explainClock(reading, 'zh').every((line) => /\p{Script=Han}/u.test(line))).toBe(true);
    expect(explainClock(reading, 'en').length).toBe(explainClock(reading, 'zh').length);
  });
});
