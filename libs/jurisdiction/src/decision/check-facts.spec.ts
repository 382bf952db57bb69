import { register } from '../register/register';
import { checkFacts, checkFiledFacts, unknownFacts } from './check-facts';
import { FactRefused } from './fact-refused';
import { unknowable } from './facts';

const violation = {
  city: 'beijing', on: '2026-01-05', kind: 'violation', fields: ['ai'], aiStage: 'research', unit: { kind: 'university', educationSystem: true, affiliation: 'moe' }, funding: 'city-plan', fundManager: 'bj-stc',
  inProject: true, suspect: 'person', major: false, receivedBy: 'bj-agri',
};
const reReview = { city: 'beijing', on: '2026-01-05', kind: 're-review', fields: ['human-life-medicine'], unit: { kind: 'medical-institution', educationSystem: false, affiliation: null }, funding: 'none', fundManager: null, listedItem: 4, receivedBy: 'bj-health' };
const without = (facts: Record<string, unknown>, name: string): Record<string, unknown> => Object.fromEntries(Object.entries(facts).filter(([each]) => each !== name));
const unit = (change: Record<string, unknown>): Record<string, unknown> => ({ ...violation, unit: { ...violation.unit, ...change } });

const refusedFact = (facts: unknown): unknown => {
  try {
    checkFacts(facts);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(FactRefused);
    const { code, fact, allowed } = error as FactRefused;
    expect(allowed).toBeDefined();
    return [code, fact];
  }
};

describe('facts that are all there are accepted', () => {
  it.each([['a violation', violation], ['a re-review', reReview]])('%s', (_what, facts) => {
    expect(checkFacts(facts)).toBe(facts);
  });
});

describe('a fact that is missing is named', () => {
  it.each(['city', 'on', 'kind', 'fields', 'unit', 'funding', 'fundManager', 'suspect', 'major', 'inProject', 'receivedBy', 'aiStage'])('%s', (fact) => {
    const [, named] = refusedFact(without(violation, fact)) as string[];
    expect(named).toBe(fact);
  });

  it.each(['kind', 'educationSystem', 'affiliation'])('unit.%s', (name) => {
    expect(refusedFact({ ...violation, unit: without(violation.unit, name) })).toEqual(['fact-missing', `unit.${name}`]);
  });

  it('listedItem of a re-review', () => {
    expect(refusedFact(without(reReview, 'listedItem'))).toEqual(['fact-missing', 'listedItem']);
  });
});

describe('a fact that cannot be is named, with what is allowed', () => {
  it.each<[string, unknown, string]>([
    ['city', { ...violation, city: 'atlantis' }, 'fact-value'], ['on', { ...violation, on: '2026-02-30' }, 'fact-value'], ['on', { ...violation, on: '1999-01-01' }, 'fact-value'], ['kind', { ...violation, kind: 'gossip' }, 'fact-value'],
    ['fields', { ...violation, fields: [] }, 'fact-value'], ['fields', { ...violation, fields: ['ai', 'ai'] }, 'fact-value'], ['fields', { ...violation, fields: ['space'] }, 'fact-value'], ['fields', { ...violation, fields: 'ai' }, 'fact-value'],
    ['aiStage', { ...violation, aiStage: 'idea' }, 'fact-value'], ['aiStage', { ...violation, fields: ['food'] }, 'fact-unknown'], ['unit', { ...violation, unit: null }, 'fact-missing'], ['unit.kind', unit({ kind: 'club' }), 'fact-value'],
    ['unit.educationSystem', unit({ educationSystem: 'yes' }), 'fact-value'], ['unit.affiliation', unit({ affiliation: 'nobody' }), 'fact-value'], ['unit.size', unit({ size: 3 }), 'fact-unknown'], ['funding', { ...violation, funding: 'gold' }, 'fact-value'],
    ['fundManager', { ...violation, fundManager: 'nobody' }, 'fact-value'], ['fundManager', { ...without(violation, 'inProject'), funding: 'none' }, 'fact-value'], ['fundManager', { ...violation, funding: 'other-fiscal', fundManager: null }, 'fact-missing'],
    ['inProject', { ...violation, funding: 'none', fundManager: null }, 'fact-unknown'], ['suspect', { ...violation, suspect: 'ghost' }, 'fact-value'], ['major', { ...violation, major: 'very' }, 'fact-value'],
    ['suspect', { ...reReview, suspect: 'person' }, 'fact-unknown'], ['listedItem', { ...reReview, listedItem: 8 }, 'fact-value'], ['listedItem', { ...reReview, listedItem: 6 }, 'fact-value'], ['listedItem', { ...violation, listedItem: 1 }, 'fact-unknown'],
    ['receivedBy', { ...violation, receivedBy: 'moe' }, 'fact-value'], ['weather', { ...violation, weather: 'fine' }, 'fact-unknown'], ['matter', 7, 'fact-value'], ['kind', { ...violation, kind: 'unknown' }, 'fact-value'], ['major', { ...violation, major: 'unknown' }, 'fact-value'],
  ])('%s in %j', (fact, facts, code) => {
    expect(refusedFact(facts)).toEqual([code, fact]);
  });
});

describe('intake', () => {
  it.each(unknowable.filter((fact) => fact !== 'listedItem'))('takes "unknown" for %s, and says that it is to be found out', (fact) => {
    const filed = fact === 'unit.affiliation' ? unit({ affiliation: 'unknown' }) : { ...violation, [fact]: 'unknown' };
    expect(checkFiledFacts(filed)).toBe(filed);
    expect(unknownFacts(filed)).toEqual([fact]);
  });

  it('takes "unknown" for the listed item of a re-review', () => {
    expect(unknownFacts(checkFiledFacts({ ...reReview, listedItem: 'unknown' }))).toEqual(['listedItem']);
  });

  it.each(['city', 'kind', 'receivedBy'])('takes no "unknown" for %s', (fact) => {
    expect(() => checkFiledFacts({ ...violation, [fact]: 'unknown' })).toThrow(FactRefused);
  });

  it('says which desks there are', () => {
    expect(() => checkFiledFacts({ ...violation, receivedBy: 'x' })).toThrow(expect.objectContaining({ allowed: register.bodies.filter(({ desk }) => desk).map(({ id }) => id) }) as Error);
  });
});
