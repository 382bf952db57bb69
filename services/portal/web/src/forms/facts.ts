export type Facts = Readonly<Record<string, unknown>>;

export const valueOfFact = (facts: Facts, fact: string): unknown =>
  fact.startsWith('unit.') ? (facts['unit'] as Facts | undefined)?.[fact.slice(5)] : facts[fact];

export function withFact(facts: Facts, fact: string, value: unknown): Facts {
  return fact.startsWith('unit.')
    ? { ...facts, unit: { ...(facts['unit'] as Facts | undefined), [fact.slice(5)]: value } }
    : { ...facts, [fact]: value };
}

/** As a list's choice is written; `-` is "none", which is an answer, and nothing chosen is none. */
export const writeFact = (value: unknown): string => (value === undefined ? '' : value === null ? '-' : String(value));

export function readFact(fact: string, text: string): unknown {
  if (text === '') return undefined;
  if (text === '-') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return fact === 'listedItem' && /^\d+$/.test(text) ? Number(text) : text;
}

const conditional = ['aiStage', 'suspect', 'major', 'inProject', 'listedItem'];

/** The facts as they are sent: what was chosen for a question that is not asked of this matter is left out. */
export function factsToSend(facts: Facts, asked: readonly string[]): Record<string, unknown> {
  const kept = Object.entries(facts).filter(
    ([fact, value]) => value !== undefined && (!conditional.includes(fact) || asked.includes(fact)),
  );
  return { ...Object.fromEntries(kept), ...(facts['funding'] === 'none' ? { fundManager: null } : {}) };
}
