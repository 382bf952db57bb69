import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** What the audit service keeps of others: every row with its position, and how far each service says its record reaches. */
export class AuditTables1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('audit');
    for (const sql of [
      `CREATE TABLE recorded_rows (
         service text NOT NULL, position bigint NOT NULL, incarnation uuid NOT NULL, kind text NOT NULL CHECK (kind IN ('journal', 'access')),
         row_id uuid NOT NULL, city text NOT NULL, case_id uuid, act text, body text, recorded_at timestamptz, content jsonb NOT NULL, received_at timestamptz NOT NULL,
         PRIMARY KEY (service, position), CONSTRAINT a_row_is_recorded_once UNIQUE (service, row_id))`,
      `CREATE INDEX recorded_rows_of_a_case ON recorded_rows (case_id, recorded_at)`,
      `CREATE TABLE announced_positions (
         service text PRIMARY KEY, incarnation uuid NOT NULL, position bigint NOT NULL, unstamped int NOT NULL, oldest_unstamped float8, announced_at timestamptz NOT NULL,
         restored_from bigint)`,
      `COMMENT ON COLUMN announced_positions.restored_from IS 'the higher position announced before, when a service came back with a shorter record'`,
      `GRANT SELECT, INSERT ON recorded_rows TO ${courier}`,
      `GRANT SELECT ON recorded_rows, announced_positions TO ${officer}`,
      `GRANT SELECT, INSERT, UPDATE ON announced_positions TO ${courier}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
