import { appealEndings, appeals, type AppealState, type MeasureChange } from '@lianxi/casework';
import { newId, record, type CaseRow, type LinkedWorkRow, type NewDelivery, type Tx } from '@lianxi/chassis';
import type { WorkReported } from '@lianxi/contracts';
import { askWork, CaseInHand, type AskedWork } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { changeMeasure } from './change-measure';
import { measuresOfDecision } from './measures-of-decision';

const stateAfter: Readonly<Record<string, AppealState>> = { upheld: 'upheld', changed: 'changed', revoked: 'revoked', declined: 'upheld' };

/** The result of an appeal changes the measures in the transaction in which the decision's case is told of it: once, or not at all. */
export async function followAppeal(tx: Tx, row: CaseRow, work: LinkedWorkRow, report: WorkReported): Promise<void> {
  const state = stateAfter[String(report.codes['result'])];
  if (!appeals.includes(work.procedure) || !appealEndings.includes(report.act) || state === undefined) return;
  const changes = (report.codes['changes'] ?? []) as MeasureChange[];
  for (const { caseId, place } of await measuresOfDecision(tx, row.id)) {
    await changeMeasure(
      { tx, body: report.body },
      caseId,
      state,
      state === 'revoked' ? { place, change: 'lift' } : changes.find((change) => change.place === place),
    );
  }
  const cleared = state === 'changed' || state === 'revoked' ? await noticesToWhoActed(tx, row, report) : [];
  const inHand = new CaseInHand(row, tx.now);
  const act =
    cleared.length === 0
      ? undefined
      : inHand.act({
          procedure: 'investigation',
          act: 'send-clearing-notices',
          from: row.state,
          to: row.state,
          clause: 'appeal-result',
          body: row.holder,
          post: null,
          detail: { bodies: cleared.map(({ work: { body } }) => body) },
        });
  await record(tx, {
    ...(act ? { changedCase: { row: inHand.row, fromVersion: row.version } } : {}),
    journal: inHand.acts,
    linkedWork: cleared.map((each) => each.work),
    deliveries: [...clearingNotice(row, work, report), ...cleared.map(({ delivery }) => delivery(inHand.row, act?.id ?? ''))],
  });
}

/** Whoever carried out what the decision ordered, or found jointly what it rests on, is told: once, however much that was. */
async function noticesToWhoActed(tx: Tx, row: CaseRow, { codes, clause }: WorkReported): Promise<AskedWork[]> {
  const acted = await tx.rows<{ body: string; service: string }>(
    'who-acted-on-the-decision',
    `SELECT DISTINCT ON (w.body) w.body, w.service FROM linked_work w LEFT JOIN measures m ON m.case_id = w.case_id
    WHERE w.state <> 'released' AND ((w.procedure = 'measure-order' AND m.investigation = $1) OR (w.procedure = 'joint-finding' AND w.case_id = $1)) ORDER BY w.body, w.procedure DESC, w.id`,
    [row.id],
  );
  return acted.map(({ body, service }) =>
    askWork(
      row,
      {
        procedure: 'clearing-notice',
        toBody: body,
        atService: service,
        field: 'act',
        clause,
        codes: { result: codes['result'], changes: codes['changes'] },
        particulars: [],
      },
      register,
      tx.now,
    ),
  );
}

/** Whoever ordered the investigation was told the decision, and is told what became of it. */
function clearingNotice(
  { id, city, linked_to: asker, state, version }: CaseRow,
  work: LinkedWorkRow,
  { clause, body, post, codes }: WorkReported,
): NewDelivery[] {
  if (asker === null) return [];
  return [
    {
      id: newId(),
      city,
      receiver: asker.service,
      to_body: asker.body,
      kind: 'work-reported@1',
      case_id: id,
      journal_id: null,
      access_id: null,
      particulars: [],
      hand_over_id: null,
      body: {
        workId: id,
        caseId: asker.caseId,
        version,
        act: 'notify-appeal-result',
        from: state,
        to: state,
        clause,
        body,
        post,
        codes: { appeal: work.procedure, result: codes['result'], changes: codes['changes'] },
      },
    },
  ];
}
