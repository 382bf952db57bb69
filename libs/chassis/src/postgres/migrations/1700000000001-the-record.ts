import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loginsOf } from '../logins';

/**
 * The tables every service has, written without a schema's name: the migrator's search_path decides.
 * Whoever changes a table here changes what `record()` inserts by column name.
 */
export class TheRecord1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const { officer, courier } = loginsOf(schema);
    for (const sql of [...tables, ...rights(officer, courier), ...policies(officer, courier)]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The record is never taken back: write a migration that goes forward.');
  }
}

const tables = [
  `CREATE TABLE cases (
     id uuid PRIMARY KEY,
     city text NOT NULL,
     number text,
     kind text NOT NULL,
     state text NOT NULL,
     resumes_in text,
     standing text NOT NULL CONSTRAINT a_case_is_held_or_on_its_way_or_was_here CHECK (standing IN ('holding', 'in-hand-over', 'origin')),
     service text NOT NULL,
     holder text NOT NULL,
     lead text,
     interim boolean NOT NULL,
     joint_bodies text[] NOT NULL DEFAULT '{}',
     co_handlers text[] NOT NULL DEFAULT '{}',
     epoch int NOT NULL CONSTRAINT epochs_start_at_one CHECK (epoch >= 1),
     version int NOT NULL CONSTRAINT versions_start_at_one CHECK (version >= 1),
     history_hash text NOT NULL,
     received_by text NOT NULL,
     received_on date NOT NULL,
     channel text NOT NULL,
     facts jsonb NOT NULL,
     decision jsonb,
     assigned_post text,
     mark text NOT NULL DEFAULT 'ordinary' CHECK (mark IN ('ordinary', 'internal', 'sealed')),
     filed_at timestamptz NOT NULL,
     updated_at timestamptz NOT NULL,
     next_due_at timestamptz,
     CONSTRAINT an_official_number_is_drawn_once UNIQUE (city, number)
   )`,
  `COMMENT ON COLUMN cases.standing IS 'holding: this service answers for it; in-hand-over: committed to the addressee, whose receipt is not in; origin: it was here'`,
  `CREATE INDEX cases_of_a_body ON cases (holder, updated_at DESC, id DESC) WHERE standing = 'holding'`,
  `CREATE INDEX cases_of_a_post ON cases (assigned_post, updated_at DESC, id DESC) WHERE standing = 'holding'`,
  `CREATE INDEX cases_by_due_day ON cases (holder, next_due_at, id) WHERE standing = 'holding' AND next_due_at IS NOT NULL`,
  `CREATE INDEX cases_handed_on ON cases (received_by, updated_at DESC, id DESC) WHERE standing <> 'holding'`,

  `CREATE TABLE clocks (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES cases,
     city text NOT NULL,
     rule text NOT NULL,
     ledger jsonb NOT NULL,
     state text NOT NULL CHECK (state IN ('running', 'paused', 'met', 'cancelled', 'moved')),
     due_at timestamptz NOT NULL,
     fires_at timestamptz,
     fired jsonb NOT NULL DEFAULT '[]'
   )`,
  `COMMENT ON COLUMN clocks.fires_at IS 'the next reminder or the due instant; null when nothing is left to fire'`,
  `CREATE INDEX clocks_of_a_case ON clocks (case_id)`,
  `CREATE INDEX clocks_to_fire ON clocks (fires_at) WHERE fires_at IS NOT NULL`,
  `CREATE TABLE clock_firings (
     clock_id uuid NOT NULL,
     share numeric NOT NULL,
     city text NOT NULL,
     meant_for timestamptz NOT NULL,
     fired_at timestamptz NOT NULL,
     journal_id uuid NOT NULL,
     CONSTRAINT a_clock_fires_once_for_each_share PRIMARY KEY (clock_id, share)
   )`,

  `CREATE TABLE journal (
     id uuid PRIMARY KEY,
     city text NOT NULL,
     case_id uuid,
     version int,
     procedure text NOT NULL,
     act text NOT NULL,
     from_state text,
     to_state text,
     clause text NOT NULL,
     epoch int,
     body text,
     post text,
     for_post text,
     recorded_at timestamptz NOT NULL,
     effective_at timestamptz NOT NULL,
     detail jsonb NOT NULL,
     particulars jsonb NOT NULL DEFAULT '[]',
     hash text NOT NULL,
     CONSTRAINT a_case_s_acts_are_numbered_without_repeat UNIQUE (case_id, version)
   )`,
  `COMMENT ON COLUMN journal.detail IS 'ids, codes, days and hashes only; free text and names are particulars'`,
  `COMMENT ON COLUMN journal.particulars IS '[{id, commitment}]: commitment = sha256(salt, canonical value)'`,
  `CREATE TABLE history (LIKE journal INCLUDING DEFAULTS, service text NOT NULL,
     PRIMARY KEY (id), UNIQUE (case_id, version))`,
  `COMMENT ON TABLE history IS 'acts other services did on a case before it came here, as they recorded them'`,

  `CREATE TABLE particulars (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL,
     city text NOT NULL,
     kind text NOT NULL,
     value jsonb NOT NULL,
     salt text NOT NULL,
     commitment text NOT NULL,
     retention text NOT NULL DEFAULT '30y'
   )`,
  `CREATE INDEX particulars_of_a_case ON particulars (case_id)`,
  `CREATE TABLE papers (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL,
     city text NOT NULL,
     owner_service text NOT NULL,
     kind text NOT NULL,
     dated date NOT NULL,
     origin text NOT NULL CHECK (origin IN ('original', 'copy')),
     media_type text NOT NULL,
     size int NOT NULL,
     sha256 text NOT NULL,
     name_particular uuid NOT NULL,
     confidentiality text NOT NULL DEFAULT 'internal' CHECK (confidentiality IN ('public', 'internal', 'restricted', 'sealed')),
     retention text NOT NULL DEFAULT '30y',
     added_at timestamptz NOT NULL
   )`,
  `CREATE INDEX papers_of_a_case ON papers (case_id)`,

  `CREATE TABLE case_access (
     case_id uuid NOT NULL,
     body text NOT NULL,
     city text NOT NULL,
     part text NOT NULL,
     since timestamptz NOT NULL,
     until timestamptz,
     PRIMARY KEY (case_id, body, part, since)
   )`,
  `CREATE INDEX case_access_of_a_body ON case_access (body, case_id)`,

  `CREATE TABLE hand_overs (
     id uuid NOT NULL,
     side text NOT NULL CHECK (side IN ('origin', 'addressee')),
     case_id uuid NOT NULL,
     city text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('filing', 'transfer', 'designation')),
     state text NOT NULL,
     from_service text NOT NULL,
     from_body text NOT NULL,
     to_service text NOT NULL,
     to_body text NOT NULL,
     epoch int NOT NULL,
     subject jsonb NOT NULL,
     opened_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL,
     PRIMARY KEY (id, side)
   )`,
  `COMMENT ON COLUMN hand_overs.epoch IS 'the case epoch the hand-over was opened in; the commit makes it epoch + 1'`,
  `CREATE INDEX hand_overs_of_a_case ON hand_overs (case_id)`,
  `CREATE INDEX hand_overs_waiting ON hand_overs (to_body, opened_at, id) WHERE side = 'addressee' AND state = 'offered'`,
  `CREATE UNIQUE INDEX a_case_has_one_open_hand_over ON hand_overs (case_id) WHERE side = 'origin' AND state IN ('offered', 'committed')`,

  `CREATE TABLE delivery (
     id uuid PRIMARY KEY,
     city text NOT NULL,
     receiver text NOT NULL,
     to_body text,
     kind text NOT NULL,
     case_id uuid,
     n int,
     journal_id uuid,
     access_id uuid,
     body jsonb NOT NULL DEFAULT '{}',
     particulars uuid[] NOT NULL DEFAULT '{}',
     hand_over_id uuid,
     created_at timestamptz NOT NULL,
     send_at timestamptz NOT NULL DEFAULT '-infinity',
     attempts int NOT NULL DEFAULT 0,
     CONSTRAINT what_is_owed_for_a_case_is_numbered UNIQUE (case_id, receiver, n)
   )`,
  `COMMENT ON TABLE delivery IS 'what is still owed to whom: inserted by the act, deleted when the receiver''s receipt is in'`,
  `CREATE INDEX deliveries_to_send ON delivery (send_at, id)`,
  `CREATE TABLE delivery_count (
     receiver text NOT NULL, case_id uuid NOT NULL, n int NOT NULL, PRIMARY KEY (receiver, case_id)
   )`,
  `CREATE TABLE inbox (
     sender text NOT NULL,
     delivery_id uuid NOT NULL,
     city text NOT NULL,
     kind text NOT NULL,
     case_id uuid,
     n int,
     outcome text NOT NULL CHECK (outcome IN ('applied', 'stale', 'parked', 'dead')),
     received_at timestamptz NOT NULL,
     PRIMARY KEY (sender, delivery_id),
     CONSTRAINT what_arrives_for_a_case_is_numbered UNIQUE (sender, case_id, n)
   )`,
  `CREATE TABLE inbox_count (
     sender text NOT NULL, case_id uuid NOT NULL, n int NOT NULL, PRIMARY KEY (sender, case_id)
   )`,
  `CREATE TABLE parked (
     sender text NOT NULL, delivery_id uuid NOT NULL, city text NOT NULL, case_id uuid, n int,
     kind text NOT NULL, envelope jsonb NOT NULL, reason text NOT NULL, parked_at timestamptz NOT NULL,
     PRIMARY KEY (sender, delivery_id)
   )`,
  `COMMENT ON TABLE parked IS 'received and receipted, not yet handled: a version this build does not know, or something behind a dead letter'`,
  `CREATE INDEX parked_of_a_case ON parked (sender, case_id, n)`,
  `CREATE TABLE dead_letters (
     id uuid PRIMARY KEY, sender text NOT NULL, delivery_id uuid, city text, case_id uuid, n int,
     kind text NOT NULL, envelope bytea NOT NULL, reason text NOT NULL, died_at timestamptz NOT NULL, replayed_at timestamptz
   )`,
  `CREATE TABLE inbox_trouble (
     sender text NOT NULL, delivery_id uuid NOT NULL, attempts int NOT NULL, PRIMARY KEY (sender, delivery_id)
   )`,

  `CREATE TABLE access (
     id uuid PRIMARY KEY,
     city text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('case-opened', 'paper-opened', 'search', 'export', 'denied')),
     case_id uuid,
     post text,
     body text,
     terms_hash text,
     bucket timestamptz NOT NULL,
     looked_at timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX a_look_is_kept_once_in_its_time ON access
     (kind, coalesce(post, ''), coalesce(case_id, '00000000-0000-0000-0000-000000000000'), coalesce(terms_hash, ''), bucket)`,

  `CREATE TABLE incarnations (
     id uuid PRIMARY KEY, system_identifier text NOT NULL, timeline int NOT NULL, since timestamptz NOT NULL
   )`,
  `CREATE TABLE journal_position (
     position bigint PRIMARY KEY, row_id uuid NOT NULL UNIQUE, stamped_at timestamptz NOT NULL
   )`,

  `CREATE TABLE idempotency (
     actor text NOT NULL, key text NOT NULL, request_hash text NOT NULL, status int NOT NULL, answer text NOT NULL,
     case_id uuid, answered_at timestamptz NOT NULL,
     CONSTRAINT one_answer_for_a_key PRIMARY KEY (actor, key)
   )`,
  `CREATE TABLE receipts (
     hash text PRIMARY KEY, case_id uuid NOT NULL, city text NOT NULL, issued_at timestamptz NOT NULL
   )`,
  `COMMENT ON TABLE receipts IS 'only the hash of a reporter''s receipt is kept: the receipt itself can be derived by its owner alone'`,

  `CREATE TABLE posts (
     id text PRIMARY KEY, city text NOT NULL, body text NOT NULL, role text NOT NULL, person text NOT NULL,
     valid_from date NOT NULL, valid_until date, deputy_for text, revision int NOT NULL
   )`,
  `COMMENT ON COLUMN posts.person IS 'sha256 of issuer and subject: the journal never holds who, only which post'`,
  `CREATE INDEX posts_of_a_person ON posts (person)`,
  `CREATE TABLE number_series (
     city text NOT NULL, body text NOT NULL, year int NOT NULL, serial int NOT NULL, PRIMARY KEY (city, body, year)
   )`,
];

