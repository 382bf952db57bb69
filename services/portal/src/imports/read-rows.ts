import { readXml } from './read-xml';
import { workbookRefused } from './workbook-refused';

/** A row as it stands in the sheet: texts by their column (A is 0), and which of them are numbers. */
export interface SheetRow {
  readonly place: number;
  readonly cells: ReadonlyMap<number, { readonly text: string; readonly isNumber: boolean }>;
}

const mostColumns = 100;
/** Rows that hold nothing are passed over, but not without end. */
const mostPlaces = 5_000;

/** The rows that hold something. Throws a 400 problem at the first formula, and as soon as there are more than `most`. */
export async function readRows(bytes: AsyncIterable<Uint8Array>, shared: readonly string[], most: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const sheet = new SheetReader(shared, (row) => {
    rows.push(row);
    if (rows.length > most) throw workbookRefused('too-many-rows');
  });
  await readXml(bytes, sheet);
  return rows;
}

class SheetReader {
  private place = 0;
  private cells = new Map<number, { text: string; isNumber: boolean }>();
  private cell = { reference: '', type: '', text: '' };
  private isValue = false;

  constructor(
    private readonly shared: readonly string[],
    private readonly done: (row: SheetRow) => void,
  ) {}

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') this.beginRow(attributes['r']);
    else if (name === 'c') this.cell = { reference: attributes['r'] ?? '', type: attributes['t'] ?? 'n', text: '' };
    else if (name === 'f') throw workbookRefused('formula', this.cell.reference);
    else if (name === 'v' || name === 't') this.isValue = true;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.isValue = false;
    if (name === 'c') this.keepCell();
    if (name === 'row' && this.cells.size > 0) this.done({ place: this.place, cells: this.cells });
  };

  readonly text = (said: string): void => {
    if (this.isValue) this.cell.text += said;
  };

  private beginRow(given: string | undefined): void {
    this.place = given === undefined ? this.place + 1 : Number(given);
    if (!(this.place <= mostPlaces)) throw workbookRefused('too-many-rows');
    this.cells = new Map();
  }

  private keepCell(): void {
    const { reference, type, text } = this.cell;
    const column = columnOf(reference);
    const said = (type === 's' ? (this.shared[Number(text)] ?? '') : text).trim();
    if (said !== '' && column < mostColumns) this.cells.set(column, { text: said, isNumber: type === 'n' });
  }
}

/** `A1` is 0, `AB7` is 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) throw workbookRefused('damaged');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
