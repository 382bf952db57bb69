import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  Courier,
  inTransaction,
  newId,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  sealRow,
  type Actor,
  type CaseRow,
  type Tx,
} from '@lianxi/chassis';
import { findCase } from '../cases/read-rows';
import { mayKnow } from '../sealed/named-people';

/** Since when a post watches a case, and the version it had at the last look: what came later is new. */
export interface Watch extends Record<string, unknown> {
  readonly since: string;
  readonly seenVersion: number;
}

export const findWatch = (tx: Tx, caseId: string, post: string): Promise<Watch | undefined> =>
  tx.find<Watch>(
    'watch',
    `SELECT to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since, seen_version AS "seenVersion" FROM watches WHERE case_id = $1 AND post = $2`,
    [caseId, post],
  );

/** What was shown is no longer new. */
export const noteLookOfWatcher = (tx: Tx, row: CaseRow, post: string): Promise<unknown> =>
  tx.rows(
    'watcher-looked',
    'UPDATE watches SET seen_version = $3, looked_at = lianxi_now() WHERE case_id = $1 AND post = $2 AND seen_version < $3',
    [row.id, post, row.version],
  );

/** A post that may see a case may watch it. Both are on the record; doing either twice changes nothing. */
@Injectable()
export class WatchCase {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  /** Throws a 404 problem for a case that is not the actor's to see. */
  async set(caseId: string, isWatched: boolean, actor: Actor): Promise<{ caseId: string; watched: boolean }> {
    await inTransaction(this.pool, actor, async (tx) => {
      const row = await findCase(tx, caseId);
      if (!row || !(await mayKnow(tx, row, actor))) throw problems.notFound();
      const changed = isWatched
        ? await tx.rows(
            'watch-case',
            'INSERT INTO watches (case_id, post, city, since, seen_version, looked_at) VALUES ($1, $2, $3, lianxi_now(), $4, lianxi_now()) ON CONFLICT DO NOTHING RETURNING 1 AS done',
            [row.id, actor.post, row.city, row.version],
          )
        : await tx.rows('unwatch-case', 'DELETE FROM watches WHERE case_id = $1 AND post = $2 RETURNING 1 AS done', [row.id, actor.post]);
      if (changed.length === 0) return;
      await record(tx, {
        journal: [
          sealRow(noHistory, {
            id: newId(),
            city: row.city,
            case_id: row.id,
            version: null,
            procedure: 'watch',
            act: isWatched ? 'watch' : 'unwatch',
            from_state: null,
            to_state: null,
            clause: 'office-practice',
            epoch: row.epoch,
            body: actor.body,
            post: actor.post,
            for_post: actor.forPost ?? null,
            recorded_at: tx.now,
            effective_at: tx.now,
            detail: { person: actor.person },
            particulars: [],
          }),
        ],
      });
    });
    this.courier.wake();
    return { caseId, watched: isWatched };
  }
}
