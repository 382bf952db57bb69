import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { legalDayOf, type StandingFound, type StandingKind } from '@lianxi/casework';
import { canonical, inTransaction, newId, OFFICER_POOL, problems, record, sha256, type Actor, type Tx } from '@lianxi/chassis';
import { answeredBefore } from '@lianxi/department';
import { AskStanding, refuseElsewhere } from './ask-standing';

/** A list that was asked about, and how far it is. */
export interface StandingBatch extends Record<string, unknown> {
  readonly id: string;
  readonly for: StandingKind;
  readonly on: string;
  readonly rows: number;
  readonly answered: number;
}

/** One applicant of a list; `entries` is null until their turn has come. */
export interface StandingBatchRow extends Record<string, unknown> {
  readonly place: number;
  readonly subject: string;
  readonly entries: readonly StandingFound[] | null;
}

const progress = `SELECT b.id, b.kind AS for, b.on_day::text AS "on", b.rows, (SELECT count(*)::int FROM standing_batch_rows r WHERE r.batch = b.id AND r.answered_at IS NOT NULL) AS answered FROM standing_batches b`;

/** Lists of applicants: put down at once, answered one by one afterwards. */
@Injectable()
export class StandingBatches {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AskStanding) private readonly standing: AskStanding,
  ) {}

  /** Returns the answer's JSON, the same for a repeated key. */
  ask(form: { for: StandingKind; on?: string; subjects: readonly string[] }, key: string, actor: Actor): Promise<string> {
    refuseElsewhere(form.for, actor);
    return inTransaction(this.pool, actor, async (tx) => {
      const subjects = form.subjects.map(this.standing.hashOf);
      const requestHash = sha256(canonical({ standing: form.for, on: form.on ?? null, subjects }));
      await tx.rows('lock-key', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor.person} ${key}`]);
      const before = await answeredBefore(tx, actor.person, key, requestHash);
      if (before !== undefined) return before;
      const [id, on] = [newId(), form.on ?? legalDayOf(tx.now)];
      await keep(tx, { id, kind: form.for, on, subjects }, actor);
      const answer = JSON.stringify({ id, for: form.for, on, rows: subjects.length, answered: 0 });
      await record(tx, {
        journal: [],
        idempotency: { actor: actor.person, key, request_hash: requestHash, status: 202, answer, case_id: null },
      });
      return answer;
    });
  }

  async find(id: string, actor: Actor): Promise<StandingBatch> {
    const found = await inTransaction(this.pool, actor, (tx) =>
      tx.find<StandingBatch>('standing-batch', `${progress} WHERE b.id = $1 AND b.body = $2`, [id, actor.body]),
    );
    if (!found) throw problems.notFound();
    return found;
  }

  async rows(id: string, actor: Actor, after: number, limit: number): Promise<StandingBatchRow[]> {
    await this.find(id, actor);
    return inTransaction(this.pool, actor, (tx) =>
      tx.rows<StandingBatchRow>(
        'standing-batch-rows',
        `SELECT place, subject_hash AS subject, entries FROM standing_batch_rows WHERE batch = $1 AND place > $2 ORDER BY place LIMIT $3`,
        [id, after, limit],
      ),
    );
  }

  /** The whole list as one signed note, once every applicant has an answer. Throws a 409 problem before. */
  async statement(id: string, actor: Actor): Promise<{ note: string }> {
    const batch = await this.find(id, actor);
    if (batch.answered < batch.rows) throw problems.notAnsweredYet({ details: { rows: batch.rows, answered: batch.answered } });
    const rows = await this.rows(id, actor, 0, batch.rows);
    return { note: this.standing.sign({ statement: 'lianxi-standing-list/1', city: actor.city, for: batch.for, on: batch.on, rows }) };
  }
}

interface Kept {
  readonly id: string;
  readonly kind: StandingKind;
  readonly on: string;
  readonly subjects: readonly string[];
}

async function keep(tx: Tx, { id, kind, on, subjects }: Kept, { city, body, post }: Actor): Promise<void> {
  await tx.rows(
    'keep-standing-batch',
    'INSERT INTO standing_batches (id, city, body, post, kind, on_day, rows, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, lianxi_now())',
    [id, city, body, post, kind, on, subjects.length],
  );
  await tx.rows(
    'keep-standing-rows',
    'INSERT INTO standing_batch_rows (batch, place, city, body, subject_hash) SELECT $1, s.place, $2, $3, s.hash FROM unnest($4::text[]) WITH ORDINALITY AS s(hash, place)',
    [id, city, body, subjects],
  );
}
