import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/** How many cases a body has, kept without a row that every filing would wait for; cases watched; duplicates merged into a principal case. */
export class CountsAndMerges1700000000312 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { migrator, officer, courier } = loginsOf(schema);
    for (const sql of [...openIndexes, ...counts(schema), ...tables, ...similar(schema), ...rights(migrator, officer, courier)])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

/** What has ended is in no worklist and no count. A test compares this with the procedures' final states. */
const ended = `'{answered,archived,completed,dismissed,merged,named,none-needed,refused,released,upheld,voided}'::text[]`;
const isOpen = `standing = 'holding' AND state <> ALL (${ended})`;

const openIndexes = [
  'DROP INDEX open_cases_of_a_body, open_cases_of_a_post, open_cases_by_due_day, open_cases_of_joint_bodies',
  `CREATE INDEX open_cases_of_a_body ON cases (holder, updated_at DESC, id DESC) WHERE ${isOpen}`,
  `CREATE INDEX open_cases_of_a_post ON cases (assigned_post, updated_at DESC, id DESC) WHERE ${isOpen}`,
  `CREATE INDEX open_cases_by_due_day ON cases (holder, next_due_at, id) WHERE ${isOpen} AND next_due_at IS NOT NULL`,
  `CREATE INDEX open_cases_of_joint_bodies ON cases USING gin (joint_bodies) WHERE ${isOpen} AND joint_bodies <> '{}'`,
];

const counted = (row: string): string => `case_is_open(${row}.standing, ${row}.state) AND ${row}.mark <> 'sealed'`;
const changes = (row: string, change: 1 | -1): string => `
  INSERT INTO case_count_changes (body, what, day, change)
  SELECT body, 'open', NULL, ${change} FROM unnest(array_append(array_remove(${row}.joint_bodies, ${row}.holder), ${row}.holder)) AS body
  UNION ALL SELECT ${row}.holder, 'due', last_day_before(${row}.next_due_at), ${change} WHERE ${row}.next_due_at IS NOT NULL;`;

/** Each act notes what it changes in a row of its own, so no two wait for each other; the rows are summed up later. What is sealed is counted when somebody named asks. */
const counts = (schema: string): string[] => [
  `CREATE FUNCTION case_is_open(standing text, state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT ${isOpen} $$`,
  `CREATE FUNCTION last_day_before(due timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT ((due AT TIME ZONE 'Asia/Shanghai') - interval '1 microsecond')::date $$`,
  `CREATE TABLE case_counts (body text NOT NULL, what text NOT NULL CHECK (what IN ('open', 'due', 'returned')), day date, count bigint NOT NULL, CONSTRAINT a_count_has_one_row UNIQUE NULLS NOT DISTINCT (body, what, day))`,
  `COMMENT ON TABLE case_counts IS 'sums as of the last summing-up; what changed since is in case_count_changes'`,
  `COMMENT ON COLUMN case_counts.day IS 'due: the last day of the next period; returned: the day on which another body gave the case back'`,
  `CREATE TABLE case_count_changes (body text NOT NULL, what text NOT NULL, day date, change int NOT NULL)`,
  `CREATE INDEX count_changes_of_a_body ON case_count_changes (body)`,
  `CREATE FUNCTION count_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN
       IF TG_OP = 'UPDATE' THEN IF ${counted('OLD')} THEN ${changes('OLD', -1)} END IF; END IF;
       IF ${counted('NEW')} THEN ${changes('NEW', 1)} END IF;
       RETURN NULL;
     END $$`,
  `CREATE TRIGGER an_open_case_is_counted AFTER INSERT ON cases FOR EACH ROW WHEN (NEW.standing = 'holding') EXECUTE FUNCTION count_case()`,
  `CREATE TRIGGER a_changed_case_is_counted AFTER UPDATE ON cases FOR EACH ROW
     WHEN ((OLD.standing, OLD.state, OLD.mark, OLD.holder, OLD.joint_bodies, OLD.next_due_at) IS DISTINCT FROM (NEW.standing, NEW.state, NEW.mark, NEW.holder, NEW.joint_bodies, NEW.next_due_at)) EXECUTE FUNCTION count_case()`,
  `CREATE FUNCTION count_return() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     BEGIN
       IF NEW.subject ->> 'mark' IS DISTINCT FROM 'sealed' THEN
         INSERT INTO case_count_changes (body, what, day, change) VALUES (NEW.from_body, 'returned', (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date, 1);
       END IF;
       RETURN NULL;
     END $$`,
  `CREATE TRIGGER a_return_is_counted AFTER UPDATE ON hand_overs FOR EACH ROW WHEN (NEW.side = 'origin' AND NEW.state = 'returned' AND OLD.state <> 'returned') EXECUTE FUNCTION count_return()`,
  `INSERT INTO case_counts (body, what, day, count)
     SELECT body, 'open', NULL, count(*) FROM cases c, unnest(array_append(array_remove(c.joint_bodies, c.holder), c.holder)) AS body WHERE ${counted('c')} GROUP BY body
     UNION ALL SELECT holder, 'due', last_day_before(next_due_at), count(*) FROM cases c WHERE ${counted('c')} AND next_due_at IS NOT NULL GROUP BY 1, 3
     UNION ALL SELECT from_body, 'returned', (changed_at AT TIME ZONE 'Asia/Shanghai')::date, count(*) FROM hand_overs WHERE side = 'origin' AND state = 'returned' GROUP BY 1, 3`,
];

