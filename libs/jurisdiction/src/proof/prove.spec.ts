import type { MatterFacts } from '../decision/facts';
import { beijing } from '../editions/beijing';
import type { City, Edition, Rule } from '../register/edition';
import { Register } from '../register/register';
import { services } from '../register/services';
import { prove, ProofFailed } from './prove';

/** Beijing with few bodies, so that every combination is walked in a moment. */
const few = beijing.bodies.filter(({ id }) => ['bj-stc', 'bj-eit', 'bj-health', 'bj-agri', 'bj-joint-office'].includes(id));
const edition = beijing.editions[0] as Edition;
const registerOf = (change: Partial<Edition>, more: Partial<City> = {}): Register =>
  new Register([{ ...beijing, bodies: few, editions: [{ ...edition, ...change }], ...more }], [], services);
const rule = edition.rules[1] as Rule;
const withRule = (change: Partial<Rule>): Register =>
  registerOf({ rules: edition.rules.map((each) => (each === rule ? { ...rule, ...change } : each)) });

const failureOf = (register: Register): ProofFailed | undefined => {
  try {
    prove(register);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProofFailed)) throw error;
    return error;
  }
};
const failed = (fault: string, rule?: string): unknown =>
  expect.objectContaining({ fault, city: 'beijing', rule, message: expect.stringContaining(fault) as unknown }) as unknown;
const dated = (from: string | undefined, to: string | undefined): Rule => ({
  ...rule,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
const inTwo = (first: Rule, second: Rule): Register =>
  registerOf({ rules: [...edition.rules.filter((each) => each !== rule), first, second] });

describe('the proof', () => {
  it('walks every combination of a sound edition and finds nothing', () => {
    const [count] = prove(registerOf({}));
    const fieldSets = 64 + 2 * 64 - 1;
    expect(count).toMatchObject({ city: 'beijing', edition: edition.id, combinations: fieldSets * 6 * 2 * (few.length + 1) * 3 });
    expect((count?.decided ?? 0) + (count?.designationRequired ?? 0) + (count?.unassigned ?? 0)).toBe(count?.combinations);
  });

  it.each<[string, string | undefined, () => Register, Partial<MatterFacts>]>([
    [
      'rule-never-matches',
      'bj-human',
      () =>
        withRule({
          when: [
            { fact: 'fields', has: 'human-life-medicine' },
            { fact: 'unit.kind', is: 'university' },
            { fact: 'unit.kind', isNot: 'university' },
          ],
        }),
      { city: 'beijing' },
    ],
    ['rule-never-matches', 'bj-human', () => withRule({ from: '2020-01-01', to: '2020-12-31' }), { city: 'beijing' }],
    ['body-not-in-register', 'bj-human', () => withRule({ bodies: ['bj-nobody'] }), { fields: ['human-life-medicine'] }],
    [
      'body-not-in-register',
      'bj-human',
      () => withRule({ bodies: ['bj-nobody'], from: '2026-03-01' }),
      { fields: ['human-life-medicine'], on: '2026-03-01' },
    ],
    ['body-not-in-register', 'bj-human', () => withRule({ bodies: [{ fact: 'unit.affiliation' }] }), { fields: ['human-life-medicine'] }],
    ['rule-id-twice', 'bj-human', () => registerOf({ rules: [...edition.rules, { ...rule }] }), { fields: ['human-life-medicine'] }],
    [
      'rule-id-twice',
      'bj-human',
      () => inTwo(dated(undefined, '2026-03-01'), dated('2026-03-01', undefined)),
      { fields: ['human-life-medicine'] },
    ],
    ['holder-without-service', 'bj-human', () => withRule({ service: 'nowhere' }), { fields: ['human-life-medicine'] }],
    [
      'holder-without-service',
      'bj-human',
      () => withRule({ service: 'nowhere', from: '2026-03-01' }),
      { fields: ['human-life-medicine'], on: '2026-03-01' },
    ],
    [
      'edition-overlap',
      'next',
      () => registerOf({}, { editions: [edition, { ...edition, id: 'next', from: '2026-01-01' }] }),
      { on: '2026-01-01' },
    ],
    [
      'edition-overlap',
      'next',
      () =>
        registerOf(
          {},
          {
            editions: [
              { ...edition, id: 'next', from: '2026-01-01' },
              { ...edition, to: '2026-01-01' },
            ],
          },
        ),
      { on: '2026-01-01' },
    ],
    [
      'edition-gap',
      'next',
      () =>
        registerOf(
          {},
          {
            editions: [
              { ...edition, to: '2025-12-30' },
              { ...edition, id: 'next', from: '2026-01-01' },
            ],
          },
        ),
      { on: '2025-12-31' },
    ],
    [
      'no-holder',
      undefined,
      () => registerOf({}, { bodies: few.map((body) => (body.id === 'bj-joint-office' ? { ...body, desk: false } : body)) }),
      { fields: ['food'] },
    ],
  ])('finds the planted fault %s, and names %s and a matter that shows it', (fault, named, plant, matter) => {
    const failure = failureOf(plant());
    expect(failure).toEqual(failed(fault, named));
    expect(failure?.matter).toMatchObject(matter);
  });

  it('accepts a rule that takes the place of one with the same id the day after', () => {
    expect(failureOf(inTwo(dated(undefined, '2026-02-28'), dated('2026-03-01', undefined)))).toBeUndefined();
  });

  it('finds that such a successor never applies, though its namesake does', () => {
    expect(
      failureOf(inTwo(dated(undefined, '2026-02-28'), { ...dated('2026-03-01', undefined), when: [{ fact: 'funding', is: 'gold' }] })),
    ).toEqual(failed('rule-never-matches', 'bj-human'));
  });

  it('accepts editions that follow each other day by day', () => {
    expect(
      failureOf(
        registerOf(
          {},
          {
            editions: [
              { ...edition, to: '2025-12-31' },
              { ...edition, id: 'next', from: '2026-01-01' },
            ],
          },
        ),
      ),
    ).toBeUndefined();
  });
});
