import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** Whoever has a receipt is of no body, so nothing is theirs to see by a part in the case: the courier's login shows them what they were asked, and no other text. */
export class QuestionsToReporters1700000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await runner.query(`CREATE POLICY reporters_read_what_they_are_asked ON particulars FOR SELECT TO ${loginsOf(schema).courier}
      USING (kind = 'ask-reporter.question' AND EXISTS (SELECT 1 FROM receipts r WHERE r.case_id = particulars.case_id))`);
    await runner.query('CREATE INDEX receipts_of_a_case ON receipts (case_id)');
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
