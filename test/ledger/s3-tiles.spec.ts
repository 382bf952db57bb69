import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLog, openVerifier, tileAt, tilePath, tileWidth } from '@lianxi/ledger';
import { S3TileStore } from '../../services/audit/src/ledger/s3-tile-store';
import { rebuildTiles } from '../../services/audit/src/ledger/rebuild-tiles';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';
import { startS3, type RunningS3 } from '../support/s3';

let s3: RunningS3;
const directory = mkdtempSync(join(tmpdir(), 'lianxi-s3-'));
beforeAll(async () => {
  s3 = await startS3(directory);
});
afterAll(async () => {
  await s3.stop();
  rmSync(directory, { recursive: true, force: true });
});

const store = (change: Partial<RunningS3['place']> = {}): S3TileStore => new S3TileStore({ ...s3.place, ...change });
const under = (prefix: string): S3TileStore => store({ url: `${s3.place.url}/${prefix}` });

describe('tiles in a bucket', () => {
  it('are kept whole, replaced whole, and are not there before', async () => {
    const tiles = under('one');
    expect(await tiles.read('tile/0/x001/000.p/3')).toBeUndefined();
    await tiles.write('tile/0/x001/000.p/3', Buffer.from('first'));
    await tiles.write('tile/0/x001/000.p/3', Buffer.of(0, 255, 10));
    expect(await tiles.read('tile/0/x001/000.p/3')).toEqual(Buffer.of(0, 255, 10));
    await tiles.write('checkpoint', Buffer.from('signed'));
    expect(String(await tiles.read('checkpoint'))).toBe('signed');
    expect(await under('two').read('checkpoint')).toBeUndefined();
  });

  it('forget the partial ones of a full one, and no others', async () => {
    const tiles = under('three');
    const paths = ['tile/0/001.p/1', 'tile/0/001.p/255', 'tile/0/001', 'tile/0/002.p/1'];
    for (const path of paths) await tiles.write(path, Buffer.from(path));
    await tiles.dropPartials('tile/0/001');
    expect(await Promise.all(paths.map(async (path) => (await tiles.read(path)) !== undefined))).toEqual([false, false, true, true]);
  });

  it.each(['../out', 'tile/0/../../../out', 'checkpoint/../x', ''])('are never looked for at %j', async (path) => {
    await expect(store().read(path)).rejects.toMatchObject({ code: 'path-refused' });
    await expect(store().write(path, Buffer.alloc(1))).rejects.toMatchObject({ code: 'path-refused' });
    await expect(store().dropPartials(path)).rejects.toMatchObject({ code: 'path-refused' });
  });

  it('are refused to another key and for a bucket that is not there: an error, never an empty log', async () => {
    await expect(store({ secret: 'another' }).read('checkpoint')).rejects.toMatchObject({ code: 's3-failed' });
    await expect(store({ secret: 'another' }).write('checkpoint', Buffer.from('x'))).rejects.toMatchObject({ code: 's3-failed' });
    await expect(store({ url: `${new URL(s3.place.url).origin}/no-such-bucket` }).read('checkpoint')).rejects.toThrow(
      'S3 answered 404 NoSuchBucket for checkpoint',
    );
  });

  it('are an error while the server answers with one, and the key is not in it', async () => {
    const broken: Server = createServer((request, reply) => {
      const isDenied = request.url?.endsWith('checkpoint');
      reply.statusCode = isDenied ? 403 : 404;
      reply.end(isDenied ? '<Error><Code>AccessDenied</Code></Error>' : 'not found');
    });
    await new Promise<void>((done) => {
      broken.listen(0, '127.0.0.1', done);
    });
    const { port } = broken.address() as { port: number };
    const failure = await store({ url: `http://127.0.0.1:${port}/tiles` })
      .read('checkpoint')
      .catch((error: Error) => error.message);
    expect(failure).toBe('S3 answered 403 AccessDenied for checkpoint');
    await expect(store({ url: `http://127.0.0.1:${port}/tiles` }).read('tile/0/000')).rejects.toThrow(
      'S3 answered 404 without a code for tile/0/000',
    );
    await new Promise((done) => {
      broken.close(done);
    });
    await expect(store({ url: `http://127.0.0.1:${port}/tiles` }).read('checkpoint')).rejects.toThrow();
  });
});

describe('a ledger whose tiles lie in a bucket', () => {
  let lianxi: Lianxi;
  const inBucket = (): Record<string, string> => ({
    LIANXI_LEDGER_DIR: '',
    LIANXI_LEDGER_S3: `${s3.place.url}/record`,
    LIANXI_LEDGER_S3_REGION: s3.place.region,
    LIANXI_LEDGER_S3_KEY_ID: s3.place.keyId,
    LIANXI_LEDGER_S3_SECRET: s3.place.secret,
  });
  const log = () => openVerifier(lianxi.around.secrets.ledger.log.public);
  const check = (seen: readonly Buffer[] = []): Promise<{ size: number }> =>
    checkLog({ read: (path) => under('record').read(path), origin: log().name, log: log(), policy: { witnesses: [], quorum: 0 }, seen });
  const leaves = async (): Promise<number> => Number((await lianxi.admin.query('SELECT count(*) FROM audit.ledger_leaves')).rows[0].count);
  const fileAndSign = async (): Promise<void> => {
    const before = await leaves();
    expect((await lianxi.file('health', healthMatter())).status).toBe(201);
    await waitFor('what was filed is published', async () => (await leaves()) > before && (await check()).size === (await leaves()));
  };
  const reasons = async (): Promise<string> => JSON.stringify((await lianxi.get('audit', '/health')).body['reasons']);

  beforeAll(async () => {
    lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
    await lianxi.startService('audit', inBucket());
  });
  afterAll(() => lianxi.stop());

  it('is the same log: checked from its checkpoint to every entry, and grown out of what was seen', async () => {
    await fileAndSign();
    const seen = (await under('record').read('checkpoint')) as Buffer;
    await lianxi.stopService('audit');
    await lianxi.startService('audit', inBucket());
    await fileAndSign();
    expect((await check([seen])).size).toBe(await leaves());
  });

  it('refuses to go on when the bucket lost what was signed, and goes on when it was written again from the database', async () => {
    await lianxi.stopService('audit');
    const size = await leaves();
    const last = tileAt(0, Math.floor((size - 1) / tileWidth), size);
    await under('record').write(tilePath({ ...last, level: 0 }), Buffer.alloc(32 * last.width));
    await lianxi.startService('audit', inBucket());
    await waitFor('health says why', async () => (await reasons()).includes('tiles-are-older'));
    await lianxi.stopService('audit');
    expect(await rebuildTiles({ ...environmentFor('audit', lianxi.around), ...inBucket() })).toBe(size);
    await lianxi.startService('audit', inBucket());
    await fileAndSign();
  });

  it('is set up in one place: a bucket and a directory at once, or half of a bucket, is refused at the start', async () => {
    await lianxi.stopService('audit');
    for (const wrong of [
      { ...inBucket(), LIANXI_LEDGER_DIR: directory },
      { ...inBucket(), LIANXI_LEDGER_S3_SECRET: '' },
      { ...inBucket(), LIANXI_LEDGER_S3: 'no address' },
    ])
      await expect(lianxi.startService('audit', wrong)).rejects.toMatchObject({ code: 'configuration-refused' });
  });
});
