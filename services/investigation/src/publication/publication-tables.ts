import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** What everybody may read. It holds nothing of the case but what was written to be read by everybody; what is withdrawn loses its words. */
export class PublicationTables1700000000571 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('investigation');
    const mayReach = `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = publications.case_id AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()))`;
    for (const sql of [
      `CREATE TABLE publications (
         case_id uuid PRIMARY KEY, city text NOT NULL, investigation uuid NOT NULL, body text NOT NULL, kind text NOT NULL, title text, summary text, published_on date NOT NULL, withdrawn_on date, ground text,
         CONSTRAINT what_is_withdrawn_has_no_words CHECK (CASE WHEN withdrawn_on IS NULL THEN title IS NOT NULL AND summary IS NOT NULL ELSE title IS NULL AND summary IS NULL AND ground IS NOT NULL END))`,
      'CREATE INDEX publications_of_a_city ON publications (city, published_on DESC, case_id DESC)',
      'ALTER TABLE publications ENABLE ROW LEVEL SECURITY',
      `CREATE POLICY read_through_the_case ON publications FOR SELECT TO ${officer} USING (${mayReach})`,
      `CREATE POLICY written_by_acts ON publications FOR INSERT TO ${officer} WITH CHECK (${mayReach})`,
      `CREATE POLICY withdrawn_by_acts ON publications FOR UPDATE TO ${officer} USING (${mayReach}) WITH CHECK (${mayReach})`,
      `CREATE POLICY the_courier_carries ON publications FOR SELECT TO ${courier} USING (true)`,
      `GRANT SELECT, INSERT, UPDATE (title, summary, withdrawn_on, ground) ON publications TO ${officer}`,
      `GRANT SELECT ON publications TO ${courier}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
