import { utf8 } from '../primitives/bytes';
import type { RecordedRow } from './package-row';
import { columnsOf, inPlaceOf, runs } from './row-cells';

/** The columns that come out of an entry itself; the first three stand outside its row. */
const names = columnsOf(false).slice(1);
const beside = 3;
const columnsOfKind = { journal: columnNames('journal'), access: columnNames('access') } as const;

function columnNames(kind: RecordedRow['kind']): readonly Uint8Array[] {
  return names.map((name, column) => utf8(column < beside ? '' : kind === 'access' ? (inPlaceOf[name] ?? name) : name));
}

const [quote, comma, colon, zero, nine, openBrace, closeBrace, openBracket, closeBracket] = [34, 44, 58, 48, 57, 123, 125, 91, 93] as const;
const deepest = 16;
const longestNumber = 15;
const [mostKeys, longestKey] = [64, 64] as const;
const [isPlain, isComma] = [1, 2] as const;
/** What may stand in a string and means itself: ASCII without quotation mark and backslash; a comma is told apart. */
const letters = Uint8Array.from({ length: 256 }, (_, code) =>
  code < 32 || code >= 127 || code === quote || code === 92 ? 0 : code === comma ? isPlain | isComma : isPlain,
);
const runsFirst = Uint8Array.from({ length: 256 }, (_, code) => Number(runs.has(String.fromCharCode(code))));
const [toKind, toPosition, toRow, toService] = [',"kind":', ',"position":', ',"row":', ',"service":'].map(utf8) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const beginning = utf8('{"format":1,"incarnation":');
const [nothing, yes, no] = ['null', 'true', 'false'].map(utf8) as [Uint8Array, Uint8Array, Uint8Array];
const [journal, access] = [utf8('journal'), utf8('access')];

export const shapes = { none: 0, text: 1, word: 2, nested: 3, empty: 4, list: 5 } as const;

/** A member's key as the last row had it in this place, with its quotation marks and its colon, and the column it is. */
interface Key {
  readonly column: number;
  readonly bytes: Uint8Array;
}

/**
 * An entry of the log read where it lies, without an object made of it: nearly all are written in ASCII without escapes, their keys in
 * order. What it accepts means what JSON.parse makes of it, to the letter of each cell; of anything else it says so, and the entry is parsed.
 */
export class PlainEntry {
  readonly columns = names.length;
  bytes: Uint8Array = new Uint8Array();
  /** Of each column: where its text begins and ends, and its shape; a cell that is empty has no shape. */
  readonly from = new Int32Array(names.length);
  readonly until = new Int32Array(names.length);
  readonly shape = new Uint8Array(names.length);
  kind: RecordedRow['kind'] = 'journal';
  private at = 0;
  private valueFrom = 0;
  private valueUntil = 0;
  /** What the letters of the last string were, together. */
  private seen = 0;
  private column = -1;
  /** The keys of the last row: the next row mostly has the same. */
  private readonly keys = { journal: [] as Key[], access: [] as Key[] };
  private readonly known: string[] = names.map(() => '');

  /** False for what is not written plainly: nothing here may be used then. */
  read(bytes: Uint8Array, from: number, until: number): boolean {
    this.bytes = bytes;
    this.at = from;
    this.shape.fill(shapes.none);
    if (!this.expect(beginning) || !this.string() || !this.expect(toKind) || !this.string() || !this.takeKind()) return false;
    if (!this.expect(toPosition) || this.value(0) !== shapes.word || !this.isDigit(this.valueFrom) || !this.keep(1, shapes.word))
      return false;
    if (!this.expect(toRow) || !this.row() || !this.expect(toService) || this.bytes[this.at] !== quote) return false;
    const service = this.value(0);
    if (service === shapes.none || !this.keep(0, service)) return false;
    return this.bytes[this.at] === closeBrace && this.at + 1 === until;
  }

