import type { Tx } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';

/** What certifies that texts, names and papers of a case are gone from this service. */
export interface Certificate {
  readonly id: string;
  readonly at: string;
  readonly ground: string;
}

export const findCertificate = (tx: Tx, caseId: string): Promise<Certificate | undefined> =>
  tx.find<Certificate & Record<string, unknown>>(
    'certificate',
    `
    SELECT j.id, ${instant('j.recorded_at', 'at')}, j.detail ->> 'ground' AS ground FROM journal j WHERE j.case_id = $1 AND j.act IN ('confirm-erasure', 'follow-erasure') ORDER BY j.recorded_at LIMIT 1`,
    [caseId],
  );
