import { emptyRoot, nodeHash, splitOf } from './hashing';

/** Hashes over full subtrees: of the 2^level leaves from index × 2^level on. */
export interface SubtreeHashes {
  hashOf(level: number, index: number): Promise<Buffer>;
}

/** RFC 6962 Merkle tree hash over the leaves from `from` until before `until`. */
async function rangeHash(hashes: SubtreeHashes, from: number, until: number): Promise<Buffer> {
  const count = until - from;
  const level = Math.log2(count);
  if (Number.isInteger(level)) return hashes.hashOf(level, from / count);
  const middle = from + splitOf(count);
  return nodeHash(await rangeHash(hashes, from, middle), await rangeHash(hashes, middle, until));
}

/** The root of the log as it was with `size` entries. */
export const rootAt = (hashes: SubtreeHashes, size: number): Promise<Buffer> =>
  size === 0 ? Promise.resolve(emptyRoot) : rangeHash(hashes, 0, size);

/** RFC 6962 section 2.1.1: what shows that entry `index` is in the log of `size` entries, nearest hash first. */
export async function inclusionProof(hashes: SubtreeHashes, index: number, size: number): Promise<Buffer[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`There is no entry ${index} in a log of ${size}.`);
  const path = async (from: number, until: number): Promise<Buffer[]> => {
    if (until - from === 1) return [];
    const middle = from + splitOf(until - from);
    return index < middle
      ? [...(await path(from, middle)), await rangeHash(hashes, middle, until)]
      : [...(await path(middle, until)), await rangeHash(hashes, from, middle)];
  };
  return path(0, size);
}

/** RFC 6962 section 2.1.2: what shows that the log of `from` entries is the beginning of the log of `to`. */
export async function consistencyProof(hashes: SubtreeHashes, from: number, to: number): Promise<Buffer[]> {
  if (from < 0 || from > to) throw new RangeError(`A log of ${to} entries cannot go back to ${from}.`);
  const proof = async (start: number, until: number): Promise<Buffer[]> => {
    if (from === until) return start === 0 ? [] : [await rangeHash(hashes, start, until)];
    const middle = start + splitOf(until - start);
    return from <= middle
      ? [...(await proof(start, middle)), await rangeHash(hashes, middle, until)]
      : [...(await proof(middle, until)), await rangeHash(hashes, start, middle)];
  };
  return from === 0 || from === to ? [] : proof(0, to);
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Buffer;
  readonly proof: readonly Buffer[];
  readonly root: Buffer;
}

/** Whether the proof shows that a leaf of this hash stands at `index` under `root`. */
export function isIncluded({ index, size, leaf, proof, root }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  const left = [...proof];
  const climb = (from: number, until: number): Buffer | undefined => {
    if (until - from === 1) return left.length === 0 ? leaf : undefined;
    const sibling = left.pop();
    if (!sibling) return undefined;
    const middle = from + splitOf(until - from);
    const below = index < middle ? climb(from, middle) : climb(middle, until);
    if (!below) return undefined;
    return index < middle ? nodeHash(below, sibling) : nodeHash(sibling, below);
  };
  return climb(0, size)?.equals(root) ?? false;
}

export interface Growth {
  readonly from: number;
  readonly fromRoot: Buffer;
  readonly to: number;
  readonly toRoot: Buffer;
  readonly proof: readonly Buffer[];
}

/** Whether the proof shows that the smaller log is the beginning of the larger. Every log begins with the empty one. */
export function isConsistent({ from, fromRoot, to, toRoot, proof }: Growth): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (from === 0) return proof.length === 0 && fromRoot.equals(emptyRoot);
  const left = [...proof];
  const climb = (start: number, until: number): readonly [Buffer, Buffer] | undefined => {
    if (from === until) {
      const same = start === 0 ? fromRoot : left.pop();
      return same && left.length === 0 ? [same, same] : undefined;
    }
    const sibling = left.pop();
    if (!sibling) return undefined;
    const middle = start + splitOf(until - start);
    const below = from <= middle ? climb(start, middle) : climb(middle, until);
    if (!below) return undefined;
    const [old, grown] = below;
    return from <= middle ? [old, nodeHash(grown, sibling)] : [nodeHash(sibling, old), nodeHash(sibling, grown)];
  };
  const roots = climb(0, to);
  return roots !== undefined && roots[0].equals(fromRoot) && roots[1].equals(toRoot);
}
