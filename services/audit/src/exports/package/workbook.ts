import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetEnd, sheetName, workbookParts } from '@lianxi/checker';
import { entryOptions } from './zip-entries';

/** A workbook of the sheet's lines, written as it is read: never whole in memory, the same bytes for the same lines. */
export function workbook(sheet: AsyncIterable<Buffer>): Readable {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(workbookParts)) zip.addBuffer(Buffer.from(text), name, entryOptions);
  const content = Readable.from((async function* () { yield* sheet; yield Buffer.from(sheetEnd); })(), { objectMode: false });
  zip.addReadStream(content, sheetName, entryOptions);
  content.once('error', (error) => zip.outputStream.emit('error', error));
  zip.end();
  return zip.outputStream as Readable;
}
