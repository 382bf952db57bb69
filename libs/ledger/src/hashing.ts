import { createHash, hash } from 'node:crypto';

/** RFC 6962 section 2.1: leaves and nodes are hashed with different first bytes, so that none can be passed off as the other. */
const [leafMark, nodeMark] = [0, 1] as const;

export const hashSize = 32;

/** One call for what lies in one piece costs a third of one that is fed piece by piece; most hashes here are of a few hundred bytes. */
const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** Where a mark and what is hashed under it are put together; nothing is left there between two calls. */
const piece = Buffer.alloc(0x1_0000);

export function leafHash(entry: Uint8Array): Buffer {
  if (entry.length >= piece.length) return createHash('sha256').update(Buffer.of(leafMark)).update(entry).digest();
  piece[0] = leafMark;
  piece.set(entry, 1);
  return sha256(piece.subarray(0, entry.length + 1));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  piece[0] = nodeMark;
  piece.set(left, 1);
  piece.set(right, left.length + 1);
  return sha256(piece.subarray(0, left.length + right.length + 1));
}

/** The root of a log without entries. */
export const emptyRoot = createHash('sha256').digest();

/** The largest power of two below `count` (count ≥ 2): where RFC 6962 splits a tree. */
export function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The hash over a full subtree, from the hashes of its leaves (a power of two of them). */
export function subtreeHash(hashes: readonly Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, place) => nodeHash(row[place * 2] as Buffer, row[place * 2 + 1] as Buffer));
  return row[0] as Buffer;
}
