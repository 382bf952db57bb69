import type { CaseRow, JournalRow } from '@lianxi/chassis';
import { register, type Register } from '@lianxi/jurisdiction';
import { askWork, type AskedWork, type WorkOrder } from './ask-work';

/** A case and what the question is made of. */
export interface EscalationGround {
  readonly row: CaseRow;
  readonly acts: readonly JournalRow[];
  readonly rules: Register;
  readonly now: string;
}

/** Goes with everybody who was in the dispute, so that the office knows between whom it decides. */
export function askEscalation(
  { row, acts, rules, now }: EscalationGround,
  { codes, ...order }: Pick<WorkOrder, 'clause' | 'codes' | 'particulars'>,
): AskedWork {
  const returns = acts
    .filter(({ procedure, act }) => procedure === 'hand-over' && act === 'return')
    .flatMap(({ detail }) => [detail['byBody'], detail['alternative']]);
  const others = returns.filter((body): body is string => typeof body === 'string');
  // Nobody to choose among but the holder would be no choice: the office may then name any body.
  const candidates = others.length === 0 ? [] : [...new Set([row.holder, ...others])];
  const toBody = register.getCity(row.city).office;
  return askWork(row, { ...order, codes: { ...codes, candidates }, procedure: 'escalation', toBody, field: 'act' }, rules, now);
}
