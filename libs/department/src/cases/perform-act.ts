import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  getProcedure,
  HeldElsewhere,
  InHandOver,
  legalDayOf,
  perform,
  StaleEpoch,
  StaleVersion,
  type Instant,
  type Performed,
  type Standing,
} from '@lianxi/casework';
import {
  canonical,
  commitmentsOf,
  CONFIGURATION,
  Courier,
  inTransaction,
  newParticular,
  OFFICER_POOL,
  PaperKeeper,
  problems,
  record,
  SERVICE,
  sha256,
  type Actor,
  type CaseRow,
  type ClockRow,
  type Configuration,
  type JournalRow,
  type ReceivedPaper,
  type ServiceDefinition,
  type Tx,
  type WriteSet,
} from '@lianxi/chassis';
import { nextDue, stepClocks } from '../clocks/case-clocks';
import { scheduleOf } from '../retention/schedule-of';
import { RuleBook } from '../rules/rule-book';
import type { Effects } from './act-effect';
import { ELECTRONIC_SEAL, type ElectronicSeal } from '../letters/electronic-seal';
import { ACT_EFFECTS, applyEffect } from './act-effects';
import { CaseInHand } from './case-acts';
import { indexed } from './holding';
import { identityHash, withoutIdentities } from './identity-hash';
import { actsOf, clocksOf, findCaseLocked, handOversOf, papersOf, worksOf } from './read-rows';
import { partsKnown } from '../sealed/named-people';
import { reporterOf, standingOf, subjectOf, type RowsOfCase } from './subject-of';

/** What a person asks to do, on the case as they saw it. */
export interface ActOrder {
  readonly caseId: string;
  readonly act: string;
  readonly version: number;
  readonly epoch: number;
  readonly form: Readonly<Record<string, unknown>>;
  readonly key: string;
  /** The file of an act that puts a paper on the case. */
  readonly paper?: ReceivedPaper;
  /** The order for many cases that this act is one row of. */
  readonly reassignment?: string;
}

/** An act asked for on something that is no case, as its asker saw it. */
/** What an act is answered with; the same for every repetition of it, to the byte. */
export interface ActDone {
  readonly caseId: string;
  readonly act: string;
  readonly state: string;
  readonly version: number;
  readonly epoch: number;
  readonly number: string | null;
}

export interface ActRequest {
  readonly id: string;
  readonly act: string;
  readonly version: number;
  readonly form: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** Does one act: locks the case, asks the engine, and writes case, clocks, journal, particulars and deliveries together. */
@Injectable()
export class PerformAct {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(PaperKeeper) private readonly keeper: PaperKeeper,
    @Inject(RuleBook) private readonly rules: RuleBook,
    @Inject(ACT_EFFECTS) private readonly effects: Effects,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(ELECTRONIC_SEAL) private readonly electronicSeal: ElectronicSeal | null,
  ) {}

