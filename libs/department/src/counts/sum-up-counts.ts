import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, inTransaction, LOGGER, Repeating, type Logger, type Tx } from '@lianxi/chassis';

const atOnce = 20_000;
const sumUp = `
  WITH gone AS (
    DELETE FROM case_count_changes WHERE ctid = ANY (ARRAY(SELECT ctid FROM case_count_changes LIMIT $1 FOR UPDATE SKIP LOCKED)) RETURNING body, what, day, change),
  summed AS (
    INSERT INTO case_counts AS c (body, what, day, count) SELECT body, what, day, sum(change) FROM gone GROUP BY body, what, day ORDER BY body, what, day
    ON CONFLICT ON CONSTRAINT a_count_has_one_row DO UPDATE SET count = c.count + excluded.count)
  SELECT count(*)::int AS gone FROM gone`;

/** Sums up what acts noted, so that asking stays cheap. Nobody waits for it: sums and what is not yet summed are read together. */
@Injectable()
export class SumUpCounts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('counts', 3_000, () => this.sumUpAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async sumUpAll(): Promise<void> {
    while (this.repeating.goesOn && (await inTransaction(this.pool, undefined, sumUpSome)) === atOnce);
  }
}

async function sumUpSome(tx: Tx): Promise<number> {
  const { gone } = (await tx.find<{ gone: number }>('sum-up', sumUp, [atOnce])) ?? { gone: 0 };
  if (gone > 0) await tx.rows('forget-empty-counts', 'DELETE FROM case_counts WHERE count = 0');
  return gone;
}
