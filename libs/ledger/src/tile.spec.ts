import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { DirectoryTileStore } from './directory-tile-store';
import { entryBundle, readEntryBundle } from './entry-bundle';
import { readTilePath, tilePath, tilesOf, tileWidth } from './tile';

describe('the paths of tiles', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 999, width: 7 }, 'tile/1/999.p/7'],
    [{ level: 'entries', index: 1_000, width: 255 }, 'tile/entries/x001/000.p/255'],
    [{ level: 63, index: 5, width: 1 }, 'tile/63/005.p/1'],
  ] as const)('%j lies at %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(readTilePath(path)).toEqual(tile);
  });

  it('are read as they are written, whatever the tile', () => {
    fc.assert(
      fc.property(fc.nat({ max: 63 }), fc.nat({ max: 2 ** 40 }), fc.integer({ min: 1, max: tileWidth }), (level, index, width) => {
        expect(readTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
  });

  it.each([
    'tile/0/0',
    'tile/0/x000/001',
    'tile/00/001',
    'tile/64/001',
    'tile/0/001.p/256',
    'tile/0/001.p/0',
    'tile/0/../../checkpoint',
    'tile/0/001/',
    '/tile/0/001',
    'tile/entries/001.p/01',
    'tile/0/1000',
    'tile/data/000',
  ])('%s is no path of a log', (path) => {
    expect(readTilePath(path)).toBeUndefined();
  });

  it('of a log of 70,000 are those that tlog-tiles counts', () => {
    const tiles = [...tilesOf(70_000)].filter(({ level }) => level !== 'entries').map(tilePath);
    expect(tiles).toHaveLength(273 + 1 + 1 + 1 + 1);
    expect(tiles).toEqual(expect.arrayContaining(['tile/0/272', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']));
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
  });
});

describe('a bundle of entries', () => {
  it('gives back the entries that were put in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), (entries) => {
        expect(readEntryBundle(entryBundle(entries.map((entry) => Buffer.from(entry))), entries.length).map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        );
      }),
    );
  });

  it('is refused with a byte missing, a byte too many, or another number of entries', () => {
    const bytes = entryBundle([Buffer.from('one'), Buffer.from('two')]);
    for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)]), bytes.subarray(0, 5)])
      expect(() => readEntryBundle(wrong, 2)).toThrow('exactly 2');
    expect(() => readEntryBundle(bytes, 3)).toThrow('exactly 3');
    expect(() => entryBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
  });
});

describe('a directory of tiles', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-tiles-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const store = new DirectoryTileStore(directory);

  it('keeps what it is given, replaces it whole, and leaves nothing lying about', async () => {
    await store.write('tile/0/x001/000.p/3', Buffer.from('first'));
    await store.write('tile/0/x001/000.p/3', Buffer.from('second'));
    expect((await store.read('tile/0/x001/000.p/3'))?.toString()).toBe('second');
    expect(readdirSync(join(directory, 'tile/0/x001/000.p'))).toEqual(['3']);
    expect(await store.read('tile/0/x001/000')).toBeUndefined();
  });

  it('forgets partial tiles of a full one, and can keep new ones afterwards', async () => {
    await store.write('tile/0/x001/000', Buffer.from('full'));
    await store.dropPartials('tile/0/x001/000');
    expect(await store.read('tile/0/x001/000.p/3')).toBeUndefined();
    expect((await store.read('tile/0/x001/000'))?.toString()).toBe('full');
    await store.write('tile/0/x001/000.p/3', Buffer.from('again'));
    expect((await store.read('tile/0/x001/000.p/3'))?.toString()).toBe('again');
  });

  it.each(['../out', 'tile/0/../../../out', 'checkpoint/../x', '/etc/passwd', ''])('never reaches for %j', async (path) => {
    await expect(store.read(path)).rejects.toMatchObject({ code: 'path-refused' });
    await expect(store.write(path, Buffer.alloc(1))).rejects.toMatchObject({ code: 'path-refused' });
  });
});
