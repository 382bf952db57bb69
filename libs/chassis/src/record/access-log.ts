import type { Pool } from 'pg';
import type { Actor } from '../identity/actor';
import { inTransaction } from '../postgres/transaction';
import { newId } from './new-id';

export type LookKind = 'case-opened' | 'paper-opened' | 'search' | 'export' | 'denied';

const keepLook = `
  WITH look AS (
    INSERT INTO access (id, city, kind, case_id, post, body, terms_hash, bucket, looked_at)
    SELECT $1, $2, $3, $4, $5, $6, $7, date_bin($8::interval, lianxi_now(), timestamptz '2020-01-01'), lianxi_now()
    ON CONFLICT DO NOTHING RETURNING id, city)
  INSERT INTO delivery (id, city, receiver, kind, access_id, created_at)
  SELECT $9, city, 'audit', 'record-row@1', id, lianxi_now() FROM look`;

/** Keeps who looked at what: looks are no acts, so they have their own rows, one per post, case and quarter of an hour. */
export class AccessLog {
  constructor(private readonly pool: Pool) {}

  async noteLook(kind: LookKind, actor: Actor, caseId: string | null, termsHash: string | null = null): Promise<void> {
    await this.keep(kind, actor, caseId, termsHash, '15 minutes');
  }

  /** In a transaction of its own, so that the refusal's rollback cannot take it back; counted per minute. */
  async noteDenial(actor: Actor, caseId: string | null = null): Promise<void> {
    await this.keep('denied', actor, caseId, null, '1 minute');
  }

  private async keep(kind: LookKind, actor: Actor, caseId: string | null, termsHash: string | null, bucket: string): Promise<void> {
    const values = [newId(), actor.city, kind, caseId, actor.post, actor.body, termsHash, bucket, newId()];
    await inTransaction(this.pool, actor, (tx) => tx.rows('keep-look', keepLook, values));
  }
}
