import type { Pool } from 'pg';
import { AskTogether } from './ask-together';

/** The database's time for writes that need no transaction around them, so that their moment is known before they are sent. */
export class DatabaseClock {
  private readonly together: AskTogether<undefined, string>;

  constructor(pool: Pool) {
    this.together = new AskTogether(async (asked) => {
      const { rows } = await pool.query<{ now: string }>({
        name: 'database-time',
        text: `SELECT to_char(lianxi_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`,
      });
      return asked.map(() => rows[0]?.now ?? '');
    });
  }

  /** ISO 8601 with microseconds, never earlier than the question. */
  now(): Promise<string> {
    return this.together.answerTo(undefined);
  }
}
