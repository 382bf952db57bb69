import { wholeCase, type ExportFilter } from '../package/manifest';
import { utf8 } from '../primitives/bytes';
import type { Certificates } from './certificates';
import { readRow, recordedIn, rowBeginning, rowMiddle, type PackageRow } from './package-row';
import { plainColumns, PlainEntry } from './plain-entry';

const [beginning, middle] = [rowBeginning, rowMiddle].map(utf8) as [Uint8Array, Uint8Array];
const [zero, nine, closeBrace] = [48, 57, 125] as const;
const longestIndex = 15;
const namedBy: Readonly<Record<string, string | undefined>> = {
  caseId: 'case_id',
  post: 'post',
  body: 'body',
  act: 'act',
  from: 'recorded_at',
  until: 'recorded_at',
};
const decoder = new TextDecoder();

/** A row as it was read; `plain` is there, until the next is read, where it needed no parsing: `recorded` then says no more than was asked of it. */
export type RowRead = PackageRow & { readonly plain: PlainEntry | undefined };

/**
 * Reads rows one after the other, most of them without parsing. Of a whole case every row is parsed, since its acts are tied together;
 * of other rows only what the filter, and a certificate of erasure, compare.
 */
export class RowReader {
  private readonly plain = new PlainEntry();
  private readonly wanted: readonly number[] | undefined;

  constructor(filter: ExportFilter, certificates: Certificates) {
    const names = [
      'city',
      ...Object.keys(filter).flatMap((name) => namedBy[name] ?? []),
      ...(certificates.count > 0 ? ['case_id', 'particulars'] : []),
    ];
    this.wanted = wholeCase(filter) === undefined ? plainColumns([...new Set(names)]) : undefined;
  }

  /** A line of rows.jsonl without its line feed; throws for what is none. */
  ofLine(line: Uint8Array): RowRead {
    const index = this.wanted === undefined ? -1 : indexOf(line);
    const from = beginning.length + String(index).length + middle.length;
    if (index < 0 || line[line.length - 1] !== closeBrace || !this.plain.read(line, from, line.length - 1))
      return { ...readRow(line), plain: undefined };
    return this.plainRow(index, line.subarray(from, line.length - 1));
  }

  ofEntry(index: number, entry: Uint8Array): RowRead {
    if (this.wanted !== undefined && this.plain.read(entry, 0, entry.length)) return this.plainRow(index, entry);
    return { index, entry, recorded: recordedIn(decoder.decode(entry)), plain: undefined };
  }

  private plainRow(index: number, entry: Uint8Array): RowRead {
    return { index, entry, recorded: this.plain.recorded(this.wanted ?? []), plain: this.plain };
  }
}

/** The place a line begins with; -1 where it is not written as places are. */
function indexOf(line: Uint8Array): number {
  for (let at = 0; at < beginning.length; at += 1) if (line[at] !== beginning[at]) return -1;
  let at = beginning.length;
  let index = 0;
  for (let code = line[at] as number; code >= zero && code <= nine && at - beginning.length <= longestIndex; code = line[++at] as number)
    index = index * 10 + code - zero;
  const digits = at - beginning.length;
  if (digits === 0 || digits > longestIndex || (digits > 1 && line[beginning.length] === zero)) return -1;
  for (let place = 0; place < middle.length; place += 1) if (line[at + place] !== middle[place]) return -1;
  return index;
}
