import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** A sealed case is in nobody's index but that of the officers of the office who are named on it. */
export class SealedIndex1700000000311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('coordination');
    const inCity = `city = current_setting('lianxi.city', true)`;
    const named = `EXISTS (SELECT 1 FROM index_named n WHERE n.case_id = %.case_id AND n.post = current_setting('lianxi.post', true) AND n.person = current_setting('lianxi.person', true))`;
    const isNamed = (table: string): string => named.replace('%', table);
    const policy = (table: string, known: string): string[] => [
      `DROP POLICY offices_see_their_city ON ${table}`,
      `CREATE POLICY offices_see_their_city ON ${table} TO ${officer} USING (${inCity} AND ${known}) WITH CHECK (${inCity})`,
    ];
    for (const sql of [
      `CREATE TABLE index_named (case_id uuid NOT NULL, post text NOT NULL, person text NOT NULL, PRIMARY KEY (case_id, post, person))`,
      `COMMENT ON TABLE index_named IS 'officers of an office who are named on a sealed case, as its holder says'`,
      `ALTER TABLE designations ADD COLUMN mark text NOT NULL DEFAULT 'ordinary' CHECK (mark IN ('ordinary', 'internal', 'sealed'))`,
      `ALTER TABLE index_named ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE index_named FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY each_sees_that_they_are_named ON index_named FOR SELECT TO ${officer} USING (post = current_setting('lianxi.post', true) AND person = current_setting('lianxi.person', true))`,
      `CREATE POLICY the_courier_carries ON index_named TO ${courier} USING (true) WITH CHECK (true)`,
      `GRANT SELECT ON index_named TO ${officer}`,
      `GRANT SELECT, INSERT, DELETE ON index_named TO ${courier}`,
      ...policy('case_index', `(mark <> 'sealed' OR ${isNamed('case_index')})`),
      // The office must name a lead for a sealed case too: whoever is named, or its head, does.
      ...policy('designations', `(mark <> 'sealed' OR current_setting('lianxi.role', true) = 'head' OR ${isNamed('designations')})`),
      ...policy('lead_intervals', `EXISTS (SELECT 1 FROM case_index i WHERE i.case_id = lead_intervals.case_id)`),
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}
