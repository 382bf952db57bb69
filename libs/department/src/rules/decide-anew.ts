import { decisionRecord, unknownFacts, type DecisionRecord, type MatterFacts, type Register } from '@lianxi/jurisdiction';
import type { CaseRow } from '@lianxi/chassis';
import { findDecisionRecord } from '../cases/decision-of';

/** What the rules of today answer about an open matter that was decided by earlier ones. */
export interface DecidedAnew {
  readonly facts: MatterFacts;
  readonly record: DecisionRecord;
}

type Decided = Pick<CaseRow, 'procedure' | 'facts' | 'decision' | 'holder' | 'city'>;

/**
 * Undefined where the answer is the one the matter was decided by, where facts are missing, or where the holder answers for it
 * under the new rules, too. Nothing moves by itself: what is found here is offered.
 */
export function decidedAnew(row: Decided, rules: Register, today: string): DecidedAnew | undefined {
  const kept = findDecisionRecord(row as CaseRow);
  const edition = rules.findEdition(row.city, today);
  if (row.procedure !== 'matter' || !kept || !edition || kept.edition === edition.id || unknownFacts(row.facts).length > 0)
    return undefined;
  const facts = { ...(row.facts as unknown as MatterFacts), on: today };
  const record = decisionRecord(facts, rules);
  const { holder, lead, candidates } = record.decision.supervision;
  const before = kept.decision.supervision;
  const isOther = holder !== before.holder || lead !== before.lead;
  const isTheirs = [holder, ...record.jointBodies, ...candidates].includes(row.holder);
  return isOther && !isTheirs ? { facts, record } : undefined;
}
