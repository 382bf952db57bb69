import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** When which looks were released to the body they had been hidden from. */
export class LooksTables1700000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer } = loginsOf('audit');
    const inCity = `city = current_setting('lianxi.city', true)`;
    for (const sql of [
      `CREATE TABLE look_releases (id uuid PRIMARY KEY, case_id uuid NOT NULL, city text NOT NULL, released_at timestamptz NOT NULL)`,
      `COMMENT ON TABLE look_releases IS 'looks by inspecting posts at a case until released_at are shown to the body that holds it'`,
      `CREATE INDEX look_releases_of_a_case ON look_releases (case_id, released_at)`,
      `CREATE INDEX recorded_looks_of_a_case ON recorded_rows (case_id, recorded_at, row_id) WHERE kind = 'access'`,
      `ALTER TABLE look_releases ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE look_releases FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY auditors_release_in_their_city ON look_releases TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
      `GRANT SELECT, INSERT ON look_releases TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
