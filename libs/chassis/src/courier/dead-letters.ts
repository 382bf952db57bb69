import type { Pool } from 'pg';
import type { Actor } from '../identity/actor';
import { inTransaction, isPassing, type Tx } from '../postgres/transaction';
import { problems } from '../problem/problems';
import { noHistory, sealRow } from '../record/journal-row';
import { newId } from '../record/new-id';
import { record } from '../record/record';
import type { Inbox } from './inbox';
import type { Incoming } from './incoming';
import { handleParked } from './parked';
import { readMessage } from './read-message';
import { whyNotHandled } from './why-not-handled';

/** A message that could not be handled, without its content. */
export interface DeadLetter extends Record<string, unknown> {
  readonly id: string;
  readonly sender: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly n: number | null;
  readonly reason: string;
  readonly diedAt: string;
  /** Messages of the same sender and case that wait behind it. */
  readonly waiting: number;
}

interface BuriedRow extends Record<string, unknown> {
  readonly sender: string;
  readonly city: string | null;
  readonly kind: string;
  readonly case_id: string | null;
  readonly envelope: Buffer;
}

/** Messages no attempt could handle. Each keeps what follows it on its case waiting, until its cause is mended and it is replayed. */
export class DeadLetters {
  constructor(
    private readonly service: string,
    private readonly pool: Pool,
    private readonly inbox: Inbox,
  ) {}

  list(after: string | null, limit: number): Promise<DeadLetter[]> {
    return inTransaction(this.pool, undefined, (tx) =>
      tx.rows<DeadLetter>(
        'dead-letters',
        `
      SELECT d.id, d.sender, d.kind, d.case_id AS "caseId", d.n, d.reason, d.died_at AS "diedAt",
             (SELECT count(*)::int FROM parked p WHERE p.sender = d.sender AND p.case_id = d.case_id) AS waiting
      FROM dead_letters d WHERE d.replayed_at IS NULL AND ($1::uuid IS NULL OR d.id > $1) ORDER BY d.id LIMIT $2`,
        [after, limit],
      ),
    );
  }

  /**
   * Handles a dead letter and, after it, what waited behind it. Its effect, the note that it was replayed and the journal row
   * saying by which post commit together. Throws a 404 problem for one that is not there, a 409 one for bytes that are no message
   * and, with the reason, for what still cannot be handled: it stays a dead letter.
   */
  async replay(id: string, actor: Actor): Promise<{ handled: number }> {
    await inTransaction(this.pool, undefined, (tx) => this.replayIn(tx, id, actor));
    return { handled: 1 + (await handleParked(this.pool, this.inbox)) };
  }

  private async replayIn(tx: Tx, id: string, actor: Actor): Promise<void> {
    const dead = await tx.find<BuriedRow>(
      'dead-letter-locked',
      'SELECT sender, city, kind, case_id, envelope FROM dead_letters WHERE id = $1 AND replayed_at IS NULL FOR UPDATE',
      [id],
    );
    if (!dead) throw problems.notFound({ field: 'id' });
    const message =
      dead.city === null
        ? undefined
        : readMessage(`v1.${dead.city}.${dead.sender}.${this.service}.${dead.kind.split('@')[0]}`, dead.envelope);
    if (!message) throw problems.notReplayable({ field: 'id' });
    await this.handleAgain(tx, message);
    await tx.rows('note-replay', 'UPDATE dead_letters SET replayed_at = lianxi_now() WHERE id = $1', [id]);
    await record(tx, {
      journal: [
        sealRow(noHistory, {
          id: newId(),
          city: dead.city ?? actor.city,
          case_id: dead.case_id,
          version: null,
          procedure: 'courier',
          act: 'replay-dead-letter',
          from_state: null,
          to_state: null,
          clause: 'office-practice',
          epoch: null,
          body: actor.body,
          post: actor.post,
          for_post: actor.forPost ?? null,
          recorded_at: tx.now,
          effective_at: tx.now,
          detail: { deadLetter: id, kind: dead.kind, sender: dead.sender },
          particulars: [],
        }),
      ],
    });
  }
  private async handleAgain(tx: Tx, message: Incoming): Promise<void> {
    const effect = await this.inbox.handle(tx, message).catch((error: unknown) => {
      if (isPassing(error)) throw error;
      throw problems.stillNotHandled({ field: 'id', details: { reason: whyNotHandled(error) } });
    });
    if (effect === 'early') throw problems.stillNotHandled({ field: 'id', details: { reason: 'early' } });
  }
}
