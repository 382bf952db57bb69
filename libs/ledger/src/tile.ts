/** Hashes or entries in a full tile. */
export const tileWidth = 256;

/** C2SP tlog-tiles: `level` counts tiles of height 8 from the leaves; `entries` are the bundles of the entries themselves. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number;
}

export interface StoredTile extends Tile {
  readonly bytes: Buffer;
}

/** `tile/0/x001/x234/067`, and `tile/0/000.p/12` for a partial one. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`;
}

const shape = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile a path names; undefined when it is not exactly the path we would write. */
export function readTilePath(path: string): Tile | undefined {
  const [, level = '', groups = '', width] = shape.exec(path) ?? [];
  if (level === '') return undefined;
  const tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  } as const;
  const isPossible =
    Number.isSafeInteger(tile.index) && (tile.level === 'entries' || tile.level < 64) && (width === undefined || tile.width < tileWidth);
  return isPossible && tilePath(tile) === path ? tile : undefined;
}

/** How many hashes (or entries) a log of `size` has at a level. */
export const countAt = (level: Tile['level'], size: number): number => Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));

/** The tile at this place in a log of `size`; width 0 when it has none. */
export const tileAt = (level: Tile['level'], index: number, size: number): Tile => ({
  level,
  index,
  width: Math.max(0, Math.min(tileWidth, countAt(level, size) - index * tileWidth)),
});

/** Every tile and bundle of a log of `size`, bundles first, each level from the left. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let index = 0; index * tileWidth < size; index += 1) yield tileAt('entries', index, size);
  for (let level = 0; countAt(level, size) > 0; level += 1)
    for (let index = 0; index * tileWidth < countAt(level, size); index += 1) yield tileAt(level, index, size);
}
