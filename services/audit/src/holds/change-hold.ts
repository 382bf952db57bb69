import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { auditHold, perform, type PastAct } from '@lianxi/casework';
import {
  AccessLog,
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
  type NewDelivery,
  type Tx,
} from '@lianxi/chassis';
import type { HoldChanged } from '@lianxi/contracts';
import { answeredBefore } from '@lianxi/department';
import { findHeldCase, holdStanding, holdSubject } from './held-case';

export interface HoldOrder {
  readonly caseId: string;
  readonly act: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** The auditors' acts on what they keep. The holder is told by message; that it kept the case is an act of its own on the record. */
@Injectable()
export class ChangeHold {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /** Throws a 404 problem for a case the record of the auditor's city does not know. */
  async perform(order: HoldOrder, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.performIn(tx, order, actor));
    if (answer === undefined) {
      await this.accessLog.noteDenial(actor, order.caseId);
      throw problems.notFound();
    }
    this.courier.wake();
    return answer;
  }

  private async performIn(tx: Tx, { caseId, act, form, key }: HoldOrder, actor: Actor): Promise<string | undefined> {
    await tx.rows('hold-locked', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 4212))', [caseId]);
    const requestHash = sha256(canonical({ caseId, act, form }));
    const before = await answeredBefore(tx, actor.person, key, requestHash);
    if (before !== undefined) return before;
    const held = await findHeldCase(tx, caseId, actor.city);
    if (!held) return undefined;
    const performed = perform(auditHold, holdSubject(held), holdStanding(actor), act, form);
    const isOrder = performed.to !== performed.from;
    const ground = String(performed.form.codes['ground'] ?? held.ground);
    const n = held.n + (isOrder ? 1 : 0);
    const row = sealRow(noHistory, {
      id: newId(),
      city: actor.city,
      case_id: caseId,
      version: null,
      procedure: auditHold.id,
      act,
      from_state: performed.from,
      to_state: performed.to,
      clause: performed.clause,
      epoch: null,
      body: actor.body,
      post: actor.post,
      for_post: actor.forPost ?? null,
      recorded_at: tx.now,
      effective_at: tx.now,
      detail: { ground, n, person: actor.person },
      particulars: [],
    });
    const text = JSON.stringify({ caseId, state: performed.to });
    const told: HoldChanged = { order: row.id, n, held: performed.to === 'held', ground, body: actor.body, post: actor.post };
    const fresh = await record(tx, {
      journal: [row],
      deliveries: isOrder ? [ordered(caseId, actor.city, held.service, row.id, told)] : [],
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 200, answer: text, case_id: caseId },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    const past: PastAct[] = [
      ...held.past,
      { act, post: actor.post, forPost: actor.forPost ?? null, person: actor.person, body: actor.body, detail: {} },
    ];
    await tx.rows(
      'keep-hold',
      `INSERT INTO audit_holds AS h (case_id, city, state, ground, n, placed_at, placed_post, changed_at, past) VALUES ($1, $2, $3, $4, $5, $7, $6, $7, $8)
      ON CONFLICT (case_id) DO UPDATE SET state = $3, ground = $4, n = $5, changed_at = $7, past = $8, placed_at = CASE WHEN h.state = 'free' THEN $7 ELSE h.placed_at END, placed_post = CASE WHEN h.state = 'free' THEN $6 ELSE h.placed_post END`,
      [caseId, actor.city, performed.to, ground, n, actor.post, tx.now, JSON.stringify(past)],
    );
    return text;
  }
}

const ordered = (caseId: string, city: string, service: string, journalId: string, body: HoldChanged): NewDelivery => ({
  id: newId(),
  city,
  receiver: service,
  to_body: null,
  kind: 'hold-changed@1',
  case_id: caseId,
  journal_id: journalId,
  access_id: null,
  body,
  particulars: [],
  hand_over_id: null,
});
