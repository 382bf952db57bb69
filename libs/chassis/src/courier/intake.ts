import type { JsMsg } from '@nats-io/jetstream';
import { BodyRefused, subjectText, type Subject } from '@lianxi/contracts';
import type { Pool } from 'pg';
import { inTransaction, isPassing, type Tx } from '../postgres/transaction';
import { newId } from '../record/new-id';
import { unbundle, type Carried } from './bundle';
import { Carrier } from './carrier';
import type { Inbox } from './inbox';
import { tracesIn } from './trace-headers';
import { NeverMind, type Incoming } from './incoming';
import type { NatsLink } from './nats-link';
import { whyNotHandled } from './why-not-handled';

/** After so many failed attempts a message is poison: it is buried, and what follows it on the same case waits behind it. */
const attemptsBeforeBurial = 5;

interface Arrived extends Incoming {
  readonly carried: Carried;
  readonly carrier: Carrier;
}

/** So many are taken in by one transaction at most: what one of them holds up is bounded. */
const mostTogether = 256;

/** Messages that are said again anyway, so they are acted on but not kept in the inbox. */
export type UnrecordedHandler = (tx: Tx, subject: Subject, body: unknown) => Promise<void>;

/**
 * Takes batches from the broker into Postgres. A batch is one transaction; when it fails it is halved until the message at
 * fault stands alone. The broker hears "done" only after the commit, the sender gets its receipt only then.
 */
export class Intake {
  constructor(
    private readonly service: string,
    private readonly pool: Pool,
    private readonly link: NatsLink,
    private readonly inbox: Inbox,
    private readonly unrecorded: ReadonlyMap<string, UnrecordedHandler>,
    private readonly report: (error: unknown) => void,
    private readonly taken: () => void,
  ) {}

  /** Never throws: what was not taken in is not acknowledged either, so the broker brings it again. */
  async take(messages: readonly JsMsg[]): Promise<void> {
    try {
      const arrived: Arrived[] = [];
      for (const message of messages) {
        const parts = unbundle(message.subject, message.data);
        const carrier = new Carrier(message, parts.length);
        const traces = tracesIn(message.headers);
        for (const carried of parts) {
          const { incoming } = carried;
          if (incoming) arrived.push({ ...incoming, carried, carrier, trace: traces.get(incoming.envelope.id) });
          else await this.discard(carried.subject, carried.bytes, carrier);
        }
      }
      arrived.sort(bySenderAndNumber);
      for (let from = 0; from < arrived.length; from += mostTogether) await this.takeOrHalve(arrived.slice(from, from + mostTogether));
    } catch (error) {
      this.report(error);
    }
  }

  private async takeOrHalve(batch: readonly Arrived[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      await this.takeTogether(batch);
    } catch (error) {
      if (isPassing(error)) return this.later(batch, error);
      if (batch.length === 1) return this.failed(batch[0] as Arrived, error);
      const middle = Math.ceil(batch.length / 2);
      await this.takeOrHalve(batch.slice(0, middle));
      await this.takeOrHalve(batch.slice(middle));
    }
  }

  private async takeTogether(batch: readonly Arrived[]): Promise<void> {
    const kept = batch.filter(({ envelope }) => !this.unrecorded.has(envelope.kind));
    const outcomes = await inTransaction(this.pool, undefined, async (tx) => {
      for (const { subject, envelope } of batch) await this.unrecorded.get(envelope.kind)?.(tx, subject, envelope.body);
      return kept.length === 0 ? [] : this.inbox.receiveAll(tx, kept);
    });
    if (kept.length > 0) this.taken();
    const early = new Set(kept.filter((_, place) => outcomes[place] === 'early'));
    for (const each of batch)
      if (early.has(each)) each.carrier.comeAgain(200);
      else each.carrier.done();
    this.receipt(kept.filter((each) => !early.has(each)));
  }

  private later(batch: readonly Arrived[], error: unknown): void {
    this.report(error);
    for (const { carrier } of batch) carrier.comeAgain(500);
  }

  private async failed(arrived: Arrived, error: unknown): Promise<void> {
    this.report(error);
    try {
      const isHopeless =
        error instanceof BodyRefused || error instanceof NeverMind || (await this.countAttempt(arrived)) >= attemptsBeforeBurial;
      if (!isHopeless) return arrived.carrier.comeAgain(300);
      if (!this.unrecorded.has(arrived.envelope.kind))
        await inTransaction(this.pool, undefined, (tx) => this.inbox.bury(tx, arrived, arrived.carried.bytes, whyNotHandled(error)));
      arrived.carrier.done();
      this.receipt([arrived]);
    } catch (second) {
      this.report(second);
      arrived.carrier.comeAgain(1_000);
    }
  }

  private async countAttempt({ subject, envelope }: Arrived): Promise<number> {
    const [row] = await inTransaction(this.pool, undefined, (tx) =>
      tx.rows<{ attempts: number }>(
        'count-attempt',
        `
      INSERT INTO inbox_trouble AS t (sender, delivery_id, attempts) VALUES ($1, $2, 1)
      ON CONFLICT (sender, delivery_id) DO UPDATE SET attempts = t.attempts + 1 RETURNING attempts`,
        [subject.from, envelope.id],
      ),
    );
    return row?.attempts ?? 0;
  }

  /** What is not even an envelope has no sender to receipt: it is kept as it came. */
  private async discard(subject: Subject | undefined, bytes: Uint8Array, carrier: Carrier): Promise<void> {
    try {
      await inTransaction(this.pool, undefined, (tx) =>
        tx.rows(
          'bury-unreadable',
          `
        INSERT INTO dead_letters (id, sender, kind, envelope, reason, died_at) VALUES ($1, $2, 'unreadable', $3, 'unreadable', lianxi_now())`,
          [newId(), subject?.from ?? 'unknown', Buffer.from(bytes)],
        ),
      );
      carrier.done();
    } catch (error) {
      this.report(error);
      carrier.comeAgain(1_000);
    }
  }

  private receipt(taken: readonly Arrived[]): void {
    const idsBySubject = new Map<string, string[]>();
    for (const { subject, envelope } of taken) {
      if (this.unrecorded.has(envelope.kind)) continue;
      const answer = subjectText({ city: subject.city, from: this.service, to: subject.from, kind: 'receipt' });
      idsBySubject.set(answer, [...(idsBySubject.get(answer) ?? []), envelope.id]);
    }
    for (const [subject, ids] of idsBySubject) {
      this.link.find()?.publish(subject, JSON.stringify({ id: newId(), kind: 'receipt@1', body: { ids } }));
    }
  }
}

function bySenderAndNumber(a: Arrived, b: Arrived): number {
  return (
    (a.envelope.caseId ?? '').localeCompare(b.envelope.caseId ?? '') ||
    a.subject.from.localeCompare(b.subject.from) ||
    (a.envelope.n ?? 0) - (b.envelope.n ?? 0)
  );
}
