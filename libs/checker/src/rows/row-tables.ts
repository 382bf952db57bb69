import { utf8 } from '../primitives/bytes';
import { ByteLines } from './byte-lines';
import type { Certificates } from './certificates';
import { byteOrderMark, csvLine } from './csv-line';
import { rowBeginning, rowMiddle } from './package-row';
import { takeCsvLine, takeSheetLine } from './plain-lines';
import { columnsOf, rowCells } from './row-cells';
import type { RowRead } from './row-reader';
import { sheetBeginning, sheetLine } from './sheet-lines';

const [beginning, middle, ending] = [rowBeginning, rowMiddle, '}\n'].map(utf8) as [Uint8Array, Uint8Array, Uint8Array];

/** The line that `rowLine` would write, of an entry's bytes. */
export function takeRowLine(lines: ByteLines, index: number, entry: Uint8Array): void {
  lines.takeBytes(beginning);
  lines.takeNumber(index);
  lines.takeBytes(middle);
  lines.takeBytes(entry);
  lines.takeBytes(ending);
}

/** The tables for people in the making: whoever makes a package and whoever checks one write them here, and compare. */
export class RowTables {
  readonly csv = new ByteLines();
  readonly sheet: ByteLines | undefined;

  /** Without certificates: as packages were before there were any. */
  constructor(
    private readonly certificates: Certificates | undefined,
    withSheet: boolean,
  ) {
    this.sheet = withSheet ? new ByteLines() : undefined;
  }

  /** What stands at the head of the tables. */
  begin(): void {
    const columns = columnsOf(this.certificates !== undefined);
    this.csv.take(byteOrderMark + csvLine(columns));
    this.sheet?.take(sheetBeginning + sheetLine(columns));
  }

  take(row: RowRead, inSheet = true): void {
    const sheet = inSheet ? this.sheet : undefined;
    if (row.plain) {
      const last = this.certificates && (this.certificates.findFor(row) ?? '');
      takeCsvLine(this.csv, row.index, row.plain, last);
      if (sheet) takeSheetLine(sheet, row.index, row.plain, last);
      return;
    }
    const cells = rowCells(row, this.certificates);
    this.csv.take(csvLine(cells));
    sheet?.take(sheetLine(cells));
  }

  clear(): void {
    this.csv.clear();
    this.sheet?.clear();
  }
}
