import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Measures end in states of their own: what is carried out, has lapsed or was lifted is in no worklist and no count. */
export class MeasuresEnd1700000000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      'DROP INDEX open_cases_of_a_body, open_cases_of_a_post, open_cases_by_due_day, open_cases_of_joint_bodies',
      `CREATE INDEX open_cases_of_a_body ON cases (holder, updated_at DESC, id DESC) WHERE ${isOpen}`,
      `CREATE INDEX open_cases_of_a_post ON cases (assigned_post, updated_at DESC, id DESC) WHERE ${isOpen}`,
      `CREATE INDEX open_cases_by_due_day ON cases (holder, next_due_at, id) WHERE ${isOpen} AND next_due_at IS NOT NULL`,
      `CREATE INDEX open_cases_of_joint_bodies ON cases USING gin (joint_bodies) WHERE ${isOpen} AND joint_bodies <> '{}'`,
      `CREATE OR REPLACE FUNCTION case_is_open(standing text, state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT ${isOpen} $$`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

/** A test compares this with the procedures' final states. */
const ended = `'{answered,archived,carried-out,completed,dismissed,lapsed,lifted,merged,named,none-needed,refused,released,upheld,voided}'::text[]`;
const isOpen = `standing = 'holding' AND state <> ALL (${ended})`;
