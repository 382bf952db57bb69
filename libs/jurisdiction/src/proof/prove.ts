import type { BodyId, CityId, LegalDay } from '../register/body';
import type { City, Edition, Rule, RuleBody } from '../register/edition';
import type { Register } from '../register/register';
import { decide, matchedRules, type Decision } from '../decision/decide';
import { fields as allFields, fundings, unitKinds, type Field, type MatterFacts } from '../decision/facts';

/** The rules of a city do not hold what they must; `matter` is a concrete one that shows it. */
export class ProofFailed extends Error {
  constructor(
    readonly fault:
      | 'rule-never-matches'
      | 'body-not-in-register'
      | 'holder-without-service'
      | 'rule-id-twice'
      | 'edition-gap'
      | 'edition-overlap'
      | 'no-holder',
    readonly city: CityId,
    readonly rule: string | undefined,
    readonly matter: MatterFacts | undefined,
  ) {
    super(`${city}: ${fault}${rule === undefined ? '' : ` (${rule})`}${matter === undefined ? '' : ` ${JSON.stringify(matter)}`}`);
  }
}

/** What was walked, and how it ended. */
export interface ProofCount {
  readonly city: CityId;
  readonly edition: string;
  readonly combinations: number;
  readonly decided: number;
  readonly designationRequired: number;
  readonly unassigned: number;
  readonly uncovered: number;
}

/** Walks every combination of facts that the editions' conditions can tell apart; throws {@link ProofFailed} at the first fault. */
export function prove(register: Register): ProofCount[] {
  return register.cities.flatMap((city) => {
    checkDays(city);
    return city.editions.map((edition) => {
      const steps = proveInSteps(register, city, edition);
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
    });
  });
}

/** The proof of one edition, for a service that has other things to do meanwhile: it may be left alone between two steps. */
export function proveEditionInSteps(register: Register, cityId: CityId, edition: string): Generator<undefined, ProofCount> {
  const city = register.getCity(cityId);
  checkDays(city);
  const known = city.editions.find(({ id }) => id === edition);
  if (!known) throw new RangeError(`No edition ${edition} of ${cityId} is known.`);
  return proveInSteps(register, city, known);
}

const stepLength = 500;

function checkDays(city: City): void {
  const inOrder = [...city.editions].sort((a, b) => (a.from < b.from ? -1 : 1));
  inOrder.forEach((edition, place) => {
    const next = inOrder[place + 1];
    if (!next) return;
    const expected = edition.to === undefined ? undefined : dayAfter(edition.to);
    if (expected === undefined || expected > next.from)
      throw new ProofFailed('edition-overlap', city.id, next.id, firstMatter(city, next.from));
    if (expected < next.from) throw new ProofFailed('edition-gap', city.id, next.id, firstMatter(city, expected));
  });
}

function* proveInSteps(register: Register, city: City, edition: Edition): Generator<undefined, ProofCount> {
  checkRules(register, city, edition);
  const count = { combinations: 0, decided: 0, designationRequired: 0, unassigned: 0, uncovered: 0 };
  const neverMatched = new Set(edition.rules);
  for (const facts of combinations(register, city, edition)) {
    const decision = decide(facts, register);
    checkHolder(register, city, facts, decision);
    if (neverMatched.size > 0) for (const { rule } of matchedRules(facts, edition)) neverMatched.delete(rule);
    count.combinations += 1;
    if (count.combinations % stepLength === 0) yield undefined;
    if (decision.supervision.status === 'decided') count.decided += 1;
    else if (decision.supervision.status === 'designation-required') count.designationRequired += 1;
    else count.unassigned += 1;
    if (decision.supervision.uncovered.length > 0) count.uncovered += 1;
    for (const candidate of decision.supervision.candidates)
      checkHolder(register, city, facts, decide({ ...facts, receivedBy: candidate }, register));
  }
  const [rule] = neverMatched;
  if (rule !== undefined) throw new ProofFailed('rule-never-matches', city.id, rule.id, firstMatter(city, edition.from));
  return { city: city.id, edition: edition.id, ...count };
}

