import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { exportOfRecord, perform, StaleVersion } from '@lianxi/casework';
import {
  AccessLog,
  canonical,
  commitmentsOf,
  Courier,
  inTransaction,
  newParticular,
  OFFICER_POOL,
  problems,
  record,
  sha256,
  type Actor,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore, type ActRequest } from '@lianxi/department';
import { exportColumns, type ExportRow } from '../export-row';
import { exportAct, exportStanding, exportSubject } from './export-acts';

/** What auditors decide about an export that was asked for. */
@Injectable()
export class DecideExport {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  async decide(decision: ActRequest, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.decideIn(tx, decision, actor));
    if (answer === undefined) {
      await this.accessLog.noteDenial(actor, decision.id);
      throw problems.notFound();
    }
    this.courier.wake();
    return answer;
  }

  private async decideIn(tx: Tx, { id, act, version, form, key }: ActRequest, actor: Actor): Promise<string | undefined> {
    const row = await tx.find<ExportRow>('export-locked', `SELECT ${exportColumns} FROM exports e WHERE e.id = $1 FOR UPDATE`, [id]);
    const requestHash = sha256(canonical({ id, act, version, form }));
    const before = await answeredBefore(tx, actor.person, key, requestHash);
    if (before !== undefined) return before;
    if (!row || exportStanding(actor, row.city).parts.length === 0) return undefined;
    if (row.version !== version) throw new StaleVersion({ version: row.version, since: [] });
    const performed = perform(exportOfRecord, exportSubject(row), exportStanding(actor, row.city), act, form);
    const particulars = Object.entries(performed.form.texts).map(([name, text]) =>
      newParticular(row.id, row.city, `export.${act}.${name}`, text),
    );
    const done = exportAct(
      tx,
      { ...row, version: row.version + 1 },
      { act, from: performed.from, to: performed.to, detail: performed.form.codes, particulars: commitmentsOf(particulars), actor },
    );
    const text = JSON.stringify({ id: row.id, state: performed.to, version: row.version + 1 });
    const fresh = await record(tx, {
      journal: [done],
      particulars,
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 200, answer: text, case_id: row.id },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    await tx.rows(
      'decide-export',
      'UPDATE exports SET state = $2, version = version + 1, history_hash = $3, failure = NULL, changed_at = lianxi_now() WHERE id = $1',
      [row.id, performed.to, done.hash],
    );
    return text;
  }
}
