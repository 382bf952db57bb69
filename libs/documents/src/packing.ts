import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/**
 * Packed fast rather than small, since rows repeat much anyway: what repeats stands in the row before, so that a window of some rows is as
 * good as a large one and fits the processor's cache. In one go of the thread pool: each further one waits for the main thread.
 */
const packing = (content: Buffer): ZlibOptions => ({ level: 1, windowBits: 13, chunkSize: Math.max(4_096, Math.ceil(content.length / 4)) });

/** Pieces packed so make one stream when they follow each other, with {@link packedEnd} behind the last. */
export const packedPiece = (content: Buffer): Promise<Buffer> =>
  deflate(content, { ...packing(content), finishFlush: constants.Z_FULL_FLUSH });
export const unpackedPiece = (packed: Buffer): Promise<Buffer> =>
  inflate(packed, { chunkSize: 2 ** 18, finishFlush: constants.Z_SYNC_FLUSH });
export const packedEnd = Buffer.of(3, 0);
export const packedWhole = (content: Buffer): Promise<Buffer> => deflate(content, packing(content));
