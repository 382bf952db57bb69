import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, Courier, inTransaction, LOGGER, record, type Logger, type Tx } from '@lianxi/chassis';
import { actRow } from './keep-editions';
import { editionColumns, type EditionRow } from './edition-row';

const begin = `UPDATE editions SET state = 'in-force', version = version + 1, kept_at = lianxi_now()
  WHERE state = 'signed' AND valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date RETURNING ${editionColumns}`;

/** Puts on the record that an edition's day has come; that it decides from that day on needs nobody's act. */
@Injectable()
export class EnterIntoForce implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(@Inject(COURIER_POOL) private readonly pool: Pool, @Inject(Courier) private readonly courier: Courier, @Inject(LOGGER) private readonly logger: Logger) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.busy;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.busy = inTransaction(this.pool, undefined, enter).then((begun) => { if (begun) this.courier.wake(); }, (error: Error) => this.logger.warn({ error: error.name }, 'editions')).then(() => { if (this.timer) this.schedule(); });
    }, 1_000);
  }
}

async function enter(tx: Tx): Promise<boolean> {
  const begun = await tx.rows<EditionRow>('enter-into-force', begin);
  if (begun.length > 0) await record(tx, { journal: begun.map((row) => actRow(row, { act: 'enter-into-force', from: 'signed', to: 'in-force', clause: 'in-charge-supervises', codes: {} }, null, tx.now)) });
  return begun.length > 0;
}
