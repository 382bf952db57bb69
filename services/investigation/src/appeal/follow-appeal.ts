import { appeals, type AppealState, type MeasureChange } from '@lianxi/casework';
import { newId, record, type CaseRow, type LinkedWorkRow, type NewDelivery, type Tx } from '@lianxi/chassis';
import type { WorkReported } from '@lianxi/contracts';
import { changeMeasure } from './change-measure';
import { measuresOfDecision } from './measures-of-decision';

const stateAfter: Readonly<Record<string, AppealState>> = { upheld: 'upheld', changed: 'changed', revoked: 'revoked', declined: 'upheld' };

/** The result of an appeal changes the measures in the transaction in which the decision's case is told of it: once, or not at all. */
export async function followAppeal(tx: Tx, row: CaseRow, work: LinkedWorkRow, report: WorkReported): Promise<void> {
  const state = stateAfter[String(report.codes['result'])];
  if (!appeals.includes(work.procedure) || !['decide-result', 'decline-appeal'].includes(report.act) || state === undefined) return;
  const changes = (report.codes['changes'] ?? []) as MeasureChange[];
  for (const { caseId, place } of await measuresOfDecision(tx, row.id)) {
    await changeMeasure({ tx, body: report.body }, caseId, state, state === 'revoked' ? { place, change: 'lift' } : changes.find((change) => change.place === place));
  }
  await record(tx, { journal: [], deliveries: clearingNotice(row, work, report) });
}

/** Whoever ordered the investigation was told the decision, and is told what became of it. */
function clearingNotice({ id, city, linked_to: asker, state, version }: CaseRow, work: LinkedWorkRow, { clause, body, post, codes }: WorkReported): NewDelivery[] {
  if (asker === null) return [];
  return [{
    id: newId(), city, receiver: asker.service, to_body: asker.body, kind: 'work-reported@1', case_id: id, journal_id: null, access_id: null, particulars: [], hand_over_id: null,
    body: { workId: id, caseId: asker.caseId, version, act: 'notify-appeal-result', from: state, to: state, clause, body, post, codes: { appeal: work.procedure, result: codes['result'], changes: codes['changes'] } },
  }];
}
