import { Client } from 'pg';
import { loginsOf, migrateService, provision, schemaOf, type Migration, type Mode } from '@lianxi/chassis';
import type { Secrets } from './secrets';

/** A service as far as the launcher must know it: its name and the tables that are its own. */
export interface PreparedService {
  readonly name: string;
  readonly tables: readonly Migration[];
}

/** Makes the database if it is not there, with schemas, logins and tables of every service up to date. */
export async function prepareDatabase(
  superuserUrl: string,
  database: string,
  services: readonly PreparedService[],
  secrets: Secrets,
  mode: Mode,
): Promise<string> {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  await withClient(url.href, (client) =>
    provision(client, { services: services.map(({ name }) => name), passwordOf: (login) => secrets.passwords[login] ?? '', mode }),
  );
  for (const { name, tables } of services) {
    const migrator = new URL(url.href);
    migrator.username = loginsOf(schemaOf(name)).migrator;
    migrator.password = secrets.passwords[migrator.username] ?? '';
    await migrateService(migrator.href, name, tables);
  }
  return url.href;
}

export async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
