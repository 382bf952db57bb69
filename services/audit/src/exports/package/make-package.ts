import { createPublicKey } from 'node:crypto';
import { canonical, sha256 } from '@lianxi/chassis';
import { CaseChain, formatName, manifestText, nodePrimitives, readCheckpoint, readLines, readNote, readNoteKey, readRow, sumLines, tileName, tilesNeeded, wholeCase, type Manifest } from '@lianxi/checker';
import { readTile, signNote } from '@lianxi/ledger';
import type { ExportRow } from '../export-row';
import type { Log } from '../log';
import { coverLetter } from './cover-letter';
import { howToCheck } from './how-to-check';
import { PackageZip } from './package-zip';
import type { SealedFiles } from './sealed-files';
import type { Segments } from './segments';
import { workbook } from './workbook';
import { hasSheet } from './write-segments';

export const packageName = 'package';

/** Puts the segments together to a package: nothing in it but what they, the log and the export's own row say, so that a second run makes the same. */
export async function makePackage(row: ExportRow, segments: Segments, log: Log, files: SealedFiles): Promise<{ sha256: string; bytes: number; rowsSha256: string }> {
  const zip = new PackageZip();
  const written = files.putStream(packageName, zip.output);
  written.catch(() => undefined);
  await fill(zip, row, segments, log);
  await written;
  return { ...zip.made(), rowsSha256: zip.listed['rows.jsonl']?.sha256 ?? '' };
}

async function fill(zip: PackageZip, row: ExportRow, segments: Segments, log: Log): Promise<void> {
  const checkpoint = row.checkpoint ?? '';
  const { origin, size, root } = readCheckpoint(readNote(checkpoint, 'checkpoint').text);
  const { places, versions } = await look(row, segments);
  await zip.addStream('rows.jsonl', segments.read('rows', row.segments));
  await zip.addStream('rows.csv', segments.read('csv', row.segments));
  if (hasSheet(row.rows_total ?? 0)) await zip.addStream('rows.xlsx', workbook(segments.read('sheet', row.segments)));
  zip.add('checkpoint', Buffer.from(checkpoint));
  zip.add('keys/log.vkey', Buffer.from(`${log.signer.public}\n`));
  zip.add('keys/log.pem', publicPem(log.signer.public));
  for (const tile of tilesNeeded(places, size)) zip.add(tileName(tile), await readTile(log.read, tile), false);
  const about: Omit<Manifest, 'files'> = {
    format: formatName, export: row.id, city: row.city, filter: row.filter, purpose: row.purpose, askedBy: { post: row.asked_post, body: row.asked_body }, askedAt: row.asked_at, rows: row.rows_done,
    ...(versions === undefined ? {} : { versions }), log: { origin, size, root: Buffer.from(root).toString('base64') },
  };
  zip.add('cover.pdf', await coverLetter({ manifest: about, rowsSha256: zip.listed['rows.jsonl']?.sha256 ?? '' }));
  zip.add('README.txt', Buffer.from(howToCheck(about)));
  const manifest = canonical({ ...about, files: zip.listed });
  const note = signNote(manifestText(row.id, sha256(manifest)), [log.signer]);
  const sums = Object.entries(zip.listed).map(([name, { sha256: hash }]) => [name, hash] as const);
  zip.add('manifest.json', Buffer.from(manifest));
  zip.add('manifest.note', Buffer.from(note));
  zip.add('SHA256SUMS', Buffer.from(sumLines([...sums, ['manifest.json', sha256(manifest)], ['manifest.note', sha256(note)]])));
  zip.end();
}

/** The key as `openssl` reads it. */
function publicPem(verifierKey: string): Buffer {
  const { key } = readNoteKey(verifierKey, nodePrimitives);
  return Buffer.from(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }));
}

/** One look through the rows: where they stand in the log, and whether a case that was asked for is whole. A case with a gap is never exported as if it were whole. */
async function look(row: ExportRow, segments: Segments): Promise<{ places: number[]; versions: number | undefined }> {
  const caseId = wholeCase(row.filter);
  const chain = caseId === undefined ? undefined : new CaseChain(nodePrimitives, caseId);
  const places: number[] = [];
  for await (const lines of readLines(segments.read('rows', row.segments), 'rows.jsonl')) for (const line of lines) {
    if (!chain) { places.push(placeOf(line)); continue; }
    const read = readRow(line);
    chain.take(read);
    places.push(read.index);
  }
  return { places, versions: chain?.finish() };
}

/** The place stands at the beginning of the line, before the entry. */
const placeOf = (line: Uint8Array): number => Number(Buffer.from(line.buffer, line.byteOffset, 30).toString('latin1').slice(9).split(',')[0]);
