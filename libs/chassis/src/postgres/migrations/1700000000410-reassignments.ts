import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** Many cases given to another post by one order, with what became of each. */
export class Reassignments1700000000410 implements MigrationInterface {
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
  `CREATE TABLE reassignments (
     id uuid PRIMARY KEY,
     city text NOT NULL,
     body text NOT NULL,
     person text NOT NULL,
     ordered_by text NOT NULL,
     from_post text,
     to_post text NOT NULL,
     rows int NOT NULL,
     state text NOT NULL CHECK (state IN ('running', 'finished')),
     ordered_at timestamptz NOT NULL,
     finished_at timestamptz
   )`,
  `COMMENT ON COLUMN reassignments.person IS 'sha256 of issuer and subject: each row is done as this person in the post they ordered in, or not at all'`,
  `CREATE INDEX reassignments_of_a_body ON reassignments (body, id DESC)`,
  `CREATE INDEX reassignments_running ON reassignments (id) WHERE state = 'running'`,
  `CREATE TABLE reassignment_rows (
     reassignment uuid NOT NULL REFERENCES reassignments,
     place int NOT NULL,
     city text NOT NULL,
     body text NOT NULL,
     case_id uuid NOT NULL,
     version int NOT NULL,
     epoch int NOT NULL,
     outcome text CHECK (outcome IN ('done', 'refused')),
     code text,
     done_at timestamptz,
     PRIMARY KEY (reassignment, place)
   )`,
  `COMMENT ON COLUMN reassignment_rows.outcome IS 'null until the row''s act has been done or refused; set in the transaction of the act itself'`,
  `CREATE INDEX cases_still_to_be_reassigned ON reassignment_rows (reassignment, place) WHERE outcome IS NULL`,
];

function rights(officer: string, courier: string): string[] {
  return [
    ...['reassignments', 'reassignment_rows'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY bodies_order_for_themselves ON ${table} TO ${officer} USING (body = current_setting('lianxi.body', true)) WITH CHECK (body = current_setting('lianxi.body', true))`,
      `CREATE POLICY the_courier_looks_for_work ON ${table} TO ${courier} USING (true) WITH CHECK (true)`,
      `GRANT SELECT, INSERT ON ${table} TO ${officer}`,
      `GRANT SELECT ON ${table} TO ${courier}`,
    ]),
    `GRANT UPDATE (outcome, code, done_at) ON reassignment_rows TO ${officer}`,
    `GRANT UPDATE (state, finished_at) ON reassignments TO ${courier}`,
  ];
}
