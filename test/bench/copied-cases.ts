import type { ClientBase, Pool } from 'pg';

/** So many more cases at health like this one, each with periods of its own that run as its do: as if they had been filed with it. */
export async function copyCase(admin: ClientBase | Pool, caseId: string, copies: number): Promise<void> {
  await admin.query(
    `
    WITH copied AS (
      INSERT INTO health.cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', NULL))).* FROM health.cases c, generate_series(1, $2::int) WHERE c.id = $1 RETURNING id),
    reached AS (
      INSERT INTO health.case_access SELECT (jsonb_populate_record(a, jsonb_build_object('case_id', copied.id))).* FROM copied, health.case_access a WHERE a.case_id = $1)
    INSERT INTO health.clocks SELECT (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'case_id', copied.id))).* FROM copied, health.clocks k WHERE k.case_id = $1`,
    [caseId, copies],
  );
}

interface Firings {
  readonly fired: number;
  readonly outOfOrder: number;
  readonly again: number;
}

/** How many moments of health's periods fired, how many of them before one that was meant for an earlier time, and how many again. */
export async function firingsOf(admin: ClientBase | Pool): Promise<Firings> {
  const { rows } =
    await admin.query<Firings>(`SELECT count(*)::int AS fired, count(*) FILTER (WHERE meant_for < before)::int AS "outOfOrder", (count(*) - count(DISTINCT (clock_id, share)))::int AS again
    FROM (SELECT clock_id, share, meant_for, lag(meant_for) OVER (ORDER BY fired_at) AS before FROM health.clock_firings) each`);
  return rows[0] ?? { fired: 0, outOfOrder: 0, again: 0 };
}
