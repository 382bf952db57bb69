import { hashSize, subtreeHash } from './hashing';
import { LedgerLie } from './ledger-lie';
import type { SubtreeHashes } from './proofs';
import { tileAt, tilePath, tileWidth, type Tile } from './tile';

/** Reads a path of the log (`checkpoint`, `tile/…`); undefined when it is not there. */
export type ReadLog = (path: string) => Promise<Buffer | undefined>;

/** Bytes of a tile or bundle. A partial one may have been replaced by the full one since: then its beginning is taken. */
export async function readTile(read: ReadLog, tile: Tile & { readonly level: number }): Promise<Buffer> {
  const path = tilePath(tile);
  const wanted = tile.width * hashSize;
  const own = await read(path);
  if (own && own.length !== wanted) throw new LedgerLie('tile-malformed', path, `${path} has ${own.length} bytes, not ${wanted}.`);
  if (own) return own;
  const full = tile.width === tileWidth ? undefined : await read(tilePath({ ...tile, width: tileWidth }));
  if (!full) throw new LedgerLie('tile-missing', path, `${path} is missing.`);
  return full.subarray(0, wanted);
}

export const hashesIn = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length / hashSize }, (_, place) => bytes.subarray(place * hashSize, (place + 1) * hashSize));

/** Subtree hashes out of the tiles of a log of `size`. Keeps the few tiles it read last. What it gives is to be checked against a signed root. */
export class TileHashes implements SubtreeHashes {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly read: ReadLog,
    private readonly size: number,
  ) {}

  async hashOf(level: number, index: number): Promise<Buffer> {
    const tileLevel = Math.floor(level / 8);
    const count = 2 ** (level - tileLevel * 8);
    const first = index * count;
    const tile = tileAt(tileLevel, Math.floor(first / tileWidth), this.size);
    const start = first % tileWidth;
    if (start + count > tile.width) throw new RangeError(`A log of ${this.size} has no full subtree ${index} at level ${level}.`);
    return subtreeHash(
      hashesIn((await this.tile(tile as Tile & { level: number })).subarray(start * hashSize, (start + count) * hashSize)),
    );
  }

  private tile(tile: Tile & { readonly level: number }): Promise<Buffer> {
    const path = tilePath(tile);
    const known = this.kept.get(path);
    if (known) return known;
    const read = readTile(this.read, tile);
    this.kept.set(path, read);
    if (this.kept.size > 64) this.kept.delete(this.kept.keys().next().value as string);
    return read;
  }
}
