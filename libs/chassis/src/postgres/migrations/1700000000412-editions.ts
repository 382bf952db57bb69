import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** Editions of the rules that an office signed: every service keeps its copy, coordination also what is only proposed. */
export class Editions1700000000412 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer, courier } = loginsOf(schema);
    for (const sql of [
      `CREATE TABLE editions (
         id text PRIMARY KEY, city text NOT NULL, valid_from date NOT NULL, state text NOT NULL CHECK (state IN ('proposed', 'proved', 'signed', 'in-force', 'withdrawn')),
         content jsonb NOT NULL, hash text NOT NULL, signature text, revision int NOT NULL, version int NOT NULL DEFAULT 1, past jsonb NOT NULL DEFAULT '[]', proof jsonb, kept_at timestamptz NOT NULL)`,
      `COMMENT ON COLUMN editions.signature IS 'Ed25519 by the office''s key; checked each time the rules are read, so that a changed row decides nothing'`,
      `COMMENT ON COLUMN editions.past IS 'act, post and person of each act so far: who proposed may not sign'`,
      `GRANT SELECT ON editions TO ${officer}, ${courier}`,
      `GRANT INSERT, UPDATE ON editions TO ${courier}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
