import fc from 'fast-check';
import { FormRefused } from '../errors/domain-error';
import { refusalLabels } from '../errors/refusal-labels';
import { plainFacts } from '../procedure/guards';
import type { Guard } from '../procedure/guard';
import type { GuardFacts, Standing } from '../procedure/procedure';
import { findClause } from '../tables/clauses';
import { imposers } from './measure';
import { findMeasure, isOfferedIn, mayImpose, measureCatalogue } from './measure-catalogue';
import { coupledWith, followsByItself, measureCouplings } from './measure-couplings';
import { measureGuards } from './measure-guards';
import { fenOf, isMoney, leftToRecover, yuanOf } from './money';
import { bandOf, checkTerm, termBands } from './term-of-measure';
import type { Measure } from './measure';

const cities = ['beijing', 'shenzhen'] as const;
const measure = (code: string): Measure => findMeasure(code) as Measure;
const rows = measureCatalogue.map((each) => [each.code, each] as const);

describe('every measure of the catalogue', () => {
  it.each(rows)('%s has words in both languages, an imposer, and clauses that are known', (_code, { label, imposers: who, clauses }) => {
    expect(label.zh).toMatch(/\p{Script=Han}/u);
    expect(label.en).not.toMatch(/\p{Script=Han}/u);
    expect(who.length).toBeGreaterThan(0);
    expect(clauses.length).toBeGreaterThan(0);
    for (const clause of clauses) expect(findClause(clause)).toBeDefined();
  });

  it.each(rows)('%s is imposed by those it names, where it exists, and by nobody else', (_code, each) => {
    for (const city of [...cities, 'elsewhere'])
      for (const who of imposers) {
        expect(mayImpose(each, who, city)).toBe(
          each.use === 'in-force' && (each.cities === undefined || each.cities.includes(city)) && each.imposers.includes(who),
        );
      }
  });

  it.each(rows)('%s has a last day exactly where a day ends it', (_code, { term, ends }) => {
    expect(term.startsWith('names-day')).toBe(ends === 'on-its-day');
  });

  it('has each code once', () => {
    expect(new Set(measureCatalogue.map(({ code }) => code)).size).toBe(measureCatalogue.length);
  });
});

describe('what is offered', () => {
  const offered = (city: string): string[] => measureCatalogue.filter((each) => isOfferedIn(each, city)).map(({ code }) => code);

  it('leaves out what stands in a draft only, and what another organ decides', () => {
    for (const city of cities)
      for (const code of ['activity-ban', 'official-sanction', 'party-sanction', 'criminal-transfer'])
        expect(offered(city)).not.toContain(code);
  });

  it('is the veto in Shenzhen and not in Beijing', () => {
    expect(offered('shenzhen')).toContain('one-vote-veto');
    expect(offered('beijing')).not.toContain('one-vote-veto');
  });

  it('lets departments impose the printed six in both cities', () => {
    for (const city of cities)
      for (const code of ['order-correction', 'stop-activity', 'recover-funds', 'revoke-awards', 'cancel-qualification', 'funding-ban'])
        expect(mayImpose(measure(code), 'sector-department', city)).toBe(true);
  });
});

describe('what a measure brings with it', () => {
  it('follows by itself where a printed clause says so: the veto after every measure in Shenzhen, and nothing in Beijing', () => {
    for (const { code } of measureCatalogue.filter(({ code: each }) => each !== 'one-vote-veto')) {
      expect(followsByItself([code], 'shenzhen').map(({ brings }) => brings)).toEqual(['one-vote-veto']);
      expect(followsByItself([code], 'beijing')).toEqual([]);
    }
  });

  it('is only suggested where the clause is not confirmed', () => {
    expect(coupledWith(['funding-ban'], 'beijing')).toEqual([
      expect.objectContaining({ brings: 'serious-dishonesty-db', confirmed: false, unsure: 'U5' }),
    ]);
    expect(coupledWith(['stop-activity'], 'beijing')).toEqual([]);
  });

  it('is nothing where it is among the measures already, or where no measure is taken', () => {
    expect(coupledWith(['funding-ban', 'serious-dishonesty-db', 'one-vote-veto'], 'shenzhen')).toEqual([]);
    expect(coupledWith([], 'shenzhen')).toEqual([]);
  });

  it.each(measureCouplings.map((each) => [`${each.of} brings ${each.brings}`, each] as const))(
    '%s: both are in the catalogue, the clause is known',
    (_name, { of, brings, clause }) => {
      expect(of === 'any' || findMeasure(of) !== undefined).toBe(true);
      expect(findMeasure(brings)).toBeDefined();
      expect(findClause(clause)).toBeDefined();
    },
  );
});

