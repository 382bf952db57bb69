import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Lie, nodePrimitives, tileName, TileProof, tilesNeeded } from '@lianxi/checker';
import { GrowingTree, tilePath } from '@lianxi/ledger';

const most = 70_000;
const leaves = Array.from({ length: most }, (_, place) => createHash('sha256').update(`leaf ${place}`).digest());

/** The log at some sizes, its tiles as the ledger writes them. */
function logOf(size: number): { root: Buffer; tiles: Map<string, Buffer> } {
  const tree = GrowingTree.empty();
  const tiles = new Map<string, Buffer>();
  for (const leaf of leaves.slice(0, size)) for (const tile of tree.append(leaf)) tiles.set(tilePath(tile), tile.bytes);
  for (const tile of tree.partialTiles()) tiles.set(tilePath(tile), tile.bytes);
  return { root: tree.root(), tiles };
}

describe('the tiles of a package', () => {
  it.each([1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_000, most])(
    'lead from any entries to the root of a log of %i, and no others do',
    async (size) => {
      const { root, tiles } = logOf(size);
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 12 }), fc.nat(), async (some, at) => {
          const entries = [...some].sort((one, other) => one - other);
          const needed = [...tilesNeeded(entries, size)].map(tileName);
          expect(new Set(needed).size).toBe(needed.length);
          const packed = new Map(needed.map((name) => [name, tiles.get(name)]));
          const proof = await TileProof.open(nodePrimitives, async (name) => packed.get(name), size, root);
          for (const entry of entries) await proof.check(entry, leaves[entry] as Buffer);
          const strange = entries[at % entries.length] ?? 0;
          await expect(proof.check(strange, leaves[(strange + 1) % most] as Buffer)).rejects.toThrow(Lie);
          await expect(proof.check(size, leaves[0] as Buffer)).rejects.toThrow(Lie);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('are refused when any of them was changed', async () => {
    const size = 66_000;
    const { root, tiles } = logOf(size);
    const entries = [3, 300, 65_000, 65_990];
    const needed = [...tilesNeeded(entries, size)].map(tileName);
    for (const changed of needed) {
      const read = async (name: string): Promise<Uint8Array | undefined> => {
        const bytes = Buffer.from(tiles.get(name) ?? '');
        if (name === changed) bytes[7] = (bytes[7] ?? 0) ^ 1;
        return bytes;
      };
      await expect(
        (async () => {
          const proof = await TileProof.open(nodePrimitives, read, size, root);
          for (const entry of entries) await proof.check(entry, leaves[entry] as Buffer);
        })(),
      ).rejects.toThrow(Lie);
    }
  });
});
