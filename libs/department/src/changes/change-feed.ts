import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  actorFor,
  COURIER_POOL,
  inTransaction,
  LOGGER,
  OFFICER_POOL,
  PostRegister,
  Repeating,
  type Actor,
  type Logger,
} from '@lianxi/chassis';
import { knownTo, readerValues } from '../sealed/named-people';

/** A line of the feed: how far it is, and the cases that moved on since the line before, as far as the reader may know of them. `all` says that more was missed than is told one by one. */
export interface ChangeLine {
  readonly position: number;
  readonly cases?: readonly { readonly id: string; readonly version: number }[];
  readonly all?: true;
}

export interface Listener {
  readonly actor: Actor;
  readonly tell: (line: ChangeLine) => void;
  readonly end: () => void;
}

interface Heard extends Listener {
  position: number;
}
interface Moved {
  readonly position: number;
  readonly caseId: string;
  readonly bodies: readonly string[];
}

/** Who was away for longer is told to look at everything again: that costs one look, and reading all that was missed could cost many. */
const mostMissed = 1_000;

/** As the record's rows are numbered after their commit and without gaps, no act is passed over. What looks of people are numbered too, and are no change. */
const moved = `SELECT p.position::float8 AS position, j.case_id AS "caseId", array(SELECT a.body FROM case_access a WHERE a.case_id = j.case_id AND (a.until IS NULL OR a.until > lianxi_now())) AS bodies
  FROM journal_position p JOIN journal j ON j.id = p.row_id WHERE p.position > $1 AND p.position <= $2 AND j.case_id IS NOT NULL ORDER BY p.position`;
const knownCases = `SELECT c.id, c.version FROM cases c WHERE c.id = ANY ($5::uuid[]) AND ${knownTo('c.mark', 'c.id', 1)}`;

/** Tells who listens which cases moved on. While nobody listens it asks nothing; however many do, the record is read once for all. */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners = new Set<Heard>();
  private readonly repeating: Repeating;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(COURIER_POOL) private readonly courierPool: Pool,
    @Inject(PostRegister) private readonly posts: PostRegister,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('changes', 1_000, () => this.tellAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
    for (const { end } of this.listeners) end();
  }

  /** From `after` on, or from now; returns what ends it. */
  async listen(listener: Listener, after: number | undefined): Promise<() => void> {
    const now = await this.position();
    const missed = after === undefined ? 0 : now - after;
    const isFar = missed > mostMissed || missed < 0;
    const heard = { ...listener, position: isFar ? now : now - missed };
    listener.tell({ position: heard.position, ...(isFar ? { all: true as const } : {}) });
    this.listeners.add(heard);
    return () => {
      this.listeners.delete(heard);
    };
  }

  private async tellAll(): Promise<void> {
    if (this.listeners.size === 0) return;
    const [from, until] = [Math.min(...[...this.listeners].map(({ position }) => position)), await this.position()];
    if (until <= from) return;
    const { rows } = await this.courierPool.query<Moved>({ name: 'cases-moved', text: moved, values: [from, until] });
    for (const listener of this.listeners) await this.tell(listener, rows, until);
  }

  /** A post that ended, or changed hands, hears nothing more. */
  private async tell(listener: Heard, rows: readonly Moved[], until: number): Promise<void> {
    const { actor, position } = listener;
    const ids = [...new Set(rows.filter((row) => row.position > position && row.bodies.includes(actor.body)).map(({ caseId }) => caseId))];
    listener.position = until;
    if (ids.length === 0) return;
    const now = await this.standingOf(actor);
    if (!now) {
      listener.end();
      return;
    }
    const cases = await inTransaction(this.pool, now, (tx) =>
      tx.rows<{ id: string; version: number }>('changes-known', knownCases, [...readerValues(now), ids]),
    );
    if (cases.length > 0) listener.tell({ position: until, cases });
  }

  private async standingOf({ person, post }: Actor): Promise<Actor | undefined> {
    const posts = await this.posts.of(person);
    return posts.some(({ id }) => id === post) ? actorFor(posts, post) : undefined;
  }

  private async position(): Promise<number> {
    const { rows } = await this.courierPool.query<{ position: number }>({
      name: 'last-position',
      text: 'SELECT coalesce(max(position), 0)::float8 AS position FROM journal_position',
    });
    return rows[0]?.position ?? 0;
  }
}
