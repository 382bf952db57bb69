import { createHash } from 'node:crypto';
import { Uint8ArrayReader } from '@zip.js/zip.js';
import { ZipFile } from 'yazl';
import { checkPackage, Lie, manifestText, nodePrimitives, openPackage, sumLines, type Known, type Manifest } from '@lianxi/checker';
import { signNote, type NoteSigner } from '@lianxi/ledger';

export type Files = Map<string, Buffer>;

export const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

export async function unpacked(bytes: Buffer): Promise<Files> {
  const files: Files = new Map();
  for (const [name, file] of await openPackage(new Uint8ArrayReader(bytes))) files.set(name, Buffer.from(await file.readWhole(2 ** 28)));
  return files;
}

export async function packed(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { compress: false });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The list, its signature and the sums made from it. */
export const unlisted = ['manifest.json', 'manifest.note', 'SHA256SUMS'];

/** What whoever changed files would do next: a manifest and sums that fit, the old signature, or one by a key that is at hand. */
export function coveredUp(files: Files, change: Partial<Manifest> = {}, signer?: NoteSigner): Files {
  const before = JSON.parse(String(files.get('manifest.json'))) as Manifest;
  const listed = [...files].filter(([name]) => !unlisted.includes(name));
  const manifest = {
    ...before,
    ...change,
    files: Object.fromEntries(listed.map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256Of(bytes) }])),
  };
  const text = JSON.stringify(manifest);
  files.set('manifest.json', Buffer.from(text));
  if (signer) files.set('manifest.note', Buffer.from(signNote(manifestText(manifest.export, sha256Of(text)), [signer])));
  const sums = [
    ...listed.map(([name, bytes]) => [name, sha256Of(bytes)] as const),
    ['manifest.json', sha256Of(text)] as const,
    ['manifest.note', sha256Of(files.get('manifest.note') ?? '')] as const,
  ];
  return files.set('SHA256SUMS', Buffer.from(sumLines(sums)));
}

/** The code of the first lie; undefined for a package that is whole. Any other error is the checker's own fault, and thrown. */
export async function findLie(bytes: Buffer, known: Known = {}): Promise<string | undefined> {
  try {
    for await (const _told of checkPackage(new Uint8ArrayReader(bytes), known, nodePrimitives)) continue;
    return undefined;
  } catch (error) {
    if (error instanceof Lie) return error.code;
    throw error;
  }
}
