import { Register, register } from '../register/register';
import { sharedBodies } from '../register/shared-bodies';
import { checkFacts } from './check-facts';
import { decide, type Supervision } from './decide';
import { fields, fundings, unitKinds, type Field, type MatterFacts } from './facts';

/** One line of a city's plan, written down here a second time and apart from the data, so that a slip in either shows. */
interface Line {
  readonly id: string;
  readonly aspect?: 'system' | 'project';
  readonly applies: (facts: MatterFacts) => boolean;
  readonly bodies: (facts: MatterFacts) => readonly string[];
  readonly service: (facts: MatterFacts) => string;
  readonly field?: Field;
}
const line = (id: string, field: Field, bodies: readonly string[], service: string, also: Line['applies'] = () => true): Line => ({
  id,
  field,
  applies: (facts) => facts.fields.includes(field) && also(facts),
  bodies: () => bodies,
  service: () => service,
});
const fieldService: Readonly<Partial<Record<Field, string>>> = {
  ai: 'ai',
  'human-life-medicine': 'health',
  'lab-animals': 'lab-animals',
  agriculture: 'agriculture',
  food: 'food',
  fintech: 'fintech',
};
const firstService = ({ fields: given }: MatterFacts): string =>
  given.map((field) => fieldService[field]).find((service) => service !== undefined) ?? 'ai';
const isMedical = ({ unit }: MatterFacts): boolean => unit.kind === 'medical-institution';

const plans: Readonly<Record<string, { readonly office: string; readonly on: string; readonly lines: readonly Line[] }>> = {
  beijing: {
    office: 'bj-joint-office',
    on: '2026-11-20',
    lines: [
      line('bj-ai', 'ai', ['bj-stc', 'bj-eit'], 'ai'),
      line('bj-human', 'human-life-medicine', ['bj-health'], 'health'),
      line('bj-animals', 'lab-animals', ['bj-stc'], 'lab-animals'),
      line('bj-agriculture', 'agriculture', ['bj-agri'], 'agriculture'),
    ],
  },
  shenzhen: {
    office: 'sz-coordination-office',
    on: '2026-11-20',
    lines: [
      {
        id: 'sz-city-plan',
        aspect: 'project',
        applies: ({ funding }) => funding === 'city-plan',
        bodies: () => ['sz-sti'],
        service: firstService,
      },
      line('sz-ai-research', 'ai', ['sz-sti'], 'ai', ({ aiStage }) => aiStage === 'research'),
      {
        id: 'sz-education',
        aspect: 'system',
        applies: ({ unit }) => unit.educationSystem,
        bodies: () => ['sz-edu'],
        service: () => 'education',
      },
      line('sz-ai-industry', 'ai', ['sz-iit'], 'ai', ({ aiStage }) => aiStage === 'industry'),
      line('sz-human-medical', 'human-life-medicine', ['sz-health'], 'health', isMedical),
      {
        ...line('sz-human-other', 'human-life-medicine', [], 'health', (facts) => !isMedical(facts) && facts.unit.affiliation !== null),
        bodies: ({ unit }) => [unit.affiliation ?? ''],
      },
      line('sz-food', 'food', ['sz-amr'], 'food'),
      line('sz-agriculture', 'agriculture', ['sz-rural'], 'agriculture'),
      line('sz-fintech', 'fintech', ['sz-fin'], 'fintech'),
    ],
  },
};
const without = (all: readonly string[], gone: readonly (string | null)[]): string[] =>
  [...new Set(all)].filter((body) => !gone.includes(body));

/** The answer reckoned by the steps of the plan, one after the other. */
function reckoned(facts: MatterFacts): Supervision {
  const { office, lines } = plans[facts.city] as (typeof plans)[string];
  const matched = lines.filter(({ applies }) => applies(facts));
  const strongest = [undefined, 'system', 'project'].find((aspect) => matched.some((each) => each.aspect === aspect));
  const competing = matched.filter(({ aspect }) => aspect === strongest);
  const named = (of: readonly Line[]): string[] => of.flatMap(({ bodies }) => bodies(facts));
  const lead = named(competing.slice(0, 1)).find((body) => competing.every(({ bodies }) => bodies(facts).includes(body))) ?? null;
  const status = matched.length === 0 ? 'unassigned' : lead === null ? 'designation-required' : 'decided';
  const candidates = status === 'designation-required' ? without(named(competing), []) : [];
  const desks = (lead === null ? (candidates.includes(facts.receivedBy) ? [facts.receivedBy, ...candidates] : candidates) : [lead]).filter(
    (body) => register.findBody(body)?.desk,
  );
  const holder = desks[0] ?? office;
  return {
    status,
    lead,
    coHandlers: without([...named(competing), ...named(matched)], [lead, ...candidates]),
    candidates,
    holder,
    service:
      holder === office
        ? 'coordination'
        : (competing.find(({ bodies }) => bodies(facts).includes(holder))?.service(facts) ?? 'coordination'),
    uncovered: facts.fields.filter((field) => field !== 'other' && !matched.some((each) => each.field === field)),
    rules: matched.map(({ id }) => id),
  };
}

