import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether each recusal is enforced is looked for all the time: the few acts that say so are found without reading a case's whole record. */
export class RecusalsLookedFor1700000000512 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX recusals_in_the_journal ON journal (case_id) WHERE act IN ('declare-recusal', 'order-recusal')`);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
