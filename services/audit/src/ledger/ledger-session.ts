import { Client } from 'pg';
import { loginsOf, schemaOf, type Configuration } from '@lianxi/chassis';

/** One for every process that could write this database's ledger. */
const leaseNumber = 4210;

/**
 * The writer's own connection, which holds the lease: everything the writer writes goes through it, so that a writer whose
 * lease is gone (its connection is) can write nothing more.
 */
export class LedgerSession {
  private constructor(private readonly client: Client) {}

  /** Undefined when another process is the writer. */
  static async open(configuration: Configuration): Promise<LedgerSession | undefined> {
    const url = new URL(configuration.LIANXI_PG_URL);
    const schema = schemaOf('audit');
    const client = new Client({
      host: url.hostname,
      port: Number(url.port || 5432),
      database: url.pathname.slice(1),
      user: loginsOf(schema).courier,
      password: configuration.LIANXI_PG_COURIER_PASSWORD,
      options: `-c search_path=${schema},lianxi`,
      connectionTimeoutMillis: 5_000,
      application_name: 'lianxi_ledger',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [leaseNumber]);
      if (rows[0]?.held) return new LedgerSession(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return undefined;
  }

  async rows<R extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.client.query<R>({ name, text, values: values as unknown[] })).rows;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query('BEGIN');
    try {
      const result = await work();
      await this.client.query('COMMIT');
      return result;
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
