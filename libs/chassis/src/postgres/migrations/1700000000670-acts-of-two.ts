import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actsOfTwo, refuseOnePerson } from '../acts-of-two';
import { isOnePerson } from '../one-person';

/**
 * What two people must do, one does not do, whoever writes with the service's login and in whatever post: the second step is compared with the first as it
 * stands on the record. A case changes as such an act says only where the act is there.
 */
export class ActsOfTwo1700000000670 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    for (const sql of [...functions(schema), ...refuseOnePerson(actsOfTwo), ...triggers]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const refused = `USING ERRCODE = 'check_violation', CONSTRAINT = 'an_act_of_two_takes_two_people'`;
/** An edition is no case: its acts name it. */
const ofSame = (row: string): string =>
  `(${row}.case_id = NEW.case_id OR NEW.case_id IS NULL AND ${row}.procedure = 'edition' AND ${row}.detail ->> 'edition' = NEW.detail ->> 'edition')`;
const columns = (row: string): string => `${row}.version, ${row}.recorded_at, ${row}.detail, ${row}.post, ${row}.for_post`;

const functions = (schema: string): string[] => [
  `CREATE INDEX acts_on_editions ON journal ((detail ->> 'edition')) WHERE procedure = 'edition'`,
  `CREATE FUNCTION refuse_act_of_one_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     DECLARE earlier record; step text;
     BEGIN
       -- What linked work reports is told on the case that asked for it, and changes nothing there.
       IF EXISTS (SELECT 1 FROM cases c WHERE c.id = NEW.case_id AND c.procedure <> NEW.procedure) THEN RETURN NEW; END IF;
       IF NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = NEW.post AND p.person = NEW.detail ->> 'person') THEN RAISE EXCEPTION 'nobody known does this act' ${refused}; END IF;
       FOREACH step IN ARRAY first_steps_of(NEW.procedure, NEW.act) LOOP
         SELECT a.* INTO earlier FROM (SELECT ${columns('j')} FROM journal j WHERE ${ofSame('j')} AND j.procedure = NEW.procedure AND j.act = step UNION ALL SELECT ${columns('h')} FROM history h WHERE h.case_id = NEW.case_id AND h.procedure = NEW.procedure AND h.act = step) a
           WHERE NEW.version IS NULL OR a.version < NEW.version ORDER BY a.version DESC NULLS LAST, a.recorded_at DESC LIMIT 1;
         IF NOT FOUND THEN RAISE EXCEPTION 'nobody did the first step' ${refused}; END IF;
         IF ${isOnePerson('earlier', 'NEW')} THEN RAISE EXCEPTION 'one person does both' ${refused}; END IF;
       END LOOP;
       RETURN NEW;
     END $$`,
  `CREATE FUNCTION act_of_two_to(of_procedure text, from_state text, to_state text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE
     WHEN to_state = 'voided' THEN 'confirm-void'
     WHEN of_procedure = 'matter' AND from_state IN ('concluded', 'declined', 'archived') AND to_state = 'handling' THEN 'approve-reopen'
     WHEN of_procedure = 'investigation' AND from_state = 'plan-proposed' AND to_state = 'investigating' THEN 'approve-plan'
     WHEN of_procedure = 'investigation' AND to_state = 'dismissed' THEN 'end-without-finding'
     WHEN of_procedure IN ('recheck', 'final-review') AND to_state = 'completed' THEN 'decide-result' END $$`,
  `CREATE FUNCTION refuse_change_without_its_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN
       IF NOT EXISTS (SELECT 1 FROM journal j WHERE j.case_id = NEW.id AND j.version > OLD.version AND j.version <= NEW.version AND j.procedure = NEW.procedure AND j.act = act_of_two_to(NEW.procedure, OLD.state, NEW.state)) THEN
         RAISE EXCEPTION 'a case changes without its act' ${refused};
       END IF;
       RETURN NULL;
     END $$`,
  'REVOKE ALL ON FUNCTION refuse_act_of_one_person(), refuse_change_without_its_act() FROM PUBLIC',
];

// At the commit, when the acts of the same transaction are there.
const triggers = [
  `CREATE CONSTRAINT TRIGGER a_case_changes_by_acts_of_two AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND OLD.standing = 'holding' AND NEW.standing = 'holding' AND act_of_two_to(NEW.procedure, OLD.state, NEW.state) IS NOT NULL) EXECUTE FUNCTION refuse_change_without_its_act()`,
];
