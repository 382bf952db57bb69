import { escapeLiteral, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { currentTrace } from '../tracing/current-trace';

/** For whom a transaction speaks; row-level security compares `body` with the parts bodies have in cases, and person, post and role with who is named on a sealed one. */
export interface Standing {
  readonly body: string;
  readonly post: string;
  readonly city: string;
  readonly person?: string;
  readonly role?: string;
}

/**
 * A running transaction. Whoever writes must be handed one: there is no ambient connection to write through by mistake.
 */
export class Tx {
  constructor(
    private readonly client: PoolClient,
    /** The database's time at the start, ISO 8601. */ readonly now: string,
  ) {}

  async rows<R extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
    const result = await this.client.query<R>({ name, text, values: values as unknown[] });
    return result.rows;
  }

  /** The first row, or undefined when nothing matched. */
  async find<R extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.rows<R>(name, text, values))[0];
  }
}

/** Said only where something is traced, so that nothing is asked of the server otherwise. */
function traceSetting(): string {
  const trace = currentTrace();
  return trace === undefined ? '' : `\n         set_config('lianxi.trace', ${escapeLiteral(trace)}, true),`;
}

/** One trip to the server: a transaction never runs a statement before it is known for whom. */
const beginFor = ({ body, post, city, person = '', role = '' }: Standing): string => `BEGIN;
  SELECT set_config('lianxi.body', ${escapeLiteral(body)}, true), set_config('lianxi.post', ${escapeLiteral(post)}, true), set_config('lianxi.city', ${escapeLiteral(city)}, true),
         set_config('lianxi.person', ${escapeLiteral(person)}, true), set_config('lianxi.role', ${escapeLiteral(role)}, true),
${traceSetting()}
         to_char(lianxi_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`;
const nobody: Standing = { body: '', post: '', city: '' };

/** Runs `work` in one transaction for `standing`; any error rolls everything back and is thrown on. */
export async function inTransaction<T>(pool: Pool, standing: Standing | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const [, begun] = (await client.query(beginFor(standing ?? nobody))) as unknown as [unknown, { rows: [{ now: string }] }];
    const result = await work(new Tx(client, begun.rows[0].now));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** SQLSTATEs and socket errors after which the same work may succeed unchanged. */
export function isPassing(error: unknown): boolean {
  const code = (error as { code?: string } | undefined)?.code ?? '';
  return (
    /^(08|53|57P|40)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      (error as Error | undefined)?.message ?? '',
    )
  );
}