const tables = [
  `CREATE TABLE watches (
     case_id uuid NOT NULL, post text NOT NULL, city text NOT NULL, since timestamptz NOT NULL, seen_version int NOT NULL, looked_at timestamptz NOT NULL, PRIMARY KEY (post, case_id)
   )`,
  `COMMENT ON COLUMN watches.seen_version IS 'the version of the case when the post last looked: later acts are new to it'`,
  `CREATE TABLE case_merges (
     duplicate uuid NOT NULL, principal uuid NOT NULL, city text NOT NULL, merged_at timestamptz NOT NULL, unmerged_at timestamptz, PRIMARY KEY (duplicate, merged_at)
   )`,
  `COMMENT ON TABLE case_merges IS 'which case was merged into which: both keep their numbers, and the principal one is handled'`,
  `CREATE UNIQUE INDEX a_duplicate_has_one_principal ON case_merges (duplicate) WHERE unmerged_at IS NULL`,
  `CREATE INDEX duplicates_of_a_principal ON case_merges (principal) WHERE unmerged_at IS NULL`,
];

/** What two reports have in common, compared without spaces and case. A function of its own looks, since a policy lets no index be asked about what it hides. */
const similar = (schema: string): string[] => [
  `CREATE FUNCTION likeness(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT md5(nullif(lower(regexp_replace(given, '[[:space:][:punct:]]', '', 'g')), '')) $$`,
  ...[
    ['title', 'report'],
    ['unitName', 'report'],
    ['phone', 'contact'],
    ['email', 'contact'],
  ].map(
    ([name, kind]) =>
      `CREATE INDEX particulars_alike_in_${name?.toLowerCase()} ON particulars (likeness(value ->> '${name}')) WHERE kind = '${kind}' AND value ? '${name}'`,
  ),
  `CREATE FUNCTION cases_alike(of_case uuid) RETURNS TABLE (case_id uuid, alike text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, lianxi AS $$
     WITH mine AS (SELECT kind, value FROM particulars WHERE particulars.case_id = of_case AND kind IN ('report', 'contact')),
     found AS (
       ${[
         ['title', 'report', 'title'],
         ['unitName', 'report', 'unit'],
         ['phone', 'contact', 'reporter'],
         ['email', 'contact', 'reporter'],
       ]
         .map(
           ([name, kind, what]) => `
       SELECT p.case_id, '${what}' AS what FROM mine m JOIN particulars p ON p.kind = '${kind}' AND p.value ? '${name}' AND likeness(p.value ->> '${name}') = likeness(m.value ->> '${name}')
       WHERE m.kind = '${kind}' AND m.value ? '${name}' AND p.case_id <> of_case`,
         )
         .join(' UNION ')})
     SELECT f.case_id, array_agg(DISTINCT f.what ORDER BY f.what) FROM found f
     WHERE EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = f.case_id AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()) AND (a.sealed IS NOT TRUE OR may_open_sealed(f.case_id)))
       AND EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = of_case AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()) AND (a.sealed IS NOT TRUE OR may_open_sealed(of_case)))
     GROUP BY f.case_id LIMIT 200 $$`,
];

function rights(migrator: string, officer: string, courier: string): string[] {
  const mayReach = (id: string): string =>
    `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = ${id} AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()))`;
  const ofMyBody = `body = current_setting('lianxi.body', true)`;
  return [
    ...['case_counts', 'case_count_changes', 'watches', 'case_merges'].map((table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`),
    ...['case_counts', 'case_count_changes'].flatMap((table) => [
      `CREATE POLICY each_body_sees_its_own ON ${table} FOR SELECT TO ${officer} USING (${ofMyBody})`,
      `CREATE POLICY the_courier_sums_up ON ${table} TO ${courier} USING (true) WITH CHECK (true)`,
      `GRANT SELECT ON ${table} TO ${officer}`,
    ]),
    `GRANT SELECT, INSERT, UPDATE, DELETE ON case_counts TO ${courier}`,
    `GRANT SELECT, UPDATE, DELETE ON case_count_changes TO ${courier}`,
    `CREATE POLICY each_post_has_its_own ON watches TO ${officer} USING (post = current_setting('lianxi.post', true) AND ${mayReach('watches.case_id')}) WITH CHECK (post = current_setting('lianxi.post', true))`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON watches TO ${officer}`,
    `CREATE POLICY read_through_the_case ON case_merges FOR SELECT TO ${officer} USING (${mayReach('case_merges.duplicate')} OR ${mayReach('case_merges.principal')})`,
    `CREATE POLICY written_by_acts ON case_merges FOR INSERT TO ${officer} WITH CHECK (${mayReach('case_merges.duplicate')})`,
    `CREATE POLICY changed_through_the_case ON case_merges FOR UPDATE TO ${officer} USING (${mayReach('case_merges.duplicate')})`,
    `CREATE POLICY the_courier_carries ON case_merges TO ${courier} USING (true) WITH CHECK (true)`,
    `GRANT SELECT, INSERT, UPDATE ON case_merges TO ${officer}`,
    `GRANT SELECT ON case_merges TO ${courier}`,
    `CREATE POLICY alike_are_looked_for ON particulars FOR SELECT TO ${migrator} USING (true)`,
    `REVOKE ALL ON FUNCTION cases_alike(uuid), count_case(), count_return() FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION cases_alike(uuid) TO ${officer}`,
  ];
}
