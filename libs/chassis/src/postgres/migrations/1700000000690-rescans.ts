import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** Papers that passed are looked at again, by order, once the scanner knows more: what was clean may turn out to be malware, never the other way round. */
export class Rescans1700000000690 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer, courier } = loginsOf(schema);
    for (const sql of [...tables, ...rights(officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const tables = [
  `CREATE TABLE rescans (
     id uuid PRIMARY KEY,
     city text NOT NULL,
     ordered_by text NOT NULL,
     reason text NOT NULL,
     state text NOT NULL CHECK (state IN ('running', 'finished')),
     looked int NOT NULL DEFAULT 0,
     found int NOT NULL DEFAULT 0,
     ordered_at timestamptz NOT NULL,
     finished_at timestamptz
   )`,
  `COMMENT ON TABLE rescans IS 'orders to scan again whatever was found clean before they were given'`,
  `CREATE INDEX rescans_running ON rescans (id) WHERE state = 'running'`,
  `CREATE INDEX papers_found_clean ON papers (city, scanned_at, id) WHERE scan = 'clean' AND erased_by IS NULL`,
  'DROP TRIGGER a_finding_stays ON papers',
  `CREATE TRIGGER a_finding_stays BEFORE UPDATE OF scan ON papers FOR EACH ROW
     WHEN (OLD.scan IS NOT NULL AND NEW.scan IS DISTINCT FROM OLD.scan AND NOT (OLD.scan = 'clean' AND NEW.scan IS NOT DISTINCT FROM 'malware')) EXECUTE FUNCTION keep_finding()`,
];

const rights = (officer: string, courier: string): string[] => [
  'ALTER TABLE rescans ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE rescans FORCE ROW LEVEL SECURITY',
  `CREATE POLICY cities_order_for_themselves ON rescans TO ${officer} USING (city = current_setting('lianxi.city', true)) WITH CHECK (city = current_setting('lianxi.city', true))`,
  `CREATE POLICY the_courier_looks_for_work ON rescans TO ${courier} USING (true) WITH CHECK (true)`,
  `GRANT SELECT, INSERT ON rescans TO ${officer}`,
  `GRANT SELECT, UPDATE (looked, found, state, finished_at) ON rescans TO ${courier}`,
];
