import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

const ofMyBody = `body = current_setting('lianxi.body', true)`;

/** Lists of applicants whose standing is asked about at once; of each applicant only the keyed hash is kept. */
export class StandingTables1700000000552 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('investigation');
    for (const sql of [
      `CREATE TABLE standing_batches (id uuid PRIMARY KEY, city text NOT NULL, body text NOT NULL, post text NOT NULL, kind text NOT NULL, on_day date NOT NULL, rows int NOT NULL, asked_at timestamptz NOT NULL)`,
      `CREATE INDEX standing_batches_of_a_body ON standing_batches (body, id DESC)`,
      `CREATE TABLE standing_batch_rows (batch uuid NOT NULL REFERENCES standing_batches, place int NOT NULL, city text NOT NULL, body text NOT NULL, subject_hash text NOT NULL, entries jsonb, answered_at timestamptz, PRIMARY KEY (batch, place))`,
      `COMMENT ON COLUMN standing_batch_rows.entries IS 'null until the applicant''s turn has come'`,
      `CREATE INDEX standing_still_to_be_answered ON standing_batch_rows (batch, place) WHERE answered_at IS NULL`,
      ...['standing_batches', 'standing_batch_rows'].flatMap((table) => [
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY bodies_ask_for_themselves ON ${table} TO ${officer} USING (${ofMyBody}) WITH CHECK (${ofMyBody})`,
        `CREATE POLICY the_courier_looks_for_work ON ${table} FOR SELECT TO ${courier} USING (true)`,
        `GRANT SELECT, INSERT ON ${table} TO ${officer}`,
        `GRANT SELECT ON ${table} TO ${courier}`,
      ]),
      `GRANT UPDATE (entries, answered_at) ON standing_batch_rows TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
