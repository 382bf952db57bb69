import { beijing } from '../editions/beijing';
import type { City, Edition, Rule } from '../register/edition';
import { Register } from '../register/register';
import { services } from '../register/services';
import { prove, ProofFailed } from './prove';

/** Beijing with few bodies, so that every combination is walked in a moment. */
const few = beijing.bodies.filter(({ id }) => ['bj-stc', 'bj-eit', 'bj-health', 'bj-agri', 'bj-joint-office'].includes(id));
const edition = beijing.editions[0] as Edition;
const registerOf = (change: Partial<Edition>, more: Partial<City> = {}): Register => new Register([{ ...beijing, bodies: few, editions: [{ ...edition, ...change }], ...more }], [], services);
const rule = edition.rules[1] as Rule;
const withRule = (change: Partial<Rule>): Register => registerOf({ rules: edition.rules.map((each) => (each === rule ? { ...rule, ...change } : each)) });

const faultOf = (register: Register): unknown => {
  try {
    prove(register);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(ProofFailed);
    return (error as ProofFailed).fault;
  }
};

describe('the proof', () => {
  it('walks every combination of a sound edition and finds nothing', () => {
    expect(prove(registerOf({}))).toEqual([expect.objectContaining({ city: 'beijing', combinations: expect.any(Number) as number })]);
  });

  it.each<[string, () => Register]>([
    ['rule-never-matches', () => withRule({ when: [{ fact: 'fields', has: 'human-life-medicine' }, { fact: 'unit.kind', is: 'university' }, { fact: 'unit.kind', isNot: 'university' }] })],
    ['body-not-in-register', () => withRule({ bodies: ['bj-nobody'] })],
    ['rule-id-twice', () => registerOf({ rules: [...edition.rules, { ...rule }] })],
    ['holder-without-service', () => withRule({ service: 'nowhere' })],
    ['edition-overlap', () => registerOf({}, { editions: [edition, { ...edition, id: 'next', from: '2026-01-01' }] })],
    ['edition-gap', () => registerOf({}, { editions: [{ ...edition, to: '2025-12-30' }, { ...edition, id: 'next', from: '2026-01-01' }] })],
    ['no-holder', () => registerOf({}, { bodies: few.map((body) => (body.id === 'bj-joint-office' ? { ...body, desk: false } : body)) })],
  ])('finds the planted fault %s, and names a matter or rule that shows it', (fault, plant) => {
    expect(faultOf(plant())).toBe(fault);
  });

  it('accepts editions that follow each other day by day', () => {
    expect(faultOf(registerOf({}, { editions: [{ ...edition, to: '2025-12-31' }, { ...edition, id: 'next', from: '2026-01-01' }] }))).toBe('none');
  });
});
