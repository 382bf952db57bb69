import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { identityPeriods } from '@lianxi/casework';
import { Courier, COURIER_POOL, inTransaction, LOGGER, record, Repeating, type Logger, type Tx } from '@lianxi/chassis';
import { openingAct, stepOpening, takeSharesAway } from './opening-acts';
import { openingColumns, type OpeningRow } from './opening-row';

/** Closes what was open for its time, lets lapse what nobody decided, and takes the halves of the key away again. */
@Injectable()
export class EndOpenings implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('openings', 1_000, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  private async round(): Promise<void> {
    while (this.repeating.goesOn && (await inTransaction(this.pool, undefined, (tx) => endNext(tx)))) this.courier.wake();
  }
}

async function endNext(tx: Tx): Promise<boolean> {
  const row = await tx.find<OpeningRow>(
    'opening-to-end',
    `SELECT ${openingColumns} FROM openings o WHERE state IN ('asked', 'approved-once', 'open')
    AND coalesce(open_until, asked_at + make_interval(days => $1)) <= (SELECT lianxi_now()) ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [identityPeriods.decidedWithinDays],
  );
  if (!row) return false;
  const [act, to] = row.state === 'open' ? ['end', 'ended'] : ['lapse', 'lapsed'];
  const done = openingAct(tx.now, { ...row, version: row.version + 1 }, { act, from: row.state, to });
  await record(tx, { journal: [done] });
  await stepOpening(tx, row, to, done.hash);
  await takeSharesAway(tx, row.id);
  return true;
}
