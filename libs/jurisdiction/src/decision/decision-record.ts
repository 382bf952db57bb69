import { createHash } from 'node:crypto';
import type { BodyId, ServiceId } from '../register/body';
import type { ClauseSource } from '../register/edition';
import type { Register } from '../register/register';
import { register as ours } from '../register/register';
import { competingAmong, decide, editionFor, jointlyNamed, matchedRules, type Decision } from './decide';
import type { MatterFacts } from './facts';

/** A decision as it is kept: with what it rests on, so that it can be shown, checked and made again. */
export interface DecisionRecord {
  readonly decision: Decision;
  readonly edition: string;
  /** sha256 of the facts' canonical JSON. */
  readonly factsHash: string;
  readonly reasons: readonly {
    readonly rule: string;
    readonly aspect: string;
    readonly bodies: readonly BodyId[];
    readonly clause: ClauseSource;
  }[];
  readonly jointBodies: readonly BodyId[];
  readonly suggestions: readonly BodyId[];
}

export function decisionRecord(facts: MatterFacts, register: Register = ours): DecisionRecord {
  const { edition } = editionFor(facts, register);
  const matched = matchedRules(facts, edition);
  const joint = jointlyNamed(competingAmong(matched));
  return {
    decision: decide(facts, register),
    edition: edition.id,
    factsHash: createHash('sha256').update(sortedJson(facts)).digest('hex'),
    reasons: matched.map(({ rule, bodies }) => ({ rule: rule.id, aspect: rule.aspect, bodies, clause: rule.clause })),
    jointBodies: joint.length > 1 ? joint : [],
    suggestions: edition.suggestions
      .filter(({ field }) => (facts.fields as readonly string[]).includes(field))
      .flatMap(({ bodies }) => bodies),
  };
}

/** The decision made again by the edition it was made by, whatever was signed since; undefined where nobody knows that edition. */
export function replay(
  { edition }: Pick<DecisionRecord, 'edition'>,
  facts: MatterFacts,
  register: Register = ours,
): DecisionRecord | undefined {
  const then = register.underEdition(facts.city, edition);
  return then && decisionRecord(facts, then);
}

/** Which service takes a case for a body that the office designated: by a rule that names it, by field, or its home. */
export function serviceFor(facts: MatterFacts, body: BodyId, register: Register = ours): ServiceId | undefined {
  const { edition } = editionFor(facts, register);
  const naming = matchedRules(facts, edition).find(({ rule, bodies }) => bodies.includes(body) && typeof rule.service === 'string');
  if (naming) return naming.rule.service as ServiceId;
  const byField = facts.fields
    .map((field) => edition.fieldServices[field])
    .find((service) => service !== undefined && register.isNamedIn(service, body));
  return byField ?? register.homeOf(body);
}

/** JSON with names in order: equal facts are equal bytes, however they were written down. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
