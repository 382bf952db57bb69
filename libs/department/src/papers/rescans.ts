import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ActRefused } from '@lianxi/casework';
import {
  canonical,
  Courier,
  inTransaction,
  newId,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  SCANNER,
  sealRow,
  sha256,
  type Actor,
  type Scanner,
  type Tx,
} from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import { answeredBefore } from '../cases/perform-act';

/** Why papers that passed are scanned again. */
export const rescanReasons = ['new-signatures', 'scanner-changed', 'scanner-failed'] as const;
export type RescanReason = (typeof rescanReasons)[number];

/** An order to scan again what had passed before it, and how far it is. */
export interface Rescan extends Record<string, unknown> {
  readonly id: string;
  readonly reason: string;
  readonly orderedBy: string;
  readonly state: 'running' | 'finished';
  readonly looked: number;
  readonly found: number;
  readonly orderedAt: string;
  readonly finishedAt: string | null;
}

/** Orders of a city's system administrator; the scanner's own rounds carry them out, behind what comes in. */
@Injectable()
export class Rescans {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  /** Returns the answer's JSON, the same for a repeated key. Throws ActRefused where nothing scans. */
  async order(reason: RescanReason, key: string, actor: Actor): Promise<string> {
    if (!this.scanner) throw new ActRefused('nothing-scans', { field: 'reason' });
    const answer = await inTransaction(this.pool, actor, (tx) => orderIn(tx, reason, key, actor));
    this.courier.wake();
    return answer;
  }

  list(actor: Actor, after: string | null, limit: number): Promise<Rescan[]> {
    return inTransaction(this.pool, actor, (tx) =>
      tx.rows<Rescan>(
        'rescans-page',
        `SELECT id, reason, ordered_by AS "orderedBy", state, looked, found, ${instant('ordered_at', '"orderedAt"')}, ${instant('finished_at', '"finishedAt"')} FROM rescans
        WHERE city = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [actor.city, after, limit],
      ),
    );
  }
}

async function orderIn(tx: Tx, reason: RescanReason, key: string, actor: Actor): Promise<string> {
  const requestHash = sha256(canonical({ rescan: reason }));
  await tx.rows('lock-key', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor.person} ${key}`]);
  const before = await answeredBefore(tx, actor.person, key, requestHash);
  if (before !== undefined) return before;
  const id = newId();
  await tx.rows(
    'keep-rescan',
    `INSERT INTO rescans (id, city, ordered_by, reason, state, ordered_at) VALUES ($1, $2, $3, $4, 'running', lianxi_now())`,
    [id, actor.city, actor.post, reason],
  );
  const answer = JSON.stringify({ id, reason, state: 'running' });
  const fresh = await record(tx, {
    journal: [rescanAct(tx, { id, city: actor.city }, 'order-rescan', { reason, person: actor.person }, actor)],
    idempotency: { actor: actor.person, key, request_hash: requestHash, status: 202, answer, case_id: null },
  });
  if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
  return answer;
}

/** Of no case: it is about all that the service holds of a city. */
export const rescanAct = (
  tx: Tx,
  { id, city }: { readonly id: string; readonly city: string },
  act: 'order-rescan' | 'finish-rescan',
  detail: Readonly<Record<string, unknown>>,
  by: Pick<Actor, 'body' | 'post' | 'forPost'> | null,
): ReturnType<typeof sealRow> =>
  sealRow(noHistory, {
    id: newId(),
    city,
    case_id: null,
    version: null,
    procedure: 'quarantine',
    act,
    from_state: act === 'order-rescan' ? null : 'running',
    to_state: act === 'order-rescan' ? 'running' : 'finished',
    clause: 'network-security-23',
    epoch: null,
    body: by?.body ?? null,
    post: by?.post ?? null,
    for_post: by?.forPost ?? null,
    recorded_at: tx.now,
    effective_at: tx.now,
    detail: { rescan: id, ...detail },
    particulars: [],
  });
