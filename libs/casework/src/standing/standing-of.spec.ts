import fc from 'fast-check';
import { addCalendarDays } from '../calendar/working-calendar';
import { findClause } from '../tables/clauses';
import { mayAskFor, standingKinds, standingRules } from './standing-kind';
import { appealStates, standingOf, type LaterAct, type StandingEntry } from './standing-of';

const ban = (change: Partial<StandingEntry> = {}): StandingEntry => ({
  kind: 'funding-ban',
  city: 'beijing',
  decision: 'd-1',
  clause: 'opinions-5-4',
  from: '2026-03-01',
  to: '2028-02-29',
  later: [],
  ...change,
});
const veto = (change: Partial<StandingEntry> = {}): StandingEntry => ({
  ...ban(),
  kind: 'one-vote-veto',
  city: 'shenzhen',
  clause: 'shenzhen-2-2-6',
  to: null,
  ...change,
});

describe('standing as of a day', () => {
  it.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2028-02-29', 1],
    ['2028-03-01', 0],
  ])('a ban from 1 March 2026 to 29 February 2028 on %s: %i', (on, count) => {
    expect(standingOf([ban()], on, 'funding-ban')).toHaveLength(count);
  });

  it('says decision, clause, days and how far it was appealed against', () => {
    const later: LaterAct[] = [
      { on: '2026-04-01', what: 'appeal', state: 'recheck-open' },
      { on: '2026-06-01', what: 'appeal', state: 'changed' },
      { on: '2026-06-01', what: 'shortened', to: '2027-02-28' },
    ];
    expect(standingOf([ban({ later })], '2026-05-01', 'funding-ban')).toEqual([
      {
        kind: 'funding-ban',
        city: 'beijing',
        decision: 'd-1',
        clause: 'opinions-5-4',
        from: '2026-03-01',
        to: '2028-02-29',
        isSuspended: false,
        appeal: 'recheck-open',
      },
    ]);
    expect(standingOf([ban({ later })], '2026-06-01', 'funding-ban')).toEqual([
      expect.objectContaining({ to: '2027-02-28', appeal: 'changed' }),
    ]);
    expect(standingOf([ban({ later })], '2027-03-01', 'funding-ban')).toEqual([]);
  });

  it('is nothing from the day on which the measure was lifted, and was something before', () => {
    const lifted = ban({ later: [{ on: '2026-06-01', what: 'lifted' }] });
    expect([standingOf([lifted], '2026-05-31', 'funding-ban').length, standingOf([lifted], '2026-06-01', 'funding-ban').length]).toEqual([
      1, 0,
    ]);
  });

  it('says so where the measure is suspended', () => {
    const rests = ban({
      later: [
        { on: '2026-06-01', what: 'suspended' },
        { on: '2026-07-01', what: 'resumed' },
      ],
    });
    expect(['2026-05-31', '2026-06-01', '2026-07-01'].map((on) => standingOf([rests], on, 'funding-ban')[0]?.isSuspended)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('knows the veto in Shenzhen only, however old, as long as no limit is printed; a limit would be data', () => {
    expect(standingOf([veto()], '2066-03-01', 'one-vote-veto')).toHaveLength(1);
    expect(standingOf([veto({ city: 'beijing' })], '2026-03-02', 'one-vote-veto')).toEqual([]);
    const limited = { ...standingRules['one-vote-veto'], lookBackYears: 5 };
    expect(['2031-02-28', '2031-03-01'].map((on) => standingOf([veto()], on, 'one-vote-veto', limited).length)).toEqual([1, 0]);
    expect([
      mayAskFor('one-vote-veto', 'beijing'),
      mayAskFor('one-vote-veto', 'shenzhen'),
      mayAskFor('funding-ban', 'beijing'),
      mayAskFor('funding-ban', 'shenzhen'),
    ]).toEqual([false, true, true, true]);
  });

  it.each(standingKinds)('of kind %s rests on a known clause, and says so where its look-back is not confirmed', (kind) => {
    const { clause, label, guards, lookBackYears, lookBackConfirmed } = standingRules[kind];
    expect(findClause(clause)?.confirmed).toBe(true);
    expect(lookBackYears === null || lookBackConfirmed || kind === 'one-vote-veto').toBe(true);
    for (const words of [label, ...guards.map((each) => each.label)])
      expect([/\p{Script=Han}/u.test(words.zh), /\p{Script=Han}/u.test(words.en)]).toEqual([true, false]);
  });
});

describe('whatever happened', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addCalendarDays('2024-01-01', days));
  const later: fc.Arbitrary<LaterAct> = fc.oneof(
    fc.record({ on: day, what: fc.constantFrom('lifted' as const, 'suspended' as const, 'resumed' as const) }),
    fc.record({ on: day, what: fc.constant('shortened' as const), to: day }),
    fc.record({ on: day, what: fc.constant('appeal' as const), state: fc.constantFrom(...appealStates) }),
  );
  const entry: fc.Arbitrary<StandingEntry> = fc.record({
    kind: fc.constantFrom(...standingKinds),
    city: fc.constantFrom('beijing', 'shenzhen'),
    decision: fc.uuid(),
    clause: fc.constant('opinions-5-4'),
    from: day,
    to: fc.option(day),
    later: fc.array(later, { maxLength: 5 }),
  });
  const entries = fc.array(entry, { maxLength: 5 });
  const kinds = fc.constantFrom(...standingKinds);

  it('what is found had begun, has not ended, and is what was asked about', () => {
    fc.assert(
      fc.property(entries, day, kinds, (all, on, kind) => {
        for (const found of standingOf(all, on, kind)) {
          expect(found.kind).toBe(kind);
          expect(found.from <= on && (found.to === null || on <= found.to)).toBe(true);
          if (kind === 'one-vote-veto') expect(found.city).toBe('shenzhen');
        }
      }),
    );
  });

  it('what happens afterwards changes no answer about a day before', () => {
    fc.assert(
      fc.property(entries, day, kinds, (all, on, kind) => {
        const known = all.map((each) => ({ ...each, later: each.later.filter((act) => act.on <= on) }));
        expect(standingOf(all, on, kind)).toEqual(standingOf(known, on, kind));
      }),
    );
  });

  it('one answer is given whatever the order of the entries', () => {
    fc.assert(
      fc.property(entries, day, kinds, (all, on, kind) => {
        expect(standingOf([...all].reverse(), on, kind)).toEqual(standingOf(all, on, kind));
      }),
    );
  });

  it('nobody stands worse because something was lifted or shortened, nor because others have entries', () => {
    fc.assert(
      fc.property(entry, entries, day, day, day, kinds, (one, others, since, to, on, kind) => {
        const before = standingOf([one], on, kind);
        for (const milder of [
          { on: since, what: 'lifted' as const },
          { on: since, what: 'shortened' as const, to },
        ]) {
          const after = standingOf([{ ...one, later: [...one.later, milder] }], on, kind);
          expect(after.length).toBeLessThanOrEqual(before.length);
          const [was, is] = [before[0]?.to ?? '9999-12-31', after[0]?.to ?? '9999-12-31'];
          if (after.length > 0) expect(is <= was).toBe(true);
        }
        expect(standingOf([one, ...others], on, kind).length).toBe(before.length + standingOf(others, on, kind).length);
      }),
    );
  });
});
