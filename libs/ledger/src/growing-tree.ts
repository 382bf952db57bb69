import { emptyRoot, nodeHash, subtreeHash } from './hashing';
import { countAt, tileAt, tileWidth, type StoredTile } from './tile';
import { hashesIn, readTile, type ReadLog } from './tile-hashes';

/** The right edge of a log: all that is needed to add entries, to give the tiles that become full, and to know the root. */
export class GrowingTree {
  private constructor(
    private count: number,
    private readonly levels: Buffer[][],
  ) {}

  static empty(): GrowingTree {
    return new GrowingTree(0, []);
  }

  /** Takes up a stored log where it is; its root is still to be compared with the signed one. */
  static async at(size: number, read: ReadLog): Promise<GrowingTree> {
    const levels: Buffer[][] = [];
    for (let level = 0; countAt(level, size) > 0; level += 1) {
      const tile = tileAt(level, Math.floor(countAt(level, size) / tileWidth), size);
      levels.push(tile.width === 0 ? [] : hashesIn(await readTile(read, { ...tile, level })));
    }
    return new GrowingTree(size, levels);
  }

  get size(): number {
    return this.count;
  }

  /** Adds a leaf; gives the tiles that it made full. */
  append(leaf: Buffer): StoredTile[] {
    this.count += 1;
    const full: StoredTile[] = [];
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const hashes = (this.levels[level] ??= []);
      hashes.push(hash);
      if (hashes.length < tileWidth) return full;
      full.push({ level, index: countAt(level, this.count) / tileWidth - 1, width: tileWidth, bytes: Buffer.concat(hashes) });
      hash = subtreeHash(hashes);
      this.levels[level] = [];
    }
  }

  /** The partial tiles of the log as it is now. */
  partialTiles(): StoredTile[] {
    return this.levels.flatMap((hashes, level) =>
      hashes.length === 0
        ? []
        : [{ level, index: Math.floor(countAt(level, this.count) / tileWidth), width: hashes.length, bytes: Buffer.concat(hashes) }],
    );
  }

  root(): Buffer {
    const subtrees = [...this.levels].reverse().flatMap(fullSubtrees);
    return subtrees.length === 0 ? emptyRoot : subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** The full subtrees that a partial tile consists of, the largest first. */
function fullSubtrees(hashes: readonly Buffer[]): Buffer[] {
  const subtrees: Buffer[] = [];
  for (let start = 0, width = tileWidth / 2; width >= 1; width /= 2) {
    if (hashes.length - start < width) continue;
    subtrees.push(subtreeHash(hashes.slice(start, start + width)));
    start += width;
  }
  return subtrees;
}
