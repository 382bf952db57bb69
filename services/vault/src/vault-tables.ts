import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

/** What reporters said of themselves, sealed to two custodians, and who was let look. No other service has a login here. */
export class VaultTables1700000000531 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { officer, courier } = loginsOf('vault');
    for (const sql of [...tables, ...guards, ...rights(officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back.');
  }
}

const tables = [
  `CREATE TABLE sealed_identities (case_id uuid PRIMARY KEY, city text NOT NULL, receipt text NOT NULL, sealed jsonb NOT NULL, kept_at timestamptz NOT NULL)`,
  `COMMENT ON TABLE sealed_identities IS 'one for each report of a violation, also an anonymous one, all of one length: only two custodians learn whether there is a name in it'`,
  `CREATE INDEX sealed_identity_of_a_receipt ON sealed_identities (receipt)`,
  `CREATE TABLE openings (
     id uuid PRIMARY KEY, case_id uuid NOT NULL, city text NOT NULL, state text NOT NULL CHECK (state IN ('asked', 'approved-once', 'open', 'ended', 'refused', 'lapsed')),
     version int NOT NULL, history_hash text NOT NULL, asked_by text NOT NULL, asked_post text NOT NULL, asked_body text NOT NULL, reason text NOT NULL,
     tell text NOT NULL CHECK (tell IN ('tell', 'withheld')), asked_at timestamptz NOT NULL, opened_at timestamptz, open_until timestamptz)`,
  `COMMENT ON COLUMN openings.asked_by IS 'the one person who is shown it, by the opaque id that posts have'`,
  `CREATE INDEX openings_of_a_city ON openings (city, id)`,
  `CREATE INDEX openings_of_a_person ON openings (asked_by, id)`,
  `CREATE INDEX openings_of_a_case ON openings (case_id)`,
  `CREATE INDEX openings_to_end ON openings (asked_at) WHERE state IN ('asked', 'approved-once', 'open')`,
  `CREATE TABLE opening_approvals (
     opening uuid NOT NULL REFERENCES openings, city text NOT NULL, person text NOT NULL, post text NOT NULL, acts_as text NOT NULL, for_person text, key text NOT NULL, shares text, at timestamptz NOT NULL,
     CONSTRAINT a_person_approves_once PRIMARY KEY (opening, person),
     CONSTRAINT a_post_and_its_deputy_approve_once UNIQUE (opening, acts_as),
     CONSTRAINT a_key_approves_once UNIQUE (opening, key))`,
  `COMMENT ON COLUMN opening_approvals.shares IS 'the custodian''s opened halves, sealed to this service; taken away when the time for looking is over'`,
];

const guards = [
  `CREATE FUNCTION refuse_lonely_opening() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF (SELECT count(*) FROM opening_approvals a JOIN posts p ON p.id = a.post AND p.person = a.person AND p.role = 'identity-custodian' AND p.city = NEW.city
         WHERE a.opening = NEW.id AND a.person <> NEW.asked_by AND a.for_person IS DISTINCT FROM NEW.asked_by
           AND NOT EXISTS (SELECT 1 FROM opening_approvals o WHERE o.opening = NEW.id AND o.person = a.for_person)) <> 2
     THEN RAISE EXCEPTION 'an identity is opened by two custodians' USING ERRCODE = 'check_violation', CONSTRAINT = 'an_identity_is_opened_by_two_custodians'; END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER an_identity_is_opened_by_two_custodians BEFORE UPDATE ON openings FOR EACH ROW WHEN (NEW.state = 'open' AND OLD.state <> 'open') EXECUTE FUNCTION refuse_lonely_opening()`,
  `CREATE TRIGGER no_opening_begins_open BEFORE INSERT ON openings FOR EACH ROW WHEN (NEW.state = 'open') EXECUTE FUNCTION refuse_lonely_opening()`,
];

function rights(officer: string, courier: string): string[] {
  const inCity = `city = current_setting('lianxi.city', true)`;
  const walled = ['sealed_identities', 'openings', 'opening_approvals'];
  return [
    ...walled.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY the_courier_carries ON ${table} TO ${courier} USING (true) WITH CHECK (true)`,
    ]),
    `CREATE POLICY read_in_the_city ON sealed_identities FOR SELECT TO ${officer} USING (${inCity})`,
    `CREATE POLICY decided_in_the_city ON openings TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
    `CREATE POLICY approved_in_the_city ON opening_approvals TO ${officer} USING (${inCity}) WITH CHECK (${inCity})`,
    `GRANT SELECT ON sealed_identities TO ${officer}`,
    `GRANT SELECT, INSERT ON sealed_identities TO ${courier}`,
    `GRANT SELECT, UPDATE ON openings TO ${officer}`,
    `GRANT SELECT, INSERT, UPDATE ON openings TO ${courier}`,
    `GRANT SELECT, INSERT, UPDATE (shares) ON opening_approvals TO ${officer}`,
    `GRANT SELECT, UPDATE (shares) ON opening_approvals TO ${courier}`,
    `GRANT SELECT ON posts TO ${courier}`,
  ];
}
