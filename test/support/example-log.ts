import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noHistory, sealRow, type JournalRow } from '@lianxi/chassis';
import type { DossierText, ExportFilter } from '@lianxi/checker';
import {
  entryBundle,
  GrowingTree,
  leafHash,
  makeNoteKeys,
  openSigner,
  recordLeaf,
  signCheckpoint,
  sm2Signer,
  tilePath,
  tileWidth,
  type NoteKeys,
} from '@lianxi/ledger';
import type { ExportRow } from '../../services/audit/src/exports/export-row';
import { textsName } from '../../services/audit/src/exports/dossiers/dossier-content';
import type { Log } from '../../services/audit/src/exports/log';
import { LogEntries } from '../../services/audit/src/exports/package/log-entries';
import { Look } from '../../services/audit/src/exports/package/look';
import { makePackage, packageName } from '../../services/audit/src/exports/package/make-package';
import { SealedFiles } from '../../services/audit/src/exports/package/sealed-files';
import { noCertificates } from '../../services/audit/src/exports/package/select-certificates';
import { Segments } from '../../services/audit/src/exports/package/segments';
import { writeSegments } from '../../services/audit/src/exports/package/write-segments';

const uuid = (kind: number, place: number): string => `01936f00-000${kind}-7000-8000-${String(place).padStart(12, '0')}`;
export const exampleCase = (place: number): string => uuid(2, place);

const instantOf = (place: number): string => new Date(Date.UTC(2026, 9, 1) + place * 61_000).toISOString().replace('Z', '000Z');
/** As the database writes an instant in JSON: without the zeros at its end. */
const asDatabase = (instant: string): string => instant.replace(/\.?0*Z$/, '+00:00');

/** A record of `count` rows: acts of a few cases, each tied to the one before, and looks between them. */
export function exampleEntries(count: number, cases: number, wild: string = '示例'): Buffer[] {
  const last = new Map<number, JournalRow>();
  return Array.from({ length: count }, (_, place) => {
    if (place % 5 === 4) {
      const row = {
        id: uuid(4, place),
        city: 'beijing',
        kind: 'case-opened',
        case_id: exampleCase(place % cases),
        post: 'bj-health-head',
        body: 'bj-health',
        terms_hash: null,
        bucket: '2026-10-01T00:00:00+00:00',
        looked_at: asDatabase(instantOf(place)),
      };
      return recordLeaf({ service: 'health', incarnation: uuid(5, 0), position: place + 1, kind: 'access', row });
    }
    const ofCase = place % cases;
    const before = last.get(ofCase);
    const row = sealRow(before?.hash ?? noHistory, {
      id: uuid(1, place),
      city: 'beijing',
      case_id: exampleCase(ofCase),
      version: (before?.version ?? 0) + 1,
      procedure: 'matter',
      act: before ? 'note' : 'file',
      from_state: before ? 'received' : null,
      to_state: 'received',
      clause: 'office-practice',
      epoch: 1,
      body: 'bj-health',
      post: 'bj-health-case-officer',
      for_post: null,
      recorded_at: instantOf(place),
      effective_at: instantOf(place),
      detail: { channel: wild, place },
      particulars: [{ id: uuid(3, place), commitment: 'ab'.repeat(32) }],
    });
    last.set(ofCase, row);
    return recordLeaf({
      service: 'health',
      incarnation: uuid(5, 0),
      position: place + 1,
      kind: 'journal',
      row: { ...row, recorded_at: asDatabase(row.recorded_at), effective_at: asDatabase(row.effective_at) },
    });
  });
}

/** A log held in memory, with a key of its own. */
export function exampleLog(
  entries: readonly Buffer[],
  keys: NoteKeys = makeNoteKeys('lianxi.example/log'),
  sm2?: NoteKeys,
): Log & { readonly size: number } {
  const files = new Map<string, Buffer>();
  const tree = GrowingTree.empty();
  for (const entry of entries) for (const tile of tree.append(leafHash(entry))) files.set(tilePath(tile), tile.bytes);
  for (const tile of tree.partialTiles()) files.set(tilePath(tile), tile.bytes);
  for (let start = 0; start < entries.length; start += tileWidth) {
    const bundle = entries.slice(start, start + tileWidth);
    files.set(tilePath({ level: 'entries', index: start / tileWidth, width: bundle.length }), entryBundle(bundle));
  }
  const signer = openSigner(keys.private);
  const note = signCheckpoint({ origin: signer.name, size: tree.size, root: tree.root() }, [
    signer,
    ...(sm2 ? [sm2Signer(signer.name, sm2.private)] : []),
  ]);
  const sm2Pem = sm2 && String(createPublicKey(createPrivateKey(sm2.private)).export({ type: 'spki', format: 'pem' }));
  return { size: tree.size, signer, sm2Pem, read: async (path) => files.get(path), checkpoint: async () => note };
}

/** What a dossier has beside its rows. */
export interface CarriedInDossier {
  readonly dossier: NonNullable<ExportRow['dossier']>;
  readonly texts: readonly DossierText[];
  readonly papers: ReadonlyMap<string, Buffer>;
}

/** The package of these entries of a log, made by the program that makes every package. */
export async function examplePackage(
  log: Log & { readonly size: number },
  filter: ExportFilter,
  places: readonly number[],
  id = uuid(9, 1),
  carried?: CarriedInDossier,
): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-package-'));
  try {
    const files = new SealedFiles(directory, id, Buffer.alloc(32, 7));
    const row: ExportRow = {
      id,
      city: 'beijing',
      state: 'running',
      version: 2,
      history_hash: noHistory,
      filter,
      purpose: 'inspection',
      asked_by: '',
      asked_post: 'bj-joint-office-auditor',
      asked_for_post: null,
      asked_body: 'bj-joint-office',
      asked_at: '2026-11-01T02:00:00.000000Z',
      checkpoint: (await log.checkpoint()) ?? null,
      rows_total: places.length,
      rows_done: 0,
      segments: 0,
      last_index: null,
      package_sha256: null,
      package_bytes: null,
      rows_sha256: null,
      failure: null,
      dossier: carried?.dossier ?? null,
      package_gone_at: null,
    };
    if (carried) await files.put(textsName, Buffer.from(JSON.stringify(carried.texts)));
    const segments = new Segments(files);
    const entries = new LogEntries(log.read, log.size);
    const look = new Look(filter, noCertificates);
    const written = await writeSegments(
      entries.of(
        (async function* () {
          yield places;
        })(),
      ),
      row,
      segments,
      look,
      { total: places.length, done: 0, segments: 0, lastIndex: null },
      async () => true,
    );
    await makePackage(
      { ...row, rows_done: written?.done ?? 0, segments: written?.segments ?? 0 },
      segments,
      look,
      log,
      files,
      async (_case, _service, { id: paper }) => carried?.papers.get(paper) ?? Buffer.alloc(0),
    );
    return await files.get(packageName);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
