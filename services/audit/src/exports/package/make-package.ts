import { createPublicKey } from 'node:crypto';
import { canonical, sha256 } from '@lianxi/chassis';
import {
  certificatesName,
  formatName,
  manifestText,
  nodePrimitives,
  readCheckpoint,
  readNote,
  readNoteKey,
  rowLine,
  sheetEnd,
  sumLines,
  tileName,
  tilesNeeded,
  type Checkpoint,
  type Manifest,
} from '@lianxi/checker';
import { readTile, signNote } from '@lianxi/ledger';
import { addDossier, type FetchPaper } from '../dossiers/dossier-content';
import type { ExportRow } from '../export-row';
import type { Log } from '../log';
import { coverLetter } from './cover-letter';
import { howToCheck, sm2KeyName } from './how-to-check';
import type { Look } from './look';
import { PackageZip } from './package-zip';
import type { SealedFiles } from './sealed-files';
import type { Segments } from './segments';
import { workbook } from './workbook';
import { hasSheet } from './write-segments';

export const packageName = 'package';

/** Puts the segments together to a package: nothing in it but what they, the log and the export's own row say, so that a second run makes the same. */
export async function makePackage(
  row: ExportRow,
  segments: Segments,
  look: Look,
  log: Log,
  files: SealedFiles,
  fetchPaper: FetchPaper,
): Promise<{ sha256: string; bytes: number; rowsSha256: string }> {
  return files.putParts(packageName, async (target) => {
    const zip = new PackageZip(target);
    await addRows(zip, row, segments, look);
    const dossier = row.dossier === null ? undefined : await addDossier(zip, row, look.papers(), files, fetchPaper);
    await addProofs(zip, row, look, log);
    await addAccount(zip, row, aboutIt(row, look, dossier), log);
    return { ...(await zip.end()), rowsSha256: zip.listed['rows.jsonl']?.sha256 ?? '' };
  });
}

async function addRows(zip: PackageZip, row: ExportRow, segments: Segments, look: Look): Promise<void> {
  await zip.addMember('rows.jsonl', await segments.member('rows', row.segments));
  await zip.addMember('rows.csv', await segments.member('csv', row.segments));
  if (hasSheet(row.rows_total ?? 0))
    await zip.addMember('rows.xlsx', await workbook(await segments.member('sheet', row.segments, Buffer.from(sheetEnd))));
  const { certificates } = look.lost();
  if (certificates.length > 0)
    await zip.add(certificatesName, Buffer.from(certificates.map(({ index, entry }) => rowLine(index, entry.toString())).join('')));
}

const checkpointOf = ({ checkpoint }: ExportRow): Checkpoint => readCheckpoint(readNote(checkpoint ?? '', 'checkpoint').text);

/** What shows that each row, and each certificate, is an entry of the log that was signed. */
async function addProofs(zip: PackageZip, row: ExportRow, look: Look, log: Log): Promise<void> {
  await zip.add('checkpoint', Buffer.from(row.checkpoint ?? ''));
  await zip.add('keys/log.vkey', Buffer.from(`${log.signer.public}\n`));
  await zip.add('keys/log.pem', publicPem(log.signer.public));
  if (log.sm2Pem !== undefined) await zip.add(sm2KeyName, Buffer.from(log.sm2Pem));
  for (const tile of tilesNeeded(look.shown(), checkpointOf(row).size))
    await zip.add(tileName(tile), await readTile(log.read, tile), false);
}

/** What the list says beside the files; versions that are not all there end it. */
function aboutIt(row: ExportRow, look: Look, dossier: Manifest['dossier']): Omit<Manifest, 'files'> {
  const { origin, size, root } = checkpointOf(row);
  const versions = look.versions();
  const { rows: erased, certificates } = look.lost();
  return {
    format: formatName,
    export: row.id,
    city: row.city,
    filter: row.filter,
    purpose: row.purpose,
    askedBy: { post: row.asked_post, body: row.asked_body },
    askedAt: row.asked_at,
    rows: row.rows_done,
    ...(versions === undefined ? {} : { versions }),
    erased: { rows: erased, certificates: certificates.length },
    ...(dossier === undefined ? {} : { dossier }),
    log: { origin, size, root: Buffer.from(root).toString('base64') },
  };
}

/** The letter, the instructions, and the signed list of everything. */
async function addAccount(zip: PackageZip, row: ExportRow, about: Omit<Manifest, 'files'>, log: Log): Promise<void> {
  await zip.add('cover.pdf', await coverLetter({ manifest: about, rowsSha256: zip.listed['rows.jsonl']?.sha256 ?? '' }));
  await zip.add('README.txt', Buffer.from(howToCheck(about, sm2KeyName in zip.listed)));
  const manifest = canonical({ ...about, files: zip.listed });
  const note = signNote(manifestText(row.id, sha256(manifest)), [log.signer]);
  const sums = Object.entries(zip.listed).map(([name, { sha256: hash }]) => [name, hash] as const);
  await zip.add('manifest.json', Buffer.from(manifest));
  await zip.add('manifest.note', Buffer.from(note));
  await zip.add('SHA256SUMS', Buffer.from(sumLines([...sums, ['manifest.json', sha256(manifest)], ['manifest.note', sha256(note)]])));
}

/** The key as `openssl` reads it. */
function publicPem(verifierKey: string): Buffer {
  const { key } = readNoteKey(verifierKey, nodePrimitives);
  return Buffer.from(
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    }),
  );
}
