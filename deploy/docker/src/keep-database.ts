import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparedServices } from '../../embedded/src/load-service';
import { prepareDatabase } from '../../embedded/src/prepare-database';
import type { Secrets } from '../../embedded/src/secrets';

const modes = ['production', 'demo', 'test'] as const;
type Mode = (typeof modes)[number];

/** Brings schemas, logins and tables of every service up to date; may be run at each start. */
export async function keepDatabase({ directory, server, mode }: { directory: string; server: string; mode: Mode }): Promise<void> {
  const secrets = JSON.parse(readFileSync(join(directory, 'all/secrets.json'), 'utf8')) as Secrets;
  const superuser = new URL(server);
  superuser.username = 'postgres';
  superuser.password = readFileSync(join(directory, 'postgres/password'), 'utf8').trim();
  await prepareDatabase(superuser.href, 'lianxi', await preparedServices(), secrets, mode);
}

if (require.main === module) {
  const mode = modes.find((each) => each === (process.env['LIANXI_MODE'] ?? 'production'));
  const work =
    mode === undefined
      ? Promise.reject(new Error(`LIANXI_MODE is one of ${modes.join(', ')}.`))
      : keepDatabase({
          directory: process.env['LIANXI_KEYS'] ?? '/keys',
          server: process.env['LIANXI_PG_URL'] ?? 'postgres://postgres:5432/postgres',
          mode,
        });
  work.catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
