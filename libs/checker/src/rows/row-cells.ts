import type { Certificates } from './certificates';
import type { PackageRow } from './package-row';

const ofRow = [
  'id',
  'city',
  'case_id',
  'version',
  'procedure',
  'act',
  'from_state',
  'to_state',
  'clause',
  'epoch',
  'body',
  'post',
  'for_post',
  'recorded_at',
  'effective_at',
  'detail',
  'particulars',
  'terms_hash',
  'hash',
] as const;

/** The columns of rows.csv and rows.xlsx; the last is the certificate under which a row's texts were erased, which older packages do not have. */
export const columnsOf = (saysErased: boolean): readonly string[] => [
  'index',
  'service',
  'position',
  'kind',
  ...ofRow,
  ...(saysErased ? ['erased'] : []),
];

/** A look stands in the columns of acts: what kind of look, and when. */
export const inPlaceOf: Readonly<Record<string, string>> = { act: 'kind', recorded_at: 'looked_at' };

/** A row as the cells of a table. What is no text or number is written as JSON. */
export function rowCells(told: Pick<PackageRow, 'index' | 'recorded'>, certificates?: Certificates): string[] {
  const {
    index,
    recorded: { service, position, kind, row },
  } = told;
  const own = ofRow.map((column) => cellText(row[kind === 'access' ? (inPlaceOf[column] ?? column) : column]));
  if (certificates) own.push(certificates.findFor(told) ?? '');
  return [String(index), service, String(position), kind, ...own];
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return harmless(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** What makes a spreadsheet take a cell for a formula. */
export const runs: ReadonlySet<string> = new Set('=+-@\t\r\n＝＋－＠|%');

/** What a spreadsheet would take for a formula begins with an apostrophe: it is shown as the text it is. Full-width signs count as well. */
const harmless = (text: string): string => (runs.has(text.charAt(0)) ? `'${text}` : text);
