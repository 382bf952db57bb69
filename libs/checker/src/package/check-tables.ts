import { Uint8ArrayReader } from '@zip.js/zip.js';
import { isSame, utf8 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';
import { mostSheetRows } from '../rows/sheet-lines';
import { sheetName, workbookParts } from '../rows/workbook-parts';
import type { RowsTold } from './check-rows';
import { openPackage, type PackageFile } from './open-package';

const largestWorkbook = 128 * 2 ** 20;
const anyPart = /^[\w[\]./]+$/;

/** rows.csv and rows.xlsx say the same as the rows, to the letter. */
export async function* checkTables(
  files: ReadonlyMap<string, PackageFile>,
  told: RowsTold,
  primitives: Primitives,
): AsyncGenerator<{ check: string; says: string }> {
  const csv = files.get('rows.csv');
  if (!csv || !isSame(await hashOf(csv, primitives), told.csv)) throw new Lie('csv-other', 'rows.csv does not say what rows.jsonl says.');
  yield { check: 'csv', says: 'says what the rows say' };
  const workbook = files.get('rows.xlsx');
  if (!workbook) {
    if (told.rows <= mostSheetRows) throw new Lie('file-missing', 'rows.xlsx is missing.');
    return;
  }
  if (told.rows > mostSheetRows || !(await isWorkbookOf(await workbook.readWhole(largestWorkbook), told.sheet, primitives)))
    throw new Lie('xlsx-other', 'rows.xlsx does not say what rows.jsonl says.');
  yield { check: 'xlsx', says: 'says what the rows say' };
}

/** Nothing but the sheet, and around it what every workbook of ours has. */
async function isWorkbookOf(bytes: Uint8Array, sheet: Uint8Array, primitives: Primitives): Promise<boolean> {
  const parts = await openPackage(new Uint8ArrayReader(bytes), anyPart);
  const own = parts.get(sheetName);
  if (!own || parts.size !== Object.keys(workbookParts).length + 1 || !isSame(await hashOf(own, primitives), sheet)) return false;
  for (const [name, text] of Object.entries(workbookParts))
    if (!isSame((await parts.get(name)?.readWhole(4_096)) ?? new Uint8Array(), utf8(text))) return false;
  return true;
}

async function hashOf(file: PackageFile, primitives: Primitives): Promise<Uint8Array> {
  const hash = primitives.hash();
  for await (const part of file.read()) hash.update(part);
  return hash.digest();
}
