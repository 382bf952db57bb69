import { packedEnd, packedPiece, Tally, unpackedPiece, type ZipMember } from '@lianxi/documents';
import type { SealedFiles } from './sealed-files';

/** What rows are written to as they are read: the rows themselves, and the tables for people. */
export const segmentKinds = ['rows', 'csv', 'sheet'] as const;
export type SegmentKind = (typeof segmentKinds)[number];
export type SegmentBytes = Readonly<Partial<Record<SegmentKind, Buffer>>>;

const nothing = Buffer.alloc(0);
const nameOf = (kind: SegmentKind, place: number): string => `${kind}-${String(place).padStart(6, '0')}`;

/**
 * An export is written in segments, packed as they will stand in the package and each on disk before progress is noted: after a crash
 * it goes on behind the last one.
 */
export class Segments {
  private readonly tallies: Record<SegmentKind, Tally> = { rows: new Tally(), csv: new Tally(), sheet: new Tally() };

  constructor(private readonly files: SealedFiles) {}

  async write(place: number, bytes: SegmentBytes): Promise<void> {
    await Promise.all(
      segmentKinds.map(async (kind) => {
        const content = bytes[kind];
        if (!content) return;
        // Counted at once, since the next segment may be given before this one is packed.
        this.tallies[kind].take(content, nothing);
        const packed = await packedPiece(content);
        this.tallies[kind].packedBytes += packed.length;
        await this.files.put(nameOf(kind, place), packed);
      }),
    );
  }

  /** What an earlier process wrote, read and counted before anything is written behind it. */
  async *readBack(count: number): AsyncGenerator<SegmentBytes> {
    for (let place = 1; place <= count; place += 1)
      yield Object.fromEntries(await Promise.all(segmentKinds.map(async (kind) => [kind, await this.readOne(kind, place)] as const)));
  }

  /** Everything written of a kind as one file, with `ending` behind it. */
  async member(kind: SegmentKind, count: number, ending: Buffer = Buffer.alloc(0)): Promise<ZipMember & { readonly sha256: string }> {
    const last = Buffer.concat([await packedPiece(ending), packedEnd]);
    const whole = this.tallies[kind].followedBy(ending, last);
    return {
      bytes: whole.bytes,
      packedBytes: whole.packedBytes,
      crc: whole.crc,
      sha256: whole.sha256(),
      isPacked: true,
      content: () => this.packed(kind, count, last),
    };
  }

  async drop(count: number): Promise<void> {
    for (let place = 1; place <= count; place += 1) for (const kind of segmentKinds) await this.files.drop(nameOf(kind, place));
  }

  private async readOne(kind: SegmentKind, place: number): Promise<Buffer | undefined> {
    if (!(await this.files.has(nameOf(kind, place)))) return undefined;
    const packed = await this.files.get(nameOf(kind, place));
    const content = await unpackedPiece(packed);
    this.tallies[kind].take(content, packed);
    return content;
  }

  private async *packed(kind: SegmentKind, count: number, last: Buffer): AsyncGenerator<Buffer> {
    for (let place = 1; place <= count; place += 1) yield await this.files.get(nameOf(kind, place));
    yield last;
  }
}
