import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The auditors' hold is asked for by the database as well: a certificate written beside the program erases nothing that they keep. */
export class AuditHolds1700000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    for (const sql of [
      `CREATE FUNCTION refuse_under_audit_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
       DECLARE last_said text;
       BEGIN
         SELECT a.act INTO last_said FROM (SELECT j.act, j.version FROM journal j WHERE j.case_id = NEW.case_id UNION ALL SELECT h.act, h.version FROM history h WHERE h.case_id = NEW.case_id) a
           WHERE a.act IN ('propose-erasure', 'keep-for-audit', 'end-keep-for-audit') AND a.version < NEW.version ORDER BY a.version DESC LIMIT 1;
         IF last_said <> 'propose-erasure' THEN
           RAISE EXCEPTION 'erasure refused: held by the auditors, or not proposed since' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_is_erased_but_by_two_people_after_its_time';
         END IF;
         RETURN NULL;
       END $$`,
      `REVOKE ALL ON FUNCTION refuse_under_audit_hold() FROM PUBLIC`,
      `CREATE TRIGGER a_hold_of_the_auditors_keeps AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.act = 'confirm-erasure') EXECUTE FUNCTION refuse_under_audit_hold()`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
