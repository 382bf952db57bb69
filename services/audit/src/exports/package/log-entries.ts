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

/** Entries as the log itself holds them, for places asked for in rising order: what the database says of them changes nothing. */
export class LogEntries {
  private at = -1;
  private entries: readonly Buffer[] = [];
  private hashes: Buffer = Buffer.alloc(0);

  constructor(private readonly read: ReadLog, private readonly size: number) {}

  async get(index: number): Promise<Buffer> {
    const place = Math.floor(index / tileWidth);
    if (place !== this.at) {
      this.entries = await entriesAt(this.read, place, this.size);
      this.hashes = await readTile(this.read, { ...tileAt(0, place, this.size), level: 0 });
      this.at = place;
    }
    const entry = this.entries[index % tileWidth];
    const start = (index % tileWidth) * 32;
    if (!entry || !leafHash(entry).equals(this.hashes.subarray(start, start + 32))) throw new EntryMissing('The log does not hold an entry that was selected.');
    return entry;
  }
}
