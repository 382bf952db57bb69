import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt, isAlive } from './process-facts';

interface Holder {
  readonly pid: number;
  readonly began: string | undefined;
  readonly ending?: true;
}

export interface HomeLock {
  /** Whoever comes next waits for the end instead of being refused. */
  end(): void;
  release(): void;
}

class AlreadyRunning extends Error {
  constructor(
    readonly pid: number,
    directory: string,
  ) {
    super(
      `联席已在运行 Lianxi is already running from ${directory} (process ${pid}): stop it first, with Ctrl-C in its terminal or with kill ${pid}.`,
    );
  }
}

const fileIn = (directory: string): string => join(directory, 'running.json');

/** One process at a time works on an installation: two would take each other's servers away. Throws {@link AlreadyRunning}. */
export async function holdHome(directory: string): Promise<HomeLock> {
  await whenFree(directory);
  mkdirSync(directory, { recursive: true });
  const write = (more: Partial<Holder>): void =>
    writeFileSync(fileIn(directory), JSON.stringify({ pid: process.pid, began: beganAt(process.pid), ...more }));
  write({});
  return { end: () => write({ ending: true }), release: () => rmSync(fileIn(directory), { force: true }) };
}

/**
 * Resolves when nobody works on this installation: after Ctrl-C the terminal is free a few seconds before Postgres has written everything
 * out, and that moment is waited for. Throws {@link AlreadyRunning} when somebody does and is not about to end.
 */
export async function whenFree(directory: string): Promise<void> {
  for (const until = performance.now() + 40_000; ;) {
    const other = findHolder(directory);
    if (other === undefined || other.pid === process.pid) return;
    if (other.ending === undefined || performance.now() > until) throw new AlreadyRunning(other.pid, directory);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The process that works on this installation now. What a killed one left behind does not count, nor another program that got its number. */
export function findRunning(directory: string): number | undefined {
  return findHolder(directory)?.pid;
}

function findHolder(directory: string): Holder | undefined {
  if (!existsSync(fileIn(directory))) return undefined;
  const holder = JSON.parse(readFileSync(fileIn(directory), 'utf8')) as Holder;
  return isAlive(holder.pid) && beganAt(holder.pid) === holder.began ? holder : undefined;
}
