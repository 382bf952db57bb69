import { utf8 } from '../primitives/bytes';
import type { ByteLines } from './byte-lines';
import { csvCell } from './csv-line';
import { shapes, type PlainEntry } from './plain-entry';
import { cellBeginning, cellEnd, emptyCell, lineBeginning, lineEnd, sheetCell } from './sheet-lines';

const [quote, comma, carriageReturn, lineFeed, ampersand, less, greater] = [34, 44, 13, 10, 38, 60, 62] as const;
const [beforeText, afterText, noText, afterCells, beforeFirst, betweenTexts, afterTextNone] = [
  cellBeginning,
  cellEnd,
  emptyCell,
  lineEnd,
  lineBeginning + cellBeginning,
  cellEnd + cellBeginning,
  cellEnd + emptyCell,
].map(utf8) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const escapes = new Map(
  [
    [ampersand, '&amp;'],
    [less, '&lt;'],
    [greater, '&gt;'],
  ].map(([letter, escape]) => [letter as number, utf8(escape as string)] as const),
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
    if (shape === shapes.nested || shape === shapes.list) copyQuoted(lines, entry.bytes, from, until);
    else if (shape !== shapes.none) copyPlain(lines, entry.bytes, from, until);
  }
  if (last !== undefined) lines.take(`,${csvCell(last)}`);
  lines.makeRoom(2);
  lines.bytes[lines.end++] = carriageReturn;
  lines.bytes[lines.end++] = lineFeed;
}

function copyPlain(lines: ByteLines, source: Uint8Array, from: number, until: number): void {
  const target = lines.bytes;
  let end = lines.end;
  for (let at = from; at < until; at += 1) target[end++] = source[at] as number;
  lines.end = end;
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

/** The line of the sheet that `sheetLine` would write. What stands between two texts is always the same, and copied at once. */
export function takeSheetLine(lines: ByteLines, index: number, entry: PlainEntry, last: string | undefined): void {
  lines.takeBytes(beforeFirst);
  lines.takeNumber(index);
  let isOpen = true;
  for (let column = 0; column < entry.columns; column += 1) {
    const isText = entry.shape[column] !== shapes.none;
    lines.takeBytes(isText ? (isOpen ? betweenTexts : beforeText) : isOpen ? afterTextNone : noText);
    if (isText) copyEscaped(lines, entry.bytes, entry.from[column] as number, entry.until[column] as number);
    isOpen = isText;
  }
  if (isOpen) lines.takeBytes(afterText);
  if (last !== undefined) lines.take(sheetCell(last));
  lines.takeBytes(afterCells);
}

function copyEscaped(lines: ByteLines, source: Uint8Array, from: number, until: number): void {
  lines.makeRoom((until - from) * longestEscape);
  const target = lines.bytes;
  let end = lines.end;
  for (let at = from; at < until; at += 1) {
    const code = source[at] as number;
    const escape = code === ampersand || code === less || code === greater ? escapes.get(code) : undefined;
    if (escape) {
      target.set(escape, end);
      end += escape.length;
    } else target[end++] = code;
  }
  lines.end = end;
}
