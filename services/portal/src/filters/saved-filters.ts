import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIGURATION, OFFICER_POOL, type Configuration } from '@lianxi/chassis';
import type { WorklistFilter } from '@lianxi/department';
import { portalProblems } from '../portal-problems';
import { SealedBox } from '../session/sealed-box';

/** A list as somebody wants to find it again, under a name of their own. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly list: string;
  readonly filter: WorklistFilter;
}

const most = 30;

@Injectable()
export class SavedFilters {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async list(person: string): Promise<SavedFilter[]> {
    const { rows } = await this.pool.query<{ id: string; sealed: Buffer }>(
      `SELECT id, sealed FROM saved_filters WHERE person = $1 ORDER BY kept_at, id LIMIT ${most}`,
      [person],
    );
    return rows.flatMap(({ id, sealed }) => {
      const kept = this.boxOf(person).open<Omit<SavedFilter, 'id'>>(sealed);
      return kept ? [{ id, ...kept }] : [];
    });
  }

  /** The same again changes nothing. Throws a 409 problem where a person keeps more than thirty. */
  async keep(person: string, { id, ...filter }: SavedFilter): Promise<void> {
    const kept = await this.pool.query(
      `INSERT INTO saved_filters (person, id, sealed, kept_at) SELECT $1, $2, $3, lianxi_now()
      WHERE (SELECT count(*) FROM saved_filters WHERE person = $1 AND id <> $2) < ${most} ON CONFLICT (person, id) DO UPDATE SET sealed = excluded.sealed`,
      [person, id, this.boxOf(person).seal(filter)],
    );
    if (kept.rowCount === 0) throw portalProblems.tooManyFilters({ allowed: most });
  }

  async forget(person: string, id: string): Promise<void> {
    await this.pool.query('DELETE FROM saved_filters WHERE person = $1 AND id = $2', [person, id]);
  }

  private boxOf(person: string): SealedBox {
    return new SealedBox(this.configuration.LIANXI_RECEIPT_KEY, 'filter', person);
  }
}
