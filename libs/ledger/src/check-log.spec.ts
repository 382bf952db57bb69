import { checkLog } from './check-log';
import { signCheckpoint } from './checkpoint';
import { leafHash } from './hashing';
import { logOf } from './memory-log';
import { makeNoteKeys, openSigner, openVerifier } from './note-keys';
import { recordLeaf } from './record-leaf';

const origin = 'example.org/record';
const keys = makeNoteKeys(origin);
const row = (position: number): Buffer =>
  recordLeaf({ service: 'health', incarnation: 'i', position, kind: 'journal', row: { id: `r${position}`, act: 'file', hash: 'h' } });
const rows = (count: number, change: (position: number) => number = (position) => position): Buffer[] =>
  Array.from({ length: count }, (_, place) => row(change(place + 1)));
const stored = (entries: readonly Buffer[]): { files: Map<string, Buffer>; note: string; check: () => Promise<string>; seen: string[] } => {
  const { files, tree } = logOf(entries);
  const note = signCheckpoint({ origin, size: entries.length, root: tree.root() }, [openSigner(keys.private)]);
  files.set('checkpoint', Buffer.from(note));
  const seen: string[] = [];
  const check = (): Promise<string> =>
    checkLog({ read: async (path) => files.get(path), origin, log: openVerifier(keys.public), seen }).then(
      () => 'whole',
      (error: { code: string; where: string }) => `${error.code} ${error.where}`,
    );
  return { files, note, check, seen };
};

describe('the checker of a stored log', () => {
  it.each([0, 1, 255, 256, 257, 600])('finds a log of %i entries whole', async (count) => {
    expect(await stored(rows(count)).check()).toBe('whole');
  });

  it('shows every entry in its order', async () => {
    const { files } = stored(rows(300));
    const shown: Buffer[] = [];
    await checkLog({
      read: async (path) => files.get(path),
      origin,
      log: openVerifier(keys.public),
      visit: (entry) => shown.push(Buffer.from(entry)),
    });
    expect(shown).toEqual(rows(300));
  });

  it('names the entry or the tile that was changed', async () => {
    const log = stored(rows(300));
    const change = (path: string, at: number): void => {
      const bytes = Buffer.from(log.files.get(path) as Buffer);
      bytes[at] = (bytes[at] as number) ^ 1;
      log.files.set(path, bytes);
    };
    change('tile/entries/001.p/44', 30);
    expect(await log.check()).toBe('entry-changed 256');
    change('tile/entries/001.p/44', 30);
    change('tile/1/000.p/1', 5);
    expect(await log.check()).toBe('tile-changed tile/1/000.p/1');
  });

  it('finds an entry changed together with its hash by the root', async () => {
    const log = stored(rows(10));
    const { files } = logOf(rows(10, (position) => (position === 4 ? 400 : position)));
    for (const path of files.keys()) log.files.set(path, files.get(path) as Buffer);
    expect(await log.check()).toBe('root-other checkpoint');
  });

  it('finds an older log and another history by what was seen before', async () => {
    const grown = stored(rows(40));
    grown.seen.push(stored(rows(30)).note, grown.note);
    expect(await grown.check()).toBe('whole');
    grown.seen.push(stored(rows(41)).note);
    expect(await grown.check()).toBe('older-than-seen 41');
    const rewritten = stored(rows(40, (position) => (position === 12 ? 1200 : position)));
    rewritten.seen.push(stored(rows(30)).note);
    expect(await rewritten.check()).toBe('history-other 30');
  });
});

describe('the entry of a row', () => {
  const given = { service: 'health', incarnation: 'i', position: 1, kind: 'journal' as const };

  it('has the same bytes however the row was written down', () => {
    const one = recordLeaf({ ...given, row: { b: 1, a: { d: 'é', c: 1.0 } } });
    expect(one.toString()).toBe(
      '{"format":1,"incarnation":"i","kind":"journal","position":1,"row":{"a":{"c":1,"d":"é"},"b":1},"service":"health"}',
    );
    expect(leafHash(recordLeaf({ ...given, row: { a: { c: 1, d: 'é' }, b: 1 } }))).toEqual(leafHash(one));
  });

  it('of a row too long for a bundle stands there by its hash', () => {
    const long = { id: 'r', detail: { codes: Array.from({ length: 20_000 }, (_, place) => `c${place}`) } };
    const entry = JSON.parse(recordLeaf({ ...given, row: long }).toString()) as Record<string, unknown>;
    expect(entry).toMatchObject({ rowId: 'r', rowSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(entry).not.toHaveProperty('row');
    expect(recordLeaf({ ...given, row: { ...long, act: 'x' } })).not.toEqual(recordLeaf({ ...given, row: long }));
  });
});