const subsets = Array.from({ length: 2 ** fields.length - 1 }, (_, bits) => fields.filter((_field, place) => ((bits + 1) >> place) & 1));

function* matters(city: string, affiliations: readonly (string | null)[], desks: readonly string[]): Generator<MatterFacts> {
  const on = plans[city]?.on ?? '';
  for (const given of subsets)
    for (const stage of given.includes('ai') ? (['research', 'industry'] as const) : [undefined])
      for (const kind of unitKinds)
        for (const educationSystem of [true, false]) {
          for (const affiliation of affiliations)
            for (const funding of fundings)
              for (const receivedBy of desks) {
                const fundManager = funding === 'none' ? null : 'nsfc';
                yield {
                  city,
                  on,
                  kind: 'incident',
                  fields: given,
                  ...(stage ? { aiStage: stage } : {}),
                  unit: { kind, educationSystem, affiliation },
                  funding,
                  fundManager,
                  receivedBy,
                };
              }
        }
}

describe('who supervises, in every combination of facts', () => {
  it.each([
    ['beijing', [null, 'moe'], ['bj-eit', 'bj-joint-office']],
    ['shenzhen', [null, 'moe', 'sz-district-nanshan', 'sz-edu', 'bj-stc'], ['sz-edu', 'sz-fin']],
  ])('is in %s what the plan says, reckoned a second time', (city, affiliations, desks) => {
    let count = 0;
    for (const facts of matters(city, affiliations, desks)) {
      const [answer, wanted] = [decide(facts).supervision, reckoned(facts)];
      if (JSON.stringify(answer) !== JSON.stringify(wanted)) expect([facts, answer]).toEqual([facts, wanted]);
      count += 1;
    }
    expect(count).toBe(191 * unitKinds.length * 2 * affiliations.length * fundings.length * desks.length);
  });

  it('knows every line of both plans, and no line more', () => {
    for (const { id, editions } of register.cities)
      expect(editions.map(({ rules }) => rules.map((rule) => rule.id))).toEqual([plans[id]?.lines.map((each) => each.id)]);
  });
});

describe('a city-plan project lies in the service of its first field that has one, unless a field rule names the lead', () => {
  const project = (given: readonly Field[]): MatterFacts =>
    checkFacts({
      city: 'shenzhen',
      on: '2026-11-20',
      kind: 'enquiry',
      fields: given,
      unit: { kind: 'enterprise', educationSystem: false, affiliation: null },
      funding: 'city-plan',
      fundManager: null,
      receivedBy: 'sz-edu',
    });
  it.each<[Field[], string, string | null]>([
    [['lab-animals'], 'lab-animals', 'sz-sti'],
    [['other', 'lab-animals'], 'lab-animals', 'sz-sti'],
    [['other'], 'ai', 'sz-sti'],
    [['human-life-medicine', 'lab-animals'], 'health', 'sz-sti'],
    [['lab-animals', 'food'], 'food', 'sz-amr'],
  ])('%j lies in %s with %s', (given, service, lead) => {
    expect(decide(project(given)).supervision).toMatchObject({ service, lead, holder: lead });
  });
});

describe('a rule with days of its own', () => {
  const edition = register.getCity('beijing').editions[0];
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('in force from 1 March to 30 June, on %s: %s', (on, applies) => {
    if (!edition) throw new Error('no edition');
    const dated = { ...edition, rules: edition.rules.map((rule) => ({ ...rule, from: '2026-03-01', to: '2026-06-30' })) };
    const cities = register.cities.map((city) => (city.id === 'beijing' ? { ...city, editions: [dated] } : city));
    const facts: MatterFacts = {
      city: 'beijing',
      on,
      kind: 'enquiry',
      fields: ['agriculture'],
      unit: { kind: 'none', educationSystem: false, affiliation: null },
      funding: 'none',
      fundManager: null,
      receivedBy: 'bj-ast',
    };
    expect(decide(facts, new Register(cities, sharedBodies, register.services)).supervision).toMatchObject(
      applies ? { lead: 'bj-agri' } : { lead: null, status: 'unassigned', holder: 'bj-joint-office', service: 'coordination' },
    );
  });
});