  /** Returns the answer's JSON, the same for a repeated key. Throws the kernel's refusals and a 404 problem for a case not the actor's to see. */
  async perform(order: ActOrder, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.performWithin(tx, order, actor));
    this.courier.wake();
    return answer;
  }

  /** The same within a transaction begun for the actor: what else is written there commits with the act or not at all. Whoever began it wakes the courier. */
  async performWithin(tx: Tx, order: ActOrder, actor: Actor): Promise<string> {
    const requestHash = hashOf({ ...order, form: withoutIdentities(this.configuration.LIANXI_RECEIPT_KEY, order.form) });
    const row = await findCaseLocked(tx, order.caseId);
    const before = await answeredBefore(tx, actor.person, order.key, requestHash);
    if (before !== undefined) return before;
    if (!row) throw problems.notFound();
    const parts = await partsKnown(tx, row, actor);
    if (parts.length === 0) throw problems.notFound();
    refuseElsewhere(row);
    const acts = await actsOf(tx, row.id);
    refuseStale(row, acts, order);
    return this.performAs(tx, row, acts, standingOf(actor, row, parts), actor, order, requestHash);
  }

  /** Done by whoever has the case's receipt, in no post: they were shown no version that could be stale. The case is locked; throws as {@link perform}. */
  async performForReporter(tx: Tx, row: CaseRow, order: ActOrder): Promise<string> {
    const requestHash = hashOf(order);
    const reporter = reporterOf(row);
    const before = await answeredBefore(tx, reporter.person, order.key, requestHash);
    if (before !== undefined) return before;
    refuseElsewhere(row);
    return this.performAs(tx, row, await actsOf(tx, row.id), { actor: reporter, parts: ['reporter'] }, reporter, order, requestHash);
  }

  private async performAs(
    tx: Tx,
    row: CaseRow,
    acts: readonly JournalRow[],
    standing: Standing,
    actor: Actor,
    order: ActOrder,
    requestHash: string,
  ): Promise<string> {
    const [works, clocks] = [await worksOf(tx, row.id), await clocksOf(tx, row.id)];
    const performed = perform(
      getProcedure(row.procedure),
      subjectOf(
        row,
        { acts, handOvers: await handOversOf(tx, row.id), papers: await papersOf(tx, row.id), works, clocks },
        tx.now,
        scheduleOf(this.configuration),
      ),
      standing,
      order.act,
      order.form,
    );
    const set = await this.write(tx, row, { acts, works, clocks }, performed, actor, order);
    const inHand = set.changedCase?.row ?? row;
    const answer = JSON.stringify({
      caseId: row.id,
      act: order.act,
      state: inHand.state,
      version: inHand.version,
      epoch: inHand.epoch,
      number: inHand.number,
    } satisfies ActDone);
    const fresh = await record(tx, {
      ...set,
      idempotency: { actor: actor.person, key: order.key, request_hash: requestHash, status: 200, answer, case_id: row.id },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    return answer;
  }

  private identitiesOf({ form }: Performed): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(form.identities).map(([name, number]) => [name, identityHash(this.configuration.LIANXI_RECEIPT_KEY, number)]),
    );
  }

  private async write(
    tx: Tx,
    row: CaseRow,
    { acts, works, clocks: clocksBefore }: Pick<RowsOfCase, 'acts' | 'works' | 'clocks'>,
    performed: Performed,
    actor: Actor,
    { paper, reassignment }: ActOrder,
  ): Promise<WriteSet> {
    const inHand = new CaseInHand(row, tx.now);
    const effectiveAt = effectiveAtOf(performed, tx.now);
    const clocks = stepClocks(clocksBefore, performed.clocks, row, effectiveAt, dayNamedIn(acts));
    const texts = Object.entries(performed.form.texts).map(([name, text]) =>
      newParticular(row.id, row.city, `${performed.act}.${name}`, text),
    );
    const effect = await applyEffect(this.effects, performed.effect, {
      tx,
      row,
      acts,
      works,
      texts,
      identities: this.identitiesOf(performed),
      today: legalDayOf(tx.now),
      performed,
      actor,
      clocks,
      service: this.service,
      rules: this.rules.current(),
      schedule: scheduleOf(this.configuration),
      paper,
      isPractice: this.configuration.LIANXI_MODE !== 'production',
      electronicSeal: this.electronicSeal ?? undefined,
      keep: (kept) => this.keeper.put(row.id, kept.row.id, kept.bytes),
    });
    const particulars = [...texts, ...(effect.particulars ?? [])];
    const clocksAfter = clocksAtEnd(row, performed, effect.clocks ?? clocks, tx.now);
    const act = inHand.act(
      {
        procedure: row.procedure,
        act: performed.act,
        from: performed.from,
        to: performed.to,
        clause: performed.clause,
        body: actor.body || null,
        post: actor.post || null,
        forPost: actor.forPost,
        effectiveAt,
        detail: {
          ...performed.form.codes,
          ...effect.detail,
          ...(reassignment === undefined ? {} : { reassignment }),
          person: actor.person,
        },
        particulars: commitmentsOf(particulars),
      },
      { state: performed.to, next_due_at: nextDue(clocksAfter), ...effect.change },
    );
    return {
      changedCase: { row: inHand.row, fromVersion: row.version },
      journal: inHand.acts,
      particulars,
      clocks: clocksAfter,
      handOvers: effect.handOvers ?? [],
      linkedWork: effect.linkedWork ?? [],
      papers: effect.papers ?? [],
      access: effect.access ?? [],
      deliveries: [
        ...(effect.deliveries?.(inHand.row, act.id) ?? []),
        ...(isNewsForTheIndex(row, inHand.row) && performed.effect !== 'decide-again' ? [indexed(inHand.row, act.id)] : []),
      ],
    };
  }
}

