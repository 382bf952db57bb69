import type { BodyId } from '../register/body';
import type { Duties } from '../register/edition';
import type { MatterFacts } from './facts';

export interface Investigation {
  /** A body, `unit` for the unit itself, or null while it is not known: the office finds out, an office never investigates. */
  readonly lead: BodyId | 'unit' | null;
  readonly mode: string;
  readonly coHandlers: readonly string[];
  readonly hits: readonly string[];
  readonly pending: readonly string[];
}

interface Hit {
  readonly name: string;
  readonly body: string | null;
  readonly mode: string;
}

/** Who investigates a violation; null for every other kind. The order of the hits is a proposal: the clauses are not ranked. */
export function investigationOf(facts: MatterFacts, duties: Duties, supervisor: BodyId | null): Investigation | null {
  const [first, ...later] = facts.kind === 'violation' ? hitsOf(facts, duties, supervisor) : [];
  if (!first) return null;
  const hits = [first, ...later];
  const guides = hits.some(({ name }) => name === 'unattached') ? [supervisor] : [];
  const coHandlers = [...new Set([...later.map(({ body }) => body), ...guides])].filter(
    (body): body is string => body !== null && body !== first.body,
  );
  return {
    lead: first.body,
    mode: first.mode,
    coHandlers,
    hits: hits.map(({ name }) => name),
    pending: hits.filter(({ body }) => body === null).map(({ name }) => name),
  };
}

function hitsOf(facts: MatterFacts, duties: Duties, supervisor: BodyId | null): Hit[] {
  const isUnaffiliated = facts.suspect === 'unaffiliated-person' || (facts.suspect === 'person' && facts.unit.kind === 'none');
  const hits: (Hit | false)[] = [
    ['unit', 'unit-head', 'committee'].includes(facts.suspect ?? '') && {
      name: 'superior',
      body: facts.unit.affiliation ?? duties.superiorFallback,
      mode: 'superior',
    },
    facts.inProject === true && facts.funding === 'city-plan' && { name: 'project', body: cityPlanManager(facts, duties), mode: 'project' },
    facts.inProject === true && facts.funding === 'other-fiscal' && { name: 'project', body: facts.fundManager, mode: 'project' },
    facts.major === true && { name: 'major', body: supervisor, mode: 'sector' },
    isUnaffiliated && { name: 'unattached', body: duties.localScienceBody, mode: 'local-st' },
    facts.suspect === 'person' && facts.unit.kind !== 'none' && { name: 'unit', body: 'unit', mode: 'unit' },
  ];
  return hits.filter((hit): hit is Hit => hit !== false);
}

const cityPlanManager = (facts: MatterFacts, { cityPlanManager: manager }: Duties): BodyId | null =>
  typeof manager === 'string' ? manager : facts.fundManager;
