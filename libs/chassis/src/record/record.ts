import type { Tx } from '../postgres/transaction';
import type { JournalRow } from './journal-row';
import { newId } from './new-id';
import type { Particular } from './particular';
import type { CaseAccessRow, CaseRow, ClockRow, HandOverRow, IdempotencyRow, LinkedWorkRow, NewDelivery, PaperRow, ReceiptRow } from './rows';

/** Everything one act writes. What is absent is not touched. */
export interface WriteSet {
  readonly newCase?: CaseRow;
  /** The case as it stands after the act; it must be locked, and stand at `fromVersion`. */
  readonly changedCase?: { readonly row: CaseRow; readonly fromVersion: number };
  readonly journal: readonly JournalRow[];
  readonly history?: readonly (JournalRow & { service: string })[];
  readonly particulars?: readonly Particular[];
  readonly clocks?: readonly ClockRow[];
  readonly papers?: readonly PaperRow[];
  readonly access?: readonly CaseAccessRow[];
  readonly handOvers?: readonly HandOverRow[];
  readonly linkedWork?: readonly LinkedWorkRow[];
  readonly deliveries?: readonly NewDelivery[];
  readonly idempotency?: IdempotencyRow;
  readonly receipt?: ReceiptRow;
}

export class VersionMoved extends Error {
  readonly code = 'version-moved';
}

// An upsert would make row-level security ask whether the new row may be read, before the grant in the same statement counts:
// so what exists is updated and the rest inserted.

/**
 * The one place where acts are written: a single prepared statement, so that the case, its clocks, the journal and what is
 * owed to others commit together or not at all. Each journal row is also owed to the audit service.
 *
 * Returns false, having written nothing, when the idempotency key was used before; throws {@link VersionMoved} when the case
 * is not at the version it was read at.
 */
export async function record(tx: Tx, set: WriteSet): Promise<boolean> {
  const deliveries = [...(set.deliveries ?? []), ...set.journal.map(owedToAudit)];
  const [outcome] = await tx.rows<{ fresh: boolean; changed: number }>('record', statement, [JSON.stringify({
    idempotency: set.idempotency ?? null,
    new_case: set.newCase ?? null,
    changed_case: set.changedCase?.row ?? null,
    from_version: set.changedCase?.fromVersion ?? null,
    journal: set.journal,
    history: set.history ?? [],
    particulars: set.particulars ?? [],
    clocks: set.clocks ?? [],
    papers: set.papers ?? [],
    case_access: set.access ?? [],
    hand_overs: set.handOvers ?? [],
    linked_work: set.linkedWork ?? [],
    receipt: set.receipt ?? null,
    deliveries: deliveries.map((delivery, place) => ({ ...delivery, place })),
  })]);
  if (!outcome?.fresh) return false;
  if (set.changedCase && outcome.changed !== 1) throw new VersionMoved();
  return true;
}

const owedToAudit = (row: JournalRow): NewDelivery => ({
  id: newId(), city: row.city, receiver: 'audit', to_body: null, kind: 'record-row@1', case_id: row.case_id,
  journal_id: row.id, access_id: null, body: {}, particulars: [], hand_over_id: null,
});

const caseColumns = ['kind', 'number', 'state', 'resumes_in', 'standing', 'service', 'holder', 'lead', 'interim', 'joint_bodies', 'co_handlers', 'epoch', 'version',
  'history_hash', 'facts', 'decision', 'assigned_post', 'mark', 'updated_at', 'next_due_at', 'linked_to'];
const rowsOf = (table: string): string => `jsonb_populate_recordset(NULL::${table}, (SELECT given.j FROM given) -> '${table}')`;
const going = '(SELECT fresh FROM gate)';

