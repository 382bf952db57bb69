import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import type { Pool } from 'pg';
import { subjectText } from '@lianxi/contracts';
import { inTransaction, type Tx } from '../postgres/transaction';
import { bundleKind, bundlesOf, bundleText } from './bundle';
import { newestIncarnation } from './incarnation';
import type { Tracing } from '../tracing/tracing';
import type { NatsLink } from './nats-link';
import { traceHeaders } from './trace-headers';
import type { Sealing } from './sealing';

/** What a batch costs beside its rows is paid while others wait: under load many go together, as far as their bodies (as stored) take so many bytes. */
const batchSize = 1_024;
const batchBytes = 8 * 1024 * 1024;
const firstPause = 2;
/** What is committed by this process is said at once: this long waits only what another one committed, or what is sent again. */
const longestPause = 500;
/** A batch of fewer is followed by a moment in which more is committed: each batch costs the same, however little is in it. */
const fullEnough = 64;
/** What is committed alone leaves almost at once; while much is committed, batches are let grow. */
const shortGather = 4;
const longGather = 24;
const busyFor = 100;

interface OwedRow {
  readonly id: string;
  readonly city: string;
  readonly receiver: string;
  readonly to_body: string | null;
  readonly kind: string;
  readonly case_id: string | null;
  readonly n: number | null;
  readonly body: Record<string, unknown>;
  readonly particulars: readonly string[];
  readonly attempts: number;
  readonly position: string | null;
  readonly journal_row: Record<string, unknown> | null;
  readonly access_row: Record<string, unknown> | null;
  readonly incarnation: string;
  readonly trace: string | null;
}

/**
 * Sends what is pending in `delivery`, oldest first, until the receiver's receipt deletes it. There is no cursor, so a late
 * commit cannot be skipped; a resend has a new Nats-Msg-Id, so the broker's duplicate window never swallows it.
 */
export class Relay {
  private running: Promise<void> | undefined;
  private stopped = false;
  private wakeUp: (() => void) | undefined;
  private wasWoken = false;
  private resendAll = false;
  private lastSent = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly service: string,
    private readonly pool: Pool,
    private readonly link: NatsLink,
    private readonly sealing: Sealing,
    private readonly report: (error: unknown) => void,
    private readonly tracing: Tracing,
  ) {
    link.onConnected(() => {
      this.resendAll = true;
      this.wake();
    });
  }

  start(): void {
    this.running ??= this.run();
  }

  /** A hint that something was just committed; without it the relay finds it a little later. */
  wake(): void {
    this.wakeUp?.();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = firstPause;
    while (!this.stopped) {
      const sent = await this.sendBatch().catch((error: unknown) => {
        this.report(error);
        return 0;
      });
      if (sent >= fullEnough) {
        pause = firstPause;
        continue;
      }
      if (sent > 0) {
        pause = firstPause;
        this.lastSent = performance.now();
      }
      await this.rest(pause);
      if (this.wasWoken) await this.gather();
      pause = Math.min(pause * 2, longestPause);
    }
  }

  private async rest(ms: number): Promise<void> {
    this.wasWoken = false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        this.wasWoken = true;
        resolve();
      };
    });
    this.wakeUp = undefined;
  }

  private gather(): Promise<void> {
    const isBusy = performance.now() - this.lastSent < busyFor;
    return new Promise((resolve) => setTimeout(resolve, isBusy ? longGather : shortGather));
  }

  private async sendBatch(): Promise<number> {
    const connection = this.link.find();
    if (!connection || this.link.trouble() !== undefined) return 0;
    if (!this.wasWoken && !this.resendAll && !(await this.isOwed())) return 0;
    const { owed, sealed, incarnation } = await inTransaction(this.pool, undefined, (tx) => this.claim(tx));
    const client = jetstream(connection, { timeout: 3_000 });
    const refused = (
      await Promise.all(
        this.parcels(owed, sealed, incarnation).map(async (parcel) =>
          (await this.publish(client, parcel)) ? [] : parcel.rows.map(({ id }) => id),
        ),
      )
    ).flat();
    if (refused.length > 0) await this.pool.query(soonAgain, [refused]);
    return owed.length - refused.length;
  }

  /** Unless somebody said so, most often nothing is, and no transaction need be begun. */
  private async isOwed(): Promise<boolean> {
    return (await this.pool.query<{ owed: boolean }>({ name: 'is-owed', text: isOwed })).rows[0]?.owed ?? false;
  }

  private async claim(tx: Tx): Promise<{ owed: OwedRow[]; sealed: Map<string, Record<string, unknown>>; incarnation: string }> {
    if (this.resendAll) {
      await tx.rows('resend-all', resendAll);
      this.resendAll = false;
    }
    const due = await tx.rows<{ id: string; row_id: string | null }>('claim-owed', claimOwed, [batchSize, batchBytes]);
    if (due.length === 0) return { owed: [], sealed: new Map(), incarnation: '' };
    const rowIds = due.flatMap(({ row_id }) => (row_id === null ? [] : [row_id]));
    if (rowIds.length > 0) await stampPositions(tx, rowIds);
    const owed = await tx.rows<OwedRow>('read-owed', readOwed, [due.map(({ id }) => id)]);
    const wanted = owed.flatMap(({ particulars }) => particulars);
    const found =
      wanted.length === 0
        ? []
        : await tx.rows<{ id: string }>(
            'particulars-to-seal',
            'SELECT id, case_id, city, kind, value, salt, commitment, retention FROM particulars WHERE id = ANY($1)',
            [wanted],
          );
    return { owed, sealed: new Map(found.map((row) => [row.id, row])), incarnation: owed[0]?.incarnation ?? '' };
  }

  /** What goes to one service of one city goes together: a message costs the broker the same, however much is in it. */
  private parcels(owed: readonly OwedRow[], particulars: Map<string, Record<string, unknown>>, incarnation: string): Parcel[] {
    const groups = new Map<string, { row: OwedRow; text: string }[]>();
    for (const row of owed) {
      const way = `${row.city} ${row.receiver}`;
      groups.set(way, [...(groups.get(way) ?? []), { row, text: this.envelopeText(row, particulars, incarnation) }]);
    }
    return [...groups.values()].flatMap(bundlesOf).map((bundle) => {
      const [first = bundle[0]] = bundle;
      const { city, receiver, kind, id, attempts } = (first as { row: OwedRow }).row;
      const isAlone = bundle.length === 1;
      return {
        rows: bundle.map(({ row }) => row),
        msgID: `${id}.${attempts}`,
        text: isAlone ? (first?.text ?? '') : bundleText(bundle.map(({ text }) => text)),
        subject: subjectText({ city, from: this.service, to: receiver, kind: isAlone ? (kind.split('@')[0] ?? kind) : bundleKind }),
      };
    });
  }

  private envelopeText(row: OwedRow, particulars: Map<string, Record<string, unknown>>, incarnation: string): string {
    const own = row.particulars.flatMap((id) => particulars.get(id) ?? []);
    return JSON.stringify({
      id: row.id,
      kind: row.kind,
      caseId: row.case_id ?? undefined,
      n: row.n ?? undefined,
      toBody: row.to_body ?? undefined,
      body: bodyOf(row, incarnation),
      sealed: own.length > 0 ? this.sealing.seal(row.receiver, own) : undefined,
    });
  }

  /** Looking for what is owed is traced by nobody; sending something that belongs to a trace is. */
  private async publish(client: JetStreamClient, { subject, text, msgID, rows }: Parcel): Promise<boolean> {
    const headers = traceHeaders(rows);
    const send = (): Promise<boolean> =>
      client.publish(subject, text, { msgID, ...(headers ? { headers } : {}) }).then(
        () => true,
        () => false,
      );
    const traced = rows.find(({ trace }) => trace !== null);
    return traced === undefined ? send() : this.tracing.span('send', `send ${traced.kind}`, traced.trace ?? undefined, send);
  }
}

