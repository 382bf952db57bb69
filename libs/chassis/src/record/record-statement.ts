// An upsert would make row-level security ask whether the new row may be read, before the grant in the same statement counts:
// so what exists is updated and the rest inserted.

type Part =
  | 'idempotency'
  | 'cases'
  | 'changed_case'
  | 'from_version'
  | 'changed_cases'
  | 'receipt'
  | 'journal'
  | 'history'
  | 'particulars'
  | 'clocks'
  | 'papers'
  | 'case_access'
  | 'hand_overs'
  | 'linked_work'
  | 'deliveries';

const caseColumns = [
  'kind',
  'number',
  'state',
  'resumes_in',
  'standing',
  'service',
  'holder',
  'lead',
  'interim',
  'joint_bodies',
  'co_handlers',
  'epoch',
  'version',
  'history_hash',
  'facts',
  'decision',
  'assigned_post',
  'mark',
  'updated_at',
  'next_due_at',
  'linked_to',
];
const setCase = caseColumns.map((column) => `${column} = r.${column}`).join(', ');
const rowsOf = (table: string): string => `jsonb_populate_recordset(NULL::${table}, (SELECT given.j FROM given) -> '${table}')`;
const rowOf = (table: string, part: string): string => `given, jsonb_populate_record(NULL::${table}, given.j -> '${part}') r`;

/** What an act writes, part by part; a part that is absent or empty is not in the statement. */
export type Given = Readonly<Partial<Record<Part, unknown>>>;

interface Statement {
  readonly name: string;
  readonly text: string;
}
const statements = new Map<string, Statement>();

const partsOf = (given: Given): Part[] =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0))
    .map(([part]) => part as Part);

/** The statement for an act that writes these parts and no others: what is not written costs no look. Acts have few shapes, so each connection prepares few. */
export function statementFor(given: Given): Statement {
  const parts = partsOf(given);
  const shape = parts.join(' ');
  const known = statements.get(shape);
  if (known) return known;
  const made = { name: `record ${statements.size}`, text: statementText(new Set(parts)) };
  statements.set(shape, made);
  return made;
}

function statementText(parts: ReadonlySet<Part>): string {
  const going = parts.has('idempotency') ? 'EXISTS (SELECT 1 FROM key)' : 'true';
  const clauses = (Object.keys(clausesFor) as Part[])
    .filter((part) => parts.has(part))
    .flatMap((part) => clausesFor[part]?.(going, parts) ?? []);
  const changed = (['changed_case', 'changed_cases'] as const).find((part) => parts.has(part));
  return `WITH given AS MATERIALIZED (SELECT $1::jsonb AS j, lianxi_now() AS now), ${clauses.join(',\n')}
SELECT ${going} AS fresh, ${changed ? `(SELECT count(*)::int FROM ${changed})` : '0'} AS changed`;
}

const insertAll = (name: string, table: string, going: string, conflict = ''): string =>
  `${name} AS (INSERT INTO ${table} SELECT r.* FROM ${rowsOf(table)} r WHERE ${going}${conflict})`;
const onceOnly = ' ON CONFLICT DO NOTHING';

