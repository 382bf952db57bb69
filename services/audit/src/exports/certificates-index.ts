import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every export asks for the certificates of erasure that cover its rows: they are few among many. */
export class CertificatesIndex1700000000421 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX certificates_of_a_city ON recorded_rows (city) WHERE act IN ('confirm-erasure', 'follow-erasure')`);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
