import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { newId, noHistory, OnMessage, record, RethrowFilter, sealRow, type Effect, type InboxContext } from '@lianxi/chassis';
import { BodyRecused } from '@lianxi/contracts';
import { findCaseLocked } from '../cases/read-rows';

/** The holder noted whose staff a case concerns: what this service has of it is closed to that body as well. */
@Controller()
@UseFilters(RethrowFilter)
export class BodyRecusalsInbox {
  @OnMessage('body-recused')
  async noted(
    @Payload() { body: ofBody, epoch, holder }: BodyRecused,
    @Ctx() { tx, sender, city, envelope }: InboxContext,
  ): Promise<Effect> {
    const caseId = envelope.caseId ?? '';
    const row = await findCaseLocked(tx, caseId);
    if (row && (row.epoch > epoch || row.standing === 'holding')) return 'stale';
    await record(tx, {
      journal: [
        sealRow(noHistory, {
          id: newId(),
          city,
          case_id: caseId,
          version: null,
          procedure: 'matter',
          act: 'note-authority-staff',
          from_state: null,
          to_state: null,
          clause: 'recusal',
          epoch,
          body: holder,
          post: null,
          for_post: null,
          recorded_at: tx.now,
          effective_at: tx.now,
          detail: { ofBody, service: sender },
          particulars: [],
        }),
      ],
    });
    return undefined;
  }
}
