import { BodyRefused, isKnownKind, readBody } from '@lianxi/contracts';
import type { Tx } from '../postgres/transaction';
import { currentTrace } from '../tracing/current-trace';
import type { Tracing } from '../tracing/tracing';
import type { Particular } from '../record/particular';
import { newId } from '../record/new-id';
import { NeverMind, type Effect, type InboxContext, type Incoming } from './incoming';
import type { Sealing } from './sealing';

/** Hands a validated body to whoever handles its kind; undefined when nobody in this service does. */
export type Dispatch = (kind: string, body: unknown, context: InboxContext) => Promise<Effect> | undefined;

/** A message as a handler is given it. */
export interface Handed {
  readonly body: unknown;
  readonly context: InboxContext;
}

/** Handles many messages of its kinds by few statements, given in the order of their numbers; answers what became of each, or nothing where all had their effect. */
export type TogetherHandler = (tx: Tx, handed: readonly Handed[]) => Promise<readonly Effect[] | void>;

/** Kinds that are handled together, in one list for all of them. What owes something to others in turn is handled alone where it belongs to a trace. */
export interface Together {
  readonly kinds: readonly string[];
  readonly handler: TogetherHandler;
  readonly isTraced?: boolean;
}

/** `receipted`: it is in this service's Postgres; `early`: something before it is missing, the sender will send again. */
export type Outcome = 'receipted' | 'early';

type Noted = 'applied' | 'stale' | 'parked' | 'dead';

interface Note {
  readonly incoming: Incoming;
  readonly outcome: Noted;
}

/**
 * Takes messages in exactly once: the inbox row and the effect commit together, numbers per sender and case leave no gap,
 * and what cannot be handled now is kept in order (parked) instead of being skipped. What a whole batch costs is one look at
 * the gate before it and one note after it.
 */
export class Inbox {
  private readonly together = new Map<string, Together>();

  constructor(
    private readonly sealing: Sealing,
    private readonly servesBody: (body: string) => boolean,
    private readonly dispatch: Dispatch,
    private readonly tracing: Tracing,
  ) {}

  handleTogether(together: Together): void {
    for (const kind of together.kinds) this.together.set(kind, together);
  }

  /** The outcome of each, in the order given; those of one sender and case must be given in the order of their numbers. */
  async receiveAll(tx: Tx, batch: readonly Incoming[]): Promise<Outcome[]> {
    const gate = await Gate.open(tx, batch);
    const notes: Note[] = [];
    const outcomes: Outcome[] = [];
    const waiting = new Waiting();
    for (const incoming of batch) {
      const way = gate.wayOf(incoming);
      if (way === 'seen' || way === 'early') {
        outcomes.push(way === 'seen' ? 'receipted' : 'early');
        continue;
      }
      const together = way === 'open' ? this.togetherFor(incoming) : undefined;
      // Nothing overtakes what came before it on its case.
      if (waiting.isBefore(incoming, together)) notes.push(...(await waiting.handle(tx)));
      const outcome = together ? waiting.add(together, incoming, this.read(tx, incoming)) : await this.take(tx, incoming, way);
      if (outcome !== 'early') gate.passed(incoming, outcome);
      if (outcome !== 'early' && !together) notes.push({ incoming, outcome });
      outcomes.push(outcome === 'early' ? 'early' : 'receipted');
    }
    notes.push(...(await waiting.handle(tx)));
    await note(tx, notes);
    return outcomes;
  }

  private togetherFor({ envelope, trace }: Incoming): Together | undefined {
    const together = this.together.get(envelope.kind);
    return together?.isTraced === true && trace !== undefined && this.tracing.isOn ? undefined : together;
  }

  private async take(tx: Tx, incoming: Incoming, way: 'open' | 'blocked'): Promise<Noted | 'early'> {
    if (way === 'blocked') return this.park(tx, incoming, 'behind-another');
    if (!isKnownKind(incoming.envelope.kind)) return this.park(tx, incoming, 'unknown-version');
    return (await this.handleTraced(tx, incoming)) ?? 'applied';
  }

