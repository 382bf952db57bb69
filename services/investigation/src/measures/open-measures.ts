import {
  addCalendarDays,
  findMeasure,
  followsByItself,
  proposedMeasures,
  recusedIn,
  type ClockRuleId,
  type Measure,
  type ProposedMeasure,
} from '@lianxi/casework';
import {
  commitmentsOf,
  newId,
  newParticular,
  record,
  type CaseRow,
  type ClockRow,
  type JournalRow,
  type Particular,
} from '@lianxi/chassis';
import { CaseInHand, nextDue, partsIn, pastOf, startClock, type ActEffect, type EffectGround } from '@lianxi/department';

/** A measure as it is opened: what was proposed, or what follows by itself, from its first day on. */
interface Opened extends ProposedMeasure {
  readonly from: string;
  readonly clause: string;
  /** The name of the subject, read from the proposal. */
  readonly name: unknown;
}

/**
 * The decision takes effect, and with it every measure it orders: a case for each, in the same transaction, so that there is one of each or none.
 * The row that stands for it carries (investigation, place), which is unique.
 */
export async function openMeasures(ground: EffectGround): Promise<ActEffect> {
  const measures = await measuresOf(ground);
  const opened: Record<string, unknown>[] = [];
  for (const measure of measures) opened.push({ place: measure.place, measure: measure.code, case: await openOne(ground, measure) });
  return { detail: { measures: opened } };
}

async function measuresOf(ground: EffectGround): Promise<Opened[]> {
  const { row, acts, tx } = ground;
  const past = pastOf(acts);
  const proposed = proposedMeasures(past.map((act, place) => ({ ...act, particulars: acts[place]?.particulars ?? [] })));
  const names = await tx.rows<{ id: string; value: unknown }>(
    'names-of-subjects',
    `SELECT id, value FROM particulars WHERE case_id = $1 AND kind = 'propose-measure.subject'`,
    [row.id],
  );
  const servedOn = servedOnOf(ground);
  const ordered = proposed.map((each): Opened => ({
    ...each,
    from: each.from !== undefined && each.from > servedOn ? each.from : servedOn,
    clause: findMeasure(each.code)?.clauses[0] ?? '',
    name: names.find(({ id }) => each.particulars.includes(id))?.value,
  }));
  return [...ordered, ...following(ordered, row.city, servedOn)];
}

const servedOnOf = ({ performed, today }: EffectGround): string =>
  typeof performed.form.codes['effectiveOn'] === 'string' ? performed.form.codes['effectiveOn'] : today;

/** What a printed clause lets follow without anybody proposing it, once for each subject. */
function following(ordered: readonly Opened[], city: string, from: string): Opened[] {
  const last = Math.max(0, ...ordered.map(({ place }) => place));
  const subjects = [...new Set(ordered.map(({ subject }) => subject))];
  return subjects
    .flatMap((subject) => {
      const theirs = ordered.filter((each) => each.subject === subject);
      return followsByItself(
        theirs.map(({ code }) => code),
        city,
      ).map(({ brings, clause }) => ({ code: brings, clause, subject, name: theirs[0]?.name }));
    })
    .map((each, at) => ({ ...each, place: last + at + 1, from, particulars: [] }));
}

/** Returns the id of the measure's case. */
async function openOne(ground: EffectGround, opened: Opened): Promise<string> {
  const { row, tx, actor } = ground;
  const measure = findMeasure(opened.code) as Measure;
  const caseOf = { id: newId(), city: row.city };
  const name = newParticular(caseOf.id, row.city, 'measure.subject', opened.name ?? '');
  const clocks = clocksFor(measure, opened, ground, caseOf);
  const state = firstState(measure, opened, ground.today);
  const inHand = CaseInHand.opened(
    {
      ...caseOf,
      number: null,
      kind: row.kind,
      state,
      resumes_in: null,
      standing: 'holding',
      service: row.service,
      holder: row.holder,
      lead: null,
      interim: false,
      joint_bodies: [],
      co_handlers: [],
      epoch: 1,
      received_by: actor.body,
      received_on: opened.from,
      channel: 'linked-work',
      facts: row.facts,
      decision: null,
      assigned_post: null,
      mark: row.mark,
      filed_at: tx.now,
      updated_at: tx.now,
      next_due_at: nextDue(clocks),
      procedure: 'measure',
      linked_to: { caseId: row.id, service: row.service, body: row.holder, epoch: row.epoch, number: row.number },
    },
    tx.now,
  );
  inHand.act({
    procedure: 'measure',
    act: 'open',
    from: null,
    to: state,
    clause: opened.clause,
    body: actor.body,
    post: actor.post,
    forPost: actor.forPost,
    detail: {
      investigation: row.id,
      place: opened.place,
      measure: opened.code,
      subjectHash: opened.subject,
      from: opened.from,
      ...(opened.to === undefined ? {} : { to: opened.to }),
      ...(opened.amount === undefined ? {} : { amount: opened.amount }),
    },
    particulars: commitmentsOf([name]),
  });
  for (const recused of new Set(recusedIn(pastOf(ground.acts))))
    inHand.act({
      procedure: 'measure',
      act: 'order-recusal',
      from: state,
      to: state,
      clause: 'recusal',
      body: actor.body,
      post: actor.post,
      detail: { recused },
    });
  await write(ground, inHand, { name, clocks, opened });
  return caseOf.id;
}

interface Written {
  readonly name: Particular;
  readonly clocks: readonly ClockRow[];
  readonly opened: Opened;
}

async function write(
  { tx, row }: EffectGround,
  { row: measureCase, acts }: { row: CaseRow; acts: JournalRow[] },
  { name, clocks, opened }: Written,
): Promise<void> {
  await record(tx, { newCase: measureCase, journal: acts, clocks, particulars: [name], access: partsIn(measureCase, tx.now, () => true) });
  await tx.rows(
    'keep-measure',
    `INSERT INTO measures (case_id, city, investigation, place, code, subject_hash, clause, from_day, to_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [measureCase.id, row.city, row.id, opened.place, opened.code, opened.subject, opened.clause, opened.from, opened.to ?? null],
  );
}

/** A ban whose last day passed before it was served lapses with the first look of the clock. */
function firstState({ ends }: Measure, { from }: Opened, today: string): string {
  if (ends === 'carried-out') return 'to-carry-out';
  if (ends === 'by-decision') return 'without-end';
  return from > today ? 'ordered' : 'in-force';
}

/** A measure has the clocks of the days its decision names; what must be carried out has a period of its own unless a day is named. */
function clocksFor(
  { ends }: Measure,
  { from, to }: Opened,
  ground: Pick<EffectGround, 'today' | 'tx'>,
  caseOf: { id: string; city: string },
): ClockRow[] {
  const onDay = (rule: ClockRuleId, until: string): ClockRow =>
    startClock(rule, caseOf, until > ground.today ? ground.tx.now : `${addCalendarDays(until, -1)}T04:00:00.000000Z`, until);
  if (ends === 'by-decision') return [];
  if (ends === 'carried-out')
    return [to !== undefined && to > ground.today ? onDay('carrying-out', to) : startClock('carrying-out', caseOf, ground.tx.now)];
  return [
    ...(from > ground.today ? [onDay('measure-begins', addCalendarDays(from, -1))] : []),
    ...(to === undefined ? [] : [onDay('measure-ends', to)]),
  ];
}
