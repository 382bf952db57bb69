import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isOnePerson, loginsOf } from '@lianxi/chassis';

/**
 * A decision takes three people. The engine refuses what one of them does twice; here the database refuses it too, so that neither changed posts nor
 * standing in nor SQL as this service's login makes a decision of fewer. A step is compared when it is written down, as long as whoever is behind a post is known.
 */
export class ThreePeople1700000000511 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { migrator } = loginsOf('investigation');
    for (const sql of [...functions, ...triggers, ...rights(migrator)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const steps = `('propose-decision', 'review-decision', 'decide')`;
/** The steps since the last proposal, of which each counts as it was done last. */
const sinceProposal = (of: string): string => `
  SELECT DISTINCT ON (j.act) j.* FROM journal j WHERE j.case_id = ${of} AND j.procedure = 'investigation' AND j.act IN ${steps}
    AND j.version >= (SELECT max(p.version) FROM journal p WHERE p.case_id = ${of} AND p.procedure = 'investigation' AND p.act = 'propose-decision') ORDER BY j.act, j.version DESC`;

const functions = [
  `CREATE FUNCTION refuse_second_step_of_one_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = investigation, lianxi AS $$
     BEGIN
       IF NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = NEW.post AND p.person = NEW.detail ->> 'person') THEN
         RAISE EXCEPTION 'nobody known does this step' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_takes_three_people';
       END IF;
       IF NEW.act <> 'propose-decision' AND EXISTS (SELECT 1 FROM (${sinceProposal('NEW.case_id')}) j WHERE j.version < NEW.version AND j.act <> NEW.act
            AND ${isOnePerson('j', 'NEW')}) THEN
         RAISE EXCEPTION 'one person does two steps' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_takes_three_people';
       END IF;
       RETURN NEW;
     END $$`,
  `CREATE FUNCTION refuse_decision_without_three_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = investigation, lianxi AS $$
     BEGIN
       IF (SELECT count(*) FROM (${sinceProposal('NEW.id')}) j) < 3 THEN
         RAISE EXCEPTION 'a decision without its steps' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_takes_three_people';
       END IF;
       RETURN NULL;
     END $$`,
];

const decided = `NEW.procedure = 'investigation' AND NEW.state IN ('decided', 'served', 'completed')`;
const triggers = [
  `CREATE TRIGGER a_step_is_another_person_s BEFORE INSERT ON journal FOR EACH ROW WHEN (NEW.procedure = 'investigation' AND NEW.act IN ${steps}) EXECUTE FUNCTION refuse_second_step_of_one_person()`,
  // At the commit, when the acts of the same transaction are there.
  `CREATE CONSTRAINT TRIGGER a_decided_case_has_its_steps AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (${decided}) EXECUTE FUNCTION refuse_decision_without_three_people()`,
  `CREATE CONSTRAINT TRIGGER a_case_is_decided_by_its_steps AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
     WHEN (${decided} AND (OLD.state, OLD.procedure) IS DISTINCT FROM (NEW.state, NEW.procedure)) EXECUTE FUNCTION refuse_decision_without_three_people()`,
];

const rights = (migrator: string): string[] => [
  'REVOKE ALL ON FUNCTION refuse_second_step_of_one_person(), refuse_decision_without_three_people() FROM PUBLIC',
  `CREATE POLICY steps_of_a_decision_are_compared ON journal FOR SELECT TO ${migrator} USING (true)`,
];
