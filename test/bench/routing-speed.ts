import { decisionRecord, register, type MatterFacts, Register } from '@lianxi/jurisdiction';
import { interleaved, timed, type Line } from './measure';

type Rule = (typeof register.cities)[number]['editions'][number]['rules'][number];

/** A city like Beijing whose edition has `count` rules: its own, and others for fields of their own. */
function registerWith(count: number): Register {
  const [beijing, ...others] = register.cities as [(typeof register.cities)[number]];
  const edition = beijing.editions[0] as (typeof beijing.editions)[number];
  const own = edition.rules;
  const more = Array.from({ length: count - own.length }, (_, place): Rule => ({
    ...(own[place % own.length] as Rule),
    id: `synthetic-${place}`,
    when: [
      { fact: 'fields', has: `field-${place}` },
      { fact: 'funding', is: 'none' },
    ],
  }));
  return new Register(
    [{ ...beijing, editions: [{ ...edition, rules: [...own, ...more] }] }, ...others],
    register.bodies.filter(({ level }) => level === 'national' || level === 'province'),
    register.services,
  );
}

const fields = ['ai', 'human-life-medicine', 'lab-animals', 'agriculture'] as const;
const matters = fields.flatMap((field) =>
  ['university', 'medical-institution', 'enterprise'].map(
    (kind) =>
      ({
        city: 'beijing',
        on: '2026-11-20',
        kind: 'incident',
        fields: [field],
        ...(field === 'ai' ? { aiStage: 'research' } : {}),
        unit: { kind, educationSystem: false, affiliation: null },
        funding: 'none',
        fundManager: null,
        receivedBy: 'bj-health',
      }) as unknown as MatterFacts,
  ),
);

/** Decisions with their reasons, under an edition of 10,000 rules and under one of 100. */
export async function routingSpeed({ rounds, decisions }: { rounds: number; decisions: number }): Promise<Line[]> {
  const [small, large] = [registerWith(100), registerWith(10_000)];
  const side = (of: Register) => async (): Promise<number> =>
    (decisions /
      (await timed(() => {
        for (let place = 0; place < decisions; place += 1) decisionRecord(matters[place % matters.length] as MatterFacts, of);
      }))) *
    1_000;
  for (const facts of matters)
    if (JSON.stringify(decisionRecord(facts, small).decision) !== JSON.stringify(decisionRecord(facts, large).decision))
      throw new Error('The two editions decide differently.');
  const speed = await interleaved(rounds, { small: side(small), large: side(large) });
  return [
    { name: 'decisions with reasons, 100 rules', value: speed.small, unit: '/s' },
    { name: 'decisions with reasons, 10,000 rules', value: speed.large, unit: '/s' },
    { name: 'decisions: 10,000 rules ÷ 100 rules', value: speed.large / speed.small, unit: '', atLeast: 0.25 },
  ];
}
