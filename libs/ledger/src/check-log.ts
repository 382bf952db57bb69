import { openCheckpoint, type OpenedCheckpoint } from './checkpoint';
import { requireWitnesses, type WitnessPolicy } from './cosignature';
import { readEntryBundle } from './entry-bundle';
import { GrowingTree } from './growing-tree';
import { leafHash } from './hashing';
import { LedgerLie } from './ledger-lie';
import type { NoteVerifier } from './note-keys';
import { rootAt } from './proofs';
import { tileAt, tilePath, tileWidth, type StoredTile } from './tile';
import { hashesIn, readTile, TileHashes, type ReadLog } from './tile-hashes';

export interface LogCheck {
  readonly read: ReadLog;
  readonly origin: string;
  readonly log: NoteVerifier;
  /** How many witnesses must have cosigned; none unless told. */
  readonly policy?: WitnessPolicy;
  /** Checkpoints of this log that were seen before, or that somebody else was shown: this log must grow out of each. */
  readonly seen?: readonly (string | Buffer)[];
  /** Whether the entries are there to be read, not only their hashes. */
  readonly entries?: boolean;
  /** Given each entry and its place, once its hash is known to be in the log. */
  readonly visit?: (entry: Buffer, index: number) => void;
}

/**
 * Checks a whole stored log: signature, witnesses, every entry against its hash, every tile against the one below, the root
 * against the checkpoint, and every checkpoint seen before. Memory does not grow with the log. Throws {@link LedgerLie} at the first lie.
 */
export async function checkLog(check: LogCheck): Promise<OpenedCheckpoint> {
  const note = await check.read('checkpoint');
  if (!note) throw new LedgerLie('tile-missing', 'checkpoint', 'There is no checkpoint.');
  const checkpoint = openCheckpoint(note, check.origin, check.log, check.policy?.witnesses ?? []);
  if (check.policy) requireWitnesses(checkpoint.note, check.policy);
  await checkTiles(check, checkpoint);
  for (const seen of check.seen ?? []) await checkGrowth(check, checkpoint, openCheckpoint(seen, check.origin, check.log));
  return checkpoint;
}

async function checkTiles({ read, entries = true, visit }: LogCheck, { size, root }: OpenedCheckpoint): Promise<void> {
  const tree = GrowingTree.empty();
  const compare = async ({ bytes, ...tile }: StoredTile): Promise<void> => {
    const path = tilePath(tile);
    if (!(await readTile(read, tile as typeof tile & { level: number })).equals(bytes))
      throw new LedgerLie('tile-changed', path, `${path} does not hold the hashes of what lies below it.`);
  };
  for (let index = 0; index * tileWidth < size; index += 1) {
    const hashes = hashesIn(await readTile(read, { ...tileAt(0, index, size), level: 0 }));
    if (entries)
      (await entriesAt(read, index, size)).forEach((entry, place) => {
        if (!leafHash(entry).equals(hashes[place] as Buffer))
          throw new LedgerLie(
            'entry-changed',
            String(index * tileWidth + place),
            `Entry ${index * tileWidth + place} is not the one that was recorded.`,
          );
        visit?.(entry, index * tileWidth + place);
      });
    for (const hash of hashes) for (const full of tree.append(hash)) if (full.level !== 0) await compare(full);
  }
  for (const partial of tree.partialTiles()) if (partial.level !== 0) await compare(partial);
  if (!tree.root().equals(root))
    throw new LedgerLie('root-other', 'checkpoint', `The ${size} entries do not have the root that the checkpoint states.`);
}

/** The entries of bundle `index` in a log of `size`. */
export async function entriesAt(read: ReadLog, index: number, size: number): Promise<Buffer[]> {
  const bundle = tileAt('entries', index, size);
  const path = tilePath(bundle);
  const own = await read(path);
  if (own) return readEntryBundle(own, bundle.width, path);
  const full = bundle.width === tileWidth ? undefined : await read(tilePath({ ...bundle, width: tileWidth }));
  if (!full) throw new LedgerLie('bundle-missing', path, `${path} is missing.`);
  return readEntryBundle(full, tileWidth, path).slice(0, bundle.width);
}

async function checkGrowth({ read }: LogCheck, now: OpenedCheckpoint, seen: OpenedCheckpoint): Promise<void> {
  if (seen.size > now.size)
    throw new LedgerLie('older-than-seen', String(seen.size), `This log ends at ${now.size}; it was seen with ${seen.size} entries.`);
  const then = await rootAt(new TileHashes(read, now.size), seen.size);
  if (!then.equals(seen.root))
    throw new LedgerLie('history-other', String(seen.size), `The first ${seen.size} entries are not those that were seen.`);
}
