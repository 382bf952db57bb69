import { decisionRecord, register, unknownFacts, type DecisionRecord, type MatterFacts, type Register } from '@lianxi/jurisdiction';

/** Where a matter lies after filing, and on what grounds. */
export interface Placed {
  readonly holder: string;
  readonly service: string;
  readonly lead: string | null;
  readonly decision: DecisionRecord | null;
  readonly unknown: readonly string[];
}

/** Incomplete facts decide nothing: the matter waits at the desk where it arrived, wherever that body's officers work. */
export function placeMatter(facts: Readonly<Record<string, unknown>>, rules: Register): Placed {
  const unknown = unknownFacts(facts);
  const receivedBy = String(facts['receivedBy']);
  if (unknown.length > 0)
    return { holder: receivedBy, service: register.homeOf(receivedBy) ?? 'coordination', lead: null, decision: null, unknown };
  const decision = decisionRecord(facts as unknown as MatterFacts, rules);
  const { holder, service, lead } = decision.decision.supervision;
  return { holder, service, lead, decision, unknown };
}
