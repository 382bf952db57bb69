import { checkEdition, EditionRefused } from './check-edition';
import { beijing } from './beijing';
import { shenzhen } from './shenzhen';
import type { Edition } from '../register/edition';
import { register } from '../register/register';
import { decisionRecord, replay } from '../decision/decision-record';
import type { MatterFacts } from '../decision/facts';
import matters from '../../vectors/matters.json';

const edition = beijing.editions[0] as Edition;
const asData = (): Record<string, unknown> => JSON.parse(JSON.stringify(edition)) as Record<string, unknown>;
const refusedAt = (given: unknown): string | undefined => {
  try {
    checkEdition(given);
    return undefined;
  } catch (error) {
    if (!(error instanceof EditionRefused)) throw error;
    return error.place;
  }
};

describe('an edition that comes as data', () => {
  it.each([...beijing.editions, ...shenzhen.editions].map((each) => [each.id, each] as const))(
    '%s is read as it was built in',
    (_id, each) => {
      expect(checkEdition(JSON.parse(JSON.stringify(each)))).toEqual(each);
    },
  );

  it.each<[string, (data: Record<string, unknown>) => unknown, string]>([
    ['is no object', () => 'x', 'edition'],
    ['has no day', ({ from: _from, ...rest }) => rest, 'edition.from'],
    ['has a day that is none', (data) => ({ ...data, from: '2027-02-30' }), 'edition.from'],
    ['says itself when it ends', (data) => ({ ...data, to: '2027-02-03' }), 'edition.to'],
    ['holds what nobody knows', (data) => ({ ...data, code: 'x' }), 'edition.code'],
    ['has a rule without a clause', (data) => ({ ...data, rules: [{ ...edition.rules[0], clause: undefined }] }), 'edition.rules.0.clause'],
    [
      'has a condition of an unknown shape',
      (data) => ({ ...data, rules: [{ ...edition.rules[0], when: [{ fact: 'fields', is: 'ai' }] }] }),
      'edition.rules.0.when.0',
    ],
    ['has an aspect nobody ranks', (data) => ({ ...data, rules: [{ ...edition.rules[0], aspect: 'mood' }] }), 'edition.rules.0.aspect'],
    ['names no duties', ({ duties: _duties, ...rest }) => rest, 'edition.duties'],
    [
      'breaks a line in a clause',
      (data) => ({ ...data, rules: [{ ...edition.rules[0], clause: { ...edition.rules[0]?.clause, section: 'a\nb' } }] }),
      'edition.rules.0.clause.section',
    ],
  ])('is refused when it %s', (_what, change, place) => {
    expect(refusedAt(change(asData()))).toBe(place);
  });
});

describe('a register with an edition more', () => {
  const swapped: Edition = {
    ...edition,
    id: 'beijing-2027-01-01',
    from: '2027-01-01',
    rules: edition.rules.map((rule) => (rule.id === 'bj-human' ? { ...rule, bodies: ['bj-agri'], service: 'agriculture' } : rule)),
  };
  const later: Edition = { ...edition, id: 'beijing-2027-07-01', from: '2027-07-01' };
  const known = register.withEditions([later, swapped]);
  const medical = (on: string): MatterFacts => ({
    city: 'beijing',
    on,
    kind: 'incident',
    fields: ['human-life-medicine'],
    unit: { kind: 'other', educationSystem: false, affiliation: null },
    funding: 'none',
    fundManager: null,
    receivedBy: 'bj-stc',
  });

  it('decides by each from its day until the day before the next, and is itself not changed', () => {
    const leads = ['2026-12-31', '2027-01-01', '2027-06-30', '2027-07-01'].map((on) => [
      decisionRecord(medical(on), known).edition,
      decisionRecord(medical(on), known).decision.supervision.lead,
    ]);
    expect(leads).toEqual([
      [edition.id, 'bj-health'],
      [swapped.id, 'bj-agri'],
      [swapped.id, 'bj-agri'],
      [later.id, 'bj-health'],
    ]);
    expect(decisionRecord(medical('2027-01-01')).edition).toBe(edition.id);
    expect([known.servesBody('agriculture', 'bj-agri'), register.isNamedIn('agriculture', 'bj-agri')]).toEqual([true, true]);
  });

  it('makes every decision that was kept again as it was, whatever was signed since', () => {
    const kept = (matters as unknown as MatterFacts[])
      .filter((facts) => {
        try {
          return decisionRecord(facts) !== undefined;
        } catch {
          return false;
        }
      })
      .map((facts) => ({ facts, record: decisionRecord(facts) }));
    expect(kept.length).toBeGreaterThan(40);
    for (const { facts, record } of kept) expect(replay(record, facts, known)).toEqual(record);
    const under = decisionRecord(medical('2027-02-01'), known);
    expect(replay(under, medical('2027-02-01'), known)).toEqual(under);
    expect(replay({ edition: 'nobody-knows' }, medical('2027-02-01'), known)).toBeUndefined();
  });
});
