import type { CaseRow, JournalRow, Tx } from '@lianxi/chassis';

/** Whoever filed asks with the same receipt wherever the case goes: its hash stands in the first act, so it comes with the history. */
export async function keepReceipts(
  tx: Tx,
  arrived: readonly { readonly row: CaseRow; readonly acts: readonly JournalRow[] }[],
): Promise<void> {
  const receipts = arrived.flatMap(({ row: { id, city }, acts }) => {
    const hash = acts.find(({ act }) => act === 'file')?.detail['receipt'];
    return typeof hash === 'string' ? [{ hash, case_id: id, city, issued_at: tx.now }] : [];
  });
  if (receipts.length > 0)
    await tx.rows(
      'keep-receipts',
      'INSERT INTO receipts SELECT r.* FROM jsonb_populate_recordset(NULL::receipts, $1) r ON CONFLICT DO NOTHING',
      [JSON.stringify(receipts)],
    );
}
