import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isOnePerson, loginsOf } from '@lianxi/chassis';

/**
 * A suspected crime is checked by two officers and sent on by their head. The engine refuses what one of them does twice; here the database refuses it too, and a
 * transfer approved or sent without its steps behind it, whoever writes with this service's login.
 */
export class TransferSteps1700000000561 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { migrator } = loginsOf('investigation');
    for (const sql of [...functions, ...triggers, ...rights(migrator)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const of = (id: string): string => `j.case_id = ${id} AND j.procedure = 'transfer-out'`;
const has = (act: string): string => `EXISTS (SELECT 1 FROM journal j WHERE ${of('NEW.id')} AND j.act = '${act}')`;
const isCrime = `EXISTS (SELECT 1 FROM journal j WHERE ${of('NEW.id')} AND j.act = 'ask' AND j.detail ->> 'kind' = 'suspected-crime')`;
const refused = `USING ERRCODE = 'check_violation', CONSTRAINT = 'a_transfer_takes_two_and_their_head'`;

const functions = [
  `CREATE FUNCTION refuse_second_step_on_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = investigation, lianxi AS $$
     BEGIN
       -- What is reported to the case that asked stands there under the same name.
       IF NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = NEW.case_id AND c.procedure = 'transfer-out') THEN RETURN NEW; END IF;
       IF NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = NEW.post AND p.person = NEW.detail ->> 'person')
         OR NEW.act = 'approve-transfer' AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = NEW.post AND p.role = 'head') THEN RAISE EXCEPTION 'nobody known does this step' ${refused}; END IF;
       IF EXISTS (SELECT 1 FROM journal j WHERE ${of('NEW.case_id')} AND j.act IN ('report-transfer', 'join-report') AND j.act <> NEW.act AND j.version < NEW.version AND ${isOnePerson('j', 'NEW')}) THEN
         RAISE EXCEPTION 'one person does two steps' ${refused};
       END IF;
       RETURN NEW;
     END $$`,
  `CREATE FUNCTION refuse_transfer_without_steps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = investigation, lianxi AS $$
     BEGIN
       IF NOT (${has('report-transfer')} AND ${has('approve-transfer')} AND (NOT ${isCrime} OR ${has('join-report')})) THEN RAISE EXCEPTION 'a transfer without its steps' ${refused}; END IF;
       RETURN NULL;
     END $$`,
];

const sent = `NEW.procedure = 'transfer-out' AND NEW.state IN ('approved', 'dispatched', 'received', 'accepted', 'not-accepted', 'objected', 'completed')`;
const triggers = [
  `CREATE TRIGGER a_step_of_a_transfer_is_another_person_s BEFORE INSERT ON journal FOR EACH ROW
     WHEN (NEW.procedure = 'transfer-out' AND NEW.act IN ('report-transfer', 'join-report', 'approve-transfer')) EXECUTE FUNCTION refuse_second_step_on_transfer()`,
  `CREATE CONSTRAINT TRIGGER a_transfer_is_opened_before_its_steps AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (${sent}) EXECUTE FUNCTION refuse_transfer_without_steps()`,
  `CREATE CONSTRAINT TRIGGER a_transfer_is_made_by_its_steps AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
     WHEN (${sent} AND (OLD.state, OLD.procedure) IS DISTINCT FROM (NEW.state, NEW.procedure)) EXECUTE FUNCTION refuse_transfer_without_steps()`,
];

const rights = (migrator: string): string[] => [
  'REVOKE ALL ON FUNCTION refuse_second_step_on_transfer(), refuse_transfer_without_steps() FROM PUBLIC',
  `CREATE POLICY steps_of_transfers_are_compared ON journal FOR SELECT TO ${migrator} USING (procedure = 'transfer-out')`,
];
