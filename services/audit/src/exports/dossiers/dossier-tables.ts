import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dossier is an export of one case that also carries its texts and papers. Those go when the case is erased. */
export class DossierTables1700000000422 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      `ALTER TABLE exports ADD COLUMN dossier jsonb, ADD COLUMN package_gone_at timestamptz`,
      `COMMENT ON COLUMN exports.dossier IS '{act, version, service, body, post, number, withheld}: by which act the holder compiled it; its texts lie encrypted beside the package'`,
      `CREATE INDEX dossiers_that_are_kept ON exports ((filter ->> 'caseId')) WHERE dossier IS NOT NULL AND package_gone_at IS NULL`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
