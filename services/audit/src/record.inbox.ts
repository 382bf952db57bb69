import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnMessage, RethrowFilter, type Effect, type InboxContext } from '@lianxi/chassis';
import { RecordRow } from '@lianxi/contracts';

/** Takes in every journal and access row of every service, once, under the position its sender gave it. */
@Controller()
@UseFilters(RethrowFilter)
export class RecordInbox {
  @OnMessage('record-row')
  async take(@Payload() { table, position, incarnation, row }: RecordRow, @Ctx() { tx, sender, city }: InboxContext): Promise<Effect> {
    await tx.rows('take-record-row', `
      INSERT INTO recorded_rows (service, position, incarnation, kind, row_id, city, case_id, act, body, recorded_at, content, received_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, lianxi_now()) ON CONFLICT (service, row_id) DO NOTHING`,
      [sender, position, incarnation, table, row['id'], city, row['case_id'] ?? null, row['act'] ?? row['kind'], row['body'] ?? null, row['recorded_at'] ?? row['looked_at'], JSON.stringify(row)]);
    return undefined;
  }
}
