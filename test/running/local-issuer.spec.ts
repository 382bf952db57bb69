import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { refuseUnlessDemo } from '../../deploy/embedded/src/issuer';
import { prepareDatabase, withClient } from '../../deploy/embedded/src/prepare-database';
import { Lianxi } from '../support/lianxi';

const root = join(__dirname, '../..');
let lianxi: Lianxi;
let home: string;
const superuser = (database: string): string => Object.assign(new URL(lianxi.around.databaseUrl), { pathname: `/${database}` }).href;
const run = (program: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [join(root, 'dist', program), ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LIANXI_HOME: home, ...env },
  });

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['coordination', 'audit', 'fintech'] });
  home = mkdtempSync(join(tmpdir(), 'lianxi-home-'));
});
afterAll(async () => {
  await lianxi.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('the issuer that gives a token to anybody who asks', () => {
  it('serves a demonstration on this machine', async () => {
    for (const host of ['127.0.0.1', '::1', 'localhost'])
      await expect(refuseUnlessDemo({ mode: 'demo', host, databaseUrl: lianxi.around.databaseUrl })).resolves.toBeUndefined();
  });

  it('does not start in production', async () => {
    await expect(refuseUnlessDemo({ mode: 'production', host: '127.0.0.1', databaseUrl: lianxi.around.databaseUrl })).rejects.toThrow(
      'does not run in production',
    );
    for (const program of ['deploy/embedded/src/start.js', 'deploy/embedded/src/token.js']) {
      const { status, stderr } = run(program, ['bj-health-case-officer'], { LIANXI_MODE: 'production' });
      expect([program, status, /production/.test(stderr)]).toEqual([program, 78, true]);
    }
  });

  it('is not offered to other machines', async () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.7'])
      await expect(refuseUnlessDemo({ mode: 'demo', host, databaseUrl: lianxi.around.databaseUrl })).rejects.toThrow('loopback');
  });

  it('does not serve a database that was not marked as a demonstration when it was made, whatever is said later', async () => {
    const database = `${new URL(lianxi.around.databaseUrl).pathname.slice(1)}_real`;
    try {
      await prepareDatabase(lianxi.around.databaseUrl, database, [{ name: 'fintech', tables: [] }], lianxi.around.secrets, 'production');
      await prepareDatabase(lianxi.around.databaseUrl, database, [{ name: 'fintech', tables: [] }], lianxi.around.secrets, 'demo').catch(
        () => undefined,
      );
      await expect(refuseUnlessDemo({ mode: 'demo', host: '127.0.0.1', databaseUrl: superuser(database) })).rejects.toThrow(
        'marked demo when it was made',
      );
    } finally {
      await withClient(lianxi.around.databaseUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
    }
  });
});

describe('a service', () => {
  const main = 'services/fintech/src/main.js';
  const environment = (change: Readonly<Record<string, string>>): Record<string, string> => ({
    ...environmentFor('fintech', lianxi.around),
    ...change,
  });

  it('does not start in production on a database of a demonstration', () => {
    const issuer = { LIANXI_ISSUER: 'https://login.example.gov.cn', LIANXI_JWKS_URL: 'https://login.example.gov.cn/keys' };
    expect(run(main, [], environment({ LIANXI_MODE: 'production', ...issuer }))).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('made for test') as string,
    });
  });

  it('does not start, and names the variable without its value, when its configuration is wrong', () => {
    const secret = environment({})['LIANXI_NATS_SEED'] ?? '';
    const { status, stdout, stderr } = run(main, [], environment({ LIANXI_HTTP_PORT: 'eighty', LIANXI_NATS_SEED: `${secret}x` }));
    expect(status).toBe(78);
    expect(`${stdout}${stderr}`).toContain('LIANXI_HTTP_PORT');
    expect(`${stdout}${stderr}`).not.toContain(secret);
  });

  it('does not start in production with the issuer of a demonstration', () => {
    const { status, stderr } = run(main, [], environment({ LIANXI_MODE: 'production' }));
    expect(status).toBe(78);
    expect(stderr).toContain('LIANXI_ISSUER');
    expect(stderr).toContain('LIANXI_JWKS_URL');
  });
});
