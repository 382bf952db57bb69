import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RowsWanted } from '@lianxi/contracts';
import type { Effect, InboxContext } from './incoming';
import { OnMessage } from './on-message';
import { RethrowFilter } from './rethrow-filter';

const oweAgain = `
  INSERT INTO delivery (id, city, receiver, kind, journal_id, access_id, created_at)
  SELECT gen_random_uuid(), coalesce(j.city, a.city), 'audit', 'record-row@1', j.id, a.id, lianxi_now()
  FROM journal_position p LEFT JOIN journal j ON j.id = p.row_id LEFT JOIN access a ON a.id = p.row_id
  WHERE p.position = ANY ($1) AND NOT EXISTS (SELECT 1 FROM delivery d WHERE coalesce(d.journal_id, d.access_id) = p.row_id AND d.kind = 'record-row@1')`;

/** Owes the audit service again what it says it lacks. */
@Controller()
@UseFilters(RethrowFilter)
export class RecordInboxOfSender {
  @OnMessage('rows-wanted')
  async wanted(@Payload() { positions }: RowsWanted, @Ctx() { tx, sender }: InboxContext): Promise<Effect> {
    if (sender !== 'audit') return 'stale';
    await tx.rows('owe-again', oweAgain, [positions]);
    return undefined;
  }
}
