import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { processorTime } from './processor-time';

const burn =
  'const before = process.cpuUsage(); for (;;) { const { user, system } = process.cpuUsage(before); if (user + system > 400_000) break; }';
const since = (before: number | undefined): number => (processorTime() ?? Number.NaN) - (before ?? Number.NaN);

/** Read from /proc, so only where there is one. */
(process.platform === 'linux' ? describe : describe.skip)('the processor time of a measurement (Linux only: it is read from /proc)', () => {
  it('is that of everything it started, also of what has ended meanwhile and of what that had started', () => {
    const before = processorTime();
    execFileSync(process.execPath, ['-e', burn]);
    expect(since(before)).toBeGreaterThanOrEqual(400);
    const afterChild = processorTime();
    execFileSync('sh', ['-c', `'${process.execPath}' -e '${burn}'; true`]);
    expect(since(afterChild)).toBeGreaterThanOrEqual(400);
  });

  it('is not less when a process ends that has done its work', async () => {
    const child = spawn(process.execPath, ['-e', `${burn} console.log('done'); setInterval(() => undefined, 1_000);`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    const before = processorTime();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(since(before)).toBeGreaterThanOrEqual(0);
  });
});
