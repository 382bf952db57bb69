import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Auditors read the record of their city from its latest row on, and what one post did. */
export class ActsByTime1700000000640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX recorded_rows_by_time ON recorded_rows (city, recorded_at DESC, row_id DESC)`);
    await runner.query(
      `CREATE INDEX recorded_rows_of_a_post ON recorded_rows ((content ->> 'post'), recorded_at DESC) WHERE content ->> 'post' IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
