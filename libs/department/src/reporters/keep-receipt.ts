import type { CaseRow, JournalRow, Tx } from '@lianxi/chassis';

/** Whoever filed asks with the same receipt wherever the case goes: its hash stands in the first act, so it comes with the history. */
export async function keepReceipt(tx: Tx, { id, city }: CaseRow, acts: readonly JournalRow[]): Promise<void> {
  const hash = acts.find(({ act }) => act === 'file')?.detail['receipt'];
  if (typeof hash === 'string') await tx.rows('keep-receipt', 'INSERT INTO receipts (hash, case_id, city, issued_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [hash, id, city, tx.now]);
}
