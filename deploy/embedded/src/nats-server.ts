import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { endOf, startChild } from './child-server';

export interface RunningNats {
  readonly url: string;
  readonly monitorUrl: string;
  readonly pid: number | undefined;
  readonly storeDirectory: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const cache = (): string => join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'lianxi');
const howToGetIt = [
  'No nats-server found. Any one of these helps:',
  '  1. install it (Debian, Ubuntu: apt-get install nats-server) or put it into the PATH;',
  '  2. set NATS_SERVER_BIN to the program;',
  '  3. start one yourself, with Docker for instance, and set NATS_URL.',
].join('\n');

/** The nats-server of this machine, fetched from the distribution's own signed packages when there is none. */
export function getNatsServer(): string {
  const found = findNatsServer() ?? fetchFromDistribution();
  if (found === undefined) throw new Error(howToGetIt);
  return found;
}

export function findNatsServer(): string | undefined {
  const named = process.env['NATS_SERVER_BIN'];
  const inPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'nats-server'));
  return [...(named === undefined ? [] : [named]), ...inPath, '/usr/sbin/nats-server', join(cache(), 'nats-server')].find(isProgram);
}

/** Nothing is installed: the package is downloaded with an apt state of its own and unpacked into the cache. */
function fetchFromDistribution(): string | undefined {
  if (
    !['apt-get', 'dpkg-deb'].every((name) => (process.env['PATH'] ?? '').split(delimiter).some((folder) => isProgram(join(folder, name))))
  )
    return undefined;
  for (const suite of [{ name: 'trixie' }, { name: undefined }]) {
    const work = mkdtempSync(join(tmpdir(), 'lianxi-nats-'));
    try {
      const unpacked = download(work, suite.name);
      if (!unpacked) continue;
      mkdirSync(cache(), { recursive: true });
      const target = join(cache(), 'nats-server');
      copyFileSync(unpacked, `${target}.${process.pid}`);
      chmodSync(`${target}.${process.pid}`, 0o755);
      execFileSync('mv', [`${target}.${process.pid}`, target]);
      return target;
    } catch {
      /* the next suite */
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return undefined;
}

function download(work: string, suite: string | undefined): string | undefined {
  const sources = join(work, 'sources.list');
  const ownSources = suite === undefined ? [] : [`Dir::Etc::SourceList=${sources}`, 'Dir::Etc::SourceParts=/dev/null'];
  if (suite !== undefined) writeFileSync(sources, `deb ${debianMirror()} ${suite} main\n`);
  for (const folder of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(work, folder), { recursive: true });
  const settings = [
    `Dir::State::lists=${join(work, 'lists')}`,
    `Dir::Cache=${join(work, 'cache')}`,
    'Debug::NoLocking=1',
    `APT::Sandbox::User=${process.env['USER'] ?? 'root'}`,
    'Acquire::Languages=none',
    ...ownSources,
  ].flatMap((setting) => ['-o', setting]);
  execFileSync('apt-get', [...settings, '-qq', 'update'], { stdio: 'pipe', cwd: work, timeout: 120_000 });
  execFileSync('apt-get', [...settings, '-qq', 'download', 'nats-server'], { stdio: 'pipe', cwd: work, timeout: 120_000 });
  const file = readdirSync(work).find((name) => name.endsWith('.deb'));
  if (file === undefined) return undefined;
  execFileSync('dpkg-deb', ['-x', file, join(work, 'unpacked')], { cwd: work });
  return [join(work, 'unpacked/usr/sbin/nats-server'), join(work, 'unpacked/usr/bin/nats-server')].find((path) => existsSync(path));
}

/** The mirror the machine already uses, so that a closed network's own is honoured. */
function debianMirror(): string {
  try {
    const used = execFileSync('apt-get', ['indextargets', '--format', '$(SITE)'], { encoding: 'utf8' })
      .split('\n')
      .find((line) => /debian(?!-security)/.test(line));
    if (used) return used;
  } catch {
    /* the default */
  }
  return 'http://deb.debian.org/debian';
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function natsVersion(program: string): readonly [number, number, number] {
  const parts = /(\d+)\.(\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }));
  return [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0), Number(parts?.[3] ?? 0)];
}

/** Starts the broker with the given configuration; it ends with us. */
export async function startNats({
  directory,
  port,
  monitorPort,
  configuration,
}: {
  directory: string;
  port: number;
  monitorPort: number;
  configuration: string;
}): Promise<RunningNats> {
  const program = getNatsServer();
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'nats.conf');
  writeFileSync(file, configuration, { mode: 0o600 });
  const child = startChild(program, ['-c', file], { cwd: directory });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      if (said.length < 50) said.push(chunk.toString());
    });
  const monitorUrl = `http://127.0.0.1:${monitorPort}`;
  for (let attempt = 0; ; attempt += 1) {
    if (child.exitCode !== null || attempt > 400) throw new Error(`nats-server does not answer: ${said.join('').slice(-1_000)}`);
    if (
      await fetch(`${monitorUrl}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    url: `nats://127.0.0.1:${port}`,
    monitorUrl,
    pid: child.pid,
    storeDirectory: join(directory, 'store'),
    stop: async () => {
      child.kill('SIGTERM');
      await endOf(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await endOf(child);
    },
  };
}
