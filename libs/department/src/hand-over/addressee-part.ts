import type { Tx } from '@lianxi/chassis';

/** Whoever was only asked to take a case sees it no longer than the question stands. */
export const endAddresseePart = (tx: Tx, caseId: string, body: string): Promise<unknown> =>
  tx.rows('end-addressee-part', `UPDATE case_access SET until = lianxi_now() WHERE case_id = $1 AND body = $2 AND part = 'addressee' AND until IS NULL`, [caseId, body]);
