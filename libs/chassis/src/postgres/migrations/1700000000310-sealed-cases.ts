import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * Only the people named know of a sealed case. Every other policy asks `case_access`, so what is hidden there is hidden in every table
 * that belongs to the case; `mayOpenSealed` says the same in code.
 */
export class SealedCases1700000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { migrator, officer, courier } = loginsOf(schema);
    for (const sql of [...tables, ...functions(schema), ...rights(migrator, officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const tables = [
  `CREATE TABLE named_people (
     case_id uuid NOT NULL, city text NOT NULL, post text NOT NULL, person text NOT NULL, body text NOT NULL, since timestamptz NOT NULL, until timestamptz,
     PRIMARY KEY (case_id, post, person, since)
   )`,
  `COMMENT ON TABLE named_people IS 'who may know of a sealed case: a person in a post; a new holder of the post is not named by it'`,
  `CREATE UNIQUE INDEX a_person_is_named_once_at_a_time ON named_people (case_id, post, person) WHERE until IS NULL`,
  `CREATE INDEX sealed_cases ON cases (id) WHERE mark = 'sealed'`,
  `ALTER TABLE case_access ADD COLUMN sealed boolean`,
  `COMMENT ON COLUMN case_access.sealed IS 'follows the mark of the case, so that what is not sealed costs no further question'`,
];

const inOffice = `p.valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (p.valid_until IS NULL OR p.valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`;

const functions = (schema: string): string[] => [
  `CREATE FUNCTION may_open_sealed(of_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     SELECT EXISTS (SELECT 1 FROM named_people n WHERE n.case_id = of_case AND n.until IS NULL
                      AND n.post = current_setting('lianxi.post', true) AND n.person = current_setting('lianxi.person', true))
       OR (current_setting('lianxi.role', true) = 'head'
           AND NOT EXISTS (SELECT 1 FROM named_people n WHERE n.case_id = of_case AND n.until IS NOT NULL AND n.person = current_setting('lianxi.person', true))
           AND NOT EXISTS (SELECT 1 FROM named_people n JOIN posts p ON p.id = n.post AND p.person = n.person
                           WHERE n.case_id = of_case AND n.until IS NULL AND n.body = current_setting('lianxi.body', true) AND ${inOffice})) $$`,
  `CREATE FUNCTION seal_with_the_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN UPDATE case_access SET sealed = NEW.mark = 'sealed' WHERE case_id = NEW.id AND sealed IS DISTINCT FROM (NEW.mark = 'sealed'); RETURN NULL; END $$`,
  `CREATE TRIGGER a_sealed_case_arrives AFTER INSERT ON cases FOR EACH ROW WHEN (NEW.mark = 'sealed') EXECUTE FUNCTION seal_with_the_case()`,
  `CREATE TRIGGER a_case_is_sealed_or_opened AFTER UPDATE ON cases FOR EACH ROW WHEN (NEW.mark = 'sealed' OR OLD.mark = 'sealed') EXECUTE FUNCTION seal_with_the_case()`,
];

function rights(migrator: string, officer: string, courier: string): string[] {
  const mayReach = `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = named_people.case_id AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()))`;
  return [
    `REVOKE ALL ON FUNCTION may_open_sealed(uuid), seal_with_the_case() FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION may_open_sealed(uuid) TO ${officer}`,
    `GRANT SELECT, INSERT, UPDATE ON named_people TO ${officer}, ${courier}`,
    `GRANT UPDATE (sealed) ON case_access TO ${courier}`,
    `CREATE POLICY sealed_with_the_case ON case_access TO ${migrator} USING (true) WITH CHECK (true)`,
    `DROP POLICY bodies_see_their_own_grants ON case_access`,
    `CREATE POLICY bodies_see_their_own_grants ON case_access FOR SELECT TO ${officer}
       USING (body = current_setting('lianxi.body', true) AND (sealed IS NOT TRUE OR may_open_sealed(case_id)))`,
    // Not forced upon the owner, as whom may_open_sealed() looks.
    `ALTER TABLE named_people ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY read_through_the_case ON named_people FOR SELECT TO ${officer} USING (${mayReach})`,
    `CREATE POLICY written_by_acts ON named_people FOR INSERT TO ${officer} WITH CHECK (current_setting('lianxi.body', true) <> '')`,
    `CREATE POLICY changed_through_the_case ON named_people FOR UPDATE TO ${officer} USING (${mayReach})`,
    `CREATE POLICY the_courier_carries ON named_people TO ${courier} USING (true) WITH CHECK (true)`,
  ];
}
