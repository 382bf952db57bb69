import { entriesAt, leafHash, readTile, tileAt, tileWidth, type ReadLog } from '@lianxi/ledger';

/** An entry of the log with its place. */
export interface LogEntry {
  readonly index: number;
  readonly entry: Buffer;
}

/** A place that was selected has no entry, or not the one the log's hashes stand for. */
export class EntryMissing extends Error {
  readonly code = 'log-entry-missing';
}

interface Bundle {
  readonly place: number;
  readonly entries: readonly Buffer[];
  readonly hashes: Buffer;
}

/** Entries as the log itself holds them, for places asked for in rising order: what the database says of them changes nothing. */
export class LogEntries {
  constructor(
    private readonly read: ReadLog,
    private readonly size: number,
  ) {}

  /** As many at a time as lie in one bundle, while the next bundle is being read. */
  async *of(places: AsyncIterable<readonly number[]>): AsyncGenerator<LogEntry[]> {
    for await (const some of places) {
      const groups = [...byBundle(some)];
      let reading = groups[0] && this.bundle(groups[0].place);
      for (const [turn, { indexes }] of groups.entries()) {
        const bundle = await reading;
        const following = groups[turn + 1];
        reading = following && this.bundle(following.place);
        reading?.catch(() => undefined);
        if (bundle) yield indexes.map((index) => entryIn(bundle, index));
      }
    }
  }

  private async bundle(place: number): Promise<Bundle> {
    const [entries, hashes] = await Promise.all([
      entriesAt(this.read, place, this.size),
      readTile(this.read, { ...tileAt(0, place, this.size), level: 0 }),
    ]);
    return { place, entries, hashes };
  }
}

function* byBundle(indexes: readonly number[]): Generator<{ place: number; indexes: readonly number[] }> {
  for (let start = 0, end = 0; start < indexes.length; start = end) {
    const place = Math.floor((indexes[start] ?? 0) / tileWidth);
    while (end < indexes.length && Math.floor((indexes[end] ?? 0) / tileWidth) === place) end += 1;
    yield { place, indexes: indexes.slice(start, end) };
  }
}

function entryIn({ entries, hashes }: Bundle, index: number): LogEntry {
  const entry = entries[index % tileWidth];
  const start = (index % tileWidth) * 32;
  if (!entry || !leafHash(entry).equals(hashes.subarray(start, start + 32)))
    throw new EntryMissing('The log does not hold an entry that was selected.');
  return { index, entry };
}