function checkRules(register: Register, city: City, edition: Edition): void {
  edition.rules.forEach((rule, place) => {
    const twin = edition.rules
      .slice(0, place)
      .find(
        (earlier) =>
          earlier.id === rule.id &&
          beginsIn(edition, earlier) <= endsIn(edition, rule) &&
          beginsIn(edition, rule) <= endsIn(edition, earlier),
      );
    if (twin) throw new ProofFailed('rule-id-twice', city.id, rule.id, matterFor(register, city, edition, rule));
    if (rule.bodies.some((body) => !isRegistered(register, rule, body)))
      throw new ProofFailed('body-not-in-register', city.id, rule.id, matterFor(register, city, edition, rule));
  });
}

/** A body told by a fact is none while that fact is not known. */
const isRegistered = (register: Register, { when }: Rule, body: RuleBody): boolean =>
  typeof body === 'string' ? register.findBody(body) !== undefined : when.some((condition) => 'known' in condition);

const beginsIn = (edition: Edition, { from = '' }: Rule): LegalDay => (from > edition.from ? from : edition.from);
const endsIn = ({ to: last = '9999' }: Edition, { to = '9999' }: Rule): LegalDay => (to < last ? to : last);

function matterFor(register: Register, city: City, edition: Edition, rule: Rule): MatterFacts | undefined {
  for (const facts of combinations(register, city, edition))
    if (matchedRules(facts, edition).some((matched) => matched.rule === rule)) return facts;
  return undefined;
}

function checkHolder(register: Register, city: City, facts: MatterFacts, { supervision }: Decision): void {
  const {
    holder,
    service,
    rules: [rule],
  } = supervision;
  if (!register.hasDesk(holder)) throw new ProofFailed('no-holder', city.id, rule, facts);
  if (!register.services.some(({ id }) => id === service) || !register.servesBody(service, holder))
    throw new ProofFailed('holder-without-service', city.id, rule, facts);
}

/** Investigation and re-review do not move the holder, so kinds without further facts stand for all. */
function* combinations(register: Register, city: City, edition: Edition): Generator<MatterFacts> {
  const affiliations: (BodyId | null)[] = [null, ...register.bodies.map(({ id }) => id)];
  const receivedBy = city.bodies.find(({ desk }) => desk)?.id ?? city.office;
  for (const on of daysToldApart(edition))
    for (const fields of subsets(allFields))
      for (const aiStage of fields.includes('ai') ? (['research', 'industry'] as const) : [undefined]) {
        for (const kind of unitKinds)
          for (const educationSystem of [true, false])
            for (const affiliation of affiliations)
              for (const funding of fundings) {
                yield {
                  city: city.id,
                  on,
                  kind: 'incident',
                  fields,
                  ...(aiStage === undefined ? {} : { aiStage }),
                  unit: { kind, educationSystem, affiliation },
                  funding,
                  fundManager: funding === 'none' ? null : receivedBy,
                  receivedBy,
                };
              }
      }
}

/** The first day of the edition, and every later one on which a rule begins or has ended. */
function daysToldApart(edition: Edition): LegalDay[] {
  const changes = edition.rules.flatMap((rule) => [beginsIn(edition, rule), ...(rule.to === undefined ? [] : [dayAfter(rule.to)])]);
  return [...new Set([edition.from, ...changes])].filter((day) => edition.from <= day && (edition.to === undefined || day <= edition.to));
}

function firstMatter(city: City, on: LegalDay): MatterFacts {
  const receivedBy = city.bodies.find(({ desk }) => desk)?.id ?? city.office;
  return {
    city: city.id,
    on,
    kind: 'incident',
    fields: ['other'],
    unit: { kind: 'none', educationSystem: false, affiliation: null },
    funding: 'none',
    fundManager: null,
    receivedBy,
  };
}

function subsets(fields: readonly Field[]): Field[][] {
  return Array.from({ length: 2 ** fields.length - 1 }, (_, bits) => fields.filter((_field, place) => ((bits + 1) >> place) & 1));
}

const dayAfter = (day: LegalDay): LegalDay => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
