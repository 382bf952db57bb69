import { sheetName, workbookParts } from '@lianxi/checker';
import { addMember, memberOf, openZip, unpackedMember, type ZipMember } from '@lianxi/documents';

/** A workbook around the sheet's lines: never whole in memory, the same bytes for the same lines. */
export const workbook = (sheet: ZipMember): Promise<ZipMember & { readonly sha256: string }> => unpackedMember(() => bytesOf(sheet));

async function* bytesOf(sheet: ZipMember): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = write(writable, sheet);
  written.catch((error: unknown) => writable.abort(error).catch(() => undefined));
  yield* readable;
  await written;
}

async function write(target: WritableStream<Uint8Array>, sheet: ZipMember): Promise<void> {
  const zip = openZip(target);
  for (const [name, text] of Object.entries(workbookParts)) await addMember(zip, name, await memberOf(Buffer.from(text)));
  await addMember(zip, sheetName, sheet);
  await zip.close();
}
