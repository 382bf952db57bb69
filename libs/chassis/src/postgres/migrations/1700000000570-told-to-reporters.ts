import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** Whoever has a receipt reads why their report was not taken up, what was answered to their objection, and what they are told of the outcome: texts that were written for them, and no other. */
export class ToldToReporters1700000000570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await runner.query(`CREATE POLICY reporters_read_what_they_are_told ON particulars FOR SELECT TO ${loginsOf(schema).courier}
      USING (kind IN ('decline.reasons', 'forward.reasons', 'uphold-declining.reasons', 'take-up-after-objection.reasons', 'tell-reporter.told') AND EXISTS (SELECT 1 FROM receipts r WHERE r.case_id = particulars.case_id))`);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
