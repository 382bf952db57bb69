import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, HealthChecks, LOGGER, type Logger } from '@lianxi/chassis';
import { LedgerLie, tileWidth } from '@lianxi/ledger';
import { changedLeaves } from './compare-ledger';
import { Ledger, type WriterState } from './ledger';
import { findLastCheckpoint, type Asks } from './ledger-rows';

const betweenLooks = 3_000;

/** How whole the signed record is, for operators and auditors. Times in seconds. */
export interface LedgerState {
  readonly whole: boolean;
  readonly writer: WriterState;
  readonly recorded: number;
  readonly leaves: number;
  readonly waiting: number;
  readonly oldestWaiting: number | null;
  readonly checkpoint: { readonly size: number; readonly signedAgo: number } | null;
  readonly cosignatures: readonly { readonly witness: string; readonly size: number; readonly cosignedAgo: number }[];
  /** From arrival to the signed checkpoint, over the last 1,000 rows. */
  readonly delay: { readonly median: number; readonly p99: number } | null;
  /** Leaves found to differ between rows, leaves and tiles. */
  readonly changed: readonly number[];
  readonly lookedThrough: { readonly from: number; readonly until: number } | null;
}

const state = `
  SELECT (SELECT count(*) FROM recorded_rows)::float8 AS recorded, (SELECT count(*) FROM ledger_leaves)::float8 AS leaves, (SELECT count(*) FROM ledger_waiting)::float8 AS waiting,
    (SELECT extract(epoch FROM lianxi_now() - min(arrived_at))::float8 FROM ledger_waiting) AS "oldestWaiting",
    (SELECT jsonb_build_object('size', size, 'signedAgo', extract(epoch FROM lianxi_now() - signed_at)) FROM ledger_checkpoints ORDER BY size DESC LIMIT 1) AS checkpoint,
    (SELECT coalesce(jsonb_agg(c), '[]') FROM (
       SELECT DISTINCT ON (witness) witness, size, extract(epoch FROM lianxi_now() - cosigned_at)::float8 AS "cosignedAgo" FROM ledger_cosignatures ORDER BY witness, size DESC) c) AS cosignatures,
    (SELECT CASE WHEN count(*) = 0 THEN NULL ELSE jsonb_build_object('median', percentile_cont(0.5) WITHIN GROUP (ORDER BY d), 'p99', percentile_cont(0.99) WITHIN GROUP (ORDER BY d)) END FROM (
       SELECT extract(epoch FROM (SELECT c.signed_at FROM ledger_checkpoints c WHERE c.size > l.leaf_index ORDER BY c.size LIMIT 1) - r.received_at)::float8 AS d
       FROM (SELECT * FROM ledger_leaves ORDER BY leaf_index DESC LIMIT 1000) l JOIN recorded_rows r USING (service, position)) t WHERE d IS NOT NULL) AS delay`;

/** Tells how whole the ledger is, and looks through it tile by tile: rows against leaves against tiles, round and round. */
@Injectable()
export class LedgerReport implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private place = 0;
  private readonly changed = new Set<number>();
  private readonly missing = new Map<number, string>();
  private looked: { from: number; until: number } | null = null;
  private readonly asks: Asks;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(HealthChecks) private readonly checks: HealthChecks,
  ) {
    this.asks = {
      rows: async <R extends object>(name: string, text: string, values: readonly unknown[] = []) =>
        (await pool.query<R>({ name, text, values: values as unknown[] })).rows,
    };
  }

  onApplicationBootstrap(): void {
    if (!this.ledger.parts) return;
    this.checks.add({
      name: 'ledger-rows',
      trouble: () =>
        this.changed.size + this.missing.size === 0
          ? undefined
          : `rows, leaves and tiles differ at ${[...this.missing.values(), ...this.changed].slice(0, 5).join(', ')}: keep database and tiles as evidence`,
    });
    this.timer = setInterval(
      () => void this.lookThrough().catch((error: Error) => this.logger.warn({ error: error.name }, 'ledger-report')),
      betweenLooks,
    );
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async read(): Promise<LedgerState> {
    const {
      rows: [found],
    } = await this.pool.query<Omit<LedgerState, 'whole' | 'writer' | 'changed' | 'lookedThrough'>>(state);
    const read = {
      ...(found as NonNullable<typeof found>),
      writer: this.ledger.state,
      changed: [...this.changed].slice(0, 1000),
      lookedThrough: this.looked,
    };
    const isSigned =
      read.leaves + read.waiting === read.recorded && (read.checkpoint?.size ?? 0) === read.leaves && (read.oldestWaiting ?? 0) < 5;
    return {
      whole: isSigned && ['writing', 'standing-by'].includes(read.writer.state) && this.changed.size + this.missing.size === 0,
      ...read,
    };
  }

  /** Looks through the signed log once, from its beginning to its end. Returns how many leaves were compared. */
  async lookThroughAll(): Promise<number> {
    const size = (await findLastCheckpoint(this.asks))?.size ?? 0;
    for (let index = 0; index * tileWidth < size; index += 1) await this.look(index, size);
    return size;
  }

  /** A tile at a time: what is looked at every few seconds must not grow with the log. */
  private async lookThrough(): Promise<void> {
    const size = (await findLastCheckpoint(this.asks))?.size ?? 0;
    if (size === 0) return;
    if (this.place * tileWidth >= size) this.place = 0;
    await this.look(this.place, size);
    this.place += 1;
  }

  private async look(index: number, size: number): Promise<void> {
    const { store } = this.ledger.parts as NonNullable<Ledger['parts']>;
    const [from, until] = [index * tileWidth, Math.min(size, (index + 1) * tileWidth)];
    try {
      const found = await changedLeaves(this.asks, store, index, size);
      for (let at = from; at < until; at += 1)
        if (found.includes(at)) this.changed.add(at);
        else this.changed.delete(at);
      this.missing.delete(index);
    } catch (error) {
      if (!(error instanceof LedgerLie)) throw error;
      this.missing.set(index, error.where);
    }
    this.looked = { from, until };
  }
}
