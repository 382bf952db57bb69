import type { Pool } from 'pg';
import type { Standing, Tx } from '../postgres/transaction';
import type { JournalRow } from './journal-row';
import { newId } from './new-id';
import type { Particular } from './particular';
import { statementFor, type Given } from './record-statement';
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

/** What opens a case. */
export type Opening = Omit<WriteSet, 'changedCase'> & { readonly newCase: CaseRow };

export class VersionMoved extends Error {
  readonly code = 'version-moved';
}

/**
 * The one place where acts are written: a single prepared statement, so that the case, its clocks, the journal and what is
 * owed to others commit together or not at all. Each journal row is also owed to the audit service.
 *
 * Returns false, having written nothing, when the idempotency key was used before; throws {@link VersionMoved} when the case
 * is not at the version it was read at.
 */
export async function record(tx: Tx, set: WriteSet): Promise<boolean> {
  const given = { ...rowsOfAct(set), deliveries: owedBy(set).map((delivery, place) => ({ ...delivery, place })) };
  const { name, text } = statementFor(given, 'in-transaction');
  const [outcome] = await tx.rows<{ fresh: boolean; changed: number }>(name, text, [JSON.stringify(given)]);
  if (!outcome?.fresh) return false;
  if (set.changedCase && outcome.changed !== 1) throw new VersionMoved();
  return true;
}

/**
 * The same as a transaction of its own in one trip, for the act that opens a case: nothing was read that could have moved
 * since. For whom it speaks is set by the statement itself, before its first row is written.
 */
export async function recordOpening(pool: Pool, { body, post, city }: Standing, set: Opening): Promise<boolean> {
  const given = { ...rowsOfAct(set), ...numberedFirst(owedBy(set), set.newCase.id) };
  const { rows: [outcome] } = await pool.query<{ fresh: boolean }>({ ...statementFor(given, 'alone'), values: [JSON.stringify(given), body, post, city] });
  return outcome?.fresh ?? false;
}

/** What is owed when a case is opened: nobody can have been told of it before, so the numbers begin at 1 and nothing need be counted. */
function numberedFirst(deliveries: readonly NewDelivery[], caseId: string): { readonly first_deliveries: readonly unknown[]; readonly first_counts: readonly unknown[] } {
  const counts = new Map<string, number>();
  const numbered = deliveries.map((delivery) => {
    const n = (counts.get(delivery.receiver) ?? 0) + 1;
    counts.set(delivery.receiver, n);
    return { ...delivery, n };
  });
  return { first_deliveries: numbered, first_counts: [...counts].map(([receiver, n]) => ({ receiver, case_id: caseId, n })) };
}

const owedBy = (set: WriteSet): NewDelivery[] => [...(set.deliveries ?? []), ...set.journal.map(owedToAudit)];

function rowsOfAct(set: WriteSet): Given {
  return {
    idempotency: set.idempotency, new_case: set.newCase, changed_case: set.changedCase?.row, from_version: set.changedCase?.fromVersion, receipt: set.receipt, journal: set.journal, history: set.history, particulars: set.particulars,
    clocks: set.clocks, papers: set.papers, case_access: set.access, hand_overs: set.handOvers, linked_work: set.linkedWork,
  };
}

const owedToAudit = (row: JournalRow): NewDelivery => ({
  id: newId(), city: row.city, receiver: 'audit', to_body: null, kind: 'record-row@1', case_id: row.case_id,
  journal_id: row.id, access_id: null, body: {}, particulars: [], hand_over_id: null,
});
