import type { BodyId, ServiceId } from '../register/body';
import { aspectsByStrength, type City, type Condition, type Edition, type Rule } from '../register/edition';
import type { Register } from '../register/register';
import { register as ours } from '../register/register';
import type { MatterFacts } from './facts';
import { investigationOf, type Investigation } from './investigation';
import { reReviewOf, type ReReview } from './re-review';
import { indexOf } from './rule-index';
import { unconfirmedIn } from './unconfirmed';

export interface Supervision {
  readonly status: 'decided' | 'designation-required' | 'unassigned';
  readonly lead: BodyId | null;
  readonly coHandlers: readonly BodyId[];
  readonly candidates: readonly BodyId[];
  /** Where the case lies; always a body with a desk. */
  readonly holder: BodyId;
  readonly service: ServiceId;
  readonly uncovered: readonly string[];
  readonly rules: readonly string[];
}

export interface Decision {
  readonly supervision: Supervision;
  readonly investigation: Investigation | null;
  readonly reReview: ReReview | null;
  /** Marks of what the decision rests on without confirmation; people must be shown them. */
  readonly unconfirmed: readonly string[];
}

/** A rule that matched, with the bodies it names in this matter. */
export interface MatchedRule {
  readonly rule: Rule;
  readonly bodies: readonly BodyId[];
}

/** The city and edition a matter falls under; facts are checked before, so the edition is there. */
export function editionFor(facts: MatterFacts, register: Register = ours): { city: City; edition: Edition } {
  const edition = register.findEdition(facts.city, facts.on);
  if (!edition) throw new RangeError(`No edition of ${facts.city} is in force on ${facts.on}.`);
  return { city: register.getCity(facts.city), edition };
}

/** Who supervises, who investigates, who organises the re-review. Pure and total over checked facts. */
export function decide(facts: MatterFacts, register: Register = ours): Decision {
  const { city, edition } = editionFor(facts, register);
  const matched = matchedRules(facts, edition);
  const competing = competingAmong(matched);
  const supervision = supervise(facts, register, city, edition, matched, competing);
  const investigation = investigationOf(facts, edition.duties, supervision.lead);
  const reReview = reReviewOf(facts, edition.duties, supervision);
  return {
    supervision,
    investigation,
    reReview,
    unconfirmed: unconfirmedIn({ facts, edition, matched, joint: jointlyNamed(competing), investigation }),
  };
}

export function matchedRules(facts: MatterFacts, edition: Edition): MatchedRule[] {
  return indexOf(edition)
    .candidates(facts)
    .filter((rule) => (rule.from ?? '') <= facts.on && (rule.to === undefined || facts.on <= rule.to))
    .filter((rule) => rule.when.every((condition) => holds(condition, facts)))
    .map((rule) => ({ rule, bodies: rule.bodies.map((body) => (typeof body === 'string' ? body : (facts.unit.affiliation as BodyId))) }));
}

export function competingAmong(matched: readonly MatchedRule[]): MatchedRule[] {
  const strongest = aspectsByStrength.find((aspect) => matched.some(({ rule }) => rule.aspect === aspect));
  return matched.filter(({ rule }) => rule.aspect === strongest);
}

/** Bodies every competing rule names, in the first rule's order: the first keeps the file. */
export function jointlyNamed(competing: readonly MatchedRule[]): BodyId[] {
  return (competing[0]?.bodies ?? []).filter((body) => competing.every(({ bodies }) => bodies.includes(body)));
}

function supervise(
  facts: MatterFacts,
  register: Register,
  city: City,
  edition: Edition,
  matched: readonly MatchedRule[],
  competing: readonly MatchedRule[],
): Supervision {
  const rules = matched.map(({ rule }) => rule.id);
  const covered = new Set(matched.flatMap(({ rule }) => rule.field ?? []));
  const uncovered = facts.fields.filter((field) => field !== 'other' && !covered.has(field));
  const named = (of: readonly MatchedRule[]): BodyId[] => unique(of.flatMap(({ bodies }) => bodies));
  const lead = jointlyNamed(competing)[0] ?? null;
  const status = matched.length === 0 ? 'unassigned' : lead === null ? 'designation-required' : 'decided';
  const candidates = status === 'designation-required' ? named(competing) : [];
  const others = named([...competing, ...matched.filter((rule) => !competing.includes(rule))]);
  const coHandlers = others.filter((body) => body !== lead && !candidates.includes(body));
  const holder = holderOf(facts, register, city, lead, candidates);
  return { status, lead, coHandlers, candidates, holder, service: serviceOf(facts, city, edition, competing, holder), uncovered, rules };
}

function holderOf(facts: MatterFacts, register: Register, city: City, lead: BodyId | null, candidates: readonly BodyId[]): BodyId {
  if (lead !== null) return register.hasDesk(lead) ? lead : city.office;
  const atDesk = candidates.filter((body) => register.hasDesk(body));
  return atDesk.includes(facts.receivedBy) ? facts.receivedBy : (atDesk[0] ?? city.office);
}

function serviceOf(facts: MatterFacts, city: City, edition: Edition, competing: readonly MatchedRule[], holder: BodyId): ServiceId {
  if (holder === city.office) return 'coordination';
  const first = competing.find(({ bodies }) => bodies.includes(holder));
  if (!first) return 'coordination';
  const { service } = first.rule;
  if (typeof service === 'string') return service;
  const field = facts.fields.find((candidate) => edition.fieldServices[candidate] !== undefined);
  return field === undefined ? service.otherwise : (edition.fieldServices[field] as ServiceId);
}

export function holds(condition: Condition, facts: MatterFacts): boolean {
  if ('has' in condition) return (facts.fields as readonly string[]).includes(condition.has);
  if ('known' in condition) return facts.unit.affiliation !== null;
  const value = valueOf(condition.fact, facts);
  return 'isNot' in condition ? value !== condition.isNot : value === condition.is;
}

function valueOf(fact: 'unit.kind' | 'unit.educationSystem' | 'aiStage' | 'funding', facts: MatterFacts): unknown {
  if (fact === 'unit.kind') return facts.unit.kind;
  return fact === 'unit.educationSystem' ? facts.unit.educationSystem : facts[fact];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