const clausesFor: Readonly<Partial<Record<Part, (going: string, parts: ReadonlySet<Part>) => readonly string[]>>> = {
  idempotency: () => [
    `key AS (
    INSERT INTO idempotency (actor, key, request_hash, status, answer, case_id, answered_at)
    SELECT r.actor, r.key, r.request_hash, r.status, r.answer, r.case_id, given.now FROM ${rowOf('idempotency', 'idempotency')} ON CONFLICT DO NOTHING RETURNING 1)`,
  ],
  cases: (going) => [insertAll('case_rows', 'cases', going)],
  changed_case: (going) => [
    `changed_case AS (
    UPDATE cases c SET ${setCase} FROM ${rowOf('cases', 'changed_case')}
    WHERE c.id = r.id AND c.version = (given.j ->> 'from_version')::int AND ${going} RETURNING 1)`,
  ],
  changed_cases: () => [
    `changed_cases AS (
    UPDATE cases c SET ${setCase} FROM (SELECT each AS j FROM given, jsonb_array_elements(given.j -> 'changed_cases') each) given, jsonb_populate_record(NULL::cases, given.j) r
    WHERE c.id = r.id AND c.version = (given.j ->> 'from_version')::int RETURNING 1)`,
  ],
  journal: (going) => [insertAll('journal_rows', 'journal', going)],
  history: (going) => [insertAll('history_rows', 'history', going, onceOnly)],
  particulars: (going) => [insertAll('particular_rows', 'particulars', going, onceOnly)],
  clocks: (going, parts) =>
    parts.has('cases')
      ? [insertAll('clock_rows', 'clocks', going)]
      : [
          `clock_changes AS (
    UPDATE clocks k SET ledger = r.ledger, state = r.state, due_at = r.due_at, fires_at = r.fires_at, fired = r.fired
    FROM ${rowsOf('clocks')} r WHERE k.id = r.id AND ${going} RETURNING k.id)`,
          `clock_rows AS (INSERT INTO clocks SELECT r.* FROM ${rowsOf('clocks')} r WHERE ${going} AND NOT EXISTS (SELECT 1 FROM clock_changes k WHERE k.id = r.id))`,
        ],
  papers: (going) => [insertAll('paper_rows', 'papers', going, onceOnly)],
  case_access: (going) => [insertAll('access_rows', 'case_access', going, onceOnly)],
  hand_overs: (going) => [
    `hand_over_changes AS (
    UPDATE hand_overs h SET state = r.state, changed_at = r.changed_at, subject = r.subject
    FROM ${rowsOf('hand_overs')} r WHERE h.id = r.id AND h.side = r.side AND ${going} RETURNING h.id, h.side)`,
    `hand_over_rows AS (
    INSERT INTO hand_overs SELECT r.* FROM ${rowsOf('hand_overs')} r
    WHERE ${going} AND NOT EXISTS (SELECT 1 FROM hand_over_changes h WHERE h.id = r.id AND h.side = r.side))`,
  ],
  linked_work: (going) => [
    `linked_changes AS (
    UPDATE linked_work w SET state = r.state, final = r.final, of_version = r.of_version, subject = r.subject, changed_at = r.changed_at
    FROM ${rowsOf('linked_work')} r WHERE w.id = r.id AND ${going} RETURNING w.id)`,
    `linked_rows AS (
    INSERT INTO linked_work SELECT r.* FROM ${rowsOf('linked_work')} r WHERE ${going} AND NOT EXISTS (SELECT 1 FROM linked_changes w WHERE w.id = r.id))`,
  ],
  receipt: (going) => [
    `receipt_row AS (INSERT INTO receipts SELECT r.hash, r.case_id, r.city, given.now FROM ${rowOf('receipts', 'receipt')} WHERE ${going})`,
  ],
  deliveries: (going) => [
    `owed AS MATERIALIZED (
    SELECT d.*, row_number() OVER (PARTITION BY d.receiver, d.case_id ORDER BY d.place) AS ordinal, count(*) OVER (PARTITION BY d.receiver, d.case_id) AS together
    FROM jsonb_to_recordset((SELECT given.j FROM given) -> 'deliveries') AS d(id uuid, city text, receiver text, to_body text, kind text,
      case_id uuid, journal_id uuid, access_id uuid, body jsonb, particulars uuid[], hand_over_id uuid, place int) WHERE ${going})`,
    `counted AS (
    INSERT INTO delivery_count AS c (receiver, case_id, n)
    SELECT receiver, case_id, count(*) FROM owed WHERE case_id IS NOT NULL GROUP BY receiver, case_id ORDER BY receiver, case_id
    ON CONFLICT (receiver, case_id) DO UPDATE SET n = c.n + excluded.n RETURNING receiver, case_id, n)`,
    `delivery_rows AS (
    INSERT INTO delivery (id, city, receiver, to_body, kind, case_id, n, journal_id, access_id, body, particulars, hand_over_id, created_at)
    SELECT o.id, o.city, o.receiver, o.to_body, o.kind, o.case_id, counted.n - o.together + o.ordinal, o.journal_id, o.access_id, o.body, o.particulars, o.hand_over_id, (SELECT given.now FROM given)
    FROM owed o LEFT JOIN counted ON counted.receiver = o.receiver AND counted.case_id = o.case_id)`,
  ],
};
