import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../support/lianxi';

const root = join(__dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'lianxi-again-'));
const env = { ...process.env, LIANXI_HOME: home };
const running: ChildProcess[] = [];
const ports = (): Record<string, number> => JSON.parse(readFileSync(join(home, 'ports.json'), 'utf8')) as Record<string, number>;
const command = (name: string, ...args: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'deploy/embedded/run.mjs'), name, ...args], {
    encoding: 'utf8',
    env,
    timeout: 180_000,
  });
  return { status, said: `${stdout}${stderr}` };
};

/** `npm start`, until it says that it is up. */
async function start(more: NodeJS.ProcessEnv = {}): Promise<ChildProcess & { said(): string }> {
  const child = spawn(process.execPath, [join(root, 'deploy/embedded/run.mjs'), 'start'], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  await waitFor(
    'it is up',
    async () => {
      if (child.exitCode !== null) throw new Error(said);
      return said.includes('已启动');
    },
    180_000,
  );
  return Object.assign(child, { said: () => said });
}
const isDown = async (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${ports()['health']}/health`).then(
    () => false,
    () => true,
  );
async function worklist(): Promise<{ status: number; lines: number }> {
  const token = command('token', 'bj-health-case-officer').said.trim();
  const answer = await fetch(`http://127.0.0.1:${ports()['health']}/v1/worklists/body`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, lines: ((await answer.json()) as { lines: unknown[] }).lines.length };
}

afterAll(() => {
  for (const child of running)
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      /* it has ended */
    }
  command('reset');
  rmSync(home, { recursive: true, force: true });
});

describe('an installation on one machine', () => {
  it('is started once, looked at without harm, and found again with its data after its launcher was killed and its ports were taken', async () => {
    const launcher = await start();
    const before = { ports: ports(), ...(await worklist()) };
    expect(before).toMatchObject({ status: 200 });
    expect(before.lines).toBeGreaterThan(2);

    expect(command('doctor')).toMatchObject({ status: 0, said: expect.stringContaining('in use by Lianxi itself') as string });
    expect(command('reset')).toMatchObject({ status: 1, said: expect.stringContaining('already running') as string });
    expect(command('start')).toMatchObject({ status: 1, said: expect.stringContaining('already running') as string });
    expect(ports()).toEqual(before.ports);
    expect(await worklist()).toEqual({ status: 200, lines: before.lines });

    launcher.kill('SIGKILL');
    await waitFor('everything has ended with the launcher', isDown);
    await waitFor('the installation is free', async () => command('doctor').said.includes('Lianxi itself') === false);
    const others = await Promise.all(
      [before.ports['issuer'], before.ports['health']].map(
        (port) =>
          new Promise<Server>((resolve, reject) => {
            const server = createServer().once('error', reject);
            server.listen(port, '127.0.0.1', () => resolve(server));
          }),
      ),
    );
    try {
      await start();
      expect(ports()['issuer']).not.toBe(before.ports['issuer']);
      expect(await worklist()).toEqual({ status: 200, lines: before.lines });
    } finally {
      for (const server of others) server.close();
    }
  });

  it('ends in order at Ctrl-C, and is found whole by a start that does not wait for the end', async () => {
    for (const launcher of running)
      try {
        process.kill(-(launcher.pid ?? 0), 'SIGKILL');
      } catch {
        /* it has ended */
      }
    await waitFor('everything has ended', isDown);
    const first = await start({ LIANXI_PROCESSES: 'separate' });
    const { lines } = await worklist();
    process.kill(-(first.pid ?? 0), 'SIGINT');
    await start();
    expect(await worklist()).toEqual({ status: 200, lines });
    expect(first.exitCode).toBe(0);
    expect(first.said()).not.toMatch(/terminated|ECONNREFUSED|Error/);
  });
});
