import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  canonical,
  Courier,
  inTransaction,
  newId,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  sealRow,
  sha256,
  type Actor,
  type Tx,
} from '@lianxi/chassis';
import { refuseUnlessAssignable } from '../cases/assign-post';
import { endedStatesSql } from '../cases/ended-states';
import { answeredBefore } from '../cases/perform-act';
import { findReassignment, reassignmentsOf, rowsOfReassignment, type Reassignment, type ReassignmentRow } from './reassignment-rows';

/** As many cases as one order may name. */
export const mostAtOnce = 10_000;

/** A case as it was seen: whose version has moved on since is refused, not overwritten. */
export interface CaseSeen {
  readonly caseId: string;
  readonly version: number;
  readonly epoch: number;
}

/** All that lies with one post, or the cases named. */
export type ReassignmentOrder = { readonly toPost: string; readonly key: string } & (
  { readonly fromPost: string } | { readonly cases: readonly CaseSeen[] }
);

/** Whoever of the body looks at an order sees its rows, so what is sealed is given over by itself. */
const allOfPost = `SELECT c.id AS case_id, c.version, c.epoch FROM cases c
  WHERE c.standing = 'holding' AND c.state <> ALL (${endedStatesSql}) AND c.holder = $1 AND c.assigned_post = $2 AND c.mark <> 'sealed' ORDER BY c.updated_at, c.id LIMIT ${mostAtOnce}`;

/** Puts down an order and its rows; the rows are done one by one afterwards, each as the ordinary act. */
@Injectable()
export class OrderReassignment {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  /** Returns the answer's JSON, the same for a repeated key. Throws FormRefused for a post that no case can be given to. */
  async order(order: ReassignmentOrder, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.orderIn(tx, order, actor));
    this.courier.wake();
    return answer;
  }

  async find(id: string, actor: Actor): Promise<Reassignment> {
    const found = await inTransaction(this.pool, actor, (tx) => findReassignment(tx, id, actor.body));
    if (!found) throw problems.notFound();
    return found;
  }

  list(actor: Actor, after: string | null, limit: number): Promise<Reassignment[]> {
    return inTransaction(this.pool, actor, (tx) => reassignmentsOf(tx, actor.body, after, limit));
  }

  async rows(
    id: string,
    actor: Actor,
    page: { readonly after: number; readonly outcome: string | null; readonly limit: number },
  ): Promise<ReassignmentRow[]> {
    await this.find(id, actor);
    return inTransaction(this.pool, actor, (tx) => rowsOfReassignment(tx, id, actor.person, page));
  }

  private async orderIn(tx: Tx, order: ReassignmentOrder, actor: Actor): Promise<string> {
    const { key, ...asked } = order;
    const requestHash = sha256(canonical(asked));
    await tx.rows('lock-key', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor.person} ${key}`]);
    const before = await answeredBefore(tx, actor.person, key, requestHash);
    if (before !== undefined) return before;
    await refuseUnlessAssignable(tx, actor.body, order.toPost, 'toPost');
    const id = newId();
    const fromPost = 'fromPost' in order ? order.fromPost : null;
    const rows =
      'fromPost' in order
        ? await tx.rows<SeenRow>('cases-of-post', allOfPost, [actor.body, order.fromPost])
        : order.cases.map(({ caseId, version, epoch }) => ({ case_id: caseId, version, epoch }));
    await this.keep(tx, { id, fromPost, toPost: order.toPost }, rows, actor);
    const answer = JSON.stringify({ id, toPost: order.toPost, rows: rows.length, state: 'running' });
    const act = sealRow(noHistory, {
      id: newId(),
      city: actor.city,
      case_id: null,
      version: null,
      procedure: 'reassignment',
      act: 'order',
      from_state: null,
      to_state: 'running',
      clause: 'documents-24',
      epoch: null,
      body: actor.body,
      post: actor.post,
      for_post: actor.forPost ?? null,
      recorded_at: tx.now,
      effective_at: tx.now,
      detail: { reassignment: id, fromPost, toPost: order.toPost, rows: rows.length, person: actor.person },
      particulars: [],
    });
    await record(tx, {
      journal: [act],
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 202, answer, case_id: null },
    });
    return answer;
  }

  private async keep(
    tx: Tx,
    { id, fromPost, toPost }: { id: string; fromPost: string | null; toPost: string },
    rows: readonly SeenRow[],
    { city, body, person, post }: Actor,
  ): Promise<void> {
    await tx.rows(
      'keep-reassignment',
      `INSERT INTO reassignments (id, city, body, person, ordered_by, from_post, to_post, rows, state, ordered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'running', lianxi_now())`,
      [id, city, body, person, post, fromPost, toPost, rows.length],
    );
    await tx.rows(
      'keep-reassignment-rows',
      `INSERT INTO reassignment_rows (reassignment, place, city, body, case_id, version, epoch)
      SELECT $1, seen.place, $2, $3, seen.case_id, seen.version, seen.epoch FROM unnest($4::uuid[], $5::int[], $6::int[]) WITH ORDINALITY AS seen(case_id, version, epoch, place)`,
      [id, city, body, rows.map(({ case_id }) => case_id), rows.map(({ version }) => version), rows.map(({ epoch }) => epoch)],
    );
  }
}

interface SeenRow extends Record<string, unknown> {
  readonly case_id: string;
  readonly version: number;
  readonly epoch: number;
}
