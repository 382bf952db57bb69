import type { ZipMember } from './zip-member';

const [localMark, centralMark, endMark, end64Mark, locatorMark] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50] as const;
const [version, version64] = [20, 45] as const;
const [utf8Names, deflated] = [0x0800, 8] as const;
/** The 1st of January 1980: no time of packing stands in a zip, so that the same contents are the same bytes. */
const day = 0x0021;
const [most16, most32] = [0xffff, 0xffff_ffff] as const;

/** Where a zip is written to, part by part. */
export interface ZipTarget {
  write(part: Uint8Array): Promise<void>;
}

/**
 * A zip of members whose sizes and check sums are known before they are written (APPNOTE 6.3, with zip64 where it must be). The library
 * makes some streams for each file: nothing for a letter, but seconds and a hundred megabytes for the thousands of tiles of a large package.
 */
export class PlainZip {
  private readonly directory: Buffer[] = [];
  private written = 0;

  constructor(private readonly target: ZipTarget) {}

  async add(name: string, member: ZipMember): Promise<void> {
    const offset = this.written;
    const isLarge = Math.max(member.bytes, member.packedBytes) >= most32;
    const extra = isLarge ? zip64Extra([member.bytes, member.packedBytes]) : Buffer.alloc(0);
    const start = Buffer.alloc(30);
    start.writeUInt32LE(localMark, 0);
    writeAbout(start, 4, name, member, isLarge ? [most32, most32] : [member.bytes, member.packedBytes], extra.length);
    await this.write(Buffer.concat([start, Buffer.from(name), extra]));
    const before = this.written;
    for await (const part of member.content()) await this.write(part);
    if (this.written - before !== member.packedBytes) throw new RangeError(`${name} has another length than was said.`);
    this.directory.push(directoryEntry(name, member, offset));
  }

  async end(): Promise<void> {
    const start = this.written;
    for (const entry of this.directory) await this.write(entry);
    await this.write(directoryEnd(this.directory.length, start, this.written - start));
  }

  private async write(part: Uint8Array): Promise<void> {
    await this.target.write(part);
    this.written += part.length;
  }
}

/** What a local header and the directory say alike, from the version that is needed on. */
function writeAbout(
  header: Buffer,
  at: number,
  name: string,
  { crc, isPacked }: ZipMember,
  [bytes, packedBytes]: readonly [number, number],
  extraLength: number,
): void {
  header.writeUInt16LE(extraLength > 0 ? version64 : version, at);
  header.writeUInt16LE(utf8Names, at + 2);
  header.writeUInt16LE(isPacked ? deflated : 0, at + 4);
  header.writeUInt16LE(day, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packedBytes, at + 14);
  header.writeUInt32LE(bytes, at + 18);
  header.writeUInt16LE(Buffer.byteLength(name), at + 22);
  header.writeUInt16LE(extraLength, at + 24);
}

function directoryEntry(name: string, member: ZipMember, offset: number): Buffer {
  const isLarge = Math.max(member.bytes, member.packedBytes, offset) >= most32;
  const extra = isLarge ? zip64Extra([member.bytes, member.packedBytes, offset]) : Buffer.alloc(0);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(centralMark, 0);
  entry.writeUInt16LE(isLarge ? version64 : version, 4);
  writeAbout(entry, 6, name, member, isLarge ? [most32, most32] : [member.bytes, member.packedBytes], extra.length);
  entry.writeUInt32LE(isLarge ? most32 : offset, 42);
  return Buffer.concat([entry, Buffer.from(name), extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, place) => extra.writeBigUInt64LE(BigInt(value), 4 + place * 8));
  return extra;
}

function directoryEnd(count: number, start: number, length: number): Buffer {
  const isLarge = count >= most16 || start >= most32 || length >= most32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(isLarge ? most16 : count, 8);
  end.writeUInt16LE(isLarge ? most16 : count, 10);
  end.writeUInt32LE(isLarge ? most32 : length, 12);
  end.writeUInt32LE(isLarge ? most32 : start, 16);
  if (!isLarge) return end;
  const end64 = Buffer.alloc(56 + 20);
  end64.writeUInt32LE(end64Mark, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(version64, 12);
  end64.writeUInt16LE(version64, 14);
  [count, count, length, start].forEach((value, place) => end64.writeBigUInt64LE(BigInt(value), 24 + place * 8));
  end64.writeUInt32LE(locatorMark, 56);
  end64.writeBigUInt64LE(BigInt(start + length), 64);
  end64.writeUInt32LE(1, 72);
  return Buffer.concat([end64, end]);
}
