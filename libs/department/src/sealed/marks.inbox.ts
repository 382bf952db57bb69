import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { getProcedure } from '@lianxi/casework';
import {
  newId,
  noHistory,
  OnMessage,
  record,
  RethrowFilter,
  sealRow,
  type CaseRow,
  type Effect,
  type InboxContext,
  type Tx,
} from '@lianxi/chassis';
import { MarkChanged } from '@lianxi/contracts';
import { CaseInHand } from '../cases/case-acts';
import { findCaseLocked } from '../cases/read-rows';

/** The holder marked a case: what this service has of it, or does for it, is marked alike. */
@Controller()
@UseFilters(RethrowFilter)
export class MarksInbox {
  @OnMessage('mark-changed')
  async changed(@Payload() change: MarkChanged, @Ctx() { tx, sender, city, envelope }: InboxContext): Promise<Effect> {
    const caseId = change.workId ?? envelope.caseId ?? '';
    const row = await findCaseLocked(tx, caseId);
    if (change.workId !== undefined) return row === undefined ? 'early' : followAsWork(tx, row, change, sender);
    if (row && (row.epoch > change.epoch || row.standing === 'holding')) return 'stale';
    await record(tx, {
      journal: [
        sealRow(noHistory, {
          id: newId(),
          city,
          case_id: caseId,
          version: null,
          procedure: 'matter',
          act: 'follow-mark',
          from_state: null,
          to_state: null,
          clause: 'privacy-51',
          epoch: change.epoch,
          body: change.holder,
          post: null,
          for_post: null,
          recorded_at: tx.now,
          effective_at: tx.now,
          detail: { mark: change.mark, service: sender },
          particulars: [],
        }),
      ],
    });
    await tx.rows('follow-mark', 'UPDATE cases SET mark = $2 WHERE id = $1', [caseId, change.mark]);
    await tx.rows(
      'follow-mark-offered',
      `UPDATE hand_overs SET subject = subject || jsonb_build_object('mark', $2::text) WHERE case_id = $1 AND side = 'addressee' AND state = 'offered'`,
      [caseId, change.mark],
    );
    await tx.rows('follow-mark-access', 'UPDATE case_access SET sealed = $2 WHERE case_id = $1', [caseId, change.mark === 'sealed']);
    return undefined;
  }
}

/** Work has a record of its own, so there it is an act like any other. */
async function followAsWork(tx: Tx, row: CaseRow, { mark, epoch, holder }: MarkChanged, sender: string): Promise<Effect> {
  if (!row.linked_to || epoch < row.linked_to.epoch || row.mark === mark) return 'stale';
  const inHand = new CaseInHand(row, tx.now);
  inHand.act(
    {
      procedure: getProcedure(row.procedure).id,
      act: 'follow-mark',
      from: row.state,
      to: row.state,
      clause: 'privacy-51',
      body: holder,
      post: null,
      detail: { mark, service: sender },
    },
    { mark },
  );
  await record(tx, { changedCase: { row: inHand.row, fromVersion: row.version }, journal: inHand.acts });
  return undefined;
}
