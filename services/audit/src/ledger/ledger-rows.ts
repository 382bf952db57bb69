import type { RecordedRow } from '@lianxi/ledger';

/** What can be asked of the ledger's tables: the writer asks through its session, the checks through a pool. */
export interface Asks {
  rows<R extends object>(name: string, text: string, values?: readonly unknown[]): Promise<R[]>;
}

interface Stored {
  readonly service: string;
  readonly position: string;
  readonly incarnation: string;
  readonly kind: 'journal' | 'access';
  readonly content: Record<string, unknown>;
}

const recorded = 'r.service, r.position, r.incarnation, r.kind, r.content';
const rowOf = ({ content, position, ...row }: Stored): RecordedRow => ({
  service: row.service,
  incarnation: row.incarnation,
  kind: row.kind,
  position: Number(position),
  row: content,
});

/** Recorded rows that are no leaf yet, as they arrived. */
export async function waitingRows(db: Asks, most: number): Promise<RecordedRow[]> {
  return (
    await db.rows<Stored>(
      'ledger-waiting',
      `
    SELECT ${recorded} FROM ledger_waiting w JOIN recorded_rows r USING (service, position) ORDER BY w.arrived_at, w.service, w.position LIMIT $1`,
      [most],
    )
  ).map(rowOf);
}

export interface Leaf {
  readonly index: number;
  readonly hash: Buffer;
  /** Undefined when the recorded row is gone. */
  readonly row: RecordedRow | undefined;
}

/** Leaves from `from` until before `until`, with their rows as they stand now. */
export async function leavesBetween(db: Asks, from: number, until: number): Promise<Leaf[]> {
  const rows = await db.rows<Stored & { leaf_index: string; hash: Buffer }>(
    'ledger-leaves',
    `
    SELECT l.leaf_index, l.hash, l.service, l.position, r.incarnation, r.kind, r.content
    FROM ledger_leaves l LEFT JOIN recorded_rows r USING (service, position) WHERE l.leaf_index >= $1 AND l.leaf_index < $2 ORDER BY l.leaf_index`,
    [from, until],
  );
  return rows.map(({ leaf_index: index, hash, ...row }) => ({
    index: Number(index),
    hash,
    row: row.content === null ? undefined : rowOf(row),
  }));
}

/** How many leaves the database has: their indices are dense, which {@link leavesBetween} shows piece by piece. */
export async function leafCount(db: Asks): Promise<number> {
  return Number(
    (await db.rows<{ count: string }>('ledger-leaf-count', 'SELECT coalesce(max(leaf_index) + 1, 0) AS count FROM ledger_leaves'))[0]
      ?.count ?? 0,
  );
}

/** Makes rows leaves, in the order given. Runs within the writer's transaction. */
export async function keepLeaves(db: Asks, from: number, rows: readonly RecordedRow[], hashes: readonly Buffer[]): Promise<void> {
  const services = rows.map(({ service }) => service);
  const positions = rows.map(({ position }) => position);
  await db.rows(
    'ledger-keep-leaves',
    `
    INSERT INTO ledger_leaves (leaf_index, service, position, hash)
    SELECT $1::bigint + n - 1, service, position, hash FROM unnest($2::text[], $3::bigint[], $4::bytea[]) WITH ORDINALITY AS t(service, position, hash, n)`,
    [from, services, positions, hashes],
  );
  await db.rows(
    'ledger-drop-waiting',
    `DELETE FROM ledger_waiting w USING unnest($1::text[], $2::bigint[]) AS t(service, position) WHERE w.service = t.service AND w.position = t.position`,
    [services, positions],
  );
}

export interface KeptCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

export async function findLastCheckpoint(db: Asks): Promise<KeptCheckpoint | undefined> {
  const [row] = await db.rows<{ size: string; root: Buffer; note: string }>(
    'ledger-last-checkpoint',
    'SELECT size, root, note FROM ledger_checkpoints ORDER BY size DESC LIMIT 1',
  );
  return row && { ...row, size: Number(row.size) };
}

/** Before it is shown to anybody. A second root for a size is refused by the table. */
export async function keepCheckpoint(db: Asks, { size, root, note }: KeptCheckpoint): Promise<void> {
  await db.rows(
    'ledger-keep-checkpoint',
    'INSERT INTO ledger_checkpoints (size, root, note, signed_at) VALUES ($1, $2, $3, lianxi_now())',
    [size, root, note],
  );
}

/** Keeps what witnesses said to a checkpoint, each once; gives every line that it has now. */
export async function keepCosignatures(db: Asks, size: number, lines: readonly { name: string; line: string }[]): Promise<string[]> {
  for (const { name, line } of lines)
    await db.rows(
      'ledger-keep-cosignature',
      'INSERT INTO ledger_cosignatures (size, witness, line, cosigned_at) VALUES ($1, $2, $3, lianxi_now()) ON CONFLICT DO NOTHING',
      [size, name, line],
    );
  return (
    await db.rows<{ line: string }>('ledger-cosignatures', 'SELECT line FROM ledger_cosignatures WHERE size = $1 ORDER BY witness', [size])
  ).map(({ line }) => line);
}
