import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { findActRow, inspection, perform, plainFacts, type Actor as KernelActor } from '@lianxi/casework';
import {
  AccessLog,
  canonical,
  CONFIGURATION,
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
  type Configuration,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { inspectingOf, type Inspecting } from './inspecting-posts';
import { hiddenLook } from './read-looks';

/** Shows the body that holds a case who inspected it until now. */
@Injectable()
export class ReleaseLooks {
  private readonly inspecting: Inspecting;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.inspecting = inspectingOf(configuration);
  }

  /** Throws a 404 problem for a case of which no look is known in the auditor's city. */
  async perform(caseId: string, act: string, form: Readonly<Record<string, unknown>>, key: string, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.performIn(tx, caseId, act, form, key, actor));
    if (answer === undefined) {
      await this.accessLog.noteDenial(actor, caseId);
      throw problems.notFound();
    }
    this.courier.wake();
    return answer;
  }

  private async performIn(
    tx: Tx,
    caseId: string,
    act: string,
    form: Readonly<Record<string, unknown>>,
    key: string,
    actor: Actor,
  ): Promise<string | undefined> {
    await tx.rows('looks-locked', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 4211))', [caseId]);
    const requestHash = sha256(canonical({ caseId, act, form }));
    const before = await answeredBefore(tx, actor.person, key, requestHash);
    if (before !== undefined) return before;
    const looks = await tx.find<{ hidden: number }>(
      'hidden-looks',
      `SELECT count(*) FILTER (WHERE ${hiddenLook('l', this.inspecting)})::int AS hidden FROM recorded_rows l WHERE l.case_id = $1 AND l.city = $2 AND l.kind = 'access' AND l.act <> 'denied' HAVING count(*) > 0`,
      [caseId, actor.city],
    );
    if (!looks) return undefined;
    const standing = { actor: actor as KernelActor, parts: actor.body === register.getCity(actor.city).office ? ['office' as const] : [] };
    const performed = perform(
      inspection,
      { state: looks.hidden > 0 ? 'hidden' : 'released', resumesIn: null, interim: false, past: [], facts: plainFacts },
      standing,
      act,
      form,
    );
    const row = sealRow(noHistory, {
      id: newId(),
      city: actor.city,
      case_id: caseId,
      version: null,
      procedure: inspection.id,
      act,
      from_state: performed.from,
      to_state: performed.to,
      clause: findActRow(inspection.id, act)?.clause ?? performed.clause,
      epoch: null,
      body: actor.body,
      post: actor.post,
      for_post: actor.forPost ?? null,
      recorded_at: tx.now,
      effective_at: tx.now,
      detail: { looks: looks.hidden, person: actor.person },
      particulars: [],
    });
    const text = JSON.stringify({ caseId, state: performed.to, looks: looks.hidden });
    const fresh = await record(tx, {
      journal: [row],
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 200, answer: text, case_id: caseId },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    await tx.rows('release-looks', 'INSERT INTO look_releases (id, case_id, city, released_at) VALUES ($1, $2, $3, lianxi_now())', [
      row.id,
      caseId,
      actor.city,
    ]);
    return text;
  }
}
