import type { MigrationInterface, QueryRunner } from 'typeorm';
import { decidingActs } from '@lianxi/casework';
import { loginsOf } from '@lianxi/chassis';

const appeals = `('recheck', 'final-review')`;
const deciding = `(${decidingActs.map((act) => `'${act}'`).join(', ')})`;

/**
 * An appeal is decided by people who took no part before. The engine refuses everybody else; here the database does too, whoever writes with this
 * service's login and in whatever post: each step is compared with the record of the decision and of the appeals before.
 */
export class ApartTables1700000000553 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { migrator } = loginsOf('investigation');
    for (const sql of [
      `CREATE FUNCTION refuse_who_took_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = investigation, lianxi AS $$
         DECLARE persons text[] := array_remove(ARRAY[NEW.detail ->> 'person', (SELECT p.person FROM posts p WHERE p.id = NEW.for_post)], NULL);
                 appealed uuid := (SELECT (c.linked_to ->> 'caseId')::uuid FROM cases c WHERE c.id = NEW.case_id);
         BEGIN
           IF EXISTS (SELECT 1 FROM journal j WHERE (j.case_id = appealed OR j.case_id IN (SELECT a.id FROM cases a WHERE a.procedure IN ${appeals} AND (a.linked_to ->> 'caseId')::uuid = appealed AND a.id <> NEW.case_id))
             AND ((j.act IN ${deciding} AND j.detail ->> 'person' = ANY (persons)) OR (j.act = 'add-member' AND j.detail ->> 'member' = ANY (persons)))) THEN
             RAISE EXCEPTION 'who took part does not act on the appeal' USING ERRCODE = 'check_violation', CONSTRAINT = 'an_appeal_is_decided_by_others';
           END IF;
           RETURN NEW;
         END $$`,
      `CREATE TRIGGER an_appeal_is_decided_by_others BEFORE INSERT ON journal FOR EACH ROW WHEN (NEW.procedure IN ${appeals} AND NEW.act IN ${deciding}) EXECUTE FUNCTION refuse_who_took_part()`,
      'REVOKE ALL ON FUNCTION refuse_who_took_part() FROM PUBLIC',
      `CREATE POLICY appeals_are_compared ON journal FOR SELECT TO ${migrator} USING (procedure IN ('investigation', 'recheck', 'final-review'))`,
      `CREATE POLICY appeals_are_compared ON cases FOR SELECT TO ${migrator} USING (procedure IN ${appeals})`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
