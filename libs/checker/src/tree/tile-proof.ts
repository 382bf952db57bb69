import { hex, isSame } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';
import { hashesOf, hashSize, nodeHash, perfectSubtrees } from './tree-hashing';
import { edgeTiles, tileAt, tileName, tilesAbove, tileWidth, type TilePlace } from './tile-place';

export type ReadTile = (name: string) => Promise<Uint8Array | undefined>;

/**
 * Shows that entries stand in a log of which only the root and some tiles are known. Tiles are believed only once they lead
 * to the root. Ask in the order of the entries: then each tile is read once, and few are kept.
 */
export class TileProof {
  private readonly believed = new Map<number, { index: number; bytes: Uint8Array }>();

  private constructor(
    private readonly primitives: Primitives,
    private readonly read: ReadTile,
    private readonly size: number,
    private readonly edge: ReadonlyMap<number, Uint8Array>,
  ) {}

  /** Throws where the tiles at the edge do not give the root. */
  static async open(primitives: Primitives, read: ReadTile, size: number, root: Uint8Array): Promise<TileProof> {
    const edge = new Map<number, Uint8Array>();
    let right: Uint8Array | undefined;
    for (const tile of edgeTiles(size)) {
      const bytes = await tileBytes(read, tile);
      edge.set(tile.level, bytes);
      for (const subtree of perfectSubtrees(primitives, hashesOf(bytes)).reverse())
        right = right ? nodeHash(primitives, subtree, right) : subtree;
    }
    if (!isSame(right ?? primitives.hash().digest(), root)) throw new Lie('root-other', 'The tiles do not give the root that was signed.');
    return new TileProof(primitives, read, size, edge);
  }

  /** Throws unless the log has this leaf at this place. */
  async check(entry: number, leaf: Uint8Array): Promise<void> {
    if (entry >= this.size) throw new Lie('entry-beyond', `Entry ${entry} lies beyond the ${this.size} entries that were signed.`);
    const bytes = await this.tile(0, Math.floor(entry / tileWidth), entry);
    const start = (entry % tileWidth) * hashSize;
    if (!isSame(bytes.subarray(start, start + hashSize), leaf))
      throw new Lie('entry-other', `Entry ${entry} of the log is another than this row (${hex(leaf).slice(0, 16)}…).`);
  }

  private async tile(level: number, index: number, entry: number): Promise<Uint8Array> {
    const place = tileAt(level, index, this.size);
    const edge = place.width < tileWidth ? this.edge.get(level) : undefined;
    if (edge) return edge;
    const known = this.believed.get(level);
    if (known?.index === index) return known.bytes;
    const bytes = await tileBytes(this.read, place);
    const above = await this.tile(level + 1, Math.floor(index / tileWidth), entry);
    const start = (index % tileWidth) * hashSize;
    if (!isSame(perfectSubtrees(this.primitives, hashesOf(bytes))[0] as Uint8Array, above.subarray(start, start + hashSize)))
      throw new Lie('tile-changed', `${tileName(place)} is not the tile that the log was signed with.`);
    this.believed.set(level, { index, bytes });
    return bytes;
  }
}

async function tileBytes(read: ReadTile, tile: TilePlace): Promise<Uint8Array> {
  const bytes = await read(tileName(tile));
  if (!bytes) throw new Lie('tile-missing', `${tileName(tile)} is missing.`);
  if (bytes.length !== tile.width * hashSize) throw new Lie('tile-changed', `${tileName(tile)} does not have ${tile.width} hashes.`);
  return bytes;
}

/** The tiles that must be in a package, for these entries given in their order. */
export function* tilesNeeded(entries: Iterable<number>, size: number): Generator<TilePlace> {
  const last = new Map<number, number>();
  for (const tile of edgeTiles(size)) {
    last.set(tile.level, tile.index);
    yield tile;
  }
  const given = new Map<number, number>();
  for (const entry of entries)
    for (const tile of tilesAbove(entry, size)) {
      if (given.get(tile.level) === tile.index || (tile.width < tileWidth && last.get(tile.level) === tile.index)) continue;
      given.set(tile.level, tile.index);
      yield tile;
    }
}
