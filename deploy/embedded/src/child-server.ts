import { execFileSync, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface ServerIdentity {
  readonly uid: number;
  readonly gid: number;
}

/** Root may not run Postgres: an existing ordinary user does. Undefined when we are ordinary ourselves. */
export function findUnprivileged(): ServerIdentity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      /* the next name */
    }
  }
  throw new Error('Postgres does not run as root, and there is neither a user "postgres" nor "nobody".');
}

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/**
 * Starts a server that ends with us, also when we are killed (Linux, where setpriv is there). Ctrl-C in the terminal reaches only us:
 * each server is told when its turn has come, the database last.
 */
export function startChild(
  command: string,
  args: readonly string[],
  options: { identity?: ServerIdentity | undefined; env?: NodeJS.ProcessEnv; cwd?: string; stdio?: StdioOptions },
): ChildProcess {
  const { identity } = options;
  const asOther = identity ? ['--reuid', String(identity.uid), '--regid', String(identity.gid), '--clear-groups'] : [];
  const [program, full] = setpriv ? [setpriv, ['--pdeathsig', 'KILL', ...asOther, command, ...args]] : [command, [...args]];
  return spawn(program, full, {
    stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
    env: options.env ?? process.env,
    cwd: options.cwd ?? '/',
    detached: true,
    ...(identity && !setpriv ? identity : {}),
  });
}

/** Waits until the process has ended, killing it when it takes longer than `ms`. */
export async function endOf(child: ChildProcess, ms = 5_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
}
