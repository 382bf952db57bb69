import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { whenFree } from './home-lock';
import { home } from './places';
import { postgresHome } from './postgres-server';

/** Deletes this installation's data: database, broker, papers, secrets. Refuses while it is running. */
async function main(): Promise<void> {
  const directory = home();
  await whenFree(directory);
  for (const place of [postgresHome(join(directory, 'postgres')), directory]) rmSync(place, { recursive: true, force: true });
  process.stdout.write('已清空，下次 npm start 重新开始。Emptied: the next npm start begins afresh.\n');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
