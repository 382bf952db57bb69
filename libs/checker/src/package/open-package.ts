import { configure, ERR_AMBIGUOUS_ARCHIVE, ERR_UNSAFE_FILENAME, ZipReader, type FileEntry, type Reader } from '@zip.js/zip.js';
import { concat } from '../primitives/bytes';
import { Lie } from '../primitives/lie';

configure({ useWebWorkers: false });

/** A file in a package, read as a stream or, where it is small, whole. */
export interface PackageFile {
  readonly name: string;
  /** As the zip declares it; reading ends with a {@link Lie} when there is more. */
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
  readWhole(most?: number): Promise<Uint8Array>;
}

const mostFiles = 200_000;
const mostBytes = 64 * 2 ** 30;
/** Text of this kind is packed to a tenth or so; what grows hundreds of times was made to burst. */
const mostGrowth = 400;
/** The bytes of a full tile. */
const largestTile = 8_192;
export const plainNames = /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9][\w.-]*(?:\/[\w][\w.-]*)*$/;

/** Opens a zip without unpacking anything. Throws a {@link Lie} for one that is damaged, or that a careless program could be harmed by. */
export async function openPackage(reader: Reader<unknown>, names: RegExp = plainNames): Promise<Map<string, PackageFile>> {
  const zip = new ZipReader(reader, { strictness: 'strict', checkOverlappingEntry: true, useWebWorkers: false });
  const files = new Map<string, PackageFile>();
  const room = new Room(8 * 2 ** 20, 64 * 2 ** 10);
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (files.size >= mostFiles) throw new Lie('zip-too-many', `The package has more than ${mostFiles} files.`);
      if (entry.directory || !names.test(entry.filename))
        throw new Lie('path-refused', `The package holds ${JSON.stringify(entry.filename.slice(0, 80))}, which is no place in a package.`);
      if (files.has(entry.filename)) throw new Lie('entry-twice', `The package holds ${entry.filename} twice.`);
      if (entry.encrypted) throw new Lie('zip-encrypted', `${entry.filename} is encrypted.`);
      if (entry.uncompressedSize > mostBytes || entry.uncompressedSize > mostGrowth * Math.max(entry.compressedSize, 1_024))
        throw new Lie('zip-bomb', `${entry.filename} claims to grow from ${entry.compressedSize} to ${entry.uncompressedSize} bytes.`);
      const { filename, compressionMethod, compressedSize, uncompressedSize, offset } = entry;
      // What the library knows of a file takes kilobytes, and a large package has thousands of tiles: of a tile only its place is kept.
      const isTile = compressionMethod === 0 && compressedSize === uncompressedSize && uncompressedSize <= largestTile;
      files.set(filename, isTile ? tileOf(reader, { filename, uncompressedSize, offset }, room) : fileOf(entry, room));
    }
  } catch (error) {
    throw asLie(error);
  }
  return files;
}

const codes: Readonly<Record<string, string>> = { [ERR_AMBIGUOUS_ARCHIVE]: 'zip-ambiguous', [ERR_UNSAFE_FILENAME]: 'path-refused' };

function asLie(error: unknown): Lie {
  if (error instanceof Lie) return error;
  const { message } = error as Error;
  return new Lie(codes[message] ?? 'zip-damaged', `The package cannot be read as a zip file (${message}).`);
}

/** How much of small files is kept once read: each is asked for twice, for its hash and for what it says. */
class Room {
  constructor(
    private left: number,
    private readonly largest: number,
  ) {}

  takes(bytes: number): boolean {
    if (bytes > this.largest || bytes > this.left) return false;
    this.left -= bytes;
    return true;
  }
}

function fileOf(entry: FileEntry, room: Room): PackageFile {
  const whole = async (): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    for await (const part of contentOf(entry)) parts.push(part);
    return concat(...parts);
  };
  return packageFile(entry, room, whole, () => contentOf(entry));
}

/** Where a file lies that is not packed. */
type Place = Pick<FileEntry, 'filename' | 'uncompressedSize' | 'offset'>;

function tileOf(reader: Reader<unknown>, place: Place, room: Room): PackageFile {
  return packageFile(
    place,
    room,
    () => storedContent(reader, place),
    async function* () {
      yield await storedContent(reader, place);
    },
  );
}

function packageFile(
  { filename, uncompressedSize }: Pick<Place, 'filename' | 'uncompressedSize'>,
  room: Room,
  whole: () => Promise<Uint8Array>,
  parts: () => AsyncIterable<Uint8Array>,
): PackageFile {
  let kept: Promise<Uint8Array> | undefined;
  const content = (): Promise<Uint8Array> | undefined => (kept ??= room.takes(uncompressedSize) ? whole() : undefined);
  return {
    name: filename,
    bytes: uncompressedSize,
    read: async function* () {
      const all = content();
      if (all) yield await all;
      else yield* parts();
    },
    readWhole: async (most = 16 * 2 ** 20) => {
      if (uncompressedSize > most) throw new Lie('file-too-large', `${filename} is larger than it can be.`);
      return content() ?? whole();
    },
  };
}

/** What is not packed is read where it lies, behind a header that must say the same as the directory. */
async function storedContent(reader: Reader<unknown>, { filename, offset, uncompressedSize }: Place): Promise<Uint8Array> {
  const header = await reader.readUint8Array(offset, 30 + filename.length);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const isSame =
    header.length === 30 + filename.length &&
    view.getUint32(0, true) === 0x04034b50 &&
    view.getUint16(8, true) === 0 &&
    view.getUint16(26, true) === filename.length &&
    new TextDecoder('latin1').decode(header.subarray(30)) === filename;
  if (!isSame) throw new Lie('zip-damaged', `${filename} does not begin as the directory says.`);
  const bytes = await reader.readUint8Array(offset + 30 + filename.length + view.getUint16(28, true), uncompressedSize);
  if (bytes.length !== uncompressedSize) throw new Lie('zip-damaged', `${filename} is shorter than it claims.`);
  return bytes;
}

const ended = { done: true, value: undefined } as const;

async function* contentOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  // Bytes that cannot be unpacked end the writing, but not always the reading. A race for each piece would keep every piece until the end.
  const written = entry.getData(writable, { useWebWorkers: false }).then(
    () => undefined,
    (error: Error) => {
      void reader.cancel().catch(() => undefined);
      return error;
    },
  );
  let count = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ended);
      if (done || !value) break;
      count += value.length;
      if (count > entry.uncompressedSize) throw new Lie('zip-bomb', `${entry.filename} is larger than it claims.`);
      yield value;
    }
    const trouble = await written;
    if (trouble) throw asLie(trouble);
    if (count !== entry.uncompressedSize) throw new Lie('zip-damaged', `${entry.filename} is shorter than it claims.`);
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
