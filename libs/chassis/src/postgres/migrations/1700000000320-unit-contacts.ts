import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * A unit is a party to the letters written to it, by a row of `case_access` like a body's. Its contacts sign in with the officers' login,
 * so what they may read is narrowed here: letters of the city where they are registered, and of a letter what was sent or what they sent.
 */
export class UnitContacts1700000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer } = loginsOf(schema);
    const isOfficer = `current_setting('lianxi.role', true) IS DISTINCT FROM 'unit-contact'`;
    const narrowed = (table: string, shown: string): string =>
      `CREATE POLICY contacts_read_what_was_sent ON ${table} AS RESTRICTIVE FOR SELECT TO ${officer} USING (${isOfficer} OR ${shown})`;
    for (const sql of [
      narrowed('case_access', `(part = 'addressee' AND city = current_setting('lianxi.city', true))`),
      narrowed('cases', `(procedure = 'letter' AND city = current_setting('lianxi.city', true))`),
      narrowed('papers', `kind IN ('enclosure', 'reply')`),
      narrowed(
        'particulars',
        `kind IN ('write-letter.addressee', 'write-letter.content', 'remind-addressee.reminder', 'answer.answer')
        OR (kind = 'paper-name' AND EXISTS (SELECT 1 FROM papers p WHERE p.name_particular = particulars.id))`,
      ),
      narrowed('linked_work', 'false'),
      narrowed('hand_overs', 'false'),
      narrowed('history', 'false'),
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