  /** What the effect commits belongs to the message's trace; what follows in the same batch does not. */
  private async handleTraced(tx: Tx, incoming: Incoming): Promise<Effect> {
    if (incoming.trace === undefined || !this.tracing.isOn) return this.handle(tx, incoming);
    return this.tracing.span('take', `take ${incoming.envelope.kind}`, incoming.trace, async () => {
      await tx.rows('set-trace', `SELECT set_config('lianxi.trace', $1, true)`, [currentTrace() ?? '']);
      const effect = await this.handle(tx, incoming);
      await tx.rows('set-trace', `SELECT set_config('lianxi.trace', $1, true)`, ['']);
      return effect;
    });
  }

  /** Runs the effect alone, for a message that is already noted: a parked one after an upgrade, or a replayed dead letter. */
  async handle(tx: Tx, incoming: Incoming): Promise<Effect> {
    const { kind } = incoming.envelope;
    const { body, context } = this.read(tx, incoming);
    const together = this.together.get(kind);
    if (together) return (await together.handler(tx, [{ body, context }]))?.[0];
    const effect = this.dispatch(incoming.subject.kind, body, context);
    if (!effect) throw new NeverMind(`Nothing here handles ${kind}.`);
    return effect;
  }

  /** Throws BodyRefused for what this version of the message does not allow, or a body that this service does not serve. */
  private read(tx: Tx, { subject, envelope }: Incoming): Handed {
    const { kind, toBody } = envelope;
    if (!isKnownKind(kind)) throw new BodyRefused(kind, ['kind']);
    if (toBody !== undefined && !this.servesBody(toBody)) throw new BodyRefused(kind, ['toBody']);
    if (kind.split('@')[0] !== subject.kind) throw new BodyRefused(kind, ['kind']);
    const particulars = envelope.sealed === undefined ? [] : (this.sealing.open(envelope.sealed) as Particular[]);
    return { body: readBody(kind, envelope.body), context: { tx, sender: subject.from, city: subject.city, envelope, particulars } };
  }

  /** Writes a message that can never be handled to the dead letters, keeping its place in the order. */
  async bury(tx: Tx, incoming: Incoming, raw: Uint8Array, reason: string): Promise<void> {
    const { subject, envelope } = incoming;
    await tx.rows(
      'bury',
      `INSERT INTO dead_letters (id, sender, delivery_id, city, case_id, n, kind, envelope, reason, died_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, lianxi_now())`,
      [
        newId(),
        subject.from,
        envelope.id,
        subject.city,
        envelope.caseId ?? null,
        envelope.n ?? null,
        envelope.kind,
        Buffer.from(raw),
        reason,
      ],
    );
    await note(tx, [{ incoming, outcome: 'dead' }]);
  }

  private async park(tx: Tx, { subject, envelope }: Incoming, reason: string): Promise<Noted> {
    await tx.rows(
      'park',
      `INSERT INTO parked (sender, delivery_id, city, case_id, n, kind, envelope, reason, parked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, lianxi_now())`,
      [
        subject.from,
        envelope.id,
        subject.city,
        envelope.caseId ?? null,
        envelope.n ?? null,
        envelope.kind,
        JSON.stringify(envelope),
        reason,
      ],
    );
    return 'parked';
  }
}

/** What is to be handled together, until something must not overtake it or the batch is at its end. */
class Waiting {
  private readonly lists = new Map<Together, { readonly incoming: Incoming; readonly handed: Handed }[]>();
  private readonly cases = new Map<string, Together>();

  add(together: Together, incoming: Incoming, handed: Handed): 'applied' {
    const list = this.lists.get(together) ?? [];
    this.lists.set(together, list);
    list.push({ incoming, handed });
    if (incoming.envelope.caseId !== undefined) this.cases.set(incoming.envelope.caseId, together);
    return 'applied';
  }

  /** Is there something of the same case that waits, and not in the list to which this message would go? */
  isBefore({ envelope }: Incoming, together: Together | undefined): boolean {
    const waiting = envelope.caseId === undefined ? undefined : this.cases.get(envelope.caseId);
    return waiting !== undefined && waiting !== together;
  }