/** One message of the broker, with the rows it carries. A resend has another id: its first row's attempts have grown. */
interface Parcel {
  readonly rows: readonly OwedRow[];
  readonly subject: string;
  readonly text: string;
  readonly msgID: string;
}

function bodyOf(row: OwedRow, incarnation: string): Record<string, unknown> {
  const recorded = row.journal_row ?? row.access_row;
  if (!recorded) return row.body;
  return { table: row.journal_row ? 'journal' : 'access', position: Number(row.position), incarnation, row: recorded };
}

/** Numbers rows in the order they are first sent; the lock makes the numbering dense, off the path of any act's commit. */
async function stampPositions(tx: Tx, rowIds: readonly string[]): Promise<void> {
  await tx.rows('lock-positions', `SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.journal_position'))`);
  await tx.rows(
    'stamp-positions',
    `
    INSERT INTO journal_position (position, row_id, stamped_at)
    SELECT (SELECT coalesce(max(position), 0) FROM journal_position) + row_number() OVER (ORDER BY fresh.place), fresh.id, lianxi_now()
    FROM (SELECT id, place FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, place)
          WHERE NOT EXISTS (SELECT 1 FROM journal_position p WHERE p.row_id = given.id)) fresh`,
    [rowIds],
  );
}

/** What the broker did not even take (its stream is not there yet, or lost) need not wait for a receipt that cannot come. */
const soonAgain = `UPDATE delivery SET send_at = lianxi_now() + interval '300 milliseconds' WHERE id = ANY ($1)`;
const isOwed = 'SELECT EXISTS (SELECT 1 FROM delivery WHERE send_at <= (SELECT lianxi_now())) AS owed';
const resendAll = `UPDATE delivery SET send_at = '-infinity' WHERE send_at <> '-infinity'`;
const claimOwed = `
  WITH locked AS MATERIALIZED (
    SELECT id, send_at, pg_column_size(body) AS size FROM delivery WHERE send_at <= (SELECT lianxi_now()) ORDER BY send_at, id LIMIT $1 FOR UPDATE SKIP LOCKED),
  due AS (SELECT id FROM (SELECT id, sum(size) OVER (ORDER BY send_at, id) - size AS before FROM locked) l WHERE before < $2)
  UPDATE delivery d SET attempts = d.attempts + 1, send_at = lianxi_now() + least(interval '5 seconds' * (1 << least(d.attempts, 3)), interval '30 seconds')
  FROM due WHERE d.id = due.id RETURNING d.id, CASE WHEN d.kind = 'record-row@1' THEN coalesce(d.journal_id, d.access_id) END AS row_id`;
const readOwed = `
  SELECT d.id, d.city, d.receiver, d.to_body, d.kind, d.case_id, d.n, d.body, d.particulars, d.attempts, d.trace, p.position,
         CASE WHEN d.kind = 'record-row@1' THEN to_jsonb(j) END AS journal_row, to_jsonb(a) AS access_row,
         ${newestIncarnation} AS incarnation
  FROM delivery d LEFT JOIN journal j ON j.id = d.journal_id LEFT JOIN access a ON a.id = d.access_id
       LEFT JOIN journal_position p ON p.row_id = coalesce(d.journal_id, d.access_id)
  WHERE d.id = ANY($1) ORDER BY d.case_id, d.receiver, d.n, d.id`;
