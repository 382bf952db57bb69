import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An export that waits for approval is approved by another auditor's act, which the database looks for; whose post somebody stood in for when they asked is kept, since that is no other person. */
export class ApprovedByTwo1700000000641 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      'ALTER TABLE exports ADD COLUMN asked_for_post text',
      `CREATE FUNCTION refuse_export_without_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, lianxi AS $$
         BEGIN
           IF NOT EXISTS (SELECT 1 FROM journal j WHERE j.case_id = NEW.id AND j.procedure = 'export' AND j.act = 'approve' AND j.version > OLD.version AND j.version <= NEW.version) THEN
             RAISE EXCEPTION 'an export without its approval' USING ERRCODE = 'check_violation', CONSTRAINT = 'an_act_of_two_takes_two_people';
           END IF;
           RETURN NULL;
         END $$`,
      'REVOKE ALL ON FUNCTION refuse_export_without_approval() FROM PUBLIC',
      // At the commit, when the act of the same transaction is there; nothing that was asked for is made in any other way.
      `CREATE CONSTRAINT TRIGGER an_export_is_approved_by_another AFTER UPDATE ON exports DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
         WHEN (OLD.state = 'asked' AND NEW.state NOT IN ('asked', 'refused')) EXECUTE FUNCTION refuse_export_without_approval()`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
