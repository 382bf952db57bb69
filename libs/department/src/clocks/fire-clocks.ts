import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { clockRules, getProcedure, type ActRow } from '@lianxi/casework';
import {
  Courier,
  COURIER_POOL,
  inTransaction,
  LOGGER,
  record,
  Repeating,
  type CaseRow,
  type ClockRow,
  type Logger,
  type Tx,
} from '@lianxi/chassis';
import { CaseInHand } from '../cases/case-acts';
import { clockColumns } from '../cases/case-columns';
import { clocksOf, findCaseLocked } from '../cases/read-rows';
import { afterFiring, nextDue, readingOf, stepClocks } from './case-clocks';
import { keepReminders, postsToRemind } from './reminders';

/**
 * Fires what is due, in order of when it was due, also what became due while everything was down: the firing, the clock and
 * the case change in one transaction, so each moment fires once however many processes look.
 */
@Injectable()
export class FireClocks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('clocks', 1_000, () => this.fireAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async fireAll(): Promise<void> {
    while (this.repeating.goesOn && (await inTransaction(this.pool, undefined, fireNext))) this.courier.wake();
  }
}

/** A period this build does not know waits for one that does, and holds up nothing behind it. */
const knownRules = Object.keys(clockRules);

async function fireNext(tx: Tx): Promise<boolean> {
  const due = await tx.find<{ id: string; case_id: string }>(
    'next-clock',
    `
    SELECT k.id, k.case_id FROM clocks k JOIN cases c ON c.id = k.case_id
    WHERE k.fires_at <= (SELECT lianxi_now()) AND c.standing = 'holding' AND k.rule = ANY ($1) ORDER BY k.fires_at, k.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`,
    [knownRules],
  );
  if (!due) return false;
  const row = await findCaseLocked(tx, due.case_id);
  const clock = await tx.find<ClockRow & Record<string, unknown>>(
    'clock-locked',
    `SELECT ${clockColumns} FROM clocks k WHERE k.id = $1 AND k.fires_at <= lianxi_now() FOR UPDATE`,
    [due.id],
  );
  const next = clock && readingOf(clock)?.reminders.find(({ share }) => !clock.fired.includes(share));
  if (!row || !clock || !next) return false;
  const reminded = await postsToRemind(tx, row, next.share);
  const inHand = new CaseInHand(row, tx.now);
  const act = inHand.act({
    procedure: 'clock',
    act: next.share === 1 ? 'fall-due' : 'remind',
    from: row.state,
    to: row.state,
    clause: readingOf(clock)?.rule.clause ?? '',
    body: row.holder,
    post: null,
    detail: { clock: clock.id, rule: clock.rule, share: next.share, meantFor: next.at, reminded },
  });
  const clocks = await whatTheDayBrings(tx, inHand, afterFiring(clock, next.share), next.share);
  await record(tx, { changedCase: { row: inHand.row, fromVersion: row.version }, journal: inHand.acts, clocks });
  await keepReminders(tx, row, { clock, share: next.share, posts: reminded });
  await tx.rows(
    'note-firing',
    `INSERT INTO clock_firings (clock_id, share, city, meant_for, fired_at, journal_id) VALUES ($1, $2, $3, $4, lianxi_now(), $5)`,
    [clock.id, next.share, row.city, next.at, act.id],
  );
  return true;
}

/** The act that a period's end does by itself, where the table says so; returns the clocks as they are afterwards. */
async function whatTheDayBrings(tx: Tx, inHand: CaseInHand, fired: ClockRow, share: number): Promise<ClockRow[]> {
  const { row } = inHand;
  const { acts, states } = getProcedure(row.procedure);
  const step = share === 1 ? acts.find(({ byClock, from }) => byClock === fired.rule && from.includes(row.state)) : undefined;
  if (!step) return [fired];
  const all = (await clocksOf(tx, row.id)).map((clock) => (clock.id === fired.id ? fired : clock));
  const isOver = states[step.to]?.final === true;
  const clocks = stepClocks(all, isOver ? all.map(({ rule }) => ({ do: 'cancel', clock: rule })) : (step.clocks ?? []), row, tx.now);
  inHand.act(entryOf(step, row), { state: targetOf(step, row), next_due_at: nextDue(clocks) });
  return clocks;
}

/** A period that only closes a possibility leaves the case in its state. */
const targetOf = ({ to }: ActRow, { state }: CaseRow): string => (to === 'same' ? state : to);

const entryOf = (step: ActRow, row: CaseRow): Parameters<CaseInHand['act']>[0] => ({
  procedure: row.procedure,
  act: step.act,
  from: row.state,
  to: targetOf(step, row),
  clause: step.clause,
  body: row.holder,
  post: null,
  detail: { clock: step.byClock },
});
