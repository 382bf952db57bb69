import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfiguration } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { openCosigner, openSigner } from '@lianxi/ledger';
import { keepDatabase } from '../../deploy/docker/src/keep-database';
import { keepKeys } from '../../deploy/docker/src/keep-keys';
import { freePort } from '../../deploy/embedded/src/free-port';
import { startPostgres } from '../../deploy/embedded/src/postgres-server';
import { withClient } from '../../deploy/embedded/src/prepare-database';
import { readWitnessConfiguration } from '../../services/witness/src/witness-configuration';

interface Container {
  readonly image: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly depends_on: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: unknown;
}
const root = join(__dirname, '../..');
const file = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Container>;
  volumes: Record<string, null>;
};
const services = register.services.map(({ id }) => id);
const container = (name: string): Container => file.services[name] as Container;
/** As compose replaces it where nothing is set. */
const plain = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');

let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'lianxi-keys-'));
  await keepKeys(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const fromFile = (name: string): Record<string, string> => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [`--env-file=${join(directory, name, 'service.env')}`, '-e', 'process.stdout.write(JSON.stringify(process.env))'],
    { encoding: 'utf8', env: {} },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>;
};

describe('the containers', () => {
  it('are one for each service of the register, with a witness, Postgres, NATS and the two that prepare', () => {
    expect(Object.keys(file.services).sort()).toEqual([...services, 'database', 'keys', 'nats', 'postgres', 'witness'].sort());
  });

  it.each(services)('run %s from its own build, on its own port of this machine', (name) => {
    const port = container(name).environment?.['LIANXI_HTTP_PORT'];
    expect(container(name).command).toEqual(['--env-file=/run/lianxi/keys/service.env', `dist/services/${name}/src/main.js`]);
    expect(container(name).ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(JSON.parse(container(name).environment?.['LIANXI_SERVICE_URLS'] ?? '{}')).toHaveProperty(name, `http://${name}:${port}`);
  });

  it('publish no port twice, and none of Postgres or NATS', () => {
    const published = Object.values(file.services).flatMap(({ ports = [] }) => ports);
    expect(new Set(published).size).toBe(services.length + 1);
    expect(published).toHaveLength(services.length + 1);
  });

  it.each(services)('give %s every variable it reads, none it does not, and in production', (name) => {
    const said = Object.fromEntries(Object.entries(container(name).environment ?? {}).map(([key, value]) => [key, plain(value)]));
    const variables = { ...fromFile(name), ...said };
    const configuration = readConfiguration(variables);
    expect(configuration).toMatchObject({ LIANXI_MODE: 'production', LIANXI_LOG: 'stdout' });
    // One that is empty is as if it were not there.
    expect(Object.keys(configuration).sort()).toEqual(
      Object.keys(variables)
        .filter((key) => (variables as Record<string, string>)[key] !== '')
        .sort(),
    );
    expect(Object.keys(said).filter((key) => key in fromFile(name))).toEqual([]);
  });

  it.each(services)("tell %s its own keys and nobody else's", (name) => {
    const own = container(name).volumes.filter((volume) => /-keys:/.test(volume));
    expect(own).toEqual([`${name}-keys:/run/lianxi/keys:ro`]);
    const text = readFileSync(join(directory, name, 'service.env'), 'utf8');
    const secret = [
      'LIANXI_PG_OFFICER_PASSWORD',
      'LIANXI_PG_COURIER_PASSWORD',
      'LIANXI_NATS_SEED',
      'LIANXI_SEAL_SECRET',
      'LIANXI_RECEIPT_KEY',
      'LIANXI_PAPER_KEY',
    ];
    for (const other of services.filter((each) => each !== name)) {
      const theirs = fromFile(other);
      expect(secret.filter((key) => text.includes(theirs[key] as string))).toEqual([]);
    }
  });

  it("give the witness its own key and the log's public one, and neither Postgres nor NATS", () => {
    const said = Object.fromEntries(Object.entries(container('witness').environment ?? {}).map(([key, value]) => [key, plain(value)]));
    const configuration = readWitnessConfiguration({ ...fromFile('witness'), ...said });
    expect(Object.keys(configuration).sort()).toEqual([...Object.keys(fromFile('witness')), ...Object.keys(said)].sort());
    expect(container('witness').volumes).toEqual(['witness-keys:/run/lianxi/keys:ro', 'witness-memory:/var/lib/lianxi/witness']);
    expect(container('witness').command).toEqual(['--env-file=/run/lianxi/keys/service.env', 'dist/services/witness/src/main.js']);
    expect(container('witness').ports).toEqual([`127.0.0.1:${configuration.LIANXI_HTTP_PORT}:${configuration.LIANXI_HTTP_PORT}`]);
    expect(container('witness').depends_on).toEqual({ keys: { condition: 'service_completed_successfully' } });
  });

  it('have the audit service sign with the key that the witness knows, and ask the witness by the key it has', () => {
    const { LIANXI_LEDGER_KEY = '', LIANXI_LEDGER_WITNESSES = '[]' } = fromFile('audit');
    const { LIANXI_WITNESS_KEY = '', LIANXI_WITNESS_LOGS = '[]' } = fromFile('witness');
    expect(JSON.parse(LIANXI_WITNESS_LOGS)).toEqual([openSigner(LIANXI_LEDGER_KEY).public]);
    expect(JSON.parse(LIANXI_LEDGER_WITNESSES)).toEqual([{ url: 'http://witness:4111', key: openCosigner(LIANXI_WITNESS_KEY).public }]);
    for (const other of services.filter((name) => name !== 'audit'))
      expect(readFileSync(join(directory, other, 'service.env'), 'utf8')).not.toMatch(/LEDGER|WITNESS|PRIVATE\+KEY/);
  });

  it("add the ledger's keys to an installation of before, and change none that was there", async () => {
    const older = mkdtempSync(join(tmpdir(), 'lianxi-keys-'));
    try {
      const { ledger: _, ...before } = JSON.parse(readFileSync(join(directory, 'all/secrets.json'), 'utf8')) as Record<string, unknown>;
      mkdirSync(join(older, 'all'));
      writeFileSync(join(older, 'all/secrets.json'), JSON.stringify(before));
      await keepKeys(older);
      const after = JSON.parse(readFileSync(join(older, 'all/secrets.json'), 'utf8')) as Record<string, unknown>;
      expect(after).toEqual({ ...before, ledger: expect.objectContaining({ log: expect.anything(), witness: expect.anything() }) });
    } finally {
      rmSync(older, { recursive: true, force: true });
    }
  });

  it('keep every key when they start again', async () => {
    const before = services.map(fromFile);
    await keepKeys(directory);
    expect(services.map(fromFile)).toEqual(before);
  });

  it('run as an ordinary user, on a disk they cannot write to, without capabilities', () => {
    expect(readFileSync(join(root, 'deploy/docker/Dockerfile'), 'utf8').split('FROM ').at(-1)).toMatch(/\nUSER node\n/);
    for (const name of [...services, 'witness', 'keys', 'database']) {
      expect([name, container(name)]).toEqual([
        name,
        expect.objectContaining({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] }),
      ]);
      expect(container(name).user).toBeUndefined();
    }
  });

  it('are built as the services that are tested were: with everything that lies beside the sources and says how', () => {
    const copied = [...readFileSync(join(root, 'deploy/docker/Dockerfile'), 'utf8').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, names = '']) => names.split(' '),
    );
    const saysHow = readdirSync(root).filter((name) => /^(package(-lock)?|nest-cli|tsconfig.*)\.json$|^\.swcrc$/.test(name));
    expect(copied.sort()).toEqual([...saysHow, 'deploy', 'libs', 'services'].sort());
  });

  it('run a broker that syncs always and has a user for each service and one for the streams', () => {
    const configuration = readFileSync(join(directory, 'nats/nats.conf'), 'utf8');
    expect(configuration).toContain('sync_interval: always');
    expect(configuration.match(/nkey: U/g)).toHaveLength(services.length + 1);
    expect(container('nats').volumes).toContain('nats-data:/data');
    expect(configuration).toContain('store_dir: "/data"');
  });

  it('start the services when the tables are there and the broker answers', () => {
    for (const name of services)
      expect(container(name).depends_on).toEqual({
        database: { condition: 'service_completed_successfully' },
        nats: { condition: 'service_healthy' },
      });
    expect(container('database').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('mount only volumes that are declared, and none twice but to prepare', () => {
    const mounted = Object.values(file.services)
      .flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''))
      .filter((name) => /^[a-z-]+$/.test(name));
    expect([...new Set(mounted)].sort()).toEqual(Object.keys(file.volumes).sort());
  });

  it('find a database on which each login that was handed out may enter, and no other', async () => {
    chmodSync(directory, 0o711);
    const port = await freePort();
    const postgres = await startPostgres({ directory: join(directory, 'server'), port });
    try {
      writeFileSync(join(directory, 'postgres/password'), new URL(postgres.url).password);
      const prepare = (): Promise<void> => keepDatabase({ directory, server: `postgres://127.0.0.1:${port}/postgres`, mode: 'production' });
      await prepare();
      await prepare();
      const enter = (name: string, password: string): Promise<number> =>
        withClient(
          `postgres://lianxi_${name.replaceAll('-', '_')}_officer:${password}@127.0.0.1:${port}/lianxi`,
          async (client) => (await client.query('SELECT 1')).rowCount ?? 0,
        );
      for (const name of services) await expect(enter(name, fromFile(name)['LIANXI_PG_OFFICER_PASSWORD'] ?? '')).resolves.toBe(1);
      await expect(enter('health', fromFile('ai')['LIANXI_PG_OFFICER_PASSWORD'] ?? '')).rejects.toThrow('password authentication failed');
    } finally {
      await postgres.stop();
    }
  });

  it('are accepted by docker compose, where this machine has it', () => {
    const ways = [['docker', 'compose'], ['docker-compose']].filter(
      ([program = '', ...more]) => spawnSync(program, [...more, 'version']).status === 0,
    );
    if (ways.length === 0) {
      process.stdout.write('Not checked by docker compose: this machine has no compose plugin.\n');
      return;
    }
    for (const [program = '', ...more] of ways) {
      const { status, stderr } = spawnSync(program, [...more, '-f', join(root, 'docker-compose.yml'), 'config', '--quiet'], {
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
    }
  });
});
