import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** When a process began, as the system says it; undefined where it cannot be asked, or has ended. Another process of the same number began at another time. */
export function beganAt(pid: number): string | undefined {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) {
    const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // One that has ended and was not yet asked for its status keeps its number, and does nothing any more.
    return fields[0] === 'Z' ? undefined : fields[19];
  }
  return ask(pid, 'lstart=');
}

/** The command line of a process; empty when there is none to be had. */
export function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ');
  return ask(pid, 'command=') ?? '';
}

function ask(pid: number, what: string): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', what], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
    }).trim();
  } catch {
    return undefined;
  }
}
