/** Hashes in a full tile of C2SP tlog-tiles. */
export const tileWidth = 256;

/** A tile of hashes: which, and how many hashes it has in a log of a certain size. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

export const countAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

export const tileAt = (level: number, index: number, size: number): TilePlace => ({
  level,
  index,
  width: Math.max(0, Math.min(tileWidth, countAt(level, size) - index * tileWidth)),
});

/** `tile/0/x001/x234/067`, and `tile/0/000.p/12` for one that is not full. */
export function tileName({ level, index, width }: TilePlace): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** The tiles at a log's right edge: their hashes give the root. */
export function edgeTiles(size: number): TilePlace[] {
  const tiles: TilePlace[] = [];
  for (let level = 0; countAt(level, size) > 0; level += 1) {
    const tile = tileAt(level, Math.floor(countAt(level, size) / tileWidth), size);
    if (tile.width > 0) tiles.push(tile);
  }
  return tiles;
}

/** The tile an entry's hash stands in, and all above it up to one at the edge. */
export function tilesAbove(entry: number, size: number): TilePlace[] {
  const tiles: TilePlace[] = [];
  for (let level = 0, index = Math.floor(entry / tileWidth); ; level += 1, index = Math.floor(index / tileWidth)) {
    const tile = tileAt(level, index, size);
    tiles.push(tile);
    if (tile.width < tileWidth) return tiles;
  }
}
