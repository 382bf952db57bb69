import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loginsOf, schemaOf } from '@lianxi/chassis';
import { freePort } from '../../deploy/embedded/src/free-port';
import { preparedServices, serviceNames } from '../../deploy/embedded/src/load-service';
import { getNatsServer } from '../../deploy/embedded/src/nats-server';
import { startPostgres } from '../../deploy/embedded/src/postgres-server';
import { prepareDatabase } from '../../deploy/embedded/src/prepare-database';
import { makeSecrets } from '../../deploy/embedded/src/secrets';

export const template = 'lianxi_template';

/** One Postgres for the whole run, with a migrated database that each test file copies. */
export default async function startServers(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-test-'));
  chmodSync(directory, 0o711);
  // Nobody kills this server, so nothing need survive it: that it does is the campaign's to show, with a server as it is run.
  const postgres = await startPostgres({
    directory,
    port: await freePort(),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const secrets = await makeSecrets(
    serviceNames,
    serviceNames.flatMap((name) => Object.values(loginsOf(schemaOf(name))) as string[]),
  );
  await prepareDatabase(postgres.url, template, await preparedServices(), secrets, 'test');
  getNatsServer();
  const file = join(directory, 'servers.json');
  writeFileSync(file, JSON.stringify({ postgresUrl: postgres.url, secrets, directory }), { mode: 0o600 });
  process.env['LIANXI_TEST_SERVERS'] = file;
  (globalThis as { lianxiPostgres?: { stop(): Promise<void> } }).lianxiPostgres = postgres;
}