/** Of a file its bytes and name count, not the id drawn for it: the same form may be sent again. */
function hashOf({ caseId, act, version, epoch, form: given, paper }: ActOrder): string {
  const { paper: _drawn, ...form } = given;
  return sha256(
    canonical({ caseId, act, version, epoch, form: paper === undefined ? given : { ...form, file: paper.sha256, name: paper.name } }),
  );
}

/** Where nothing more is to be done, nothing more falls due; what was only merged may go on. */
function clocksAtEnd(row: CaseRow, { to, effect }: Performed, clocks: readonly ClockRow[], now: Instant): readonly ClockRow[] {
  const isOver = getProcedure(row.procedure).states[to]?.final === true && effect !== 'merge';
  return isOver
    ? stepClocks(
        clocks,
        clocks.map(({ rule }) => ({ do: 'cancel', clock: rule })),
        row,
        now,
      )
    : clocks;
}

const isNewsForTheIndex = (before: CaseRow, after: CaseRow): boolean =>
  after.procedure === 'matter' && (before.state !== after.state || before.number !== after.number || before.mark !== after.mark);

/** The answer given to this request before. Asked once the lock is held: the same request may have come twice at the same moment. */
export async function answeredBefore(tx: Tx, actor: string, key: string, requestHash: string): Promise<string | undefined> {
  const row = await tx.find<{ request_hash: string; answer: string }>(
    'answered-before',
    'SELECT request_hash, answer FROM idempotency WHERE actor = $1 AND key = $2',
    [actor, key],
  );
  if (row && row.request_hash !== requestHash) throw problems.keyReused({ field: 'idempotency-key' });
  return row?.answer;
}

/** By when an answer was asked for. */
function dayNamedIn(acts: readonly JournalRow[]): string | undefined {
  const day = acts.find(({ act }) => act === 'ask')?.detail['answerBy'];
  return typeof day === 'string' ? day : undefined;
}

function refuseElsewhere(row: CaseRow): void {
  if (row.standing === 'in-hand-over') throw new InHandOver({ to: row.holder });
  if (row.standing === 'origin') throw new HeldElsewhere({ service: row.service, holder: row.holder });
}

/** An act meant for a case that has moved on is refused with what happened since, so that nothing is overwritten unseen. */
function refuseStale(row: CaseRow, acts: readonly JournalRow[], order: ActOrder): void {
  if (row.epoch !== order.epoch) throw new StaleEpoch({ epoch: row.epoch });
  if (row.version === order.version) return;
  const since = acts
    .filter(({ version }) => (version ?? 0) > order.version)
    .map(({ version, procedure, act, post, body, recorded_at: at, to_state: state }) => ({
      version,
      procedure,
      act,
      post,
      body,
      at,
      state,
    }));
  throw new StaleVersion({ version: row.version, since });
}

/** An act may have taken legal effect before it was recorded (postmark, receipt stamp); its clocks start from then. */
function effectiveAtOf(performed: Performed, now: Instant): Instant {
  const day = performed.form.codes['effectiveOn'];
  if (typeof day !== 'string') return now;
  const noon = `${day}T04:00:00.000000Z`;
  return noon < now ? noon : now;
}
