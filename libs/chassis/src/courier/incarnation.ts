import type { Tx } from '../postgres/transaction';
import { newId } from '../record/new-id';

/** The life of this schema's record that positions belong to; the newest one counts. */
export const newestIncarnation = '(SELECT id::text FROM incarnations ORDER BY since DESC, id DESC LIMIT 1)';

/**
 * Begins a new incarnation when the server's identity or timeline is not the one written down: a restored backup must not
 * be taken for the record that was lost.
 */
export async function keepIncarnation(tx: Tx): Promise<void> {
  await tx.rows(
    'begin-incarnation',
    `
    INSERT INTO incarnations (id, system_identifier, timeline, since)
    SELECT $1, s.system_identifier::text, c.timeline_id, lianxi_now() FROM pg_control_system() s, pg_control_checkpoint() c
    WHERE NOT EXISTS (
      SELECT 1 FROM (SELECT * FROM incarnations ORDER BY since DESC, id DESC LIMIT 1) last
      WHERE last.system_identifier = s.system_identifier::text AND last.timeline = c.timeline_id)`,
    [newId()],
  );
}
