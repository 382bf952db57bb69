import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

export class WitnessRunning extends Error {
  readonly code = 'witness-running';
}

/** Directories held by this process: its own number in a file may also be left from a former container, where every process is number 1. */
const held = new Set<string>();

/** One process at a time remembers for a witness: two could cosign two histories. Throws {@link WitnessRunning}. */
export function holdDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = resolve(directory, 'held-by');
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      const holder = Number(readFileSync(file, 'utf8'));
      if (
        (error as NodeJS.ErrnoException).code !== 'EEXIST' ||
        attempt > 0 ||
        held.has(file) ||
        (holder !== process.pid && isAlive(holder))
      )
        throw new WitnessRunning(`Process ${holder} is the witness of ${directory}.`);
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
