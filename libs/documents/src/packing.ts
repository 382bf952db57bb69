import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Packed fast rather than small, since rows repeat much anyway. Pieces packed so make one stream when they follow each other, with {@link packedEnd} behind the last. */
export const packedPiece = (content: Buffer): Promise<Buffer> => deflate(content, { level: 1, finishFlush: constants.Z_FULL_FLUSH });
export const unpackedPiece = (packed: Buffer): Promise<Buffer> => inflate(packed, { finishFlush: constants.Z_SYNC_FLUSH });
export const packedEnd = Buffer.of(3, 0);
export const packedWhole = (content: Buffer): Promise<Buffer> => deflate(content, { level: 1 });
