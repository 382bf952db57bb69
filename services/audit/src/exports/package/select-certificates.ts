import type { Pool } from 'pg';
import { Certificates, recordedIn } from '@lianxi/checker';
import { inTransaction, type Standing } from '@lianxi/chassis';
import type { LogEntries, LogEntry } from './log-entries';
import type { Selection } from './select-entries';

/** Certificates of erasure of the city, as the log has them, up to the checkpoint of the export. */
export interface CertificateEntries {
  readonly certificates: Certificates;
  /** By the id of their row. */
  readonly entries: ReadonlyMap<string, LogEntry>;
}

export const noCertificates: CertificateEntries = { certificates: new Certificates(), entries: new Map() };

/** Read with the asker's rights like the rows; few, since each is a whole case's end. */
export async function selectCertificates(
  pool: Pool,
  standing: Standing,
  { city, filter }: Selection,
  size: number,
  log: LogEntries,
): Promise<CertificateEntries> {
  const places = await inTransaction(pool, standing, (tx) =>
    tx.rows<{ index: number }>(
      'certificates-of-city',
      `
    SELECT l.leaf_index::float8 AS index FROM recorded_rows r JOIN ledger_leaves l ON l.service = r.service AND l.position = r.position
    WHERE r.act IN ('confirm-erasure', 'follow-erasure') AND r.kind = 'journal' AND r.city = $1 AND l.leaf_index < $2 AND ($3::uuid IS NULL OR r.case_id = $3) ORDER BY l.leaf_index`,
      [city, size, filter.caseId ?? null],
    ),
  );
  const certificates = new Certificates();
  const entries = new Map<string, LogEntry>();
  for await (const some of log.of(
    (async function* () {
      yield places.map(({ index }) => index);
    })(),
  ))
    for (const { index, entry } of some) {
      const recorded = recordedIn(entry.toString());
      certificates.add({ index, recorded });
      entries.set(String(recorded.row['id']), { index, entry });
    }
  return { certificates, entries };
}
