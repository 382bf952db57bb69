import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ExportFilter } from '@lianxi/checker';
import {
  AccessLog,
  canonical,
  commitmentsOf,
  CONFIGURATION,
  Courier,
  inTransaction,
  newId,
  newParticular,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  sha256,
  type Actor,
  type Configuration,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { needsApproval, usualApproval } from '../export-policy';
import { exportAct } from './export-acts';

export interface ExportOrder {
  readonly filter: ExportFilter;
  readonly purpose: string;
  /** Free words: a particular, never in the journal. */
  readonly reasons?: string;
  readonly key: string;
}

/** Asks for an export: on the record with its filter and purpose before anything is read. */
@Injectable()
export class AskExport {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /** Returns the answer's JSON, the same for a repeated key. Throws a 404 problem for a case the record of the asker's city does not know, which is on the record as a denial. */
  async ask(order: ExportOrder, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.askIn(tx, order, actor));
    if (answer === undefined) {
      await this.accessLog.noteDenial(actor, order.filter.caseId ?? null);
      throw problems.notFound();
    }
    this.courier.wake();
    return answer;
  }

  private async askIn(tx: Tx, { filter, purpose, reasons, key }: ExportOrder, actor: Actor): Promise<string | undefined> {
    refuseFilter(filter);
    const requestHash = sha256(canonical({ filter, purpose, reasons: reasons ?? null }));
    const before = await answeredBefore(tx, actor.person, key, requestHash);
    if (before !== undefined) return before;
    if (actor.body !== register.getCity(actor.city).office) throw problems.roleRefused();
    if (filter.caseId !== undefined && !(await tx.find('case-on-record', caseOnRecord, [filter.caseId, actor.city]))) return undefined;
    const state = needsApproval(this.configuration.LIANXI_EXPORT_APPROVAL ?? usualApproval, filter) ? 'asked' : 'approved';
    const row = { id: newId(), city: actor.city, version: 1, history_hash: noHistory, asked_body: actor.body };
    const particulars = reasons === undefined ? [] : [newParticular(row.id, row.city, 'export.ask.reasons', reasons)];
    const act = exportAct(tx, row, {
      act: 'ask',
      from: null,
      to: state,
      detail: { filter, purpose },
      particulars: commitmentsOf(particulars),
      actor,
    });
    const text = JSON.stringify({ id: row.id, state, version: 1 });
    const access = [{ case_id: row.id, body: actor.body, city: row.city, part: 'office', since: tx.now, until: null }];
    const fresh = await record(tx, {
      journal: [act],
      particulars,
      access,
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 201, answer: text, case_id: row.id },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    await tx.rows(
      'ask-export',
      `INSERT INTO exports (id, city, state, version, history_hash, filter, purpose, asked_by, asked_post, asked_for_post, asked_body, asked_at, changed_at)
      VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        row.id,
        row.city,
        state,
        act.hash,
        JSON.stringify(filter),
        purpose,
        actor.person,
        actor.post,
        actor.forPost ?? null,
        actor.body,
        tx.now,
      ],
    );
    return text;
  }
}

/** Acts alone: that somebody of the city was refused a look at another city's case is on its record as well. */
const caseOnRecord = `SELECT 1 AS yes FROM recorded_rows r WHERE r.case_id = $1 AND r.city = $2 AND r.kind = 'journal' LIMIT 1`;

function refuseFilter(filter: ExportFilter): void {
  if (Object.keys(filter).length === 0) throw problems.formRefused({ field: 'filter', details: { rule: 'empty' } });
  if (filter.from !== undefined && filter.until !== undefined && filter.until < filter.from)
    throw problems.formRefused({ field: 'filter.until', details: { rule: 'before-from' } });
}
