import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt, isAlive } from './process-facts';

interface Holder { readonly pid: number; readonly began: string | undefined }

export class AlreadyRunning extends Error {
  constructor(readonly pid: number, directory: string) {
    super(`联席已在运行 Lianxi is already running from ${directory} (process ${pid}): stop it first, with Ctrl-C in its terminal or with kill ${pid}.`);
  }
}

const fileIn = (directory: string): string => join(directory, 'running.json');

/** One process at a time works on an installation: two would take each other's servers away. Throws {@link AlreadyRunning}. */
export function holdHome(directory: string): { release(): void } {
  const other = findRunning(directory);
  if (other !== undefined && other !== process.pid) throw new AlreadyRunning(other, directory);
  mkdirSync(directory, { recursive: true });
  writeFileSync(fileIn(directory), JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }));
  return { release: () => rmSync(fileIn(directory), { force: true }) };
}

/** The process that works on this installation now. What a killed one left behind does not count, nor another program that got its number. */
export function findRunning(directory: string): number | undefined {
  if (!existsSync(fileIn(directory))) return undefined;
  const { pid, began } = JSON.parse(readFileSync(fileIn(directory), 'utf8')) as Holder;
  return isAlive(pid) && beganAt(pid) === began ? pid : undefined;
}


/** Stops when whoever started us is gone, also when it was killed and could say nothing. */
export function endWithParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
