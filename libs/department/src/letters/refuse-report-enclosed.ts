import { enclosure, FormRefused, isToAccused } from '@lianxi/casework';
import type { EffectGround } from '../cases/act-effect';
import { pastOf } from '../cases/subject-of';
import { refusePassage } from '../reporters/write-summary';

/** What the reporter handed in, by its hash, wherever the matter came in. */
const reporterFiles = `SELECT 1 AS yes FROM (SELECT act, detail FROM journal WHERE case_id = $1 UNION ALL SELECT act, detail FROM history WHERE case_id = $1) a, jsonb_array_elements(a.detail -> 'papers') p
  WHERE a.act IN ('file', 'add-report-file') AND p ->> 'sha256' = $2 LIMIT 1`;

/** Throws FormRefused for an enclosure to the accused side that is a file of the report, or a text that repeats it. What else is in a file, another officer looks for. */
export async function refuseReportEnclosed(ground: EffectGround, kind: string): Promise<void> {
  const { row, acts, paper, tx } = ground;
  const ofMatter = row.linked_to?.caseId;
  if (kind !== enclosure.code || !paper || ofMatter === undefined || !isToAccused(pastOf(acts))) return;
  if (await tx.find('file-of-report', reporterFiles, [ofMatter, paper.sha256]))
    throw new FormRefused('report-enclosed', { field: 'paper' });
  if (paper.mediaType === 'text/plain') await refusePassage(tx, ofMatter, paper.bytes.toString('utf8'), 'paper');
}