describe('the days of a measure', () => {
  const today = '2026-11-02';
  const refused =
    (code: string, from: string | undefined, to: string | undefined): (() => void) =>
    () => {
      checkTerm(measure(code), { from, to }, today);
    };

  it.each([
    ['funding-ban', undefined, '2026-11-03'],
    ['funding-ban', '2026-12-01', '2028-11-30'],
    ['order-correction', undefined, undefined],
    ['order-correction', undefined, '2026-12-31'],
    ['stop-activity', today, undefined],
    ['activity-ban', undefined, undefined],
  ])('%s from %s to %s can be', (code, from, to) => {
    expect(refused(code, from, to)).not.toThrow();
  });

  it.each([
    ['funding-ban', undefined, undefined, 'field-missing'],
    ['funding-ban', undefined, today, 'field-value'],
    ['funding-ban', '2026-12-01', '2026-12-01', 'field-value'],
    ['funding-ban', '2026-12-01', '2026-11-30', 'field-value'],
    ['funding-ban', '2026-11-01', '2028-11-30', 'field-value'],
    ['stop-activity', undefined, '2026-12-31', 'field-unknown'],
    ['one-vote-veto', undefined, '2030-01-01', 'field-unknown'],
  ])('%s from %s to %s cannot', (code, from, to, why) => {
    expect(refused(code, from, to)).toThrow(FormRefused);
    expect(refused(code, from, to)).toThrow(expect.objectContaining({ code: why }) as Error);
  });

  it.each([
    ['2027-11-01', 'heavier'],
    ['2029-11-01', 'heavier'],
    ['2029-11-02', 'serious'],
    ['2031-11-01', 'serious'],
    ['2031-11-02', 'extremely-serious'],
    ['2099-12-31', 'extremely-serious'],
  ])('a ban from that day to %s is one for what is %s', (to, gravity) => {
    expect(bandOf(today, to)?.gravity).toBe(gravity);
  });

  it('are compared with bands that all say they are not confirmed', () => {
    expect(termBands.every(({ confirmed, clause }) => !confirmed && findClause(clause)?.confirmed === false)).toBe(true);
  });
});

describe('money to recover', () => {
  const sum = fc.bigInt({ min: 1n, max: 99_999_999_999_999n });

  it('is reckoned to the fen', () => {
    fc.assert(
      fc.property(sum, (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen);
        expect(isMoney(yuanOf(fen))).toBe(true);
      }),
    );
    expect(leftToRecover('0.30', ['0.1', '0.2'])).toBe('0.00');
  });

  it('is what was owed without what came in, in whatever order it came, and never less than nothing', () => {
    fc.assert(
      fc.property(sum, fc.array(sum, { maxLength: 6 }), (owed, paid) => {
        const paidIn = paid.reduce((total, each) => total + each, 0n);
        const left = leftToRecover(yuanOf(owed), paid.map(yuanOf));
        expect(fenOf(left)).toBe(paidIn >= owed ? 0n : owed - paidIn);
        expect(leftToRecover(yuanOf(owed), paid.map(yuanOf).reverse())).toBe(left);
      }),
    );
  });

  it.each(['0', '0.00', '-1', '1.234', '01', '1e3', '', '.5', '1,000', '99999999999999', '１'])('"%s" is no sum', (text) => {
    expect(isMoney(text)).toBe(false);
  });
});

describe('what is asked of a measure before something is done on it', () => {
  const refuse = (guard: keyof typeof measureGuards, facts: Partial<GuardFacts>, form: Record<string, unknown> = {}): string | undefined =>
    (measureGuards[guard] as Guard).refuse(
      { state: 'to-carry-out', resumesIn: null, interim: false, past: [], facts: { ...plainFacts, ...facts } },
      {} as Standing,
      form,
    );
  const owing = (left: string | null): Partial<GuardFacts> => ({ measure: { code: 'recover-funds', left } });
  const order = (final: boolean): Partial<GuardFacts> => ({ works: [{ procedure: 'measure-order', body: 'bj-a', state: 'asked', final }] });

  it.each<[keyof typeof measureGuards, Partial<GuardFacts>, Record<string, unknown>, string | undefined]>([
    ['recovers-money', owing(null), {}, 'no-money-to-recover'],
    ['recovers-money', {}, {}, 'no-money-to-recover'],
    ['recovers-money', owing('0.00'), {}, undefined],
    ['money-is-owed', owing('0.00'), {}, 'nothing-left-to-recover'],
    ['money-is-owed', owing('0.01'), {}, undefined],
    ['money-is-in', owing('0.01'), {}, 'money-left'],
    ['money-is-in', owing('0.00'), {}, undefined],
    ['money-is-in', owing(null), {}, undefined],
    ['not-more-than-owed', owing('100.00'), { amount: '100.01' }, 'more-than-owed'],
    ['not-more-than-owed', owing('100.00'), { amount: '100' }, undefined],
    ['orders-settled', order(false), {}, 'order-open'],
    ['orders-settled', order(true), {}, undefined],
  ])('%s, where %j and %j: %s', (guard, facts, form, code) => {
    expect(refuse(guard, facts, form)).toBe(code);
    if (code !== undefined) expect(refusalLabels[code]).toBeDefined();
  });
});
