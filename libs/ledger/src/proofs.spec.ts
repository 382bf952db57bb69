import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { GrowingTree } from './growing-tree';
import { emptyRoot, leafHash, nodeHash, splitOf } from './hashing';
import { logOf } from './memory-log';
import { consistencyProof, inclusionProof, isConsistent, isIncluded, rootAt, type Growth, type Inclusion } from './proofs';
import { tilePath } from './tile';
import { TileHashes } from './tile-hashes';

const largest = 70_000;
const entry = (index: number): Buffer => Buffer.from(`entry ${index}`);
const { files, tree } = logOf(Array.from({ length: largest }, (_, index) => entry(index)));
const read = async (path: string): Promise<Buffer | undefined> => files.get(path);
const hashes = new TileHashes(read, largest);
/** The definition of RFC 6962 2.1, word for word. */
const plainRoot = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0] as Buffer;
  const middle = splitOf(leaves.length);
  return nodeHash(plainRoot(leaves.slice(0, middle)), plainRoot(leaves.slice(middle)));
};
const sizes = fc.integer({ min: 1, max: largest });
const touch = (hash: Buffer): Buffer => createHash('sha256').update(hash).digest();
/** The same proof with one hash changed, left out, doubled or added. */
const spoiled = (proof: readonly Buffer[], way: number): Buffer[] => {
  const place = proof.length === 0 ? 0 : way % proof.length;
  const ways = [
    [...proof, Buffer.alloc(32)],
    ...(proof.length === 0
      ? []
      : [
          proof.map((hash, at) => (at === place ? touch(hash) : hash)),
          proof.filter((_, at) => at !== place),
          [...proof.slice(0, place), proof[place] as Buffer, ...proof.slice(place)],
        ]),
  ];
  return ways[way % ways.length] as Buffer[];
};

describe('the proofs', () => {
  it('the tiles give the root that the definition gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_200 }), async (size) => {
        const leaves = Array.from({ length: size }, (_, index) => leafHash(entry(index)));
        expect(await rootAt(hashes, size)).toEqual(plainRoot(leaves));
        expect(logOf(leaves.map((_, index) => entry(index))).tree.root()).toEqual(plainRoot(leaves));
      }),
      { numRuns: 60 },
    );
    expect(await rootAt(hashes, largest)).toEqual(tree.root());
  });

  it('a log taken up from its tiles goes on as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 }), async (before, more) => {
        const stored = logOf(Array.from({ length: before }, (_, index) => entry(index))).files;
        const taken = await GrowingTree.at(before, async (path) => stored.get(path));
        const full = Array.from({ length: more }, (_, place) => taken.append(leafHash(entry(before + place)))).flat();
        const whole = logOf(Array.from({ length: before + more }, (_, index) => entry(index)));
        expect([taken.size, taken.root()]).toEqual([before + more, whole.tree.root()]);
        for (const tile of [...full, ...taken.partialTiles()]) expect(whole.files.get(tilePath(tile))).toEqual(tile.bytes);
      }),
      { numRuns: 40 },
    );
  });

  it('an entry that is in the log is proved, and every spoiled proof is refused', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, place, way) => {
        const index = place % size;
        const true_: Inclusion = {
          index,
          size,
          leaf: leafHash(entry(index)),
          proof: await inclusionProof(hashes, index, size),
          root: await rootAt(hashes, size),
        };
        expect(isIncluded(true_)).toBe(true);
        expect(isIncluded({ ...true_, proof: spoiled(true_.proof, way) })).toBe(false);
        expect(isIncluded({ ...true_, leaf: leafHash(entry(largest)) })).toBe(false);
        expect(isIncluded({ ...true_, root: touch(true_.root) })).toBe(false);
        if (size > 1) expect(isIncluded({ ...true_, index: (index + 1) % size })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('a log that grew is proved to have grown, and every spoiled proof is refused', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (one, other, way) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const grown: Growth = {
          from,
          to,
          fromRoot: await rootAt(hashes, from),
          toRoot: await rootAt(hashes, to),
          proof: await consistencyProof(hashes, from, to),
        };
        expect(isConsistent(grown)).toBe(true);
        expect(isConsistent({ ...grown, proof: spoiled(grown.proof, way) })).toBe(false);
        expect(isConsistent({ ...grown, fromRoot: touch(grown.fromRoot) })).toBe(false);
        expect(isConsistent({ ...grown, toRoot: touch(grown.toRoot) })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is proved outside the log', async () => {
    const root = tree.root();
    expect(isIncluded({ index: largest, size: largest, leaf: leafHash(entry(0)), proof: [], root })).toBe(false);
    expect(isIncluded({ index: -1, size: largest, leaf: leafHash(entry(0)), proof: [], root })).toBe(false);
    expect(isConsistent({ from: largest, to: 1, fromRoot: root, toRoot: root, proof: [] })).toBe(false);
    expect(isConsistent({ from: 0, to: largest, fromRoot: emptyRoot, toRoot: root, proof: [] })).toBe(true);
    expect(isConsistent({ from: 0, to: largest, fromRoot: root, toRoot: root, proof: [] })).toBe(false);
    await expect(inclusionProof(hashes, largest, largest)).rejects.toThrow(RangeError);
    await expect(consistencyProof(hashes, 2, 1)).rejects.toThrow(RangeError);
  });
});
