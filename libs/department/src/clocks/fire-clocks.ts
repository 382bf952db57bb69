import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { clockRules } from '@lianxi/casework';
import { Courier, COURIER_POOL, inTransaction, LOGGER, record, Repeating, type ClockRow, type Logger, type Tx } from '@lianxi/chassis';
import { CaseInHand } from '../cases/case-acts';
import { clockColumns } from '../cases/case-columns';
import { findCaseLocked } from '../cases/read-rows';
import { afterFiring, readingOf } from './case-clocks';
import { keepReminders, postsToRemind } from './reminders';

/**
 * Fires what is due, in order of when it was due, also what became due while everything was down: the firing, the clock and
 * the case change in one transaction, so each moment fires once however many processes look.
 */
@Injectable()
export class FireClocks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(@Inject(COURIER_POOL) private readonly pool: Pool, @Inject(Courier) private readonly courier: Courier, @Inject(LOGGER) logger: Logger) {
    this.repeating = new Repeating('clocks', 500, () => this.fireAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async fireAll(): Promise<void> {
    while (this.repeating.goesOn && await inTransaction(this.pool, undefined, fireNext)) this.courier.wake();
  }
}

/** A period this build does not know waits for one that does, and holds up nothing behind it. */
const knownRules = Object.keys(clockRules);

async function fireNext(tx: Tx): Promise<boolean> {
  const due = await tx.find<{ id: string; case_id: string }>('next-clock', `
    SELECT k.id, k.case_id FROM clocks k JOIN cases c ON c.id = k.case_id
    WHERE k.fires_at <= (SELECT lianxi_now()) AND c.standing = 'holding' AND k.rule = ANY ($1) ORDER BY k.fires_at, k.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`, [knownRules]);
  if (!due) return false;
  const row = await findCaseLocked(tx, due.case_id);
  const clock = await tx.find<ClockRow & Record<string, unknown>>('clock-locked', `SELECT ${clockColumns} FROM clocks k WHERE k.id = $1 AND k.fires_at <= lianxi_now() FOR UPDATE`, [due.id]);
  const next = clock && readingOf(clock)?.reminders.find(({ share }) => !clock.fired.includes(share));
  if (!row || !clock || !next) return false;
  const reminded = await postsToRemind(tx, row, next.share);
  const inHand = new CaseInHand(row, tx.now);
  const act = inHand.act({
    procedure: 'clock', act: next.share === 1 ? 'fall-due' : 'remind', from: row.state, to: row.state, clause: readingOf(clock)?.rule.clause ?? '', body: row.holder, post: null,
    detail: { clock: clock.id, rule: clock.rule, share: next.share, meantFor: next.at, reminded },
  });
  await record(tx, { changedCase: { row: inHand.row, fromVersion: row.version }, journal: inHand.acts, clocks: [afterFiring(clock, next.share)] });
  await keepReminders(tx, row, { clock, share: next.share, posts: reminded });
  await tx.rows('note-firing', `INSERT INTO clock_firings (clock_id, share, city, meant_for, fired_at, journal_id) VALUES ($1, $2, $3, $4, lianxi_now(), $5)`, [clock.id, next.share, row.city, next.at, act.id]);
  return true;
}
