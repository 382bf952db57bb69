import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';
import { isOnePerson } from '../one-person';

/**
 * An official letter is drafted, checked and signed off by three people, and what was sealed is compared by somebody who did not present it. The engine refuses what
 * one of them does twice; here the database refuses it too, whoever writes with the service's login. Numbers of letters are given by the database alone: they run on
 * without a gap for each body and year, since a number that was drawn in vain is drawn again.
 */
export class OfficialLetters1700000000560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { migrator, officer, courier } = loginsOf(schema);
    for (const sql of [...numbers(schema), ...functions(schema), ...triggers, ...rights(migrator, officer, courier)])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const numbers = (schema: string): string[] => [
  `CREATE TABLE letter_numbers (
     body text NOT NULL, year int NOT NULL, serial int NOT NULL, city text NOT NULL, case_id uuid NOT NULL CONSTRAINT a_letter_has_one_number UNIQUE,
     drawn_at timestamptz NOT NULL, CONSTRAINT a_letter_s_number_is_given_once PRIMARY KEY (body, year, serial))`,
  `COMMENT ON TABLE letter_numbers IS 'the register of official letters sent out: serial, year and moment are the trigger''s, whatever was written'`,
  `CREATE FUNCTION number_letter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN
       NEW.drawn_at := lianxi_now();
       NEW.year := extract(year FROM NEW.drawn_at AT TIME ZONE 'Asia/Shanghai');
       PERFORM pg_advisory_xact_lock(hashtextextended('${schema} letters of ' || NEW.body || ' in ' || NEW.year, 0));
       NEW.serial := 1 + coalesce((SELECT max(n.serial) FROM letter_numbers n WHERE n.body = NEW.body AND n.year = NEW.year), 0);
       RETURN NEW;
     END $$`,
  `CREATE TRIGGER letters_are_numbered_without_a_gap BEFORE INSERT ON letter_numbers FOR EACH ROW EXECUTE FUNCTION number_letter()`,
];

const latest = (of: string, act: string): string =>
  `(SELECT max(l.version) FROM journal l WHERE l.case_id = ${of} AND l.procedure = 'letter' AND l.act = '${act}')`;
const since = (of: string, act: string, first: string): string =>
  `EXISTS (SELECT 1 FROM journal j WHERE j.case_id = ${of} AND j.procedure = 'letter' AND j.act = '${act}' AND j.version > ${latest(of, first)})`;
const refused = `USING ERRCODE = 'check_violation', CONSTRAINT = 'a_letter_takes_three_people'`;

const functions = (schema: string): string[] => [
  `CREATE FUNCTION refuse_second_step_on_letter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN
       IF NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = NEW.post AND p.person = NEW.detail ->> 'person') THEN RAISE EXCEPTION 'nobody known does this step' ${refused}; END IF;
       IF NEW.act IN ('check-document', 'sign-off') AND EXISTS (SELECT 1 FROM journal j WHERE j.case_id = NEW.case_id AND j.procedure = 'letter' AND j.act IN ('draft-document', 'check-document')
            AND j.act <> NEW.act AND j.version < NEW.version AND j.version >= ${latest('NEW.case_id', 'draft-document')} AND ${isOnePerson('j', 'NEW')}) THEN RAISE EXCEPTION 'one person does two steps' ${refused}; END IF;
       IF NEW.act IN ('confirm-seal', 'reject-seal') AND EXISTS (SELECT 1 FROM journal j WHERE j.case_id = NEW.case_id AND j.version < NEW.version
            AND ((j.act = 'present-sealed' AND j.version = ${latest('NEW.case_id', 'present-sealed')})
              OR (j.act = 'add-paper' AND j.detail #>> '{papers,0,id}' = (SELECT s.detail ->> 'scan' FROM journal s WHERE s.case_id = NEW.case_id AND s.act = 'present-sealed' ORDER BY s.version DESC LIMIT 1)))
            AND ${isOnePerson('j', 'NEW')}) THEN RAISE EXCEPTION 'who brought the scan compares it' ${refused}; END IF;
       RETURN NEW;
     END $$`,
  `CREATE FUNCTION refuse_letter_without_steps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     DECLARE isDocument boolean := ${latest('NEW.id', 'draft-document')} IS NOT NULL;
             isMade boolean := NEW.state IN ('signed-off', 'numbered', 'sealed-presented', 'sealed');
     BEGIN
       IF (isDocument OR isMade) AND NOT coalesce(${since('NEW.id', 'check-document', 'draft-document')} AND ${since('NEW.id', 'sign-off', 'draft-document')}, false) THEN
         RAISE EXCEPTION 'a letter without its steps' ${refused};
       END IF;
       IF (NEW.state = 'sealed' OR isDocument AND NOT isMade) AND NOT coalesce(${since('NEW.id', 'confirm-seal', 'sign-off')} AND EXISTS (SELECT 1 FROM letter_numbers n WHERE n.case_id = NEW.id), false) THEN
         RAISE EXCEPTION 'a letter without number or seal' ${refused};
       END IF;
       RETURN NULL;
     END $$`,
];

const made = `NEW.procedure = 'letter' AND NEW.state IN ('signed-off', 'numbered', 'sealed-presented', 'sealed', 'dispatched', 'received', 'completed', 'answered')`;
const triggers = [
  `CREATE TRIGGER a_step_on_a_letter_is_another_person_s BEFORE INSERT ON journal FOR EACH ROW
     WHEN (NEW.procedure = 'letter' AND NEW.act IN ('draft-document', 'check-document', 'sign-off', 'present-sealed', 'confirm-seal', 'reject-seal') AND NEW.from_state IS NOT NULL) EXECUTE FUNCTION refuse_second_step_on_letter()`,
  // At the commit, when the acts of the same transaction are there.
  `CREATE CONSTRAINT TRIGGER a_letter_is_opened_before_its_steps AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (${made}) EXECUTE FUNCTION refuse_letter_without_steps()`,
  `CREATE CONSTRAINT TRIGGER a_letter_is_made_by_its_steps AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
     WHEN (${made} AND (OLD.state, OLD.procedure) IS DISTINCT FROM (NEW.state, NEW.procedure)) EXECUTE FUNCTION refuse_letter_without_steps()`,
];

const rights = (migrator: string, officer: string, courier: string): string[] => [
  'REVOKE ALL ON FUNCTION number_letter(), refuse_second_step_on_letter(), refuse_letter_without_steps() FROM PUBLIC',
  `GRANT SELECT, INSERT ON letter_numbers TO ${officer}`,
  `GRANT SELECT ON letter_numbers TO ${courier}`,
  'ALTER TABLE letter_numbers ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY bodies_number_their_own ON letter_numbers TO ${officer} USING (body = current_setting('lianxi.body', true))
     WITH CHECK (body = current_setting('lianxi.body', true) AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND c.procedure = 'letter' AND c.holder = body))`,
  `CREATE POLICY the_courier_looks_for_gaps ON letter_numbers FOR SELECT TO ${courier} USING (true)`,
  `CREATE POLICY steps_of_letters_are_compared ON journal FOR SELECT TO ${migrator} USING (procedure = 'letter')`,
];
