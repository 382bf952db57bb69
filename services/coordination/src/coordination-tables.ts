import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** What the offices keep beside cases: who must be designated, who leads what, and who holds which post. */
export class CoordinationTables1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('coordination');
    const inCity = `city = current_setting('lianxi.city', true)`;
    for (const sql of [
      `CREATE TABLE designations (
         id uuid PRIMARY KEY, case_id uuid NOT NULL, city text NOT NULL, state text NOT NULL CHECK (state IN ('requested', 'ordered', 'carried-out', 'superseded')),
         epoch int NOT NULL, holder text NOT NULL, service text NOT NULL, candidates text[] NOT NULL, suggestions text[] NOT NULL, facts jsonb NOT NULL, decision jsonb,
         views jsonb NOT NULL DEFAULT '[]', lead text, version int NOT NULL DEFAULT 1, requested_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, due_on date NOT NULL)`,
      `CREATE UNIQUE INDEX a_case_is_designated_once_at_a_time ON designations (case_id) WHERE state IN ('requested', 'ordered')`,
      `CREATE INDEX designations_of_a_city ON designations (city, requested_at, id)`,
      `CREATE TABLE case_index (
         case_id uuid PRIMARY KEY, city text NOT NULL, epoch int NOT NULL, version int NOT NULL, number text, kind text NOT NULL, state text NOT NULL, holder text NOT NULL,
         service text NOT NULL, lead text, interim boolean NOT NULL, rules text[] NOT NULL, edition text, mark text NOT NULL, since timestamptz NOT NULL)`,
      `CREATE INDEX case_index_of_a_city ON case_index (city, since DESC, case_id DESC)`,
      `CREATE TABLE lead_intervals (
         case_id uuid NOT NULL, city text NOT NULL, epoch int NOT NULL, holder text NOT NULL, service text NOT NULL, lead text, rules text[] NOT NULL, since timestamptz NOT NULL, PRIMARY KEY (case_id, epoch))`,
      `COMMENT ON TABLE lead_intervals IS 'who held and led which case since when, one row for each epoch'`,
      ...['designations', 'case_index', 'lead_intervals'].flatMap((table) => [
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY offices_see_their_city ON ${table} TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
        `CREATE POLICY the_courier_carries ON ${table} TO ${courier} USING (true) WITH CHECK (true)`,
        `GRANT SELECT, INSERT, UPDATE ON ${table} TO ${officer}, ${courier}`,
      ]),
      `GRANT INSERT, UPDATE ON posts TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}

/** Rules that are proposed, proved and signed here; departments only have copies of what was signed. */
export class EditionsOfOffices1700000000611 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('coordination');
    const inCity = `city = current_setting('lianxi.city', true)`;
    const ofOffice = `EXISTS (SELECT 1 FROM offices o WHERE o.city = editions.city AND o.body = current_setting('lianxi.body', true))`;
    for (const sql of [
      `ALTER TABLE editions ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE editions FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY each_city_has_its_rules ON editions TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
      `CREATE POLICY only_the_office_proposes ON editions AS RESTRICTIVE FOR INSERT TO ${officer} WITH CHECK (${ofOffice})`,
      `CREATE POLICY only_the_office_changes ON editions AS RESTRICTIVE FOR UPDATE TO ${officer} USING (${ofOffice})`,
      `CREATE POLICY the_courier_carries ON editions TO ${courier} USING (true) WITH CHECK (true)`,
      `GRANT INSERT, UPDATE ON editions TO ${officer}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
