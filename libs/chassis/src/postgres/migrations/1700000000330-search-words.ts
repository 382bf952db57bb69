import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a particular is found by lies in its own row: whoever may not read the one finds nothing by the other, and both are erased together. */
export class SearchWords1700000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE particulars ADD COLUMN words text');
    await runner.query(
      `COMMENT ON COLUMN particulars.words IS 'title and unit in small letters, then each syllable of their pinyin behind a dot; null for what is not searched'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
