import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision that was published is about somebody, so its words go with the erasure of the case, by the same row that certifies it; the public sees when and why. A typical case
 * names nobody, which two people checked: what is anonymous may stay.
 */
export class PublicationsErased1700000000692 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const withdraw = (certified: string): string =>
      `UPDATE publications SET title = NULL, summary = NULL, withdrawn_on = (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date, ground = 'erased'
         WHERE kind = 'decision' AND withdrawn_on IS NULL AND (${certified})`;
    for (const sql of [
      `CREATE FUNCTION withdraw_with_erasure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
         BEGIN ${withdraw('case_id = NEW.case_id OR investigation = NEW.case_id')}; RETURN NULL; END $$`,
      'REVOKE ALL ON FUNCTION withdraw_with_erasure() FROM PUBLIC',
      `CREATE TRIGGER words_of_a_decision_go_with_the_case AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.act IN ('confirm-erasure', 'follow-erasure')) EXECUTE FUNCTION withdraw_with_erasure()`,
      withdraw(
        `EXISTS (SELECT 1 FROM journal j WHERE j.act IN ('confirm-erasure', 'follow-erasure') AND j.case_id IN (publications.case_id, publications.investigation))`,
      ),
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
