import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  actorFor,
  Courier,
  COURIER_POOL,
  inTransaction,
  isPassing,
  LOGGER,
  newId,
  noHistory,
  OFFICER_POOL,
  PostRegister,
  ProblemError,
  record,
  Repeating,
  sealRow,
  type Actor,
  type Logger,
  type Standing,
  type Tx,
} from '@lianxi/chassis';
import { PerformAct } from '../cases/perform-act';
import { problemMap } from '../problem-map';

interface Running extends Record<string, unknown> {
  readonly id: string;
  readonly city: string;
  readonly body: string;
  readonly person: string;
  readonly ordered_by: string;
  readonly to_post: string;
}

interface Waiting extends Record<string, unknown> {
  readonly place: number;
  readonly case_id: string;
  readonly version: number;
  readonly epoch: number;
}

/** Rows of one order before another order has its turn, so that a small one does not wait for a large one. */
const turn = 50;

/**
 * Does the rows of orders, each in a transaction of its own in which the act and its result commit together: after a crash what
 * has a result is done and the rest is not. A row is done as the person who ordered, in the post they ordered in, as it stands now.
 */
@Injectable()
export class RunReassignments implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(COURIER_POOL) private readonly courierPool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(PerformAct) private readonly performAct: PerformAct,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('reassignments', 1_000, () => this.runAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async runAll(): Promise<void> {
    for (let running = await this.running(); this.repeating.goesOn && running.length > 0; running = await this.running()) {
      for (const order of running) await this.runTurn(order);
    }
  }

  private async running(): Promise<Running[]> {
    const { rows } = await this.courierPool.query<Running>({
      name: 'reassignments-running',
      text: `SELECT id, city, body, person, ordered_by, to_post FROM reassignments WHERE state = 'running' ORDER BY id LIMIT 20`,
    });
    return rows;
  }

  private async runTurn(order: Running): Promise<void> {
    for (let count = 0; count < turn && this.repeating.goesOn; count += 1) {
      if (!(await this.runNext(order))) return inTransaction(this.courierPool, undefined, (tx) => finish(tx, order));
      this.courier.wake();
    }
  }

  /** False when nothing waits any more. What passes by itself (a lost connection) is thrown on and tried again; everything else is the row's result. */
  private async runNext(order: Running): Promise<boolean> {
    let next: Waiting | undefined;
    try {
      const { actor, refusal } = await this.whoOrdered(order);
      await inTransaction(this.pool, actor ?? standingOf(order), async (tx) => {
        next = await nextOf(tx, order);
        if (next && !actor) throw refusal;
        if (next && actor) await this.reassign(tx, order, next, actor);
      });
    } catch (error) {
      const refused = next as Waiting | undefined;
      if (refused === undefined || isPassing(error)) throw error;
      await inTransaction(this.pool, standingOf(order), (tx) => noteOutcome(tx, order.id, refused.place, codeOf(error)));
    }
    return next !== undefined;
  }

  /** Looked up for every row: an order given on somebody's last day does not go on the next. */
  private async whoOrdered({ person, ordered_by: post }: Running): Promise<{ actor?: Actor; refusal?: unknown }> {
    const posts = await this.posts.of(person);
    try {
      return { actor: actorFor(posts, post) };
    } catch (refusal) {
      return { refusal };
    }
  }

  private async reassign(
    tx: Tx,
    { id, to_post: post }: Running,
    { place, case_id: caseId, version, epoch }: Waiting,
    actor: Actor,
  ): Promise<void> {
    await this.performAct.performWithin(
      tx,
      { caseId, act: 'reassign', version, epoch, form: { post }, key: `reassignment-${id}-${place}`, reassignment: id },
      actor,
    );
    await noteOutcome(tx, id, place, null);
  }
}

const standingOf = ({ body, city, ordered_by: post }: Running): Standing => ({ body, city, post });

const nextOf = (tx: Tx, { id }: Running): Promise<Waiting | undefined> =>
  tx.find<Waiting>(
    'next-to-reassign',
    'SELECT place, case_id, version, epoch FROM reassignment_rows WHERE reassignment = $1 AND outcome IS NULL ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED',
    [id],
  );

async function noteOutcome(tx: Tx, id: string, place: number, code: string | null): Promise<void> {
  await tx.rows(
    'note-reassigned',
    `UPDATE reassignment_rows SET outcome = CASE WHEN $3::text IS NULL THEN 'done' ELSE 'refused' END, code = $3, done_at = lianxi_now()
    WHERE reassignment = $1 AND place = $2 AND outcome IS NULL`,
    [id, place, code],
  );
}

const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.problem.code : (problemMap(error)?.code ?? 'internal'));

/** Ends an order whose last row has its result, once; another process may still be at that row. */
async function finish(tx: Tx, { id, city, body }: Running): Promise<void> {
  const ended = await tx.find<{ done: number; refused: number }>(
    'finish-reassignment',
    `
    UPDATE reassignments r SET state = 'finished', finished_at = lianxi_now()
    WHERE r.id = $1 AND r.state = 'running' AND NOT EXISTS (SELECT 1 FROM reassignment_rows d WHERE d.reassignment = r.id AND d.outcome IS NULL)
    RETURNING (SELECT count(*)::int FROM reassignment_rows d WHERE d.reassignment = r.id AND d.outcome = 'done') AS done,
              (SELECT count(*)::int FROM reassignment_rows d WHERE d.reassignment = r.id AND d.outcome = 'refused') AS refused`,
    [id],
  );
  if (!ended) return;
  await record(tx, {
    journal: [
      sealRow(noHistory, {
        id: newId(),
        city,
        case_id: null,
        version: null,
        procedure: 'reassignment',
        act: 'finish',
        from_state: 'running',
        to_state: 'finished',
        clause: 'documents-24',
        epoch: null,
        body,
        post: null,
        for_post: null,
        recorded_at: tx.now,
        effective_at: tx.now,
        detail: { reassignment: id, ...ended },
        particulars: [],
      }),
    ],
  });
}
