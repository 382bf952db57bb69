import fc from 'fast-check';
import { register } from '../register/register';
import { checkFacts, checkFiledFacts, unknownFacts } from './check-facts';
import { FactRefused } from './fact-refused';
import { conditionalFacts, fields, fundings, kinds, unknowable } from './facts';

const violation = {
  city: 'beijing',
  on: '2026-01-05',
  kind: 'violation',
  fields: ['ai'],
  aiStage: 'research',
  unit: { kind: 'university', educationSystem: true, affiliation: 'moe' },
  funding: 'city-plan',
  fundManager: 'bj-stc',
  inProject: true,
  suspect: 'person',
  major: false,
  receivedBy: 'bj-agri',
};
const reReview = {
  city: 'beijing',
  on: '2026-01-05',
  kind: 're-review',
  fields: ['human-life-medicine'],
  unit: { kind: 'medical-institution', educationSystem: false, affiliation: null },
  funding: 'none',
  fundManager: null,
  listedItem: 4,
  receivedBy: 'bj-health',
};
const without = (facts: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([each]) => each !== name));
const unit = (change: Record<string, unknown>): Record<string, unknown> => ({ ...violation, unit: { ...violation.unit, ...change } });

const refusalOf = (facts: unknown, check: (given: unknown) => unknown = checkFacts): FactRefused | undefined => {
  try {
    check(facts);
    return undefined;
  } catch (error) {
    if (!(error instanceof FactRefused)) throw error;
    return error;
  }
};
const refusedFact = (facts: unknown): unknown => {
  const refusal = refusalOf(facts);
  return refusal && [refusal.code, refusal.fact];
};

describe('facts that are all there are accepted', () => {
  it.each([
    ['a violation', violation],
    ['a re-review', reReview],
  ])('%s', (_what, facts) => {
    expect(checkFacts(facts)).toBe(facts);
  });
});

describe('a fact that is missing is named', () => {
  it.each(['city', 'on', 'kind', 'fields', 'unit', 'funding', 'fundManager', 'suspect', 'major', 'inProject', 'receivedBy', 'aiStage'])(
    '%s',
    (fact) => {
      expect(refusedFact(without(violation, fact))).toEqual(['fact-missing', fact]);
    },
  );

  it.each(['kind', 'educationSystem', 'affiliation'])('unit.%s', (name) => {
    expect(refusedFact({ ...violation, unit: without(violation.unit, name) })).toEqual(['fact-missing', `unit.${name}`]);
  });

  it('listedItem of a re-review', () => {
    expect(refusedFact(without(reReview, 'listedItem'))).toEqual(['fact-missing', 'listedItem']);
  });
});

describe('a fact that cannot be is named, with what is allowed', () => {
  it.each<[string, unknown, string]>([
    ['city', { ...violation, city: 'atlantis' }, 'fact-value'],
    ['on', { ...violation, on: '2026-02-30' }, 'fact-value'],
    ['on', { ...violation, on: '1999-01-01' }, 'fact-value'],
    ['kind', { ...violation, kind: 'gossip' }, 'fact-value'],
    ['fields', { ...violation, fields: [] }, 'fact-value'],
    ['fields', { ...violation, fields: ['ai', 'ai'] }, 'fact-value'],
    ['fields', { ...violation, fields: ['space'] }, 'fact-value'],
    ['fields', { ...violation, fields: 'ai' }, 'fact-value'],
    ['aiStage', { ...violation, aiStage: 'idea' }, 'fact-value'],
    ['aiStage', { ...violation, fields: ['food'] }, 'fact-unknown'],
    ['unit', { ...violation, unit: null }, 'fact-missing'],
    ['unit.kind', unit({ kind: 'club' }), 'fact-value'],
    ['unit.educationSystem', unit({ educationSystem: 'yes' }), 'fact-value'],
    ['unit.affiliation', unit({ affiliation: 'nobody' }), 'fact-value'],
    ['unit.size', unit({ size: 3 }), 'fact-unknown'],
    ['funding', { ...violation, funding: 'gold' }, 'fact-value'],
    ['fundManager', { ...violation, fundManager: 'nobody' }, 'fact-value'],
    ['fundManager', { ...without(violation, 'inProject'), funding: 'none' }, 'fact-value'],
    ['fundManager', { ...violation, funding: 'other-fiscal', fundManager: null }, 'fact-missing'],
    ['inProject', { ...violation, funding: 'none', fundManager: null }, 'fact-unknown'],
    ['suspect', { ...violation, suspect: 'ghost' }, 'fact-value'],
    ['major', { ...violation, major: 'very' }, 'fact-value'],
    ['suspect', { ...reReview, suspect: 'person' }, 'fact-unknown'],
    ['listedItem', { ...reReview, listedItem: 8 }, 'fact-value'],
    ['listedItem', { ...reReview, listedItem: 6 }, 'fact-value'],
    ['listedItem', { ...violation, listedItem: 1 }, 'fact-unknown'],
    ['receivedBy', { ...violation, receivedBy: 'moe' }, 'fact-value'],
    ['weather', { ...violation, weather: 'fine' }, 'fact-unknown'],
    ['matter', 7, 'fact-value'],
    ['kind', { ...violation, kind: 'unknown' }, 'fact-value'],
    ['major', { ...violation, major: 'unknown' }, 'fact-value'],
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
    expect(() => checkFiledFacts({ ...violation, receivedBy: 'x' })).toThrow(
      expect.objectContaining({ allowed: register.bodies.filter(({ desk }) => desk).map(({ id }) => id) }) as Error,
    );
  });
});

