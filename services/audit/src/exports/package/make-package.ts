import { createPublicKey } from 'node:crypto';
import { canonical, sha256 } from '@lianxi/chassis';
import { formatName, manifestText, nodePrimitives, readCheckpoint, readNote, readNoteKey, sheetEnd, sumLines, tileName, tilesNeeded, type Manifest } from '@lianxi/checker';
import { readTile, signNote } from '@lianxi/ledger';
import type { ExportRow } from '../export-row';
import type { Log } from '../log';
import { coverLetter } from './cover-letter';
import { howToCheck } from './how-to-check';
import type { Look } from './look';
import { PackageZip } from './package-zip';
import type { SealedFiles } from './sealed-files';
import type { Segments } from './segments';
import { workbook } from './workbook';
import { hasSheet } from './write-segments';

export const packageName = 'package';

/** Puts the segments together to a package: nothing in it but what they, the log and the export's own row say, so that a second run makes the same. */
export async function makePackage(row: ExportRow, segments: Segments, look: Look, log: Log, files: SealedFiles): Promise<{ sha256: string; bytes: number; rowsSha256: string }> {
  return files.putParts(packageName, async (target) => {
    const zip = new PackageZip(target);
    await fill(zip, row, segments, look, log);
    return { ...(await zip.end()), rowsSha256: zip.listed['rows.jsonl']?.sha256 ?? '' };
  });
}

async function fill(zip: PackageZip, row: ExportRow, segments: Segments, look: Look, log: Log): Promise<void> {
  const checkpoint = row.checkpoint ?? '';
  const { origin, size, root } = readCheckpoint(readNote(checkpoint, 'checkpoint').text);
  const versions = look.versions();
  await zip.addMember('rows.jsonl', await segments.member('rows', row.segments));
  await zip.addMember('rows.csv', await segments.member('csv', row.segments));
  if (hasSheet(row.rows_total ?? 0)) await zip.addMember('rows.xlsx', await workbook(await segments.member('sheet', row.segments, Buffer.from(sheetEnd))));
  await zip.add('checkpoint', Buffer.from(checkpoint));
  await zip.add('keys/log.vkey', Buffer.from(`${log.signer.public}\n`));
  await zip.add('keys/log.pem', publicPem(log.signer.public));
  for (const tile of tilesNeeded(look.places, size)) await zip.add(tileName(tile), await readTile(log.read, tile), false);
  const about: Omit<Manifest, 'files'> = {
    format: formatName, export: row.id, city: row.city, filter: row.filter, purpose: row.purpose, askedBy: { post: row.asked_post, body: row.asked_body }, askedAt: row.asked_at, rows: row.rows_done,
    ...(versions === undefined ? {} : { versions }), log: { origin, size, root: Buffer.from(root).toString('base64') },
  };
  await zip.add('cover.pdf', await coverLetter({ manifest: about, rowsSha256: zip.listed['rows.jsonl']?.sha256 ?? '' }));
  await zip.add('README.txt', Buffer.from(howToCheck(about)));
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
  return Buffer.from(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }));
}