  /** What the named columns say: enough of the row for whoever asks for no more. */
  recorded(wanted: readonly number[]): RecordedRow {
    const row: Record<string, unknown> = {};
    for (const column of wanted) {
      const name = names[column] as string;
      row[this.kind === 'access' ? (inPlaceOf[name] ?? name) : name] = this.valueOf(column);
    }
    return { service: this.text(0), position: this.wholeNumber(1), kind: this.kind, row };
  }

  private valueOf(column: number): unknown {
    const shape = this.shape[column];
    return shape === shapes.none
      ? null
      : shape === shapes.text || shape === shapes.list
        ? this.text(column)
        : JSON.parse(this.text(column));
  }

  private wholeNumber(column: number): number {
    let value = 0;
    for (let at = this.from[column] as number; at < (this.until[column] as number); at += 1)
      value = value * 10 + (this.bytes[at] as number) - zero;
    return value;
  }

  /** Most columns say the same again and again: then no new text is made. */
  private text(column: number): string {
    const from = this.from[column] as number;
    const until = this.until[column] as number;
    const last = this.known[column] as string;
    let same = last.length === until - from;
    for (let at = from; same && at < until; at += 1) same = last.charCodeAt(at - from) === this.bytes[at];
    if (same) return last;
    let text = '';
    for (let at = from; at < until; at += 1) text += String.fromCharCode(this.bytes[at] as number);
    this.known[column] = text;
    return text;
  }

  private takeKind(): boolean {
    const isJournal = this.isSame(journal, this.valueFrom, this.valueUntil);
    if (!isJournal && !this.isSame(access, this.valueFrom, this.valueUntil)) return false;
    this.kind = isJournal ? 'journal' : 'access';
    return this.keep(2, shapes.text);
  }

  private row(): boolean {
    const keys = this.keys[this.kind];
    if (this.bytes[this.at++] !== openBrace) return false;
    for (let member = 0, from = 0, until = 0; ; member += 1) {
      const keyBefore = from;
      const endBefore = until;
      from = this.at + 1;
      if (!this.key(keys, member)) return false;
      until = this.at - 2;
      if (member > 0 && !this.ascends(keyBefore, endBefore, from, until)) return false;
      const { column } = this;
      const shape = this.value(0);
      if (shape === shapes.none || (column >= 0 && !this.keep(column, shape))) return false;
      const next = this.bytes[this.at++];
      if (next === closeBrace) return true;
      if (next !== comma) return false;
    }
  }

  /** A key with its colon; `column` says which it is, -1 for one that no table has. */
  private key(keys: Key[], member: number): boolean {
    const last = keys[member];
    if (last && this.expect(last.bytes)) {
      this.column = last.column;
      return true;
    }
    const from = this.at;
    if (!this.string() || this.bytes[this.at++] !== colon) return false;
    this.column = columnsOfKind[this.kind].findIndex((name) => this.isSame(name, this.valueFrom, this.valueUntil));
    // Of a row made to harm nothing large is kept.
    if (member < mostKeys && this.at - from <= longestKey)
      keys[member] = { column: this.column, bytes: new Uint8Array(this.bytes.subarray(from, this.at)) };
    return true;
  }

  /** What a spreadsheet would run is changed before it is shown, which is left to the other way. */
  private keep(column: number, shape: number): boolean {
    if (shape === shapes.empty) return true;
    const { valueFrom, valueUntil } = this;
    if (valueUntil === valueFrom) return true;
    if ((shape === shapes.text || shape === shapes.list) && runsFirst[this.bytes[valueFrom] as number] === 1) return false;
    this.from[column] = valueFrom;
    this.until[column] = valueUntil;
    this.shape[column] = shape;
    return true;
  }