const readAndInsert = ['journal', 'history', 'access', 'case_access', 'clock_firings', 'receipts', 'idempotency', 'particulars', 'papers'];
const readInsertUpdate = ['cases', 'clocks', 'hand_overs', 'number_series', 'delivery_count'];

function rights(officer: string, courier: string): string[] {
  return [
    ...readAndInsert.map((table) => `GRANT SELECT, INSERT ON ${table} TO ${officer}, ${courier}`),
    ...readInsertUpdate.map((table) => `GRANT SELECT, INSERT, UPDATE ON ${table} TO ${officer}, ${courier}`),
    `GRANT UPDATE (until) ON case_access TO ${officer}, ${courier}`,
    `GRANT INSERT, SELECT ON delivery TO ${officer}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON delivery, parked, inbox_trouble TO ${courier}`,
    `GRANT SELECT ON posts TO ${officer}`,
    `GRANT SELECT, INSERT, UPDATE ON posts TO ${courier}`,
    `GRANT SELECT, INSERT ON inbox, journal_position, incarnations TO ${courier}`,
    `GRANT SELECT, INSERT, UPDATE ON inbox_count, dead_letters TO ${courier}`,
  ];
}

const seenThroughTheCase = ['clocks', 'journal', 'history', 'particulars', 'papers', 'hand_overs'];