  async handle(tx: Tx): Promise<Note[]> {
    const notes: Note[] = [];
    for (const [{ handler }, list] of this.lists) {
      const effects =
        (await handler(
          tx,
          list.map(({ handed }) => handed),
        )) ?? [];
      list.forEach(({ incoming }, place) => notes.push({ incoming, outcome: effects[place] === 'stale' ? 'stale' : 'applied' }));
    }
    this.lists.clear();
    this.cases.clear();
    return notes;
  }
}

interface GateRow extends Record<string, unknown> {
  readonly seen: boolean;
  readonly last: number;
  readonly blocked: boolean;
}

/** What was taken in before a batch, kept up to date while the batch is taken in. */
class Gate {
  private readonly last = new Map<string, number>();
  private readonly blocked = new Set<string>();
  private readonly seen = new Set<string>();

  static async open(tx: Tx, batch: readonly Incoming[]): Promise<Gate> {
    const rows = await tx.rows<GateRow>(
      'inbox-gate',
      `
      SELECT EXISTS (SELECT 1 FROM inbox i WHERE i.sender = m.sender AND i.delivery_id = m.id) AS seen,
             coalesce((SELECT c.n FROM inbox_count c WHERE c.sender = m.sender AND c.case_id = m.case_id), 0) AS last,
             EXISTS (SELECT 1 FROM parked p WHERE p.sender = m.sender AND p.case_id = m.case_id)
               OR EXISTS (SELECT 1 FROM dead_letters d WHERE d.sender = m.sender AND d.case_id = m.case_id AND d.replayed_at IS NULL) AS blocked
      FROM unnest($1::text[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS m(sender, id, case_id, place) ORDER BY m.place`,
      [
        batch.map(({ subject }) => subject.from),
        batch.map(({ envelope }) => envelope.id),
        batch.map(({ envelope }) => envelope.caseId ?? null),
      ],
    );
    const gate = new Gate();
    batch.forEach((incoming, place) => {
      const row = rows[place] as GateRow;
      gate.last.set(placeOf(incoming), row.last);
      if (row.blocked) gate.blocked.add(placeOf(incoming));
      if (row.seen) gate.seen.add(idOf(incoming));
    });
    return gate;
  }

  wayOf(incoming: Incoming): 'seen' | 'early' | 'open' | 'blocked' {
    const { n } = incoming.envelope;
    const last = this.last.get(placeOf(incoming)) ?? 0;
    if (this.seen.has(idOf(incoming)) || (n !== undefined && n <= last)) return 'seen';
    if (n !== undefined && n > last + 1) return 'early';
    return this.blocked.has(placeOf(incoming)) ? 'blocked' : 'open';
  }

  passed(incoming: Incoming, outcome: Noted): void {
    this.seen.add(idOf(incoming));
    if (incoming.envelope.n !== undefined) this.last.set(placeOf(incoming), incoming.envelope.n);
    if (outcome === 'parked' && incoming.envelope.caseId !== undefined) this.blocked.add(placeOf(incoming));
  }
}

const placeOf = ({ subject, envelope }: Incoming): string => `${subject.from} ${envelope.caseId ?? envelope.id}`;
const idOf = ({ subject, envelope }: Incoming): string => `${subject.from} ${envelope.id}`;

async function note(tx: Tx, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return;
  await tx.rows(
    'inbox-note',
    `
    WITH noted AS (
      INSERT INTO inbox (sender, delivery_id, city, kind, case_id, n, outcome, received_at)
      SELECT m.sender, m.id, m.city, m.kind, m.case_id, m.n, m.outcome, lianxi_now()
      FROM jsonb_to_recordset($1) AS m(sender text, id uuid, city text, kind text, case_id uuid, n int, outcome text) RETURNING sender, case_id, n)
    INSERT INTO inbox_count (sender, case_id, n) SELECT sender, case_id, max(n) FROM noted WHERE n IS NOT NULL GROUP BY sender, case_id
    ON CONFLICT (sender, case_id) DO UPDATE SET n = excluded.n`,
    [
      JSON.stringify(
        notes.map(({ incoming: { subject, envelope }, outcome }) => ({
          sender: subject.from,
          id: envelope.id,
          city: subject.city,
          kind: envelope.kind,
          case_id: envelope.caseId ?? null,
          n: envelope.n ?? null,
          outcome,
        })),
      ),
    ],
  );
}
