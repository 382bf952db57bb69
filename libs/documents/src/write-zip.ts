import { ReadableStream } from 'node:stream/web';
import { ZipWriter } from '@zip.js/zip.js';
import type { ZipMember } from './zip-member';

/** No time of packing stands in a zip, so that the same contents are the same bytes. */
const always = { lastModDate: new Date(1980, 0, 1), extendedTimestamp: false, useWebWorkers: false, keepOrder: true } as const;
const [stored, deflated] = [0, 8];

export const openZip = (target: WritableStream<Uint8Array>): ZipWriter<unknown> => new ZipWriter(target, always);

export async function addMember(
  zip: ZipWriter<unknown>,
  name: string,
  { bytes, packedBytes, crc, isPacked, content }: ZipMember,
): Promise<void> {
  const readable = ReadableStream.from(content());
  await zip.add(
    name,
    { readable: readable as unknown as globalThis.ReadableStream<Uint8Array>, size: packedBytes },
    { passThrough: true, compressionMethod: isPacked ? deflated : stored, uncompressedSize: bytes, crc32: crc },
  );
}
