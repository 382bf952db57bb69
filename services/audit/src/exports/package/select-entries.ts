import type { Pool } from 'pg';
import { inTransaction, type Standing } from '@lianxi/chassis';
import { conditionsOf } from '../../record-filter';
import type { ExportRow } from '../export-row';

/** What an export is of. */
export type Selection = Pick<ExportRow, 'city' | 'filter'>;

const page = 8_000;

/** The places in the log of what was asked for, a page at a time, in rising order: no transaction lasts as long as an export. */
export class SelectedEntries {
  private readonly from: string;
  private readonly values: readonly unknown[];

  /** `standing` is the asker's: row-level security keeps every question to its city. */
  constructor(
    private readonly pool: Pool,
    private readonly standing: Standing,
    { city, filter }: Selection,
    size: number,
  ) {
    const { texts, values } = conditionsOf(filter, 3);
    this.values = [city, size, ...values];
    this.from = [
      'FROM ledger_leaves l JOIN recorded_rows r ON r.service = l.service AND r.position = l.position WHERE r.city = $1 AND l.leaf_index < $2',
      ...texts,
    ].join(' AND ');
  }

  async count(): Promise<number> {
    const [row] = await this.ask<{ count: number }>(`SELECT count(*)::float8 AS count ${this.from}`, []);
    return row?.count ?? 0;
  }

  /** A page while the next is being asked for. */
  async *after(last: number | null): AsyncGenerator<readonly number[]> {
    for (let asked = this.page(last ?? -1); ;) {
      const found = await asked;
      const end = found.at(-1);
      if (end === undefined) return;
      const isLast = found.length < page;
      if (!isLast) asked = this.page(end);
      asked.catch(() => undefined);
      yield found;
      if (isLast) return;
    }
  }

  /** One list instead of a row for each place: thousands of objects that live as long as a page would be taken for lasting, and fill memory. */
  private async page(after: number): Promise<readonly number[]> {
    const [found] = await this.ask<{ places: number[] }>(
      `SELECT coalesce(json_agg(place ORDER BY place), '[]') AS places
       FROM (SELECT l.leaf_index AS place ${this.from} AND l.leaf_index > $${this.values.length + 1} ORDER BY l.leaf_index LIMIT ${page}) found`,
      [after],
    );
    return found?.places ?? [];
  }

  /** Unnamed, so that it is planned for the very filter. */
  private ask<R extends object>(text: string, more: readonly unknown[]): Promise<R[]> {
    return inTransaction(this.pool, this.standing, async (tx) => {
      await tx.rows('export-patience', `SET LOCAL statement_timeout = '10min'`);
      return tx.rows<R & Record<string, unknown>>('', text, [...this.values, ...more]);
    });
  }
}
