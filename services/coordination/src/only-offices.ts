import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';

/** The index of a city and what waits for a designation are its office's: officers of other bodies see their own cases only. */
export class OnlyOffices1700000000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('coordination');
    for (const sql of [
      `CREATE TABLE offices (city text PRIMARY KEY, body text NOT NULL)`,
      `GRANT SELECT ON offices TO ${officer}`,
      `GRANT SELECT, INSERT ON offices TO ${courier}`,
      ...['designations', 'case_index', 'lead_intervals'].map(
        (table) => `CREATE POLICY only_the_office ON ${table} AS RESTRICTIVE TO ${officer}
         USING (EXISTS (SELECT 1 FROM offices o WHERE o.city = ${table}.city AND o.body = current_setting('lianxi.body', true)))`,
      ),
    ])
      await runner.query(sql);
    await runner.query(keepOffices, offices());
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}

/** A city that is new in the register has its office here when coordination starts. */
export const keepOffices = 'INSERT INTO offices (city, body) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING';
export const offices = (): [string[], string[]] => [register.cities.map(({ id }) => id), register.cities.map(({ office }) => office)];
