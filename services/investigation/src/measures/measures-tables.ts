import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '@lianxi/chassis';

const service = 'investigation';

/**
 * Against whom which measure was ordered, by keyed hash. What happened to it since is in the record of its case; `standing_entries` reads both,
 * for whoever asks: who may not see the case still learns that something stands against a subject whose number they know.
 */
export class MeasuresTables1700000000551 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { migrator, officer, courier } = loginsOf(service);
    const mayReach = `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = measures.case_id AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()))`;
    for (const sql of [
      `CREATE TABLE measures (
         case_id uuid PRIMARY KEY, city text NOT NULL, investigation uuid NOT NULL, place int NOT NULL, code text NOT NULL, subject_hash text NOT NULL, clause text NOT NULL, from_day date NOT NULL, to_day date,
         CONSTRAINT a_measure_of_a_decision_is_opened_once UNIQUE (investigation, place), CONSTRAINT a_ban_has_a_last_day CHECK (code <> 'funding-ban' OR to_day IS NOT NULL))`,
      `COMMENT ON COLUMN measures.subject_hash IS 'HMAC-SHA-256 of the identity number or credit code under a key of this service'`,
      `COMMENT ON COLUMN measures.to_day IS 'the last day as the decision ordered it; a later change is an act of the measure''s case'`,
      `CREATE INDEX measures_against_a_subject ON measures (subject_hash, code)`,
      `CREATE FUNCTION standing_entries(of_subject text, of_code text) RETURNS TABLE (kind text, city text, decision uuid, clause text, "from" text, "to" text, later jsonb)
         LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${service}, lianxi AS $$
         SELECT m.code, m.city, m.investigation, m.clause, m.from_day::text, m.to_day::text, coalesce((
           SELECT jsonb_agg(jsonb_build_object('act', j.act, 'on', (j.effective_at AT TIME ZONE 'Asia/Shanghai')::date, 'to', j.detail ->> 'to', 'state', j.detail ->> 'state') ORDER BY j.version)
           FROM journal j WHERE j.case_id = m.case_id AND j.act IN ('lift', 'shorten', 'suspend-measure', 'resume-measure', 'note-appeal')), '[]')
         FROM measures m WHERE m.subject_hash = of_subject AND m.code = of_code $$`,
      `CREATE POLICY standing_reads_measures ON journal FOR SELECT TO ${migrator} USING (procedure = 'measure')`,
      `REVOKE ALL ON FUNCTION standing_entries(text, text) FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION standing_entries(text, text) TO ${officer}`,
      // Not forced upon the owner, as whom standing_entries() looks.
      `ALTER TABLE measures ENABLE ROW LEVEL SECURITY`,
      `CREATE POLICY read_through_the_case ON measures FOR SELECT TO ${officer} USING (${mayReach})`,
      `CREATE POLICY written_by_acts ON measures FOR INSERT TO ${officer} WITH CHECK (${mayReach})`,
      `CREATE POLICY the_courier_carries ON measures TO ${courier} USING (true)`,
      `GRANT SELECT, INSERT ON measures TO ${officer}`,
      `GRANT SELECT ON measures TO ${courier}`,
    ])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}
