import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Courier, COURIER_POOL, inTransaction, LOGGER, record, Repeating, type Logger, type Tx } from '@lianxi/chassis';
import { actRow } from './keep-editions';
import { editionColumns, type EditionRow } from './edition-row';

const begin = `UPDATE editions SET state = 'in-force', version = version + 1, kept_at = lianxi_now()
  WHERE state = 'signed' AND valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date RETURNING ${editionColumns}`;

/** Puts on the record that an edition's day has come; that it decides from that day on needs nobody's act. */
@Injectable()
export class EnterIntoForce implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('editions', 1_000, () => this.enterAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async enterAll(): Promise<void> {
    if (await inTransaction(this.pool, undefined, enter)) this.courier.wake();
  }
}

async function enter(tx: Tx): Promise<boolean> {
  const begun = await tx.rows<EditionRow>('enter-into-force', begin);
  if (begun.length > 0)
    await record(tx, {
      journal: begun.map((row) =>
        actRow(row, { act: 'enter-into-force', from: 'signed', to: 'in-force', clause: 'in-charge-supervises', codes: {} }, null, tx.now),
      ),
    });
  return begun.length > 0;
}
