import { Lie } from '../primitives/lie';

/** A row of the record as an entry of the log says it. */
export interface RecordedRow {
  readonly service: string;
  readonly position: number;
  readonly kind: 'journal' | 'access';
  readonly row: Readonly<Record<string, unknown>>;
}

/** A line of rows.jsonl: where the entry stands in the log, the entry's own bytes, and what they say. */
export interface PackageRow {
  readonly index: number;
  readonly entry: Uint8Array;
  readonly recorded: RecordedRow;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
export const rowBeginning = '{"index":';
export const rowMiddle = ',"leaf":';

/** How a line is written: the entry stands in it byte for byte, so that a hash can be made of it with any tool. */
export const rowLine = (index: number, entry: string): string => `${rowBeginning}${index}${rowMiddle}${entry}}\n`;

export function readRow(line: Uint8Array): PackageRow {
  const text = decode(line);
  const end = text.indexOf(rowMiddle);
  const index = Number(text.slice(rowBeginning.length, end));
  if (!text.startsWith(rowBeginning) || end < 0 || !/^(0|[1-9]\d{0,15})$/.test(text.slice(rowBeginning.length, end)) || !text.endsWith('}'))
    throw new Lie('line-malformed', 'A line of rows.jsonl is not written as a row is.');
  // Everything before the entry is ASCII: places in the text are places in the bytes.
  return {
    index,
    entry: line.subarray(end + rowMiddle.length, line.length - 1),
    recorded: recordedIn(text.slice(end + rowMiddle.length, -1)),
  };
}

function decode(line: Uint8Array): string {
  try {
    return decoder.decode(line);
  } catch {
    throw new Lie('line-malformed', 'A line of rows.jsonl is not UTF-8.');
  }
}

/** What an entry of the log says. */
export function recordedIn(text: string): RecordedRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Lie('line-malformed', 'A line of rows.jsonl is not JSON.');
  }
  const { service, position, kind, row: whole, rowId } = (value ?? {}) as Partial<RecordedRow> & { rowId?: unknown };
  // A row too long for an entry of the log stands there by its hash alone.
  const row = whole ?? (typeof rowId === 'string' ? { id: rowId } : undefined);
  if (
    typeof service !== 'string' ||
    typeof position !== 'number' ||
    (kind !== 'journal' && kind !== 'access') ||
    typeof row !== 'object' ||
    row === undefined ||
    row === null
  )
    throw new Lie('line-malformed', 'A line of rows.jsonl holds no row of the record.');
  return { service, position, kind, row };
}