/** The second wall: also when a query forgets its WHERE, an officer's login sees only cases its body has a part in. */
function policies(officer: string, courier: string): string[] {
  const mayReach = (id: string): string => `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = ${id}
      AND a.body = current_setting('lianxi.body', true) AND (a.until IS NULL OR a.until > lianxi_now()))`;
  const walled = ['cases', 'case_access', ...seenThroughTheCase];
  return [
    ...walled.flatMap((table) => [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`]),
    `CREATE POLICY bodies_see_their_own_grants ON case_access FOR SELECT TO ${officer} USING (body = current_setting('lianxi.body', true))`,
    `CREATE POLICY acts_grant_parts ON case_access FOR INSERT TO ${officer} WITH CHECK (current_setting('lianxi.body', true) <> '')`,
    `CREATE POLICY acts_end_parts ON case_access FOR UPDATE TO ${officer} USING (true)`,
    `CREATE POLICY bodies_read_their_cases ON cases FOR SELECT TO ${officer} USING (${mayReach('id')})`,
    `CREATE POLICY bodies_change_their_cases ON cases FOR UPDATE TO ${officer} USING (${mayReach('id')})`,
    `CREATE POLICY desks_file_cases ON cases FOR INSERT TO ${officer}
       WITH CHECK (received_by = current_setting('lianxi.body', true))`,
    ...seenThroughTheCase.flatMap((table) => [
      `CREATE POLICY read_through_the_case ON ${table} FOR SELECT TO ${officer}
         USING (${mayReach(`${table}.case_id`)}${table === 'journal' ? ' OR case_id IS NULL' : ''})`,
      `CREATE POLICY written_by_acts ON ${table} FOR INSERT TO ${officer} WITH CHECK (current_setting('lianxi.body', true) <> '')`,
    ]),
    ...['clocks', 'hand_overs'].map(
      (table) => `CREATE POLICY changed_through_the_case ON ${table} FOR UPDATE TO ${officer} USING (${mayReach(`${table}.case_id`)})`,
    ),
    ...[...walled]
      .filter((table) => table !== 'particulars')
      .map((table) => `CREATE POLICY the_courier_carries ON ${table} TO ${courier} USING (true) WITH CHECK (true)`),
    `CREATE POLICY the_courier_brings_particulars ON particulars FOR INSERT TO ${courier} WITH CHECK (true)`,
    `CREATE POLICY the_courier_seals_what_is_owed ON particulars FOR SELECT TO ${courier}
       USING (EXISTS (SELECT 1 FROM delivery d WHERE d.case_id = particulars.case_id AND particulars.id = ANY (d.particulars)))`,
  ];
}
