import { byteOrderMark, columnsOf, csvLine, isInFilter, mostSheetRows, readLines, readRow, recordedIn, rowCells, rowLine, sheetBeginning, sheetLine } from '@lianxi/checker';
import type { Selection } from './select-entries';
import { LineBuffer } from './line-buffer';
import type { LogEntry } from './log-entries';
import type { Look } from './look';
import type { SegmentBytes, Segments } from './segments';

/** How much is written between two notes of progress; it is also what memory holds at most of one kind. */
const segmentBytes = 2 ** 19;

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

/**
 * Writes entries as rows and as the tables for people, a segment at a time, from where an earlier run was stopped. While one segment is
 * packed and written, the next is made. Undefined when `keep` says that another has taken over.
 */
export async function writeSegments(entries: AsyncIterable<readonly LogEntry[]>, selection: Selection, segments: Segments, look: Look, begun: Progress, keep: (progress: Progress) => Promise<boolean>): Promise<Progress | undefined> {
  await lookBack(segments, look, begun.segments);
  const withSheet = hasSheet(begun.total);
  let progress = begun;
  let [piece, other] = [new Piece(withSheet, look), new Piece(withSheet, look)];
  if (progress.segments === 0) piece.begin();
  let written: Promise<boolean> = Promise.resolve(true);
  const flush = async (): Promise<boolean> => {
    if (!(await written)) return false;
    const done: Progress = { total: progress.total, done: progress.done + piece.rows, segments: progress.segments + 1, lastIndex: piece.lastIndex };
    written = segments.write(done.segments, piece.bytes()).then(() => keep(done));
    written.catch(() => undefined);
    progress = done;
    [piece, other] = [other, piece];
    piece.clear();
    return true;
  };
  for await (const some of entries) for (const { index, entry } of some) {
    piece.take(index, entry, selection);
    if (piece.size >= segmentBytes && !(await flush())) return undefined;
  }
  if ((piece.rows > 0 || progress.segments === 0) && !(await flush())) return undefined;
  return (await written) ? progress : undefined;
}

async function lookBack(segments: Segments, look: Look, count: number): Promise<void> {
  for await (const lines of readLines(rowsIn(segments.readBack(count)), 'rows.jsonl')) for (const line of lines) look.take(readRow(line));
}

async function* rowsIn(pieces: AsyncIterable<SegmentBytes>): AsyncGenerator<Buffer> {
  for await (const { rows } of pieces) if (rows) yield rows;
}

/** One segment in the making. */
class Piece {
  rows = 0;
  size = 0;
  lastIndex: number | null = null;
  private readonly lines = new LineBuffer();
  private readonly csv = new LineBuffer();
  private readonly sheet: LineBuffer | undefined;

  constructor(withSheet: boolean, private readonly look: Look) {
    this.sheet = withSheet ? new LineBuffer() : undefined;
  }

  /** What stands at the head of the tables. */
  begin(): void {
    this.csv.take(byteOrderMark + csvLine(columnsOf(true)));
    this.sheet?.take(sheetBeginning + sheetLine(columnsOf(true)));
  }

  take(index: number, entry: Buffer, { city, filter }: Selection): void {
    const text = entry.toString();
    const recorded = recordedIn(text);
    if (!isInFilter(recorded, filter, city)) throw new RowBeside('A row was selected that was not asked for.');
    this.look.take({ index, entry, recorded });
    const cells = rowCells({ index, recorded }, this.look.erasures.certificates);
    this.lines.take(rowLine(index, text));
    this.csv.take(csvLine(cells));
    this.sheet?.take(sheetLine(cells));
    this.rows += 1;
    this.size += entry.length;
    this.lastIndex = index;
  }

  bytes(): SegmentBytes {
    return { rows: this.lines.content(), csv: this.csv.content(), ...(this.sheet ? { sheet: this.sheet.content() } : {}) };
  }

  clear(): void {
    [this.rows, this.size] = [0, 0];
    for (const each of [this.lines, this.csv, this.sheet]) each?.clear();
  }
}
