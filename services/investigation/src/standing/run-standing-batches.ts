import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { StandingKind } from '@lianxi/casework';
import { COURIER_POOL, inTransaction, LOGGER, OFFICER_POOL, Repeating, type Actor, type Logger, type Tx } from '@lianxi/chassis';
import { AskStanding } from './ask-standing';
import { findStanding } from './find-standing';

interface Running extends Record<string, unknown> {
  readonly id: string;
  readonly city: string;
  readonly body: string;
  readonly post: string;
  readonly kind: StandingKind;
  readonly on: string;
}

/** Applicants of one list before another list has its turn. */
const turn = 50;

/** Answers lists of applicants, each row in a transaction of its own: after a crash what has an answer has one, and the rest follows. */
@Injectable()
export class RunStandingBatches implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(COURIER_POOL) private readonly courierPool: Pool,
    @Inject(AskStanding) private readonly standing: AskStanding,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('standing', 500, () => this.runAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async runAll(): Promise<void> {
    for (let running = await this.running(); this.repeating.goesOn && running.length > 0; running = await this.running())
      for (const batch of running) await this.runTurn(batch);
  }

  private async running(): Promise<Running[]> {
    const { rows } = await this.courierPool.query<Running>({
      name: 'standing-running',
      text: `SELECT b.id, b.city, b.body, b.post, b.kind, b.on_day::text AS "on" FROM standing_batches b
      WHERE b.id IN (SELECT r.batch FROM standing_batch_rows r WHERE r.answered_at IS NULL) ORDER BY b.id LIMIT 20`,
    });
    return rows;
  }

  private async runTurn(batch: Running): Promise<void> {
    for (let count = 0; count < turn && this.repeating.goesOn; count += 1) if (!(await this.answerNext(batch))) return;
  }

  /** The look is on the record before the answer is. */
  private answerNext({ id, city, body, post, kind, on }: Running): Promise<boolean> {
    const asker: Actor = { person: '', post, body, role: '', city, bodies: [body] };
    return inTransaction(this.pool, asker, async (tx) => {
      const next = await nextOf(tx, id);
      if (!next) return false;
      await this.standing.noteLook(asker, { for: kind, on, subject: next.subject_hash });
      const entries = await findStanding(tx, next.subject_hash, on, kind);
      await tx.rows(
        'answer-standing',
        'UPDATE standing_batch_rows SET entries = $3, answered_at = lianxi_now() WHERE batch = $1 AND place = $2',
        [id, next.place, JSON.stringify(entries)],
      );
      return true;
    });
  }
}

const nextOf = (tx: Tx, id: string): Promise<{ place: number; subject_hash: string } | undefined> =>
  tx.find<{ place: number; subject_hash: string }>(
    'next-standing',
    'SELECT place, subject_hash FROM standing_batch_rows WHERE batch = $1 AND answered_at IS NULL ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED',
    [id],
  );
