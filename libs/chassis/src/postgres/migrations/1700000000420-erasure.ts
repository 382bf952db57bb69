import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * Particulars and papers go by one way only: the journal row that certifies it. No login may delete a particular; the row's trigger does,
 * after asking once more what the engine asked, so that a statement written beside the program erases nothing either.
 */
export class Erasure1700000000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { migrator, courier } = loginsOf(schema);
    for (const sql of [...tables, ...functions(schema, courier), ...rights(migrator, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const tables = [
  `ALTER TABLE papers ADD COLUMN erased_by uuid, ADD COLUMN bytes_gone_at timestamptz`,
  `COMMENT ON COLUMN papers.erased_by IS 'the journal row that certifies the erasure; name and bytes are gone, hash and size stay'`,
  `CREATE INDEX certificates_of_erasure ON journal (case_id) WHERE act IN ('confirm-erasure', 'follow-erasure')`,
  `CREATE INDEX papers_whose_bytes_must_go ON papers (id) WHERE erased_by IS NOT NULL AND bytes_gone_at IS NULL`,
];

const decisions = `('propose-erasure', 'set-retention', 'place-hold', 'lift-hold', 'confirm-erasure', 'approve-reopen', 'unmerge')`;

const functions = (schema: string, courier: string): string[] => [
  `CREATE FUNCTION refuse_erasure(certificate journal) RETURNS text LANGUAGE plpgsql STABLE SET search_path = ${schema}, lianxi AS $$
   DECLARE last record; last_hold text; confirmer text := certificate.detail ->> 'person';
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM delivery d WHERE d.journal_id = certificate.id AND d.receiver = 'audit') THEN RETURN 'not owed to the record'; END IF;
     IF certificate.act = 'follow-erasure' THEN
       IF session_user <> '${courier}' OR EXISTS (SELECT 1 FROM cases c WHERE c.id = certificate.case_id AND c.standing = 'holding') THEN RETURN 'not told by the holder'; END IF;
       RETURN NULL;
     END IF;
     IF NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = certificate.case_id AND c.standing = 'holding' AND c.version = certificate.version) THEN RETURN 'not the case as it stands'; END IF;
     SELECT a.act, a.detail ->> 'person' AS person INTO last FROM (SELECT j.act, j.version, j.detail FROM journal j WHERE j.case_id = certificate.case_id UNION ALL SELECT h.act, h.version, h.detail FROM history h WHERE h.case_id = certificate.case_id) a
       WHERE a.version < certificate.version AND a.act IN ${decisions} ORDER BY a.version DESC LIMIT 1;
     IF last.act IS DISTINCT FROM 'propose-erasure' THEN RETURN 'not proposed'; END IF;
     IF confirmer IS NULL OR last.person IS NULL OR last.person = confirmer OR NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = certificate.post AND p.person = confirmer) THEN RETURN 'not two people'; END IF;
     SELECT a.act INTO last_hold FROM (SELECT j.act, j.version FROM journal j WHERE j.case_id = certificate.case_id UNION ALL SELECT h.act, h.version FROM history h WHERE h.case_id = certificate.case_id) a
       WHERE a.act IN ('place-hold', 'lift-hold') ORDER BY a.version DESC LIMIT 1;
     IF last_hold = 'place-hold' THEN RETURN 'on hold'; END IF;
     IF (certificate.detail ->> 'keptUntil')::date < (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date IS NOT TRUE THEN RETURN 'still kept'; END IF;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION erase_by_certificate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
   DECLARE reason text := refuse_erasure(NEW);
   BEGIN
     IF reason IS NOT NULL THEN RAISE EXCEPTION 'erasure refused: %', reason USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_is_erased_but_by_two_people_after_its_time'; END IF;
     DELETE FROM particulars WHERE case_id = NEW.case_id;
     UPDATE papers SET erased_by = NEW.id WHERE case_id = NEW.case_id AND erased_by IS NULL;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER a_certificate_erases AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.act IN ('confirm-erasure', 'follow-erasure')) EXECUTE FUNCTION erase_by_certificate()`,
  `CREATE FUNCTION has_texts(of_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     SELECT EXISTS (SELECT 1 FROM particulars p WHERE p.case_id = of_case) $$`,
];

const rights = (migrator: string, courier: string): string[] => [
  `REVOKE ALL ON FUNCTION refuse_erasure(journal), erase_by_certificate(), has_texts(uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION has_texts(uuid) TO ${courier}`,
  `GRANT UPDATE (bytes_gone_at) ON papers TO ${courier}`,
  ...['cases', 'journal', 'history'].map((table) => `CREATE POLICY read_before_erasing ON ${table} FOR SELECT TO ${migrator} USING (true)`),
  ...['particulars', 'papers'].map(
    (table) => `CREATE POLICY erased_by_certificate ON ${table} TO ${migrator} USING (true) WITH CHECK (true)`,
  ),
];
