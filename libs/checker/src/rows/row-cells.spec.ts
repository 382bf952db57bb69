import fc from 'fast-check';
import { csvLine } from './csv-line';
import type { PackageRow } from './package-row';
import { columnsOf, rowCells } from './row-cells';
import { sheetLine } from './sheet-lines';

const row = (act: string): Pick<PackageRow, 'index' | 'recorded'> => ({
  index: 1,
  recorded: { service: 'health', position: 1, kind: 'journal', row: { act, detail: { formula: '=1+1' } } },
});
const cell = (act: string): string => rowCells(row(act))[columnsOf(false).indexOf('act')] ?? '';

/** RFC 4180, read back. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  let [text, quoted] = ['', false];
  for (let at = 0; at < line.length - 2; at += 1) {
    const letter = line[at] ?? '';
    if (quoted && letter === '"' && line[at + 1] === '"') {
      text += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) {
      cells.push(text);
      text = '';
    } else text += letter;
  }
  return [...cells, text];
}

describe('a cell of a table made for people', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', "=cmd|'/C calc'!A0", '%0A=1', '|x'])(
    '%j is shown, not run',
    (text) => {
      expect(cell(text)).toBe(`'${text}`);
      expect(sheetLine([text])).not.toContain('<f');
      expect(sheetLine([text])).toContain('t="inlineStr"');
    },
  );

  it.each(['note', '京科伦〔2026〕1号', 'a=b', '2026-01-05T00:00:00+00:00'])('%j stays as it is', (text) => {
    expect(cell(text)).toBe(text);
  });

  it('never begins with what a spreadsheet takes for a formula, whatever stands in the record', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^[=+\-@\t\r\n]/.test(cell(text))));
  });
});

describe('a line of rows.csv', () => {
  it('gives back its cells when read as RFC 4180 says, and ends with CR and LF', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', ',', '\r\n', '""', 'a,"b"\n')), { minLength: 1 }),
        (cells) => {
          const line = csvLine(cells);
          expect(line.endsWith('\r\n')).toBe(true);
          expect(readLine(line)).toEqual(cells);
        },
      ),
    );
  });
});
