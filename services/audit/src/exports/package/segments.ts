import type { SealedFiles } from './sealed-files';

/** What rows are written to as they are read: the rows themselves, and the tables for people. */
export const segmentKinds = ['rows', 'csv', 'sheet'] as const;
export type SegmentKind = (typeof segmentKinds)[number];
export type SegmentBytes = Readonly<Partial<Record<SegmentKind, Buffer>>>;

const nameOf = (kind: SegmentKind, place: number): string => `${kind}-${String(place).padStart(6, '0')}`;

/** An export is written in segments, each on disk before the next is begun: after a crash it goes on behind the last one. */
export class Segments {
  constructor(private readonly files: SealedFiles) {}

  async write(place: number, bytes: SegmentBytes): Promise<void> {
    await Promise.all(segmentKinds.map(async (kind) => { const own = bytes[kind]; if (own) await this.files.put(nameOf(kind, place), own); }));
  }

  async *read(kind: SegmentKind, count: number): AsyncGenerator<Buffer> {
    for (let place = 1; place <= count; place += 1) yield await this.files.get(nameOf(kind, place));
  }

  async drop(count: number): Promise<void> {
    for (let place = 1; place <= count; place += 1) for (const kind of segmentKinds) await this.files.drop(nameOf(kind, place));
  }
}
