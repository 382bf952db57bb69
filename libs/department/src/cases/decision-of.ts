import type { CaseRow } from '@lianxi/chassis';
import type { Decision, DecisionRecord } from '@lianxi/jurisdiction';

/** The decision kept on a case, or undefined while facts are missing. */
export const findDecisionRecord = (row: CaseRow): DecisionRecord | undefined => (row.decision ?? undefined) as DecisionRecord | undefined;
export const decisionOf = (row: CaseRow): Decision | undefined => findDecisionRecord(row)?.decision;

/** Whether the decision says that this body leads, alone or jointly. */
export const mayLead = (kept: DecisionRecord | null | undefined, body: string): boolean =>
  kept !== null && kept !== undefined && (kept.decision.supervision.lead === body || kept.jointBodies.includes(body));
