import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AlreadyRunning, findRunning } from './home-lock';
import { home } from './places';
import { postgresHome } from './postgres-server';

/** Deletes this installation's data: database, broker, papers, secrets. Refuses while it is running. */
function main(): void {
  const directory = home();
  const running = findRunning(directory);
  if (running !== undefined) throw new AlreadyRunning(running, directory);
  for (const place of [postgresHome(join(directory, 'postgres')), directory]) rmSync(place, { recursive: true, force: true });
  process.stdout.write('已清空，下次 npm start 重新开始。Emptied: the next npm start begins afresh.\n');
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
