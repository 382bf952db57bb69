import type { Tx } from '@lianxi/chassis';

/** Why nobody is given a paper: it waits for the scanner, or malware was found in it. */
export type Held = 'waiting' | 'malware';

/** The papers of a case that are given to nobody. Where nothing scans, none waits; what was found stays found. */
export async function heldPapers(tx: Tx, caseId: string, isScanned: boolean): Promise<ReadonlyMap<string, Held>> {
  const rows = await tx.rows<{ id: string; held: Held }>(
    'papers-held',
    `SELECT id, coalesce(scan, 'waiting') AS held FROM papers
    WHERE case_id = $1 AND erased_by IS NULL AND (scan = 'malware' OR ($2 AND scan IS NULL))`,
    [caseId, isScanned],
  );
  return new Map(rows.map(({ id, held }) => [id, held]));
}
