import { addCalendarDays, getProcedure, legalDayOf, type ActRow, type AppealState, type MeasureChange } from '@lianxi/casework';
import { record, type CaseRow, type ClockRow, type NewDelivery, type Tx } from '@lianxi/chassis';
import {
  CaseInHand,
  clocksOf,
  findCaseLocked,
  nextDue,
  releasedWork,
  startClock,
  stepClocks,
  workChanged,
  worksOf,
} from '@lianxi/department';

/** Who changes a measure: the body on whose decision it rests, or that decided on appeal. */
interface Changer {
  readonly tx: Tx;
  readonly body: string;
}

/** Puts down how far the appeal is, and what it makes of the measure, in one transaction with what led to it. */
export async function changeMeasure({ tx, body }: Changer, caseId: string, state: AppealState, change?: MeasureChange): Promise<void> {
  const row = await findCaseLocked(tx, caseId);
  if (!row) return;
  const inHand = new CaseInHand(row, tx.now);
  const act = (name: string, detail: Record<string, unknown>, clocks?: readonly ClockRow[]): void => {
    const step = stepFor(inHand.row, name);
    if (step)
      inHand.act(
        {
          procedure: 'measure',
          act: name,
          from: inHand.row.state,
          to: targetOf(step, inHand.row),
          clause: step.clause,
          body,
          post: null,
          detail,
        },
        { state: targetOf(step, inHand.row), ...(clocks ? { next_due_at: nextDue(clocks) } : {}) },
      );
  };
  act('note-appeal', { state });
  const before = await clocksOf(tx, caseId);
  const step = change && stepFor(row, change.change);
  const clocks = change && step ? clocksAfter(change, before, row, tx.now) : before;
  if (change && step) act(change.change, change.to === undefined ? {} : { to: change.to }, clocks);
  const open = change?.change === 'lift' ? (await worksOf(tx, caseId)).filter(({ final }) => !final) : [];
  const deliveries: NewDelivery[] = open.map((work) => workChanged(work, inHand.row, 'release'));
  await record(tx, {
    changedCase: { row: inHand.row, fromVersion: row.version },
    journal: inHand.acts,
    clocks,
    linkedWork: open.map((work) => releasedWork(work, tx.now)),
    deliveries,
  });
}

/** Undefined where the table has no such act in this state: what has ended is not shortened any more. */
const stepFor = ({ state }: CaseRow, name: string): ActRow | undefined =>
  getProcedure('measure').acts.find(({ act, byCourier, from }) => act === name && byCourier && from.includes(state));
const targetOf = ({ to }: ActRow, { state }: CaseRow): string => (to === 'same' ? state : to);

/** A measure that ends earlier has a new last day; one that is lifted has nothing to wait for. */
function clocksAfter({ change, to }: MeasureChange, before: readonly ClockRow[], row: CaseRow, now: string): ClockRow[] {
  if (change === 'lift')
    return stepClocks(
      before,
      before.map(({ rule }) => ({ do: 'cancel', clock: rule })),
      row,
      now,
    );
  if (to === undefined) return [...before];
  const at = to > legalDayOf(now) ? now : `${addCalendarDays(to, -1)}T04:00:00.000000Z`;
  return [...stepClocks(before, [{ do: 'cancel', clock: 'measure-ends' }], row, now), startClock('measure-ends', row, at, to)];
}
