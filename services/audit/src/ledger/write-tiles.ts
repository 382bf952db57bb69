import { entryBundle, tilePath, tileWidth, type GrowingTree, type StoredTile, type TileStore } from '@lianxi/ledger';

/**
 * Adds entries to the tree and writes every tile and bundle that is new: all on disk when it returns. The same entries in the
 * same places give the same bytes, so that writing again after a crash changes nothing. `before`: the entries of the last, partial bundle.
 * Returns the entries of the now last, partial bundle and the paths of tiles that are full now.
 */
export async function writeTiles(
  store: TileStore,
  tree: GrowingTree,
  before: readonly Buffer[],
  added: readonly { entry: Buffer; hash: Buffer }[],
): Promise<{ partial: Buffer[]; full: string[] }> {
  const first = Math.floor(tree.size / tileWidth);
  const full = added.flatMap(({ hash }) => tree.append(hash));
  const entries = [...before, ...added.map(({ entry }) => entry)];
  const bundles: StoredTile[] = [];
  for (let start = 0; start < entries.length; start += tileWidth) {
    const within = entries.slice(start, start + tileWidth);
    bundles.push({ level: 'entries', index: first + start / tileWidth, width: within.length, bytes: entryBundle(within) });
  }
  const tiles = [...bundles, ...full, ...tree.partialTiles()];
  await Promise.all(tiles.map(({ bytes, ...tile }) => store.write(tilePath(tile), bytes)));
  return {
    partial: entries.slice(entries.length - (entries.length % tileWidth)),
    full: tiles.filter(({ width }) => width === tileWidth).map(tilePath),
  };
}
