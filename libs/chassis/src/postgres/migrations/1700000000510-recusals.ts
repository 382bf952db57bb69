import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * Whoever is recused from a case neither opens, finds nor counts it. The journal says who; this table is filled from it by triggers alone, so that
 * every policy that asks `case_access` hides the case from them, whatever their post. `mayKnow` and `knownTo` say the same in code.
 */
export class Recusals1700000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { migrator, officer, courier } = loginsOf(schema);
    for (const sql of [...tables, ...functions(schema), ...rights(migrator, officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const saysSo = (row: string): string =>
  `(${row}.act IN ('declare-recusal', 'order-recusal') OR (${row}.act = 'ask' AND ${row}.detail ? 'recused'))`;
/** Their own word, their head's, or the recusals known where the work was asked for. */
const persons = (row: string): string => `SELECT DISTINCT person FROM (
  SELECT ${row}.detail ->> CASE ${row}.act WHEN 'order-recusal' THEN 'recused' ELSE 'person' END AS person WHERE ${row}.act <> 'ask'
  UNION ALL SELECT jsonb_array_elements_text(${row}.detail -> 'recused') WHERE ${row}.act = 'ask') each WHERE person IS NOT NULL`;

const tables = [
  `CREATE TABLE recusals (case_id uuid NOT NULL, city text NOT NULL, person text NOT NULL, since timestamptz NOT NULL, CONSTRAINT a_person_is_recused_once PRIMARY KEY (case_id, person))`,
  `COMMENT ON TABLE recusals IS 'who may know nothing of a case for a conflict of interest: derived from the journal, written by its triggers only'`,
  `CREATE INDEX recusals_of_a_person ON recusals (person)`,
  ...['journal', 'history'].map(
    (table) => `INSERT INTO recusals (case_id, city, person, since)
    SELECT j.case_id, j.city, p.person, j.recorded_at FROM ${table} j, LATERAL (${persons('j')}) p WHERE j.case_id IS NOT NULL AND ${saysSo('j')} ON CONFLICT DO NOTHING`,
  ),
];

const functions = (schema: string): string[] => [
  `CREATE FUNCTION recuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN INSERT INTO recusals (case_id, city, person, since) SELECT NEW.case_id, NEW.city, p.person, NEW.recorded_at FROM (${persons('NEW')}) p ON CONFLICT DO NOTHING; RETURN NULL; END $$`,
  ...['journal', 'history'].map(
    (table) =>
      `CREATE TRIGGER somebody_is_recused AFTER INSERT ON ${table} FOR EACH ROW WHEN (NEW.case_id IS NOT NULL AND ${saysSo('NEW')}) EXECUTE FUNCTION recuse()`,
  ),
  // The sums are the body's: what the reader is recused from is taken off them, by somebody who may look.
  `CREATE FUNCTION counted_but_recused() RETURNS TABLE (open bigint, overdue bigint, soon bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     SELECT count(*), count(*) FILTER (WHERE isTheirs AND due < today), count(*) FILTER (WHERE isTheirs AND due BETWEEN today AND today + 7)
     FROM (SELECT c.holder = current_setting('lianxi.body', true) AS isTheirs, last_day_before(c.next_due_at) AS due, (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AS today
           FROM recusals r JOIN cases c ON c.id = r.case_id
           WHERE r.person = current_setting('lianxi.person', true) AND case_is_open(c.standing, c.state) AND c.mark <> 'sealed'
             AND current_setting('lianxi.body', true) = ANY (array_append(c.joint_bodies, c.holder))) counted $$`,
];

function rights(migrator: string, officer: string, courier: string): string[] {
  const notRecused = `case_id <> ALL (ARRAY(SELECT r.case_id FROM recusals r WHERE r.person = current_setting('lianxi.person', true)))`;
  return [
    `REVOKE ALL ON FUNCTION recuse(), counted_but_recused() FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION counted_but_recused() TO ${officer}`,
    `GRANT SELECT ON recusals TO ${officer}, ${courier}`,
    `ALTER TABLE recusals ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY each_person_sees_their_own ON recusals FOR SELECT TO ${officer} USING (person = current_setting('lianxi.person', true))`,
    `CREATE POLICY the_courier_reminds_nobody_recused ON recusals FOR SELECT TO ${courier} USING (true)`,
    `CREATE POLICY the_recused_do_not_know_of_it ON case_access AS RESTRICTIVE FOR SELECT TO ${officer} USING (${notRecused})`,
    `CREATE POLICY what_the_recused_do_not_count ON cases FOR SELECT TO ${migrator} USING (true)`,
  ];
}
