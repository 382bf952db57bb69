import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** What auditors keep from being erased. */
export class HoldsTables1700000000661 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer } = loginsOf('audit');
    const inCity = `city = current_setting('lianxi.city', true)`;
    for (const sql of [
      `CREATE TABLE audit_holds (
         case_id uuid PRIMARY KEY, city text NOT NULL, state text NOT NULL CHECK (state IN ('free', 'held')), ground text NOT NULL, n int NOT NULL,
         placed_at timestamptz NOT NULL, placed_post text NOT NULL, changed_at timestamptz NOT NULL, past jsonb NOT NULL)`,
      `COMMENT ON COLUMN audit_holds.n IS 'how many orders went to the holder, who heeds none that is older than the last'`,
      `COMMENT ON COLUMN audit_holds.past IS 'the auditors'' acts on this hold as guards read them: lifting takes two people'`,
      `CREATE INDEX audit_holds_of_a_city ON audit_holds (city, case_id)`,
      `ALTER TABLE audit_holds ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE audit_holds FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY auditors_hold_in_their_city ON audit_holds TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
      `GRANT SELECT, INSERT, UPDATE ON audit_holds TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
