import { byteOrderMark, columns, csvLine, isInFilter, mostSheetRows, recordedIn, rowCells, rowLine, sheetBeginning, sheetLine } from '@lianxi/checker';
import type { Selection } from './select-entries';
import type { LogEntry } from './log-entries';
import type { SegmentBytes, Segments } from './segments';

/** How much is written between two notes of progress; it is also what memory holds at most of one kind. */
const segmentBytes = 2 ** 20;

export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly segments: number;
  readonly lastIndex: number | null;
}

/** A row was selected that was not asked for: the database and the log disagree. */
export class RowBeside extends Error {
  readonly code = 'log-and-database-differ';
}

export const hasSheet = (total: number): boolean => total <= mostSheetRows;

/** Writes entries as rows and as the tables for people, a segment at a time, from where an earlier run was stopped. */
export async function writeSegments(entries: AsyncIterable<LogEntry>, selection: Selection, segments: Segments, begun: Progress, keep: (progress: Progress) => Promise<boolean>): Promise<Progress | undefined> {
  let progress = begun;
  const withSheet = hasSheet(begun.total);
  let piece = new Piece(progress.segments === 0, withSheet);
  const flush = async (): Promise<boolean> => {
    await segments.write(progress.segments + 1, piece.bytes());
    progress = { total: progress.total, done: progress.done + piece.rows, segments: progress.segments + 1, lastIndex: piece.lastIndex };
    piece = new Piece(false, withSheet);
    return keep(progress);
  };
  for await (const { index, entry } of entries) {
    piece.take(index, entry, selection);
    if (piece.size >= segmentBytes && !(await flush())) return undefined;
  }
  if ((piece.rows > 0 || progress.segments === 0) && !(await flush())) return undefined;
  return progress;
}

/** One segment in the making. */
class Piece {
  rows = 0;
  size = 0;
  lastIndex: number | null = null;
  private readonly lines: string[] = [];
  private readonly csv: string[];
  private readonly sheet: string[];

  constructor(isFirst: boolean, private readonly withSheet: boolean) {
    this.csv = isFirst ? [byteOrderMark + csvLine(columns)] : [];
    this.sheet = isFirst ? [sheetBeginning + sheetLine(columns)] : [];
  }

  take(index: number, entry: Buffer, { city, filter }: Selection): void {
    const text = entry.toString();
    const recorded = recordedIn(text);
    if (!isInFilter(recorded, filter, city)) throw new RowBeside('A row was selected that was not asked for.');
    const cells = rowCells({ index, recorded });
    this.lines.push(rowLine(index, text));
    this.csv.push(csvLine(cells));
    if (this.withSheet) this.sheet.push(sheetLine(cells));
    this.rows += 1;
    this.size += entry.length;
    this.lastIndex = index;
  }

  bytes(): SegmentBytes {
    return { rows: Buffer.from(this.lines.join('')), csv: Buffer.from(this.csv.join('')), ...(this.withSheet ? { sheet: Buffer.from(this.sheet.join('')) } : {}) };
  }
}
