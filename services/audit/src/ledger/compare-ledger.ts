import {
  GrowingTree,
  LedgerLie,
  leafHash,
  openCheckpoint,
  recordLeaf,
  rootAt,
  TileHashes,
  tileAt,
  readTile,
  hashesIn,
  tileWidth,
  type NoteVerifier,
  type TileStore,
} from '@lianxi/ledger';
import { LedgerRefused } from './ledger-refused';
import { findLastCheckpoint, leafCount, leavesBetween, type Asks, type KeptCheckpoint } from './ledger-rows';

/** Where the log stands once database and tiles agree: the tree as it was signed last, and how many leaves the database has beyond. */
export interface Agreed {
  readonly last: KeptCheckpoint | undefined;
  readonly tree: GrowingTree;
  readonly leaves: number;
}

/** Compares the database with the tiles and with what was published. Throws {@link LedgerRefused} when one is older than the other, or tells another history. */
export async function compareLedger(db: Asks, store: TileStore, log: NoteVerifier): Promise<Agreed> {
  const last = await findLastCheckpoint(db);
  const leaves = await leafCount(db);
  const published = await openPublished(store, log);
  const size = last?.size ?? 0;
  if (last) openOwn(last.note, log);
  if (leaves < size) throw new LedgerRefused('database-other', `a checkpoint of ${size} was signed, ${leaves} leaves are there`);
  if (published && published.size > size)
    throw new LedgerRefused('database-is-older', `published ${published.size}, in the database ${size}`);
  const tree = await treeAt(store, size);
  if (last && !tree.root().equals(last.root)) throw new LedgerRefused('tiles-are-older', `their root at ${size} is not the signed one`);
  if (published) await requireGrowth(store, size, published);
  await compareTail(db, store, size);
  return { last, tree, leaves };
}

function openOwn(note: string | Buffer, log: NoteVerifier): { size: number; root: Buffer } {
  try {
    return openCheckpoint(note, log.name, log);
  } catch (error) {
    if (error instanceof LedgerLie) throw new LedgerRefused('another-key', error.message);
    throw error;
  }
}

async function openPublished(store: TileStore, log: NoteVerifier): Promise<{ size: number; root: Buffer } | undefined> {
  const note = await store.read('checkpoint');
  return note && openOwn(note, log);
}

async function treeAt(store: TileStore, size: number): Promise<GrowingTree> {
  try {
    return await GrowingTree.at(size, (path) => store.read(path));
  } catch (error) {
    if (error instanceof LedgerLie) throw new LedgerRefused('tiles-are-older', error.message);
    throw error;
  }
}

async function requireGrowth(store: TileStore, size: number, published: { size: number; root: Buffer }): Promise<void> {
  const then = await rootAt(new TileHashes((path) => store.read(path), size), published.size);
  if (!then.equals(published.root))
    throw new LedgerRefused('two-histories', `the published checkpoint of ${published.size} has another root`);
}

/** The last leaves, row by row: where a careless restoration and a hasty hand show first. The rest is looked through bit by bit while running. */
async function compareTail(db: Asks, store: TileStore, size: number): Promise<void> {
  const last = Math.max(0, Math.ceil(size / tileWidth) - 1);
  for (let index = Math.max(0, last - 1); index * tileWidth < size; index += 1) {
    const changed = await changedLeaves(db, store, index, size);
    if (changed.length > 0) throw new LedgerRefused('database-other', `leaves ${changed.slice(0, 5).join(', ')}`);
  }
}

/** The leaves of one tile whose row, or whose hash in the database, is not what the tile says. */
export async function changedLeaves(db: Asks, store: TileStore, index: number, size: number): Promise<number[]> {
  const tile = tileAt(0, index, size);
  const hashes = hashesIn(await readTile((path) => store.read(path), { ...tile, level: 0 }));
  const leaves = new Map((await leavesBetween(db, index * tileWidth, index * tileWidth + tile.width)).map((leaf) => [leaf.index, leaf]));
  return hashes
    .map((hash, place) => ({ hash, at: index * tileWidth + place }))
    .filter(({ hash, at }) => {
      const leaf = leaves.get(at);
      return !leaf?.row || !leaf.hash.equals(hash) || !leafHash(recordLeaf(leaf.row)).equals(hash);
    })
    .map(({ at }) => at);
}
