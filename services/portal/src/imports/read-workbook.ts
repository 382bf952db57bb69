import { Uint8ArrayReader } from '@zip.js/zip.js';
import { Lie, openPackage, type PackageFile } from '@lianxi/checker';
import { readRows, type SheetRow } from './read-rows';
import { readSharedTexts } from './read-shared-texts';
import { readXml } from './read-xml';
import { workbookRefused } from './workbook-refused';

const mostParts = 200;
/** A sheet of 500 rows full to the brim is a tenth of it. */
const mostBytes = 24 * 1024 * 1024;
const partNames = /^(?!.*\.\.)(?:\[Content_Types\]\.xml|[\w.-]+(?:\/[\w .-]+)*)$/;
/** What may do something, or fetch something, when the file is opened by whoever it is passed on to. */
const active = /vbaProject|macrosheets|activeX|externalLinks|embeddings|ctrlProps|connections\.xml|\.bin$/i;

/** The rows of a workbook's sheet of that name. Throws a 400 problem for everything that is not a plain workbook of a bearable size, before it is unpacked where that can be seen. */
export async function readWorkbook(bytes: Buffer, sheetName: string, mostRows: number): Promise<SheetRow[]> {
  try {
    const parts = await openPackage(new Uint8ArrayReader(bytes), partNames);
    refuseUnbearable(parts);
    const sheet = parts.get(await placeOf(parts, sheetName));
    if (!sheet) throw workbookRefused('sheet');
    const shared = parts.get('xl/sharedStrings.xml');
    return await readRows(sheet.read(), shared ? await readSharedTexts(shared.read()) : [], mostRows);
  } catch (error) {
    throw error instanceof Lie ? workbookRefused(error.code === 'zip-bomb' ? 'too-large' : 'damaged') : error;
  }
}

function refuseUnbearable(parts: ReadonlyMap<string, PackageFile>): void {
  const all = [...parts.values()];
  if (all.some(({ name }) => active.test(name))) throw workbookRefused('active');
  if (all.length > mostParts || all.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) throw workbookRefused('too-large');
}

/** Where the sheet lies: the workbook names it, and its relations say where that is. */
async function placeOf(parts: ReadonlyMap<string, PackageFile>, sheetName: string): Promise<string> {
  const [workbook, relations] = [parts.get('xl/workbook.xml'), parts.get('xl/_rels/workbook.xml.rels')];
  if (!workbook || !relations) throw workbookRefused('damaged');
  let id = '';
  await readXml(workbook.read(), {
    open: (name, attributes) => {
      if (name === 'sheet' && attributes['name'] === sheetName) id = attributes['r:id'] ?? '';
    },
  });
  let place = '';
  await readXml(relations.read(), {
    open: (name, attributes) => {
      if (name === 'Relationship' && id !== '' && attributes['Id'] === id) place = attributes['Target'] ?? '';
    },
  });
  return place.startsWith('/') ? place.slice(1) : `xl/${place}`;
}
