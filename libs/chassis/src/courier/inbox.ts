import { BodyRefused, isKnownKind, readBody } from '@lianxi/contracts';
import type { Tx } from '../postgres/transaction';
import type { Particular } from '../record/particular';
import { newId } from '../record/new-id';
import { NeverMind, type Effect, type InboxContext, type Incoming } from './incoming';
import type { Sealing } from './sealing';

/** Hands a validated body to whoever handles its kind; undefined when nobody in this service does. */
export type Dispatch = (kind: string, body: unknown, context: InboxContext) => Promise<Effect> | undefined;

/** `receipted`: it is in this service's Postgres; `early`: something before it is missing, the sender will send again. */
export type Outcome = 'receipted' | 'early';

interface Gate { readonly seen: boolean; readonly last: number; readonly blocked: boolean }

/**
 * Takes messages in exactly once: the inbox row and the effect commit together, numbers per sender and case leave no gap,
 * and what cannot be handled now is kept in order (parked) instead of being skipped.
 */
export class Inbox {
  constructor(private readonly sealing: Sealing, private readonly servesBody: (body: string) => boolean, private readonly dispatch: Dispatch) {}

  async receive(tx: Tx, incoming: Incoming): Promise<Outcome> {
    const { envelope } = incoming;
    const gate = await this.gate(tx, incoming);
    if (gate.seen || (envelope.n !== undefined && envelope.n <= gate.last)) return 'receipted';
    if (envelope.n !== undefined && envelope.n > gate.last + 1) return 'early';
    if (gate.blocked) return this.park(tx, incoming, 'behind-another');
    if (!isKnownKind(envelope.kind)) return this.park(tx, incoming, 'unknown-version');
    const effect = await this.handle(tx, incoming);
    if (effect === 'early') return 'early';
    await note(tx, incoming, effect === 'stale' ? 'stale' : 'applied');
    return 'receipted';
  }

  /** Runs the effect alone, for a message that is already noted: a parked one after an upgrade, or a replayed dead letter. */
  async handle(tx: Tx, { subject, envelope }: Incoming): Promise<Effect> {
    const { kind, toBody } = envelope;
    if (!isKnownKind(kind)) throw new BodyRefused(kind, ['kind']);
    if (toBody !== undefined && !this.servesBody(toBody)) throw new BodyRefused(kind, ['toBody']);
    if (kind.split('@')[0] !== subject.kind) throw new BodyRefused(kind, ['kind']);
    const body = readBody(kind, envelope.body);
    const particulars = envelope.sealed === undefined ? [] : (this.sealing.open(envelope.sealed) as Particular[]);
    const effect = this.dispatch(subject.kind, body, { tx, sender: subject.from, city: subject.city, envelope, particulars });
    if (!effect) throw new NeverMind(`Nothing here handles ${kind}.`);
    return effect;
  }

  /** Writes a message that can never be handled to the dead letters, keeping its place in the order. */
  async bury(tx: Tx, incoming: Incoming, raw: Uint8Array, reason: string): Promise<void> {
    const { subject, envelope } = incoming;
    await tx.rows('bury', `INSERT INTO dead_letters (id, sender, delivery_id, city, case_id, n, kind, envelope, reason, died_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, lianxi_now())`,
      [newId(), subject.from, envelope.id, subject.city, envelope.caseId ?? null, envelope.n ?? null, envelope.kind, Buffer.from(raw), reason]);
    await note(tx, incoming, 'dead');
  }

  private async park(tx: Tx, incoming: Incoming, reason: string): Promise<Outcome> {
    const { subject, envelope } = incoming;
    await tx.rows('park', `INSERT INTO parked (sender, delivery_id, city, case_id, n, kind, envelope, reason, parked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, lianxi_now())`,
      [subject.from, envelope.id, subject.city, envelope.caseId ?? null, envelope.n ?? null, envelope.kind, JSON.stringify(envelope), reason]);
    await note(tx, incoming, 'parked');
    return 'receipted';
  }

  private async gate(tx: Tx, { subject, envelope }: Incoming): Promise<Gate> {
    const row = await tx.find<{ seen: boolean; last: number; blocked: boolean }>('inbox-gate', `
      SELECT EXISTS (SELECT 1 FROM inbox WHERE sender = $1 AND delivery_id = $2) AS seen,
             coalesce((SELECT n FROM inbox_count WHERE sender = $1 AND case_id = $3), 0) AS last,
             EXISTS (SELECT 1 FROM parked WHERE sender = $1 AND case_id = $3)
               OR EXISTS (SELECT 1 FROM dead_letters WHERE sender = $1 AND case_id = $3 AND replayed_at IS NULL) AS blocked`,
      [subject.from, envelope.id, envelope.caseId ?? null]);
    return row as Gate;
  }
}

async function note(tx: Tx, { subject, envelope }: Incoming, outcome: 'applied' | 'stale' | 'parked' | 'dead'): Promise<void> {
  await tx.rows('inbox-note', `
    WITH noted AS (
      INSERT INTO inbox (sender, delivery_id, city, kind, case_id, n, outcome, received_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, lianxi_now()) RETURNING sender, case_id, n)
    INSERT INTO inbox_count (sender, case_id, n) SELECT sender, case_id, n FROM noted WHERE n IS NOT NULL
    ON CONFLICT (sender, case_id) DO UPDATE SET n = excluded.n`,
    [subject.from, envelope.id, subject.city, envelope.kind, envelope.caseId ?? null, envelope.n ?? null, outcome]);
}
