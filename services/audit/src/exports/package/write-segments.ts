import { ByteLines, isInFilter, mostSheetRows, readLines, RowReader, RowTables, takeRowLine } from '@lianxi/checker';
import type { Selection } from './select-entries';
import type { LogEntry } from './log-entries';
import type { Look } from './look';
import type { SegmentBytes, Segments } from './segments';

/** How much is written between two notes of progress; it is also what memory holds at most of one kind. */
const segmentBytes = 2 ** 20;
/** Segments in the making or being packed and written: as many as keep two processors busy. */
const mostPieces = 3;

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
 * Writes entries as rows and as the tables for people, a segment at a time, from where an earlier run was stopped. While segments are
 * packed and written, the next is made. Undefined when `keep` says that another has taken over.
 */
export async function writeSegments(
  entries: AsyncIterable<readonly LogEntry[]>,
  selection: Selection,
  segments: Segments,
  look: Look,
  begun: Progress,
  keep: (progress: Progress) => Promise<boolean>,
): Promise<Progress | undefined> {
  const reader = new RowReader(selection.filter, look.erasures.certificates);
  await lookBack(segments, look, reader, begun.segments);
  const pieces = Array.from({ length: mostPieces }, () => new Piece(hasSheet(begun.total), look, reader));
  const kept: Promise<boolean>[] = [];
  let [progress, piece] = [begun, pieces[begun.segments % mostPieces] as Piece];
  if (progress.segments === 0) piece.begin();
  const flush = async (): Promise<boolean> => {
    const done: Progress = {
      total: progress.total,
      done: progress.done + piece.rows,
      segments: progress.segments + 1,
      lastIndex: piece.lastIndex,
    };
    const [written, before] = [segments.write(done.segments, piece.bytes()), kept.at(-1) ?? Promise.resolve(true)];
    // Progress is noted in order: what is said to be done is on disk, and everything before it.
    const noted = Promise.all([before, written]).then(([goesOn]) => goesOn && keep(done));
    noted.catch(() => undefined);
    kept.push(noted);
    progress = done;
    if (kept.length >= mostPieces && !(await kept.shift())) return false;
    piece = pieces[done.segments % mostPieces] as Piece;
    piece.clear();
    return true;
  };
  for await (const some of entries)
    for (const { index, entry } of some) {
      piece.take(index, entry, selection);
      if (piece.size >= segmentBytes && !(await flush())) return undefined;
    }
  if ((piece.rows > 0 || progress.segments === 0) && !(await flush())) return undefined;
  return (await Promise.all(kept)).every(Boolean) ? progress : undefined;
}

async function lookBack(segments: Segments, look: Look, reader: RowReader, count: number): Promise<void> {
  for await (const lines of readLines(rowsIn(segments.readBack(count)), 'rows.jsonl'))
    for (const line of lines) look.take(reader.ofLine(line));
}

async function* rowsIn(pieces: AsyncIterable<SegmentBytes>): AsyncGenerator<Buffer> {
  for await (const { rows } of pieces) if (rows) yield rows;
}

/** One segment in the making. */
class Piece {
  rows = 0;
  size = 0;
  lastIndex: number | null = null;
  private readonly lines = new ByteLines();
  private readonly tables: RowTables;

  constructor(
    withSheet: boolean,
    private readonly look: Look,
    private readonly reader: RowReader,
  ) {
    this.tables = new RowTables(look.erasures.certificates, withSheet);
  }

  begin(): void {
    this.tables.begin();
  }

  take(index: number, entry: Buffer, { city, filter }: Selection): void {
    const row = this.reader.ofEntry(index, entry);
    if (!isInFilter(row.recorded, filter, city)) throw new RowBeside('A row was selected that was not asked for.');
    this.look.take(row);
    takeRowLine(this.lines, index, entry);
    this.tables.take(row);
    this.rows += 1;
    this.size += entry.length;
    this.lastIndex = index;
  }

  bytes(): SegmentBytes {
    const { csv, sheet } = this.tables;
    return { rows: bufferOf(this.lines), csv: bufferOf(csv), ...(sheet ? { sheet: bufferOf(sheet) } : {}) };
  }

  clear(): void {
    [this.rows, this.size] = [0, 0];
    this.lines.clear();
    this.tables.clear();
  }
}

/** The same memory, until it is cleared. */
function bufferOf(lines: ByteLines): Buffer {
  const { buffer, byteOffset, length } = lines.content();
  return Buffer.from(buffer, byteOffset, length);
}
