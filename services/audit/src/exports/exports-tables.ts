import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** Exports of the record: what was asked for, how far it is, what came of it. From here on an auditor's login sees only its own city's part of the record. */
export class ExportsTables1700000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('audit');
    const inCity = `city = current_setting('lianxi.city', true)`;
    for (const sql of [
      `CREATE TABLE exports (
         id uuid PRIMARY KEY, city text NOT NULL,
         state text NOT NULL CHECK (state IN ('asked', 'approved', 'running', 'ready', 'refused', 'failed')), version int NOT NULL, history_hash text NOT NULL,
         filter jsonb NOT NULL, purpose text NOT NULL, asked_by text NOT NULL, asked_post text NOT NULL, asked_body text NOT NULL, asked_at timestamptz NOT NULL, changed_at timestamptz NOT NULL,
         checkpoint text, rows_total bigint, rows_done bigint NOT NULL DEFAULT 0, segments int NOT NULL DEFAULT 0, last_index bigint,
         package_sha256 text, package_bytes bigint, rows_sha256 text, failure text, run_by uuid, run_until timestamptz)`,
      `COMMENT ON COLUMN exports.asked_by IS 'the person''s opaque id: another person must approve'`,
      `COMMENT ON COLUMN exports.checkpoint IS 'the signed checkpoint the package is made for, fixed when it is begun, so that a resumed run makes the same package'`,
      `COMMENT ON COLUMN exports.run_until IS 'until when the process that makes the package says it is alive; afterwards another may go on'`,
      `CREATE INDEX exports_of_a_city ON exports (city, id)`,
      `CREATE INDEX exports_to_run ON exports (asked_at) WHERE state IN ('approved', 'running')`,
      ...['exports', 'recorded_rows'].flatMap((table) => [
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY the_courier_carries ON ${table} TO ${courier} USING (true) WITH CHECK (true)`,
      ]),
      `CREATE POLICY auditors_ask_in_their_city ON exports TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
      `CREATE POLICY auditors_see_their_city ON recorded_rows FOR SELECT TO ${officer} USING (${inCity})`,
      `GRANT SELECT, INSERT, UPDATE ON exports TO ${officer}, ${courier}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
