import { LedgerLie } from './ledger-lie';

/** The longest entry a bundle can hold, in bytes. */
export const longestEntry = 0xffff;

/** C2SP tlog-tiles: each entry after its length as two bytes, the higher first. */
export function entryBundle(entries: readonly Buffer[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > longestEntry) throw new RangeError(`An entry has at most ${longestEntry} bytes, this one ${entry.length}.`);
      return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle; throws {@link LedgerLie} when it is not exactly `count` entries. */
export function readEntryBundle(bytes: Buffer, count: number, where = 'bundle'): Buffer[] {
  const entries: Buffer[] = [];
  let place = 0;
  while (place + 2 <= bytes.length) {
    const end = place + 2 + bytes.readUInt16BE(place);
    if (end > bytes.length) break;
    entries.push(bytes.subarray(place + 2, end));
    place = end;
  }
  if (place !== bytes.length || entries.length !== count)
    throw new LedgerLie('bundle-malformed', where, `${where} does not hold exactly ${count} entries.`);
  return entries;
}