const statement = `
WITH given AS MATERIALIZED (SELECT $1::jsonb AS j),
key AS (
  INSERT INTO idempotency (actor, key, request_hash, status, answer, case_id, answered_at)
  SELECT r.actor, r.key, r.request_hash, r.status, r.answer, r.case_id, lianxi_now()
  FROM given, jsonb_populate_record(NULL::idempotency, NULLIF(given.j -> 'idempotency', 'null')) r WHERE r.key IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING 1),
gate AS MATERIALIZED (SELECT given.j -> 'idempotency' = 'null' OR EXISTS (SELECT 1 FROM key) AS fresh FROM given),
new_case AS (
  INSERT INTO cases SELECT r.* FROM given, jsonb_populate_record(NULL::cases, NULLIF(given.j -> 'new_case', 'null')) r WHERE r.id IS NOT NULL AND ${going}),
changed_case AS (
  UPDATE cases c SET ${caseColumns.map((column) => `${column} = r.${column}`).join(', ')}
  FROM given, jsonb_populate_record(NULL::cases, NULLIF(given.j -> 'changed_case', 'null')) r
  WHERE c.id = r.id AND c.version = (given.j ->> 'from_version')::int AND ${going} RETURNING 1),
journal_rows AS (INSERT INTO journal SELECT r.* FROM ${rowsOf('journal')} r WHERE ${going}),
history_rows AS (INSERT INTO history SELECT r.* FROM ${rowsOf('history')} r WHERE ${going} ON CONFLICT DO NOTHING),
particular_rows AS (INSERT INTO particulars SELECT r.* FROM ${rowsOf('particulars')} r WHERE ${going} ON CONFLICT DO NOTHING),
clock_changes AS (
  UPDATE clocks k SET ledger = r.ledger, state = r.state, due_at = r.due_at, fires_at = r.fires_at, fired = r.fired
  FROM ${rowsOf('clocks')} r WHERE k.id = r.id AND ${going} RETURNING k.id),
clock_rows AS (INSERT INTO clocks SELECT r.* FROM ${rowsOf('clocks')} r WHERE ${going} AND NOT EXISTS (SELECT 1 FROM clock_changes k WHERE k.id = r.id)),
paper_rows AS (INSERT INTO papers SELECT r.* FROM ${rowsOf('papers')} r WHERE ${going} ON CONFLICT DO NOTHING),
access_rows AS (INSERT INTO case_access SELECT r.* FROM ${rowsOf('case_access')} r WHERE ${going} ON CONFLICT DO NOTHING),
hand_over_changes AS (
  UPDATE hand_overs h SET state = r.state, changed_at = r.changed_at, subject = r.subject
  FROM ${rowsOf('hand_overs')} r WHERE h.id = r.id AND h.side = r.side AND ${going} RETURNING h.id, h.side),
hand_over_rows AS (
  INSERT INTO hand_overs SELECT r.* FROM ${rowsOf('hand_overs')} r
  WHERE ${going} AND NOT EXISTS (SELECT 1 FROM hand_over_changes h WHERE h.id = r.id AND h.side = r.side)),
linked_changes AS (
  UPDATE linked_work w SET state = r.state, final = r.final, of_version = r.of_version, subject = r.subject, changed_at = r.changed_at
  FROM ${rowsOf('linked_work')} r WHERE w.id = r.id AND ${going} RETURNING w.id),
linked_rows AS (
  INSERT INTO linked_work SELECT r.* FROM ${rowsOf('linked_work')} r WHERE ${going} AND NOT EXISTS (SELECT 1 FROM linked_changes w WHERE w.id = r.id)),
receipt_row AS (
  INSERT INTO receipts SELECT r.hash, r.case_id, r.city, lianxi_now()
  FROM given, jsonb_populate_record(NULL::receipts, NULLIF(given.j -> 'receipt', 'null')) r WHERE r.hash IS NOT NULL AND ${going}),
owed AS MATERIALIZED (
  SELECT d.*, row_number() OVER (PARTITION BY d.receiver, d.case_id ORDER BY d.place) AS ordinal
  FROM jsonb_to_recordset((SELECT given.j FROM given) -> 'deliveries') AS d(id uuid, city text, receiver text, to_body text, kind text,
    case_id uuid, journal_id uuid, access_id uuid, body jsonb, particulars uuid[], hand_over_id uuid, place int) WHERE ${going}),
counted AS (
  INSERT INTO delivery_count AS c (receiver, case_id, n)
  SELECT receiver, case_id, count(*) FROM owed WHERE case_id IS NOT NULL GROUP BY receiver, case_id ORDER BY receiver, case_id
  ON CONFLICT (receiver, case_id) DO UPDATE SET n = c.n + excluded.n RETURNING receiver, case_id, n),
delivery_rows AS (
  INSERT INTO delivery (id, city, receiver, to_body, kind, case_id, n, journal_id, access_id, body, particulars, hand_over_id, created_at)
  SELECT o.id, o.city, o.receiver, o.to_body, o.kind, o.case_id,
         counted.n - (SELECT count(*) FROM owed s WHERE s.receiver = o.receiver AND s.case_id = o.case_id) + o.ordinal,
         o.journal_id, o.access_id, o.body, o.particulars, o.hand_over_id, lianxi_now()
  FROM owed o LEFT JOIN counted ON counted.receiver = o.receiver AND counted.case_id = o.case_id)
SELECT gate.fresh, (SELECT count(*)::int FROM changed_case) AS changed FROM gate`;
