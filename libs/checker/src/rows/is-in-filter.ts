import type { ExportFilter } from '../package/manifest';
import type { RecordedRow } from './package-row';

/** Legal days are those of the city's zone; China has one, eight hours ahead of UTC. */
const dayStart = (day: string): string => `${day}T00:00:00+08:00`;

/** Whether a row is among what was asked for. The program that makes a package selects by this as well. */
export function isInFilter({ kind, row }: RecordedRow, filter: ExportFilter, city: string): boolean {
  const at =
    filter.from === undefined && filter.until === undefined
      ? 0
      : Date.parse(String(kind === 'journal' ? row['recorded_at'] : row['looked_at']));
  return (
    row['city'] === city &&
    (filter.caseId === undefined || row['case_id'] === filter.caseId) &&
    (filter.post === undefined || row['post'] === filter.post) &&
    (filter.body === undefined || row['body'] === filter.body) &&
    (filter.act === undefined || (kind === 'journal' ? row['act'] : row['kind']) === filter.act) &&
    (filter.from === undefined || at >= Date.parse(dayStart(filter.from))) &&
    (filter.until === undefined || at < Date.parse(dayStart(filter.until)) + 86_400_000)
  );
}
