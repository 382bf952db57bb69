import type { Tx } from '../postgres/transaction';
import type { JournalRow } from './journal-row';
import { newId } from './new-id';
import type { Particular } from './particular';
import { particularRows } from './search-words';
import { statementFor, type Given } from './record-statement';
import type {
  CaseAccessRow,
  CaseRow,
  ClockRow,
  HandOverRow,
  IdempotencyRow,
  LinkedWorkRow,
  NewDelivery,
  PaperRow,
  ReceiptRow,
} from './rows';

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

/**
 * The one place where acts are written: a single prepared statement, so that the case, its clocks, the journal and what is
 * owed to others commit together or not at all. Each journal row is also owed to the audit service.
 *
 * Returns false, having written nothing, when the idempotency key was used before; throws {@link VersionMoved} when the case
 * is not at the version it was read at.
 */
export async function record(tx: Tx, set: WriteSet): Promise<boolean> {
  const outcome = await write(tx, rowsOfAct(set), owedBy(set));
  if (!outcome?.fresh) return false;
  if (set.changedCase && outcome.changed !== 1) throw new VersionMoved();
  return true;
}

/** What brings a case to a service that has never had it. */
export type Arrival = Pick<
  WriteSet,
  'journal' | 'particulars' | 'clocks' | 'papers' | 'access' | 'handOvers' | 'linkedWork' | 'deliveries'
> & { readonly newCase: CaseRow };

/** The acts that bring many cases, by one statement; each must be another case's. */
export async function recordArrivals(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  const of = <T>(read: (arrival: Arrival) => readonly T[] | undefined): T[] => arrivals.flatMap((arrival) => read(arrival) ?? []);
  await write(
    tx,
    {
      cases: of(({ newCase }) => [newCase]),
      journal: of(({ journal }) => journal),
      particulars: particularRows(of(({ particulars }) => particulars)),
      clocks: of(({ clocks }) => clocks),
      papers: of(({ papers }) => papers),
      case_access: of(({ access }) => access),
      hand_overs: of(({ handOvers }) => handOvers),
      linked_work: of(({ linkedWork }) => linkedWork),
    },
    arrivals.flatMap(owedBy),
  );
}

/** Acts on a case that is locked and held here. */
export type Change = Pick<WriteSet, 'journal' | 'clocks' | 'deliveries'> & Required<Pick<WriteSet, 'changedCase'>>;

/** The acts on many cases, by one statement; each must be another case's. Throws {@link VersionMoved} when one is not at the version it was read at. */
export async function recordChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const outcome = await write(
    tx,
    {
      changed_cases: changes.map(({ changedCase: { row, fromVersion } }) => ({ ...row, from_version: fromVersion })),
      journal: changes.flatMap(({ journal }) => journal),
      clocks: changes.flatMap(({ clocks }) => clocks ?? []),
    },
    changes.flatMap(owedBy),
  );
  if (outcome?.changed !== changes.length) throw new VersionMoved();
}

async function write(tx: Tx, rows: Given, owed: readonly NewDelivery[]): Promise<{ fresh: boolean; changed: number } | undefined> {
  const given = { ...rows, deliveries: owed.map((delivery, place) => ({ ...delivery, place })) };
  const { name, text } = statementFor(given);
  return tx.find<{ fresh: boolean; changed: number }>(name, text, [JSON.stringify(given)]);
}

/** What an act owes: what it says itself, and each of its rows to the audit service. */
export const owedBy = (set: Pick<WriteSet, 'deliveries' | 'journal'>): NewDelivery[] => [
  ...(set.deliveries ?? []),
  ...set.journal.map(owedToAudit),
];

function rowsOfAct(set: WriteSet): Given {
  return {
    idempotency: set.idempotency,
    cases: set.newCase && [set.newCase],
    changed_case: set.changedCase?.row,
    from_version: set.changedCase?.fromVersion,
    receipt: set.receipt,
    journal: set.journal,
    history: set.history,
    particulars: set.particulars && particularRows(set.particulars),
    clocks: set.clocks,
    papers: set.papers,
    case_access: set.access,
    hand_overs: set.handOvers,
    linked_work: set.linkedWork,
  };
}

const owedToAudit = (row: JournalRow): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver: 'audit',
  to_body: null,
  kind: 'record-row@1',
  case_id: row.case_id,
  journal_id: row.id,
  access_id: null,
  body: {},
  particulars: [],
  hand_over_id: null,
});
