import type { Tx } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';

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

/** What the scanner made of a paper, and when; null of one that nothing has looked at. */
export interface ScannedPaper {
  readonly held: Held | null;
  readonly scan: 'clean' | 'malware' | null;
  readonly scannedAt: string | null;
}

/** Every paper of a case, with what was found in it and whether it is given to nobody because of that. */
export async function scannedPapers(tx: Tx, caseId: string, isScanned: boolean): Promise<ReadonlyMap<string, ScannedPaper>> {
  const rows = await tx.rows<ScannedPaper & { id: string }>(
    'papers-scanned',
    `SELECT id, scan, ${instant('scanned_at', '"scannedAt"')},
      CASE WHEN erased_by IS NULL AND (scan = 'malware' OR ($2 AND scan IS NULL)) THEN coalesce(scan, 'waiting') END AS held
    FROM papers WHERE case_id = $1`,
    [caseId, isScanned],
  );
  return new Map(rows.map(({ id, ...found }) => [id, found]));
}
