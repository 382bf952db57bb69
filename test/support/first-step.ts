import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** Puts on the record that somebody who holds no post any more took the first step of an act of two. */
export async function putFirstStep(
  admin: Client,
  schema: string,
  { procedure, act, subject }: { procedure: 'export' | 'edition'; act: string; subject: string },
): Promise<void> {
  const isCase = procedure === 'export';
  await admin.query('SET session_replication_role = replica');
  await admin.query(
    `INSERT INTO ${schema}.journal (id, city, case_id, version, procedure, act, clause, post, recorded_at, effective_at, detail, hash) VALUES ($1, 'beijing', $2, $3, $4, $5, 'office-practice', 'p', lianxi.lianxi_now(), lianxi.lianxi_now(), $6, '')`,
    [
      randomUUID(),
      isCase ? subject : null,
      isCase ? 0 : null,
      procedure,
      act,
      JSON.stringify({ person: 'somebody', ...(isCase ? {} : { edition: subject }) }),
    ],
  );
  await admin.query('RESET session_replication_role');
}
