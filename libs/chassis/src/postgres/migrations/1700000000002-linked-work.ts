import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** A case may run by any procedure, and be work that another case asked for. */
export class LinkedWork1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer, courier } = loginsOf(schema);
    for (const sql of [...tables, ...rights(officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

/** What has ended is in no worklist. A test compares this with the procedures' final states. */
const isOpen = `standing = 'holding' AND state <> ALL ('{answered,archived,completed,dismissed,named,none-needed,refused,released,upheld,voided}'::text[])`;

const tables = [
  `ALTER TABLE cases ADD COLUMN procedure text NOT NULL DEFAULT 'matter', ADD COLUMN linked_to jsonb`,
  `COMMENT ON COLUMN cases.linked_to IS 'the case that asked for this work: caseId, service, body, epoch; null for a matter'`,
  `CREATE TABLE linked_work (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL,
     city text NOT NULL,
     procedure text NOT NULL,
     state text NOT NULL,
     final boolean NOT NULL,
     of_version int NOT NULL,
     service text NOT NULL,
     body text NOT NULL,
     subject jsonb NOT NULL,
     asked_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL
   )`,
  `COMMENT ON TABLE linked_work IS 'what the case asked other bodies to do; the work is a case of its own there, with the same id'`,
  `COMMENT ON COLUMN linked_work.of_version IS 'the version of the work that this state was reported in: an older report changes nothing'`,
  `CREATE INDEX linked_work_of_a_case ON linked_work (case_id)`,
  `CREATE INDEX linked_work_going_on ON linked_work (case_id) WHERE NOT final`,
  'DROP INDEX cases_of_a_body, cases_of_a_post, cases_by_due_day',
  `CREATE INDEX open_cases_of_a_body ON cases (holder, updated_at DESC, id DESC) WHERE ${isOpen}`,
  `CREATE INDEX open_cases_of_a_post ON cases (assigned_post, updated_at DESC, id DESC) WHERE ${isOpen}`,
  `CREATE INDEX open_cases_by_due_day ON cases (holder, next_due_at, id) WHERE ${isOpen} AND next_due_at IS NOT NULL`,
  `CREATE INDEX open_cases_of_joint_bodies ON cases USING gin (joint_bodies) WHERE ${isOpen} AND joint_bodies <> '{}'`,
  `CREATE INDEX cases_waiting_for_a_supplement ON cases (holder, id) WHERE state = 'supplement-requested'`,
];

function rights(officer: string, courier: string): string[] {
  const mayReach = `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = linked_work.case_id
      AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()))`;
  return [
    `GRANT SELECT, INSERT, UPDATE ON linked_work TO ${officer}, ${courier}`,
    `ALTER TABLE linked_work ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE linked_work FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY read_through_the_case ON linked_work FOR SELECT TO ${officer} USING (${mayReach})`,
    `CREATE POLICY written_by_acts ON linked_work FOR INSERT TO ${officer} WITH CHECK (current_setting('lianxi.body', true) <> '')`,
    `CREATE POLICY changed_through_the_case ON linked_work FOR UPDATE TO ${officer} USING (${mayReach})`,
    `CREATE POLICY the_courier_carries ON linked_work TO ${courier} USING (true) WITH CHECK (true)`,
  ];
}
