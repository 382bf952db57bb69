import { crc32 } from 'node:zlib';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { openPackage } from '@lianxi/checker';
import { packedEnd, packedPiece, Tally, unpackedPiece } from '@lianxi/documents';
import { PackageZip } from './package-zip';

/** What another program reads in the zip: name, declared hash and length, content. */
async function readBack(parts: readonly Uint8Array[]): Promise<{ name: string; crc: number | undefined; content: Buffer }[]> {
  const zip = new ZipReader(new Uint8ArrayReader(Buffer.concat(parts)), { checkSignature: true, useWebWorkers: false });
  return Promise.all(
    (await zip.getEntries()).map(async (entry) => {
      if (entry.directory) throw new Error('A folder.');
      return { name: entry.filename, crc: entry.crc32, content: Buffer.from(await entry.arrayBuffer()) };
    }),
  );
}

async function zipped(pieces: readonly Buffer[]): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const zip = new PackageZip({
    write: async (part) => {
      parts.push(Uint8Array.from(part));
    },
  });
  const tally = new Tally();
  const packed = await Promise.all(pieces.map(packedPiece));
  pieces.forEach((piece, place) => tally.take(piece, packed[place] as Buffer));
  const whole = tally.followedBy(Buffer.alloc(0), packedEnd);
  await zip.addMember('rows', {
    bytes: whole.bytes,
    packedBytes: whole.packedBytes,
    crc: whole.crc,
    sha256: whole.sha256(),
    isPacked: true,
    content: async function* () {
      yield* [...packed, packedEnd];
    },
  });
  await zip.add('letter', Buffer.concat(pieces), false);
  await zip.add('list', Buffer.concat(pieces));
  await zip.addStream('stream', async function* () {
    yield* pieces;
  });
  await zip.end();
  return parts;
}

const pieces = fc.array(
  fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
  { maxLength: 6 },
);

describe('a package as a zip', () => {
  it('holds what was put into it, however it was cut into pieces, with the check sums that unpackers compare', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (given) => {
        const whole = Buffer.concat(given);
        const files = await readBack(await zipped(given));
        expect(files.map(({ name }) => name)).toEqual(['rows', 'letter', 'list', 'stream']);
        for (const { crc, content } of files) expect([content.equals(whole), crc]).toEqual([true, whole.length === 0 ? 0 : crc32(whole)]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds more files than a zip of old could count', async () => {
    const parts: Uint8Array[] = [];
    const zip = new PackageZip({
      write: async (part) => {
        parts.push(Uint8Array.from(part));
      },
    });
    const content = Buffer.from('x');
    for (let place = 0; place < 65_600; place += 1)
      await zip.addMember(`tile/${place}`, {
        bytes: 1,
        packedBytes: 1,
        crc: crc32(content),
        isPacked: false,
        sha256: '',
        content: async function* () {
          yield content;
        },
      });
    await zip.end();
    const files = await openPackage(new Uint8ArrayReader(Buffer.concat(parts)));
    expect(files.size).toBe(65_600);
    expect(Buffer.from((await files.get('tile/65599')?.readWhole()) ?? []).toString()).toBe('x');
  });

  it('is the same bytes for the same pieces', async () => {
    const given = ['一', '二'].map((text) => Buffer.from(text.repeat(999)));
    expect(Buffer.concat(await zipped(given)).equals(Buffer.concat(await zipped(given)))).toBe(true);
  });

  it('gives back each piece that was packed', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (given) => {
        for (const piece of given) expect((await unpackedPiece(await packedPiece(piece))).equals(piece)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
