import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIGURATION, OFFICER_POOL, type Configuration } from '@lianxi/chassis';
import { portalProblems } from '../portal-problems';
import { SealedBox } from '../session/sealed-box';

/** A form as far as it was filled in; null where nothing was kept. */
export interface Draft {
  readonly name: string;
  readonly savedAt: string | null;
  readonly form: unknown;
}

const keptFor = `interval '30 days'`;
const most = 200;

/** What a person has begun to write and not sent: kept sealed for that person alone, and forgotten after a month. */
@Injectable()
export class Drafts {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async list(person: string): Promise<Omit<Draft, 'form'>[]> {
    const { rows } = await this.pool.query<Omit<Draft, 'form'>>(
      `SELECT name, saved_at AS "savedAt" FROM drafts WHERE person = $1 AND saved_at > lianxi_now() - ${keptFor} ORDER BY saved_at DESC LIMIT ${most}`,
      [person],
    );
    return rows;
  }

  async find(person: string, name: string): Promise<Draft | undefined> {
    const { rows } = await this.pool.query<{ sealed: Buffer; savedAt: string }>(
      'SELECT sealed, saved_at AS "savedAt" FROM drafts WHERE person = $1 AND name = $2',
      [person, name],
    );
    return rows[0] && { name, savedAt: rows[0].savedAt, form: this.boxOf(person).open(rows[0].sealed) };
  }

  /** Throws a 409 problem where a person keeps more than two hundred. */
  async keep(person: string, name: string, form: unknown): Promise<void> {
    const sealed = this.boxOf(person).seal(form);
    const kept = await this.pool.query(
      `INSERT INTO drafts (person, name, sealed, saved_at) SELECT $1, $2, $3, lianxi_now()
      WHERE (SELECT count(*) FROM drafts WHERE person = $1 AND name <> $2) < ${most} ON CONFLICT (person, name) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at`,
      [person, name, sealed],
    );
    if (kept.rowCount === 0) throw portalProblems.tooManyDrafts({ allowed: most });
    await this.pool.query(`DELETE FROM drafts WHERE saved_at < lianxi_now() - ${keptFor}`);
  }

  async discard(person: string, name: string): Promise<void> {
    await this.pool.query('DELETE FROM drafts WHERE person = $1 AND name = $2', [person, name]);
  }

  private boxOf(person: string): SealedBox {
    return new SealedBox(this.configuration.LIANXI_RECEIPT_KEY, 'draft', person);
  }
}
