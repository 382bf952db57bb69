import { clockRules, getProcedure, remindedPosts, type ActRow, type ReminderChain } from '@lianxi/casework';
import type { CaseRow, Change, ClockRow, Tx } from '@lianxi/chassis';
import { CaseInHand, type ActEntry } from '../cases/case-acts';
import { casesLocked, clocksOfAll } from '../cases/read-rows';
import { afterFiring, nextDue, readingOf, stepClocks } from './case-clocks';
import { DueMoments } from './due-moments';
import { keepFirings, type Firing } from './keep-firings';
import { chainsOf } from './reminders';

export interface Batch {
  /** So many periods at most. */
  readonly most: number;
  /** Periods that are passed over. */
  readonly without: readonly string[];
  /** Those that were taken up, also when it failed. */
  tried: readonly string[];
}

/** A case with periods that are due, locked, and what has come of them so far. Nothing is written before all of the batch has. */
interface DueCase {
  readonly before: CaseRow;
  readonly inHand: CaseInHand;
  readonly chain: ReminderChain;
  readonly clocks: Map<string, ClockRow>;
  readonly changed: Set<string>;
}

/** A period this build does not know waits for one that does, and holds up nothing behind it. */
const knownRules = Object.keys(clockRules);

/** Cases, not periods, are locked, as by every act; those in somebody else's hands have their turn later. */
const dueClocks = `
  SELECT k.case_id FROM clocks k JOIN cases c ON c.id = k.case_id
  WHERE k.fires_at <= (SELECT lianxi_now()) AND c.standing = 'holding' AND k.rule = ANY ($1) AND k.id <> ALL ($2::uuid[]) ORDER BY k.fires_at, k.id LIMIT $3 FOR UPDATE OF c SKIP LOCKED`;

/**
 * Fires what has been due for longest, and of the same periods what was due before the last of them, so that nothing fires after what was
 * due later. All of it is written together. Returns how many moments fired.
 */
export async function fireDue(tx: Tx, batch: Batch): Promise<number> {
  const due = await tx.rows<{ case_id: string }>('due-clocks', dueClocks, [knownRules, batch.without, batch.most]);
  if (due.length === 0) return 0;
  const cases = await dueCases(tx, [...new Set(due.map(({ case_id }) => case_id))]);
  const caseOf = new Map(cases.flatMap((each) => [...each.clocks.keys()].map((id) => [id, each] as const)));
  const moments = new DueMoments(
    cases.flatMap(({ clocks }) => [...clocks.values()]).filter(({ id, rule }) => knownRules.includes(rule) && !batch.without.includes(id)),
    tx.now,
    batch.most,
  );
  batch.tried = moments.clocks;
  const firings: Firing[] = [];
  for (let id = moments.next(); id !== undefined; id = moments.next()) {
    const of = caseOf.get(id) as DueCase;
    if (!moments.isStill(of.clocks.get(id))) continue;
    firings.push(fire(of, id, tx.now));
    moments.put(of.clocks.get(id));
  }
  await keepFirings(tx, cases.flatMap(changesOf), firings);
  return firings.length;
}

async function dueCases(tx: Tx, ids: readonly string[]): Promise<DueCase[]> {
  const rows = (await casesLocked(tx, ids)).filter(({ standing }) => standing === 'holding');
  const chains = await chainsOf(tx, rows);
  const cases = new Map(
    rows.map((row) => {
      const chain = chains.get(row.id) as ReminderChain;
      return [
        row.id,
        { before: row, inHand: new CaseInHand(row, tx.now), chain, clocks: new Map<string, ClockRow>(), changed: new Set<string>() },
      ];
    }),
  );
  for (const clock of await clocksOfAll(tx, ids)) cases.get(clock.case_id)?.clocks.set(clock.id, clock);
  return [...cases.values()];
}

function fire({ inHand, chain, clocks, changed }: DueCase, id: string, now: string): Firing {
  const clock = clocks.get(id) as ClockRow;
  const reading = readingOf(clock);
  const next = reading?.reminders.find(({ share }) => !clock.fired.includes(share));
  if (!reading || !next) throw new Error('Nothing of this period is left to fire.');
  const { row } = inHand;
  const posts = remindedPosts(next.share, chain);
  const act = inHand.act({
    procedure: 'clock',
    act: next.share === 1 ? 'fall-due' : 'remind',
    from: row.state,
    to: row.state,
    clause: reading.rule.clause,
    body: row.holder,
    post: null,
    detail: { clock: id, rule: clock.rule, share: next.share, meantFor: next.at, reminded: posts },
  });
  const put = (each: ClockRow): void => {
    if (clocks.get(each.id) === each) return;
    clocks.set(each.id, each);
    changed.add(each.id);
  };
  put(afterFiring(clock, next.share));
  if (next.share === 1) whatTheDayBrings(inHand, [...clocks.values()], clock.rule, now).forEach(put);
  return { row, clock, share: next.share, meantFor: next.at, posts, journalId: act.id };
}

/** The act that a period's end does by itself, where the table says so; returns the clocks as they are afterwards. */
function whatTheDayBrings(inHand: CaseInHand, clocks: readonly ClockRow[], rule: string, now: string): readonly ClockRow[] {
  const { row } = inHand;
  const { acts, states } = getProcedure(row.procedure);
  const step = acts.find(({ byClock, from }) => byClock === rule && from.includes(row.state));
  if (!step) return [];
  const isOver = states[step.to]?.final === true;
  const stepped = stepClocks(clocks, isOver ? clocks.map((each) => ({ do: 'cancel', clock: each.rule })) : (step.clocks ?? []), row, now);
  inHand.act(entryOf(step, row), { state: targetOf(step, row), next_due_at: nextDue(stepped) });
  return stepped;
}

/** A period that only closes a possibility leaves the case in its state. */
const targetOf = ({ to }: ActRow, { state }: CaseRow): string => (to === 'same' ? state : to);

const entryOf = (step: ActRow, row: CaseRow): ActEntry => ({
  procedure: row.procedure,
  act: step.act,
  from: row.state,
  to: targetOf(step, row),
  clause: step.clause,
  body: row.holder,
  post: null,
  detail: { clock: step.byClock },
});

const changesOf = ({ before, inHand, clocks, changed }: DueCase): Change[] =>
  inHand.acts.length === 0
    ? []
    : [
        {
          changedCase: { row: inHand.row, fromVersion: before.version },
          journal: inHand.acts,
          clocks: [...changed].map((id) => clocks.get(id) as ClockRow),
        },
      ];
