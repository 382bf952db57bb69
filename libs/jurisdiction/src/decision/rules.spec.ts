import fc from 'fast-check';
import type { Condition, Edition, Rule } from '../register/edition';
import { register } from '../register/register';
import { decide, matchedRules } from './decide';
import { fields, type MatterFacts } from './facts';

const editions = register.cities.flatMap((city) => city.editions.map((edition) => ({ city, edition })));
const rules = editions.flatMap(({ edition }) => edition.rules.map((rule) => [rule.id, rule, edition] as const));

const plain = (edition: Edition): MatterFacts => ({
  city: edition.city,
  on: edition.from,
  kind: 'incident',
  fields: ['other'],
  unit: { kind: 'enterprise', educationSystem: false, affiliation: null },
  funding: 'none',
  fundManager: null,
  receivedBy: register.getCity(edition.city).office,
});
const someBody = (edition: Edition): string => register.bodies.find(({ city, desk }) => desk && city === edition.city)?.id ?? '';

/** A matter changed so that a condition holds, or does not. */
function turned(facts: MatterFacts, condition: Condition, on: boolean, edition: Edition): MatterFacts {
  if ('has' in condition) {
    const given = on ? [...new Set([...facts.fields.filter((field) => field !== 'other'), condition.has])] : ['other'];
    const { aiStage, ...rest } = facts;
    return { ...rest, fields: given as MatterFacts['fields'], ...(given.includes('ai') ? { aiStage: aiStage ?? 'research' } : {}) };
  }
  if ('known' in condition) return { ...facts, unit: { ...facts.unit, affiliation: on ? someBody(edition) : null } };
  if (condition.fact === 'unit.educationSystem') return { ...facts, unit: { ...facts.unit, educationSystem: on } };
  if (condition.fact === 'unit.kind') {
    const wanted = 'is' in condition ? (on ? condition.is : 'other') : on ? 'other' : condition.isNot;
    return { ...facts, unit: { ...facts.unit, kind: wanted as MatterFacts['unit']['kind'] } };
  }
  const value = 'is' in condition ? condition.is : '';
  if (condition.fact === 'aiStage')
    return { ...facts, aiStage: (on ? value : value === 'research' ? 'industry' : 'research') as 'research' };
  return { ...facts, funding: (on ? value : 'none') as MatterFacts['funding'], fundManager: on ? someBody(edition) : null };
}

const matterOf = (rule: Rule, edition: Edition): MatterFacts =>
  rule.when.reduce((facts, condition) => turned(facts, condition, true, edition), plain(edition));
const isMatched = (facts: MatterFacts, rule: Rule, edition: Edition): boolean =>
  matchedRules(facts, edition).some((matched) => matched.rule.id === rule.id);

describe('every rule of both cities', () => {
  it.each(rules)('%s applies when all its conditions hold, and names a body that is in the register', (_id, rule, edition) => {
    const facts = matterOf(rule, edition);
    const matched = matchedRules(facts, edition).find((each) => each.rule.id === rule.id);
    expect(matched?.bodies.every((body) => register.findBody(body) !== undefined)).toBe(true);
    expect(decide(facts).supervision.rules).toContain(rule.id);
  });

  it.each(
    rules.flatMap(([id, rule, edition]) =>
      rule.when.map((condition) => [id, JSON.stringify(condition), rule, condition, edition] as const),
    ),
  )('%s does not apply where %s is not so', (_id, _what, rule, condition, edition) => {
    expect(isMatched(turned(matterOf(rule, edition), condition, false, edition), rule, edition)).toBe(false);
  });

  it.each(rules)('%s cites where it stands', (_id, { clause }) => {
    expect(clause.instrument.zh).toMatch(/\p{Script=Han}/u);
    expect(clause.instrument.en).toMatch(/^[\x20-\x7e]+$/);
    expect(clause.section).not.toBe('');
  });
});

describe('a decision', () => {
  const anyMatter = fc
    .record({
      edition: fc.constantFrom(...editions.map(({ edition }) => edition)),
      given: fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: 4 }),
      stage: fc.constantFrom('research', 'industry'),
      kind: fc.constantFrom('university', 'medical-institution', 'enterprise', 'none'),
      educationSystem: fc.boolean(),
      affiliation: fc.constantFrom(null, ...register.bodies.map(({ id }) => id)),
      funding: fc.constantFrom('none', 'city-plan', 'other-fiscal'),
      desk: fc.nat(),
      other: fc.nat(),
    })
    .map(({ edition, given, stage, kind, educationSystem, affiliation, funding, desk, other }) => {
      const desks = register.bodies.filter((body) => body.desk && body.city === edition.city).map(({ id }) => id);
      const facts = {
        ...plain(edition),
        fields: given,
        ...(given.includes('ai') ? { aiStage: stage } : {}),
        unit: { kind, educationSystem, affiliation },
        funding,
        fundManager: funding === 'none' ? null : (desks[0] ?? null),
      } as MatterFacts;
      return { facts: { ...facts, receivedBy: desks[desk % desks.length] ?? '' }, elsewhere: desks[other % desks.length] ?? '' };
    });

  it('is made for every matter, always the same, with a holder that has a desk and a service that serves it', () => {
    fc.assert(
      fc.property(anyMatter, ({ facts }) => {
        const { supervision } = decide(facts);
        expect(decide(structuredClone(facts))).toEqual(decide(facts));
        expect(register.hasDesk(supervision.holder) && register.servesBody(supervision.service, supervision.holder)).toBe(true);
        expect(supervision.status === 'decided').toBe(supervision.lead !== null);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same wherever the matter was received, but for who holds it until somebody is designated', () => {
    fc.assert(
      fc.property(anyMatter, ({ facts, elsewhere }) => {
        const [here, there] = [decide(facts), decide({ ...facts, receivedBy: elsewhere })];
        const { holder: _h, service: _s, ...ours } = here.supervision;
        const { holder: _o, service: _t, ...theirs } = there.supervision;
        expect(theirs).toEqual(ours);
        if (here.supervision.status !== 'designation-required') expect(there.supervision).toEqual(here.supervision);
        else expect([...there.supervision.candidates, register.getCity(facts.city).office]).toContain(there.supervision.holder);
      }),
      { numRuns: 2_000 },
    );
  });
});