describe('what is said to be allowed', () => {
  const bodies = register.bodies.map(({ id }) => id);
  it.each<[string, unknown, unknown]>([
    ['city', without(violation, 'city'), ['beijing', 'shenzhen']],
    ['on', { ...violation, on: '1999-01-01' }, ['2024-12-27..']],
    ['fields', without(violation, 'fields'), [...fields]],
    ['unit', { ...violation, unit: 'x' }, ['kind', 'educationSystem', 'affiliation']],
    ['unit.affiliation', unit({ affiliation: 'nobody' }), [...bodies, null]],
    ['fundManager', { ...violation, funding: 'other-fiscal', fundManager: 'nobody' }, bodies],
    ['fundManager', { ...without(violation, 'inProject'), funding: 'none' }, [null]],
    ['listedItem', without(reReview, 'listedItem'), [1, 2, 3, 4]],
    ['listedItem', { ...reReview, fields: ['ai'], aiStage: 'research', listedItem: 3 }, [1, 2, 5, 6, 7]],
    ['listedItem', { ...reReview, fields: ['food'], listedItem: 7 }, [1, 2]],
    ['aiStage', { ...violation, fields: ['food'] }, []],
    ['unit.size', unit({ size: 3 }), ['unit.kind', 'unit.educationSystem', 'unit.affiliation']],
  ])('for %s in %j is %j', (fact, facts, allowed) => {
    expect(refusalOf(facts)).toMatchObject({ fact, allowed });
  });

  const choices = [
    'city',
    'kind',
    'fields',
    'aiStage',
    'unit.kind',
    'unit.educationSystem',
    'unit.affiliation',
    'funding',
    'fundManager',
    'inProject',
    'suspect',
    'major',
    'receivedBy',
  ];
  const withFact = (fact: string, value: unknown): Record<string, unknown> =>
    fact.startsWith('unit.') ? unit({ [fact.slice(5)]: value }) : { ...violation, [fact]: fact === 'fields' ? [value] : value };
  it.each(choices.flatMap((fact) => [[fact, 'the decision', checkFacts] as const, [fact, 'intake', checkFiledFacts] as const]))(
    'for %s is what %s takes',
    (fact, _who, check) => {
      const allowed: readonly unknown[] | string = refusalOf(withFact(fact, 'nonsense'), check)?.allowed ?? [];
      expect(allowed.length).toBeGreaterThan(1);
      for (const value of allowed) expect(refusalOf(withFact(fact, value), check)?.fact).not.toBe(fact);
      expect(allowed.includes('unknown')).toBe(check === checkFiledFacts && (unknowable as readonly string[]).includes(fact));
    },
  );
});

describe('which facts are asked', () => {
  const asked = fc.record({
    kind: fc.constantFrom(...kinds),
    fields: fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1 }),
    funding: fc.constantFrom(...fundings),
  });
  it('are those without which the matter is refused, and no other', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const values = { aiStage: 'industry', suspect: 'unit', major: true, inProject: false, listedItem: 1 };
        const names = conditionalFacts(given);
        const chosen = Object.fromEntries(Object.entries(values).filter(([name]) => (names as string[]).includes(name)));
        const facts = {
          city: 'beijing',
          on: '2026-01-05',
          unit: violation.unit,
          fundManager: given.funding === 'none' ? null : 'bj-stc',
          receivedBy: 'bj-ast',
          ...given,
          ...chosen,
        };
        expect(refusedFact(facts)).toBeUndefined();
        for (const name of names) expect(refusedFact(without(facts, name))).toEqual(['fact-missing', name]);
        for (const [name, value] of Object.entries(values))
          if (!(names as string[]).includes(name)) expect(refusedFact({ ...facts, [name]: value })).toEqual(['fact-unknown', name]);
      }),
    );
  });
});