  private value(depth: number): number {
    const first = this.bytes[this.at] as number;
    if (first === quote) return !this.string() ? shapes.none : (this.seen & isComma) === 0 ? shapes.text : shapes.list;
    const from = this.at;
    if (first === openBrace || first === openBracket) {
      if (depth >= deepest || !(first === openBrace ? this.object(depth) : this.list(depth))) return shapes.none;
      this.valueFrom = from;
      this.valueUntil = this.at;
      return shapes.nested;
    }
    if (!this.isDigit(from)) {
      if (this.expect(nothing)) return shapes.empty;
      if (!this.expect(yes) && !this.expect(no)) return shapes.none;
    } else if (!this.number()) return shapes.none;
    this.valueFrom = from;
    this.valueUntil = this.at;
    return shapes.word;
  }

  private string(): boolean {
    const { bytes } = this;
    let at = this.at;
    if (bytes[at] !== quote) return false;
    at += 1;
    this.valueFrom = at;
    let seen = 0;
    // Behind the end there is no letter, which is not above 0 either.
    for (let letter = letters[bytes[at] as number] as number; letter > 0; letter = letters[bytes[at] as number] as number) {
      seen |= letter;
      at += 1;
    }
    this.seen = seen;
    this.valueUntil = at;
    this.at = at + 1;
    return bytes[at] === quote;
  }

  /** A whole number that JSON.parse keeps as it is. */
  private number(): boolean {
    const from = this.at;
    while (this.isDigit(this.at)) this.at += 1;
    const digits = this.at - from;
    return digits > 0 && digits <= longestNumber && (digits === 1 || this.bytes[from] !== zero);
  }

  /** Keys that are numbers would be put in another order, and one that is there twice would count once. */
  private object(depth: number): boolean {
    this.at += 1;
    if (this.bytes[this.at] === closeBrace) return this.step();
    for (let first = true, from = 0, until = 0; ; first = false) {
      const keyBefore = from;
      const endBefore = until;
      if (!this.string() || this.isDigit(this.valueFrom)) return false;
      from = this.valueFrom;
      until = this.valueUntil;
      if ((!first && !this.ascends(keyBefore, endBefore, from, until)) || this.bytes[this.at] !== colon) return false;
      this.at += 1;
      if (this.value(depth + 1) === shapes.none) return false;
      if (this.bytes[this.at] === closeBrace) return this.step();
      if (this.bytes[this.at++] !== comma) return false;
    }
  }

  private list(depth: number): boolean {
    this.at += 1;
    if (this.bytes[this.at] === closeBracket) return this.step();
    for (;;) {
      if (this.value(depth + 1) === shapes.none) return false;
      if (this.bytes[this.at] === closeBracket) return this.step();
      if (this.bytes[this.at++] !== comma) return false;
    }
  }

  private step(): true {
    this.at += 1;
    return true;
  }

  private isDigit(at: number): boolean {
    const code = this.bytes[at] as number;
    return code >= zero && code <= nine;
  }

  private expect(wanted: Uint8Array): boolean {
    const { bytes, at } = this;
    for (let place = 0; place < wanted.length; place += 1) if (bytes[at + place] !== wanted[place]) return false;
    this.at = at + wanted.length;
    return true;
  }

  private isSame(wanted: Uint8Array, from: number, until: number): boolean {
    if (wanted.length !== until - from) return false;
    for (let place = 0; place < wanted.length; place += 1) if (this.bytes[from + place] !== wanted[place]) return false;
    return true;
  }

  /** Whether the second key stands behind the first in the order of RFC 8785. */
  private ascends(from: number, until: number, nextFrom: number, nextUntil: number): boolean {
    const shorter = Math.min(until - from, nextUntil - nextFrom);
    for (let place = 0; place < shorter; place += 1) {
      const difference = (this.bytes[nextFrom + place] as number) - (this.bytes[from + place] as number);
      if (difference !== 0) return difference > 0;
    }
    return nextUntil - nextFrom > until - from;
  }
}

/** The columns of an entry by their names. */
export const plainColumns = (wanted: readonly string[]): number[] => wanted.map((name) => names.indexOf(name));
