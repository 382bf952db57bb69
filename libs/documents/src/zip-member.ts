import { crc32 } from 'node:zlib';
import { packedWhole } from './packing';
import { Tally } from './tally';

/** A file as it will stand in a zip, known before it is written, so that its header can say all of it. */
export interface ZipMember {
  readonly bytes: number;
  readonly packedBytes: number;
  readonly crc: number;
  /** Whether `content` gives the bytes packed (deflate) or as they are. */
  readonly isPacked: boolean;
  content(): AsyncIterable<Uint8Array>;
}

/** `isPacked` false leaves the bytes as they are: hashes and letters do not get smaller. */
export async function memberOf(bytes: Buffer, isPacked = true): Promise<ZipMember> {
  const content = isPacked ? await packedWhole(bytes) : bytes;
  return {
    bytes: bytes.length,
    packedBytes: content.length,
    crc: bytes.length === 0 ? 0 : crc32(bytes),
    isPacked,
    content: async function* () {
      yield content;
    },
  };
}

/** Reads once to know what the header must say; `read` gives the same bytes again when they are written. */
export async function unpackedMember(read: () => AsyncIterable<Uint8Array>): Promise<ZipMember & { readonly sha256: string }> {
  const tally = new Tally();
  for await (const part of read())
    tally.take(Buffer.from(part.buffer, part.byteOffset, part.length), Buffer.from(part.buffer, part.byteOffset, part.length));
  return { bytes: tally.bytes, packedBytes: tally.packedBytes, crc: tally.crc, sha256: tally.sha256(), isPacked: false, content: read };
}
