import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is owed belongs to the trace in which it was committed. The transaction says which; where nothing is traced, nothing is said. */
export class Traces1700000000313 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE delivery ADD COLUMN trace text`);
    await runner.query(`ALTER TABLE delivery ALTER COLUMN trace SET DEFAULT nullif(current_setting('lianxi.trace', true), '')`);
    await runner.query(`COMMENT ON COLUMN delivery.trace IS 'W3C traceparent: ids alone'`);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
