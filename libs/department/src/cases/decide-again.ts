import {
  checkFiledFacts,
  conditionalFacts,
  decisionRecord,
  unknownFacts,
  type DecisionRecord,
  type FiledFacts,
  type MatterFacts,
  type Register,
} from '@lianxi/jurisdiction';
import type { CaseRow } from '@lianxi/chassis';
import { stepClocks } from '../clocks/case-clocks';
import { askForUncoveredFields } from '../linked-work/work-effects';
import { joined, type ActEffect, type EffectGround } from './act-effect';
import { decisionOf, mayLead } from './decision-of';
import { designationRequest, indexed, partsIn } from './holding';

/** Corrected facts are decided again, beside the old decision on the record; the case stays where it is until somebody hands it over. */
export function decideAgain(ground: EffectGround): ActEffect {
  const { row, performed, clocks, tx, service, rules } = ground;
  const facts = correctedFacts(row, rules, performed.form.codes['facts'] as Readonly<Record<string, unknown>>);
  const missing = unknownFacts(facts);
  const decision = missing.length > 0 ? null : decisionRecord(facts as unknown as MatterFacts, rules);
  const isOurs = mayLead(decision, row.holder);
  const lead = isOurs || !row.interim ? row.holder : null;
  const jointBodies = isOurs ? (decision?.jointBodies ?? []) : [];
  const change: Partial<CaseRow> = {
    facts,
    kind: String(facts.kind),
    decision: decision as Record<string, unknown> | null,
    lead,
    interim: lead === null,
    joint_bodies: jointBodies,
    co_handlers: decision?.decision.supervision.coHandlers ?? [],
  };
  const isOpen = clocks.some(({ rule, state }) => rule === 'complete-facts' && state === 'running');
  const hadOffice = decisionOf(row)?.supervision.lead === null;
  const again: ActEffect = {
    change,
    clocks:
      missing.length === 0
        ? stepClocks(clocks, [{ do: 'meet', clock: 'complete-facts' }], row, tx.now)
        : isOpen
          ? clocks
          : stepClocks(clocks, [{ do: 'start', clock: 'complete-facts' }], row, tx.now),
    detail: {
      before: changedOnly(row.facts, facts),
      decision,
      proposedHolder: decision && !isOurs ? decision.decision.supervision.holder : null,
    },
    access: partsIn({ ...row, joint_bodies: jointBodies.filter((body) => !row.joint_bodies.includes(body)) }, tx.now, (body) =>
      rules.servesBody(service.name, body),
    ).filter(({ body }) => body !== row.holder),
    deliveries: (changed, journalId) => [
      indexed(changed, journalId),
      ...(decision && !isOurs && (hadOffice || decision.decision.supervision.lead === null)
        ? [designationRequest(changed, journalId, candidatesOf(decision))]
        : []),
    ],
  };
  return joined(again, askForUncoveredFields(ground, { ...row, ...change }));
}

/** Whom the office may name: the candidates, or the one body that the corrected facts name. */
const candidatesOf = ({ decision, jointBodies }: DecisionRecord): readonly string[] =>
  decision.supervision.lead === null ? decision.supervision.candidates : [...new Set([decision.supervision.lead, ...jointBodies])];

/** What applies no more to a matter of the corrected kind, fields or funding is left out, unless it was said expressly. */
function correctedFacts(row: CaseRow, rules: Register, given: Readonly<Record<string, unknown>>): FiledFacts {
  const merged: Record<string, unknown> = { ...row.facts, ...given, city: row.city, receivedBy: row.received_by, on: row.facts['on'] };
  const applying = conditionalFacts({
    kind: merged['kind'],
    fields: Array.isArray(merged['fields']) ? (merged['fields'] as string[]) : [],
    funding: merged['funding'],
  });
  for (const fact of ['aiStage', 'suspect', 'major', 'inProject', 'listedItem'] as const)
    if (!applying.includes(fact) && given[fact] === undefined) delete merged[fact];
  if (merged['funding'] === 'none' && given['fundManager'] === undefined) merged['fundManager'] = null;
  return checkFiledFacts(merged, rules);
}

const changedOnly = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name])));
