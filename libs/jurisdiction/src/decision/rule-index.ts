import type { Condition, Edition, Rule } from '../register/edition';
import type { MatterFacts } from './facts';

/**
 * Finds the few rules of an edition that could match a matter without asking each: every rule lies under the one of its
 * equalities that the fewest rules share, and a matter looks only under the values it has. Table order is kept.
 */
export class RuleIndex {
  private readonly under = new Map<string, number[]>();
  private readonly unindexed: number[] = [];

  constructor(private readonly rules: readonly Rule[]) {
    const shared = new Map<string, number>();
    for (const key of rules.flatMap(({ when }) => when.flatMap(keyOf))) shared.set(key, (shared.get(key) ?? 0) + 1);
    rules.forEach(({ when }, place) => {
      const rarest = when.flatMap(keyOf).sort((one, other) => (shared.get(one) ?? 0) - (shared.get(other) ?? 0))[0];
      const list = rarest === undefined ? this.unindexed : (this.under.get(rarest) ?? []);
      list.push(place);
      if (rarest !== undefined) this.under.set(rarest, list);
    });
  }

  /** Rules that may match, in the table's order; each must still be asked. */
  candidates(facts: MatterFacts): Rule[] {
    const places = [...this.unindexed, ...keysOf(facts).flatMap((key) => this.under.get(key) ?? [])];
    return places.sort((one, other) => one - other).map((place) => this.rules[place] as Rule);
  }
}

const indexes = new WeakMap<Edition, RuleIndex>();

/** An edition is never changed, so its index is made once. */
export function indexOf(edition: Edition): RuleIndex {
  const known = indexes.get(edition);
  if (known) return known;
  const made = new RuleIndex(edition.rules);
  indexes.set(edition, made);
  return made;
}

/** Only what must equal something is looked up; "known" and "is not" hold for too many matters. */
function keyOf(condition: Condition): string[] {
  if ('has' in condition) return [`${condition.fact} ${condition.has}`];
  return 'is' in condition ? [`${condition.fact} ${String(condition.is)}`] : [];
}

const keysOf = ({ fields, unit, aiStage, funding }: MatterFacts): string[] => [
  ...fields.map((field) => `fields ${field}`),
  `unit.kind ${unit.kind}`,
  `unit.educationSystem ${unit.educationSystem}`,
  `aiStage ${String(aiStage)}`,
  `funding ${funding}`,
];
