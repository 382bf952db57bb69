import fc from 'fast-check';
import { register } from '../register/register';
import type { Condition, Rule } from '../register/edition';
import { holds } from './decide';
import type { MatterFacts } from './facts';
import { RuleIndex } from './rule-index';

const fields = ['ai', 'human-life-medicine', 'lab-animals', 'agriculture', 'food', 'fintech', 'other'] as const;
const unitKinds = ['university', 'research-institution', 'medical-institution', 'enterprise', 'other', 'none'] as const;
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...fields).map((has): Condition => ({ fact: 'fields', has })),
  fc.constantFrom(...unitKinds).map((is): Condition => ({ fact: 'unit.kind', is })),
  fc.constantFrom(...unitKinds).map((isNot): Condition => ({ fact: 'unit.kind', isNot })),
  fc.constantFrom('research', 'industry').map((is): Condition => ({ fact: 'aiStage', is })),
  fc.constantFrom('none', 'city-plan', 'other-fiscal').map((is): Condition => ({ fact: 'funding', is })),
  fc.constant<Condition>({ fact: 'unit.educationSystem', is: true }),
  fc.constant<Condition>({ fact: 'unit.affiliation', known: true }),
);
const template = register.cities[0]?.editions[0]?.rules[0] as Rule;
const rules = fc
  .array(fc.array(condition, { maxLength: 4 }), { maxLength: 40 })
  .map((all) => all.map((when, place): Rule => ({ ...template, id: `rule-${place}`, when })));
const matter = fc.record({
  fields: fc.shuffledSubarray([...fields], { minLength: 1, maxLength: 3 }),
  aiStage: fc.constantFrom('research', 'industry', undefined),
  funding: fc.constantFrom('none', 'city-plan', 'other-fiscal'),
  unit: fc.record({ kind: fc.constantFrom(...unitKinds), educationSystem: fc.boolean(), affiliation: fc.constantFrom('moe', null) }),
}) as unknown as fc.Arbitrary<MatterFacts>;

describe('the index of an edition', () => {
  it('leaves out no rule that matches, and keeps the order of the table', () => {
    fc.assert(
      fc.property(rules, matter, (table, facts) => {
        const byIndex = new RuleIndex(table)
          .candidates(facts)
          .filter(({ when }) => when.every((each) => holds(each, facts)))
          .map(({ id }) => id);
        expect(byIndex).toEqual(table.filter(({ when }) => when.every((each) => holds(each, facts))).map(({ id }) => id));
      }),
      { numRuns: 2_000 },
    );
  });

  it('asks only the rules that could match', () => {
    const table = fields.map((has, place): Rule => ({
      ...template,
      id: `rule-${place}`,
      when: [
        { fact: 'fields', has },
        { fact: 'funding', is: 'none' },
      ],
    }));
    const facts = {
      fields: ['ai'],
      unit: { kind: 'university', educationSystem: false, affiliation: null },
      funding: 'none',
    } as unknown as MatterFacts;
    expect(new RuleIndex(table).candidates(facts).map(({ id }) => id)).toEqual(['rule-0']);
  });
});
