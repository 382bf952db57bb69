import type { Reader } from '@zip.js/zip.js';
import { readCheckpoint } from '../note/read-checkpoint';
import { isSignedBy, readNote, readNoteKey, type NoteKey } from '../note/read-note';
import { base64, hex } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';
import { DossierRows } from '../rows/dossier-rows';
import { TileProof } from '../tree/tile-proof';
import { checkDossier } from './check-dossier';
import { certificatesName, checkErasures, readCertificates } from './check-erasures';
import { checkRows, type RowsTold } from './check-rows';
import { checkTables } from './check-tables';
import { manifestText, readManifest, wholeCase, type Manifest } from './manifest';
import { openPackage, type PackageFile } from './open-package';

/** What is known before the package is opened; everything in it is only believed as far as this goes. */
export interface Known {
  /** The log's public key, as the audit office publishes it (`name+id+base64`). Without it the package's own is used, which proves nothing about whose it is. */
  readonly logKey?: string;
  readonly witnessKeys?: readonly string[];
  /** SHA-256 of the whole package as the record has it. */
  readonly sha256?: string;
}

export interface Told {
  readonly check: string;
  readonly says: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
const unlisted = new Set(['manifest.json', 'manifest.note', 'SHA256SUMS']);

/** Checks a package from the outside in, telling each thing that holds; throws a {@link Lie} at the first that does not. */
export async function* checkPackage(reader: Reader<unknown>, known: Known, primitives: Primitives): AsyncGenerator<Told> {
  const files = await openPackage(reader);
  yield { check: 'zip', says: `${files.size} files, all in their places` };
  const text = async (name: string): Promise<string> => decodeText(await getFile(files, name).readWhole(), name);
  const key = readNoteKey(known.logKey ?? (await text('keys/log.vkey')), primitives);
  yield {
    check: 'key',
    says:
      known.logKey === undefined
        ? `${key.name} ${hex(key.id)}, from the package itself: compare it with the key the audit office publishes, or give --key`
        : `${key.name} ${hex(key.id)}, as given`,
  };
  const manifest = await checkManifest(text, key, primitives);
  yield {
    check: 'manifest',
    says: `signed by ${key.name}; export ${manifest.export}, asked for at ${manifest.askedAt} by ${manifest.askedBy.post}`,
  };
  await checkFiles(files, manifest, primitives);
  yield { check: 'files', says: `${Object.keys(manifest.files).length} files, each with the hash the manifest names, none beside them` };
  const { root, says } = await checkCheckpoint(await text('checkpoint'), manifest, key, known, primitives);
  yield { check: 'checkpoint', says };
  const proof = await TileProof.open(primitives, async (name) => files.get(name)?.readWhole(8_192), manifest.log.size, root);
  const certificates = await readCertificates(files.get(certificatesName), manifest, proof, primitives);
  const told = await checkRows(getFile(files, 'rows.jsonl'), manifest, proof, primitives, certificates, files.has('rows.xlsx'));
  yield { check: 'rows', says: `${told.rows} rows, each an entry of the log of ${manifest.log.size}` };
  yield* checkErasures(manifest, certificates, told);
  yield* checkCase(manifest, told);
  yield* checkDossier(files, manifest, told.dossier ?? new DossierRows('', certificates), primitives);
  yield* checkTables(files, told, primitives);
}

function* checkCase(manifest: Manifest, told: RowsTold): Generator<Told> {
  if (wholeCase(manifest.filter) === undefined) return;
  if (told.versions !== manifest.versions)
    throw new Lie('case-cut', `The rows hold ${told.versions} versions of the case, the manifest names ${manifest.versions}.`);
  yield { check: 'case', says: `whole: versions 1 to ${told.versions}, each tied to the one before` };
}

async function checkManifest(text: (name: string) => Promise<string>, key: NoteKey, primitives: Primitives): Promise<Manifest> {
  const written = await text('manifest.json');
  const manifest = readManifest(written);
  const note = readNote(await text('manifest.note'), 'manifest.note');
  if (!(await isSignedBy(note, key, primitives, 'manifest.note')))
    throw new Lie('key-other', `manifest.note is not signed by ${key.name} ${hex(key.id)}.`);
  if (note.text !== manifestText(manifest.export, hashOf(primitives, written)))
    throw new Lie('manifest-changed', 'manifest.json is not the one that was signed.');
  return manifest;
}

const hashOf = (primitives: Primitives, text: string): string => hex(primitives.hash().update(new TextEncoder().encode(text)).digest());

async function checkFiles(files: ReadonlyMap<string, PackageFile>, manifest: Manifest, primitives: Primitives): Promise<void> {
  const beside = [...files.keys()].find((name) => manifest.files[name] === undefined && !unlisted.has(name));
  if (beside !== undefined) throw new Lie('file-unlisted', `${beside} is not in the manifest.`);
  for (const [name, listed] of Object.entries(manifest.files)) {
    const file = getFile(files, name);
    if (file.bytes !== listed.bytes) throw new Lie('file-changed', `${name} has ${file.bytes} bytes, not ${listed.bytes}.`);
    const hash = primitives.hash();
    for await (const part of file.read()) hash.update(part);
    if (hex(hash.digest()) !== listed.sha256) throw new Lie('file-changed', `${name} is not the file that the manifest names.`);
  }
  const sums = files.get('SHA256SUMS');
  const expected = sums && (await sumsOf(files, manifest, primitives));
  if (!sums || decodeText(await sums.readWhole(), 'SHA256SUMS') !== expected)
    throw new Lie('sums-other', 'SHA256SUMS does not say what the manifest says.');
}

async function sumsOf(files: ReadonlyMap<string, PackageFile>, manifest: Manifest, primitives: Primitives): Promise<string> {
  const own = await Promise.all(
    ['manifest.json', 'manifest.note'].map(
      async (name) =>
        [
          name,
          hex(
            primitives
              .hash()
              .update(await getFile(files, name).readWhole())
              .digest(),
          ),
        ] as const,
    ),
  );
  return sumLines([...Object.entries(manifest.files).map(([name, { sha256 }]) => [name, sha256] as const), ...own]);
}

/** As `sha256sum -c` reads them. */
export const sumLines = (sums: readonly (readonly [string, string])[]): string =>
  [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, sha256]) => `${sha256}  ${name}\n`)
    .join('');

