import type { Tx } from '@lianxi/chassis';

/** Whoever was only asked to take a case sees it no longer than the question stands. */
export const endAddresseePart = (tx: Tx, caseId: string, body: string): Promise<unknown> => endAddresseeParts(tx, [{ caseId, body }]);

export const endAddresseeParts = (tx: Tx, parts: readonly { readonly caseId: string; readonly body: string }[]): Promise<unknown> =>
  tx.rows(
    'end-addressee-parts',
    `UPDATE case_access a SET until = lianxi_now() FROM unnest($1::uuid[], $2::text[]) AS e(case_id, body)
    WHERE a.case_id = e.case_id AND a.body = e.body AND a.part = 'addressee' AND a.until IS NULL`,
    [parts.map(({ caseId }) => caseId), parts.map(({ body }) => body)],
  );
