import fc from 'fast-check';
import { utf8 } from '../primitives/bytes';
import { Certificates } from './certificates';
import { csvLine } from './csv-line';
import { isInFilter } from './is-in-filter';
import { readRow, recordedIn, rowLine } from './package-row';
import { rowCells } from './row-cells';
import { RowReader } from './row-reader';
import { RowTables, takeRowLine } from './row-tables';
import { ByteLines } from './byte-lines';
import { sheetLine } from './sheet-lines';

const decoder = new TextDecoder();
const none = new Certificates();
const filter = { body: 'bj-health', act: 'note' } as const;
const reader = new RowReader(filter, none);

const plain = fc.constantFrom(
  'note',
  'bj-health',
  'beijing',
  'case-opened',
  'a,b',
  '',
  'a<b&c',
  '01936f00-0001-7000-8000-000000000001',
  '2026-10-01T00:00:00+00:00',
);
const wild = fc.constantFrom('=1+1', '-x', '京科伦', 'he said "no"', '\u0000', '\\', '\u007f');
const code = fc.oneof({ weight: 30, arbitrary: plain }, { weight: 1, arbitrary: wild });
const whole = fc.oneof(
  { weight: 20, arbitrary: fc.nat() },
  fc.constantFrom(-1, 1.5, 1e21, 999_999_999_999_999, 9_007_199_254_740_991),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('n', 'papers', 'act', 'a', 'aa', 'b', '__proto__', 'toJSON') },
  fc.constantFrom('10', '9', '1a', 'x"y'),
);
const nested = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, code, whole, fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(key, tie('any'), { maxKeys: 4 })),
})).any;
const names = fc.constantFrom(
  'id',
  'city',
  'case_id',
  'version',
  'act',
  'kind',
  'body',
  'post',
  'recorded_at',
  'looked_at',
  'detail',
  'particulars',
  'hash',
  'terms_hash',
  'unknown',
  '12',
);
const row = fc.dictionary(names, fc.oneof({ weight: 4, arbitrary: code }, { weight: 2, arbitrary: whole }, nested), { maxKeys: 14 });
/** As the log writes an entry, and as it never would: keys in any order, spaces between. */
const entry = fc
  .record({
    row,
    kind: fc.constantFrom('journal', 'journal', 'access', 'access', 'other'),
    position: fc.oneof({ weight: 9, arbitrary: fc.nat() }, fc.constantFrom(-1, 0.5)),
    service: fc.constantFrom('health', 'health', 'food', 'a,b', '=x', '京'),
    isSorted: fc.constantFrom(true, true, false),
    spaces: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ isSorted, spaces, row: unsorted, kind, position, service }) =>
    JSON.stringify(
      { format: 1, incarnation: 'i', kind, position, row: isSorted ? sorted(unsorted) : unsorted, service },
      undefined,
      spaces,
    ),
  );

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** What the parser's way makes of a line: its cells in both tables; or how it refuses it. */
function parsed(text: string): string {
  try {
    const told = { index: 7, recorded: recordedIn(text) };
    const cells = rowCells(told, none);
    return `${isInFilter(told.recorded, filter, 'beijing')}\n${csvLine(cells)}${sheetLine(cells)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

const wholeWay = new Map<boolean, number>([
  [true, 0],
  [false, 0],
]);
function read(bytes: Uint8Array): string {
  const lines = new ByteLines();
  takeRowLine(lines, 7, bytes);
  const tables = new RowTables(none, true);
  try {
    const told = reader.ofLine(lines.content().slice(0, -1));
    wholeWay.set(told.plain !== undefined, (wholeWay.get(told.plain !== undefined) ?? 0) + 1);
    tables.take(told);
    return `${isInFilter(told.recorded, filter, 'beijing')}\n${decoder.decode(tables.csv.content())}${decoder.decode(tables.sheet?.content())}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('an entry of the log that is read without being parsed', () => {
  it('says in both tables, and to the filter, what the parser makes of it', () => {
    fc.assert(
      fc.property(entry, (text) => {
        expect(read(utf8(text))).toBe(parsed(text));
      }),
      { numRuns: 3_000 },
    );
    // Both ways were taken, each often enough.
    expect(Math.min(...wholeWay.values())).toBeGreaterThan(300);
  });

  it('also when bytes of it were changed, dropped or doubled: what is no JSON is refused, never guessed', () => {
    const change = fc.record({
      at: fc.nat(),
      to: fc.oneof(fc.constantFrom(...utf8('{}[]",:\\0123 tfn\n')), fc.integer({ min: 0, max: 255 })),
      kind: fc.constantFrom('set', 'drop', 'double'),
    });
    fc.assert(
      fc.property(entry, fc.array(change, { minLength: 1, maxLength: 2 }), (text, changes) => {
        let bytes = utf8(text);
        for (const { at, to, kind } of changes) {
          const place = at % bytes.length;
          if (kind === 'set') bytes = bytes.map((byte, each) => (each === place ? to : byte));
          else
            bytes = Uint8Array.from(
              kind === 'drop'
                ? [...bytes.slice(0, place), ...bytes.slice(place + 1)]
                : [...bytes.slice(0, place), ...bytes.slice(place, place + 3), ...bytes.slice(place)],
            );
        }
        let expected: string;
        try {
          const line = readRow(Uint8Array.from([...utf8('{"index":7,"leaf":'), ...bytes, 125]));
          expected = parsed(decoder.decode(line.entry));
        } catch (error) {
          expected = (error as Error).message;
        }
        expect(read(bytes)).toBe(expected);
      }),
      { numRuns: 6_000 },
    );
  });

  it('is written into rows.jsonl byte for byte', () => {
    fc.assert(
      fc.property(entry, fc.maxSafeNat(), (text, index) => {
        const lines = new ByteLines();
        takeRowLine(lines, index, utf8(text));
        expect(decoder.decode(lines.content())).toBe(rowLine(index, text));
      }),
    );
  });

  it('takes its place from the line, and a line that does not begin as rows do is refused', () => {
    const text = JSON.stringify({ format: 1, incarnation: 'i', kind: 'journal', position: 1, row: { act: 'note' }, service: 'health' });
    expect(reader.ofLine(utf8(rowLine(345_678, text).slice(0, -1)))).toMatchObject({
      index: 345_678,
      recorded: { service: 'health', position: 1 },
    });
    for (const line of [
      `{"index":01,"leaf":${text}}`,
      `{"index":-1,"leaf":${text}}`,
      `{"index":,"leaf":${text}}`,
      `{"index":1 ,"leaf":${text}}`,
      `{"index":1,"leaf":${text}`,
      `{"index":1,"leaf":${text}]`,
      `{"index":99999999999999999,"leaf":${text}}`,
    ]) {
      expect(() => reader.ofLine(utf8(line))).toThrow();
    }
  });
});
