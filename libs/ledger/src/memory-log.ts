import { entryBundle } from './entry-bundle';
import { GrowingTree } from './growing-tree';
import { leafHash } from './hashing';
import { tileAt, tilePath, tileWidth } from './tile';

/** A whole log in memory, as its files would lie on a disk; without a checkpoint, which somebody must sign. */
export function logOf(entries: readonly Buffer[]): { readonly files: Map<string, Buffer>; readonly tree: GrowingTree } {
  const files = new Map<string, Buffer>();
  const tree = GrowingTree.empty();
  for (const entry of entries) for (const { bytes, ...tile } of tree.append(leafHash(entry))) files.set(tilePath(tile), bytes);
  for (const { bytes, ...tile } of tree.partialTiles()) files.set(tilePath(tile), bytes);
  for (let index = 0; index * tileWidth < entries.length; index += 1) {
    files.set(tilePath(tileAt('entries', index, entries.length)), entryBundle(entries.slice(index * tileWidth, (index + 1) * tileWidth)));
  }
  return { files, tree };
}
