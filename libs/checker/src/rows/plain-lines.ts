import { utf8 } from '../primitives/bytes';
import type { ByteLines } from './byte-lines';
import { csvCell } from './csv-line';
import { shapes, type PlainEntry } from './plain-entry';
import { cellBeginning, cellEnd, emptyCell, lineBeginning, lineEnd, sheetCell } from './sheet-lines';

const [quote, comma, carriageReturn, lineFeed] = [34, 44, 13, 10] as const;
const [beforeText, afterText, noText, beforeCells, afterCells] = [cellBeginning, cellEnd, emptyCell, lineBeginning, lineEnd].map(utf8) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const escapes = new Map(
  [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
  ].map(([letter, escape]) => [(letter as string).charCodeAt(0), utf8(escape as string)] as const),
);
const longestEscape = 5;

/** The line of rows.csv that `csvLine` would write; `last` is the cell behind those of the entry. */
export function takeCsvLine(lines: ByteLines, index: number, entry: PlainEntry, last: string | undefined): void {
  lines.takeNumber(index);
  for (let column = 0; column < entry.columns; column += 1) {
    const from = entry.from[column] as number;
    const until = entry.until[column] as number;
    lines.makeRoom((until - from) * 2 + 8);
    lines.bytes[lines.end++] = comma;
    const shape = entry.shape[column] as number;
    if (shape !== shapes.none && (shape === shapes.nested || !copiedPlain(lines, entry.bytes, from, until)))
      copyQuoted(lines, entry.bytes, from, until);
  }
  if (last !== undefined) lines.take(`,${csvCell(last)}`);
  lines.makeRoom(2);
  lines.bytes[lines.end++] = carriageReturn;
  lines.bytes[lines.end++] = lineFeed;
}

/** False, and nothing written, where there is a comma. */
function copiedPlain(lines: ByteLines, source: Uint8Array, from: number, until: number): boolean {
  const target = lines.bytes;
  let end = lines.end;
  for (let at = from; at < until; at += 1) {
    const code = source[at] as number;
    if (code === comma) return false;
    target[end++] = code;
  }
  lines.end = end;
  return true;
}

/** Lists and objects that have neither comma nor quotation mark are not quoted. */
function copyQuoted(lines: ByteLines, source: Uint8Array, from: number, until: number): void {
  const target = lines.bytes;
  let end = lines.end;
  let mustQuote = false;
  target[end++] = quote;
  for (let at = from; at < until; at += 1) {
    const code = source[at] as number;
    if (code === quote) target[end++] = quote;
    mustQuote ||= code === quote || code === comma;
    target[end++] = code;
  }
  target[end++] = quote;
  if (!mustQuote) target.copyWithin(lines.end, lines.end + 1, end - 1);
  lines.end = mustQuote ? end : end - 2;
}

/** The line of the sheet that `sheetLine` would write. */
export function takeSheetLine(lines: ByteLines, index: number, entry: PlainEntry, last: string | undefined): void {
  lines.takeBytes(beforeCells);
  lines.takeBytes(beforeText);
  lines.takeNumber(index);
  lines.takeBytes(afterText);
  for (let column = 0; column < entry.columns; column += 1) {
    if (entry.shape[column] === shapes.none) {
      lines.takeBytes(noText);
      continue;
    }
    lines.takeBytes(beforeText);
    copyEscaped(lines, entry.bytes, entry.from[column] as number, entry.until[column] as number);
    lines.takeBytes(afterText);
  }
  if (last !== undefined) lines.take(sheetCell(last));
  lines.takeBytes(afterCells);
}

function copyEscaped(lines: ByteLines, source: Uint8Array, from: number, until: number): void {
  lines.makeRoom((until - from) * longestEscape);
  for (let at = from; at < until; at += 1) {
    const code = source[at] as number;
    const escape = code > 62 ? undefined : escapes.get(code);
    if (escape) {
      lines.bytes.set(escape, lines.end);
      lines.end += escape.length;
    } else lines.bytes[lines.end++] = code;
  }
}
