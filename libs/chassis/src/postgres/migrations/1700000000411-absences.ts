import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** Who stands in for whom while somebody is absent, and whom a period's reminders reached. */
export class Absences1700000000411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer, courier } = loginsOf(schema);
    for (const sql of [
      `ALTER TABLE posts ADD COLUMN acting_from text, ADD COLUMN absence text CHECK (absence IN ('leave', 'holiday-duty'))`,
      `COMMENT ON COLUMN posts.acting_from IS 'the deputy''s own post: what stands in for somebody absent is in force only while that person holds it'`,
      `CREATE INDEX posts_that_stand_in ON posts (deputy_for) WHERE deputy_for IS NOT NULL`,
      `CREATE INDEX posts_of_a_body ON posts (body, role)`,
      `CREATE TABLE reminders (
         id uuid PRIMARY KEY, city text NOT NULL, body text NOT NULL, post text NOT NULL, case_id uuid NOT NULL, clock_id uuid NOT NULL, rule text NOT NULL, share numeric NOT NULL, reminded_at timestamptz NOT NULL,
         CONSTRAINT a_post_is_reminded_once_of_each_moment UNIQUE (post, clock_id, share))`,
      `CREATE INDEX reminders_of_a_post ON reminders (post, id DESC)`,
      `ALTER TABLE reminders ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE reminders FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY bodies_read_their_reminders ON reminders FOR SELECT TO ${officer} USING (body = current_setting('lianxi.body', true))`,
      `CREATE POLICY the_courier_reminds ON reminders TO ${courier} USING (true) WITH CHECK (true)`,
      `GRANT SELECT ON reminders TO ${officer}`,
      `GRANT SELECT, INSERT ON reminders TO ${courier}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
