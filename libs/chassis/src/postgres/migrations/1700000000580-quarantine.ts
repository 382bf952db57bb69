import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * A paper arrives unscanned, whoever says otherwise: what another service found, or a statement beside the program, never makes it clean here. Only the courier's login
 * puts a finding down, once; malware stays malware.
 */
export class Quarantine1700000000580 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { courier } = loginsOf(schema);
    for (const sql of [...columns, ...functions(schema), `GRANT UPDATE (scan, scanned_at, signature) ON papers TO ${courier}`])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const columns = [
  `ALTER TABLE papers ADD COLUMN scan text CONSTRAINT a_scan_finds_or_finds_nothing CHECK (scan IN ('clean', 'malware')), ADD COLUMN scanned_at timestamptz, ADD COLUMN signature text`,
  `COMMENT ON COLUMN papers.scan IS 'what a scanner found in the bytes; null until one looked'`,
  `CREATE INDEX papers_to_scan ON papers (added_at, id) WHERE scan IS NULL AND erased_by IS NULL`,
  `CREATE INDEX papers_with_malware ON papers (case_id) WHERE scan = 'malware'`,
];

const functions = (schema: string): string[] => [
  `CREATE FUNCTION arrive_unscanned() RETURNS trigger LANGUAGE plpgsql SET search_path = ${schema}, lianxi AS $$
     BEGIN NEW.scan := NULL; NEW.scanned_at := NULL; NEW.signature := NULL; RETURN NEW; END $$`,
  `CREATE TRIGGER a_paper_arrives_unscanned BEFORE INSERT ON papers FOR EACH ROW EXECUTE FUNCTION arrive_unscanned()`,
  `CREATE FUNCTION keep_finding() RETURNS trigger LANGUAGE plpgsql SET search_path = ${schema}, lianxi AS $$
     BEGIN RAISE EXCEPTION 'a finding is put down once' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_finding_is_put_down_once'; END $$`,
  `CREATE TRIGGER a_finding_stays BEFORE UPDATE OF scan ON papers FOR EACH ROW WHEN (OLD.scan IS NOT NULL AND NEW.scan IS DISTINCT FROM OLD.scan) EXECUTE FUNCTION keep_finding()`,
];
