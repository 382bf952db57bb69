import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * A body whose own staff is concerned neither opens, finds nor counts the case, from the moment it is noted: nor does anybody who holds a post in it, in whatever other post
 * they come. The journal says which body; of several notes on a case the last counts. Filled by triggers alone, as the recusals of persons are.
 */
export class RecusedBodies1700000000691 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer, courier } = loginsOf(schema);
    for (const sql of [...tables, ...functions(schema), ...rights(officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const saysSo = (row: string): string => `(${row}.act = 'note-authority-staff' OR (${row}.act = 'ask' AND ${row}.detail ? 'suspectBody'))`;
const bodyIn = (row: string): string => `coalesce(${row}.detail ->> 'ofBody', ${row}.detail ->> 'suspectBody')`;
/** The last note counts, in whichever order the chapters of a history arrive. */
const later =
  'ON CONFLICT (case_id) DO UPDATE SET body = excluded.body, since = excluded.since WHERE recused_bodies.since <= excluded.since';

const tables = [
  `CREATE TABLE recused_bodies (case_id uuid PRIMARY KEY, city text NOT NULL, body text NOT NULL, since timestamptz NOT NULL)`,
  `COMMENT ON TABLE recused_bodies IS 'which body may know nothing of a case, as its own staff is concerned: derived from the journal, written by its triggers only'`,
  `CREATE INDEX cases_a_body_is_recused_from ON recused_bodies (body)`,
  `INSERT INTO recused_bodies (case_id, city, body, since)
     SELECT DISTINCT ON (case_id) case_id, city, body, recorded_at FROM (
       ${['journal', 'history'].map((table) => `SELECT j.case_id, j.city, ${bodyIn('j')} AS body, j.recorded_at FROM ${table} j WHERE j.case_id IS NOT NULL AND ${saysSo('j')}`).join(' UNION ALL ')}) noted
     WHERE body IS NOT NULL ORDER BY case_id, recorded_at DESC`,
  `CREATE INDEX measures_of_an_investigation ON cases ((linked_to ->> 'caseId')) WHERE procedure = 'measure'`,
];

const inOffice = `p.valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (p.valid_until IS NULL OR p.valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`;
const isMine = (body: string): string =>
  `(${body} = current_setting('lianxi.body', true) OR ${body} IN (SELECT p.body FROM posts p WHERE p.person = current_setting('lianxi.person', true) AND ${inOffice}))`;

const functions = (schema: string): string[] => [
  `CREATE FUNCTION recuse_body() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN INSERT INTO recused_bodies (case_id, city, body, since) SELECT NEW.case_id, NEW.city, ${bodyIn('NEW')}, NEW.recorded_at WHERE ${bodyIn('NEW')} IS NOT NULL ${later}; RETURN NULL; END $$`,
  ...['journal', 'history'].map(
    (table) =>
      `CREATE TRIGGER a_body_is_recused AFTER INSERT ON ${table} FOR EACH ROW WHEN (NEW.case_id IS NOT NULL AND ${saysSo('NEW')}) EXECUTE FUNCTION recuse_body()`,
  ),
  `CREATE FUNCTION body_recused_from(of_case uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$ SELECT body FROM recused_bodies WHERE case_id = of_case $$`,
  `CREATE OR REPLACE FUNCTION counted_but_recused() RETURNS TABLE (open bigint, overdue bigint, soon bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     SELECT count(*), count(*) FILTER (WHERE isTheirs AND due < today), count(*) FILTER (WHERE isTheirs AND due BETWEEN today AND today + 7)
     FROM (SELECT c.holder = current_setting('lianxi.body', true) AS isTheirs, last_day_before(c.next_due_at) AS due, (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AS today
           FROM (SELECT r.case_id FROM recusals r WHERE r.person = current_setting('lianxi.person', true) UNION SELECT b.case_id FROM recused_bodies b WHERE ${isMine('b.body')}) closed
           JOIN cases c ON c.id = closed.case_id
           WHERE case_is_open(c.standing, c.state) AND c.mark <> 'sealed' AND current_setting('lianxi.body', true) = ANY (array_append(c.joint_bodies, c.holder))) counted $$`,
];

const rights = (officer: string, courier: string): string[] => [
  'REVOKE ALL ON FUNCTION recuse_body(), body_recused_from(uuid) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION body_recused_from(uuid) TO ${officer}`,
  `GRANT SELECT ON recused_bodies TO ${officer}, ${courier}`,
  'ALTER TABLE recused_bodies ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY each_body_sees_its_own ON recused_bodies FOR SELECT TO ${officer} USING (${isMine('body')})`,
  `CREATE POLICY the_courier_sees_all ON recused_bodies FOR SELECT TO ${courier} USING (true)`,
  `CREATE POLICY a_recused_body_does_not_know_of_it ON case_access AS RESTRICTIVE FOR SELECT TO ${officer} USING (case_id <> ALL (ARRAY(SELECT b.case_id FROM recused_bodies b WHERE ${isMine('b.body')})))`,
];
