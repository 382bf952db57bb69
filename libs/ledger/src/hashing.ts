import { createHash } from 'node:crypto';

/** RFC 6962 section 2.1: leaves and nodes are hashed with different first bytes, so that none can be passed off as the other. */
const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

export const hashSize = 32;
export const leafHash = (entry: Uint8Array): Buffer => createHash('sha256').update(leafMark).update(entry).digest();
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => createHash('sha256').update(nodeMark).update(left).update(right).digest();

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
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, place) => nodeHash(row[place * 2] as Buffer, row[place * 2 + 1] as Buffer));
  return row[0] as Buffer;
}
