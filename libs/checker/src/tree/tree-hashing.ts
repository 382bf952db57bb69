import { concat } from '../primitives/bytes';
import type { Primitives } from '../primitives/primitives';

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);
export const hashSize = 32;

/** RFC 6962, section 2.1: a leaf and a node are hashed with different first bytes, so that neither can be taken for the other. */
export const leafHash = (primitives: Primitives, entry: Uint8Array): Uint8Array => primitives.sha256(concat(leafMark, entry));
export const nodeHash = (primitives: Primitives, left: Uint8Array, right: Uint8Array): Uint8Array =>
  primitives.sha256(concat(nodeMark, left, right));

export const hashesOf = (tile: Uint8Array): Uint8Array[] =>
  Array.from({ length: tile.length / hashSize }, (_, place) => tile.subarray(place * hashSize, (place + 1) * hashSize));

/** The perfect subtrees a row of equally large subtrees consists of, the largest first. */
export function perfectSubtrees(primitives: Primitives, row: readonly Uint8Array[]): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let start = 0, width = 256; width >= 1; width /= 2) {
    if (row.length - start < width) continue;
    found.push(perfectRoot(primitives, row.slice(start, start + width)));
    start += width;
  }
  return found;
}

function perfectRoot(primitives: Primitives, row: readonly Uint8Array[]): Uint8Array {
  let level = row;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, place) =>
      nodeHash(primitives, level[place * 2] as Uint8Array, level[place * 2 + 1] as Uint8Array),
    );
  return level[0] as Uint8Array;
}