async function checkCheckpoint(
  text: string,
  manifest: Manifest,
  key: NoteKey,
  known: Known,
  primitives: Primitives,
): Promise<{ root: Uint8Array; says: string }> {
  const note = readNote(text, 'checkpoint');
  if (!(await isSignedBy(note, key, primitives, 'checkpoint')))
    throw new Lie('key-other', `The checkpoint is not signed by ${key.name} ${hex(key.id)}.`);
  const { origin, size, root } = readCheckpoint(note.text);
  if (origin !== manifest.log.origin || size !== manifest.log.size || base64(root) !== manifest.log.root)
    throw new Lie('checkpoint-other', 'The checkpoint is not the one that the manifest names.');
  const witnesses: string[] = [];
  for (const line of known.witnessKeys ?? []) {
    const witness = readNoteKey(line, primitives);
    if (await isSignedBy(note, witness, primitives, 'checkpoint')) witnesses.push(witness.name);
    else throw new Lie('witness-missing', `${witness.name} has not cosigned the checkpoint.`);
  }
  const others = note.signatures.length - 1 - witnesses.length;
  return {
    root,
    says: `${size} entries, signed by ${key.name}${witnesses.length > 0 ? `, cosigned by ${witnesses.join(', ')}` : ''}${others > 0 ? `; ${others} further signatures not checked` : ''}`,
  };
}

export function getFile(files: ReadonlyMap<string, PackageFile>, name: string): PackageFile {
  const file = files.get(name);
  if (!file) throw new Lie('file-missing', `${name} is missing.`);
  return file;
}

function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Lie('text-malformed', `${name} is not UTF-8.`);
  }
}
