import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Courier, type Handed, type Tx } from '@lianxi/chassis';
import type { RecordRow } from '@lianxi/contracts';

/** Takes in every journal and access row of every service, once, under the position its sender gave it. */
@Injectable()
export class TakeRecordRows implements OnModuleInit {
  constructor(@Inject(Courier) private readonly courier: Courier) {}

  onModuleInit(): void {
    this.courier.onTogether(['record-row@1'], takeRows);
  }
}

/** A row that was lost here and is sent again may be a leaf already, or wait to be one: it is not made one twice. */
async function takeRows(tx: Tx, handed: readonly Handed[]): Promise<void> {
  const rows = handed.map(({ body, context: { sender, city } }) => {
    const { table, position, incarnation, row } = body as RecordRow;
    return {
      service: sender,
      position,
      incarnation,
      kind: table,
      row_id: row['id'],
      city,
      case_id: row['case_id'] ?? null,
      act: row['act'] ?? row['kind'],
      body: row['body'] ?? null,
      recorded_at: row['recorded_at'] ?? row['looked_at'],
      content: row,
    };
  });
  await tx.rows(
    'take-record-rows',
    `
    WITH taken AS (
      INSERT INTO recorded_rows (service, position, incarnation, kind, row_id, city, case_id, act, body, recorded_at, content, received_at)
      SELECT r.service, r.position, r.incarnation, r.kind, r.row_id, r.city, r.case_id, r.act, r.body, r.recorded_at, r.content, lianxi_now()
      FROM jsonb_to_recordset($1) AS r(service text, position bigint, incarnation uuid, kind text, row_id uuid, city text, case_id uuid, act text, body text, recorded_at timestamptz, content jsonb)
      ON CONFLICT (service, row_id) DO NOTHING RETURNING service, position, received_at)
    INSERT INTO ledger_waiting (service, position, arrived_at) SELECT t.service, t.position, t.received_at FROM taken t
    WHERE NOT EXISTS (SELECT 1 FROM ledger_leaves l WHERE l.service = t.service AND l.position = t.position) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
