import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { getProcedure, isDecidedIn, isInvestigating } from '@lianxi/casework';
import {
  commitmentsOf,
  NeverMind,
  newId,
  OnMessage,
  record,
  RethrowFilter,
  SERVICE,
  type CaseRow,
  type ClockRow,
  type Effect,
  type InboxContext,
  type LinkedWorkRow,
  type Particular,
  type ServiceDefinition,
  type Tx,
} from '@lianxi/chassis';
import { WorkAsked, WorkChanged, WorkReported } from '@lianxi/contracts';
import { CaseInHand } from '../cases/case-acts';
import { partsIn } from '../cases/holding';
import { clocksOf, findCaseLocked, findWork, handOversOf, worksOf } from '../cases/read-rows';
import { nextDue, stepClocks } from '../clocks/case-clocks';
import { measuresOf } from '../recusal/recuse';
import { releasedWork, workChanged } from './ask-work';
import { openWork } from './open-work';
import { OWN_FOLLOWING, whatFollows, type OwnFollowing } from './what-follows';
import { RuleBook } from '../rules/rule-book';

/** Work that cases ask of bodies in other services, and of bodies in this one just the same. */
@Controller()
@UseFilters(RethrowFilter)
export class WorksInbox {
  constructor(
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(RuleBook) private readonly rules: RuleBook,
    @Inject(OWN_FOLLOWING) private readonly follow: OwnFollowing,
  ) {}

  /** The work becomes a case of its own here, held by the body that was asked. */
  @OnMessage('work-asked')
  async asked(@Payload() order: WorkAsked, @Ctx() context: InboxContext): Promise<Effect> {
    const { tx } = context;
    if (await findCaseLocked(tx, order.workId)) return 'stale';
    const particulars = broughtTo(order.workId, context.particulars);
    const { inHand, clocks } = openWork(order, context, this.service.name, particulars);
    await record(tx, {
      newCase: inHand.row,
      journal: inHand.acts,
      clocks,
      particulars,
      access: partsIn(inHand.row, tx.now, (body) => this.rules.servesBody(body)),
    });
    return undefined;
  }

  /** What the asked body did becomes an act on the case that asked, wherever that case is held now. A decision that crossed with its taking back stands, and what was ordered instead is taken back. */
  @OnMessage('work-reported')
  async reported(@Payload() report: WorkReported, @Ctx() context: InboxContext): Promise<Effect> {
    const { tx, sender } = context;
    const row = await findCaseLocked(tx, report.caseId);
    const work = await findWork(tx, report.workId);
    if (!row || !work || work.case_id !== row.id) return 'stale';
    const mayTell = [work.service, ...(await handOversOf(tx, row.id)).map(({ from_service: from }) => from)];
    if (!mayTell.includes(sender)) throw new NeverMind(`${sender} was not asked to do this work.`);
    const particulars = broughtTo(row.id, context.particulars);
    if (row.standing !== 'holding') {
      await record(tx, { journal: [], particulars, deliveries: [forwarded(row, report, particulars)] });
      return undefined;
    }
    const inHand = new CaseInHand(row, tx.now);
    const act = inHand.act({
      procedure: work.procedure,
      act: report.act,
      from: report.from,
      to: report.to,
      clause: report.clause,
      body: report.body,
      post: report.post,
      detail: { ...report.codes, work: work.id, service: work.service },
      particulars: commitmentsOf(particulars),
    });
    const isTooLateToTakeBack = work.state === 'released' && isDecidedIn(work.procedure, report.to);
    const isNews = report.version > work.of_version && (work.state !== 'released' || isTooLateToTakeBack);
    const told = isNews
      ? {
          ...work,
          state: report.to,
          final: getProcedure(work.procedure).states[report.to]?.final ?? false,
          of_version: report.version,
          changed_at: tx.now,
        }
      : work;
    const next = whatFollows(inHand.row, told, report, particulars, this.rules.current(), tx.now);
    const instead = isTooLateToTakeBack ? (await worksOf(tx, row.id)).filter((each) => each.id !== work.id && isInvestigating(each)) : [];
    const linkedWork = [told, ...next.linkedWork, ...instead.map((each) => releasedWork(each, tx.now))];
    const clocks = await clocksAfter(tx, inHand.row, linkedWork);
    await record(tx, {
      changedCase: { row: { ...inHand.row, ...(clocks ? { next_due_at: nextDue(clocks) } : {}) }, fromVersion: row.version },
      journal: inHand.acts,
      particulars,
      ...(clocks ? { clocks } : {}),
      linkedWork,
      deliveries: [...next.deliveries(act.id), ...instead.map((each) => workChanged(each, inHand.row, 'release'))],
    });
    if (isNews) await this.follow(tx, inHand.row, told, report);
    return undefined;
  }

  /** The asking case goes on; what is taken back takes back what it asked of others itself. Its word counts from the service that holds it: the one known here, or one of a later epoch. */
  @OnMessage('work-changed')
  async changed(@Payload() change: WorkChanged, @Ctx() { tx, sender, particulars: given }: InboxContext): Promise<Effect> {
    const row = await findCaseLocked(tx, change.workId);
    if (!row?.linked_to) return 'early';
    const known = row.linked_to;
    if (change.epoch < known.epoch || (change.epoch === known.epoch && sender !== known.service)) return 'stale';
    if (change.act === 'recuse') return passOnRecusal(tx, row, change, sender);
    const step = getProcedure(row.procedure).acts.find(
      ({ act, byCourier, from }) => act === change.act && byCourier && from.includes(row.state),
    );
    if (getProcedure(row.procedure).states[row.state]?.final || (!step && change.act !== 'follow')) return 'stale';
    const particulars = broughtTo(row.id, given);
    const before = await clocksOf(tx, row.id);
    const clocks = stepClocks(
      before,
      change.act === 'release' ? before.map(({ rule }) => ({ do: 'cancel', clock: rule })) : (step?.clocks ?? []),
      row,
      tx.now,
    );
    const inHand = new CaseInHand(row, tx.now);
    inHand.act(
      {
        procedure: row.procedure,
        act: change.act,
        from: row.state,
        to: step?.to ?? row.state,
        clause: step?.clause ?? 'hand-over',
        body: change.holder,
        post: null,
        detail: { ...change.codes, service: sender, epoch: change.epoch },
        particulars: commitmentsOf(particulars),
      },
      {
        state: step?.to ?? row.state,
        linked_to: { ...known, service: sender, body: change.holder, epoch: change.epoch },
        next_due_at: nextDue(clocks),
      },
    );
    const left = change.act === 'release' ? (await worksOf(tx, row.id)).filter(({ final }) => !final) : [];
    await record(tx, {
      changedCase: { row: inHand.row, fromVersion: row.version },
      journal: inHand.acts,
      clocks,
      particulars,
      linkedWork: left.map((work) => releasedWork(work, tx.now)),
      deliveries: left.map((work) => workChanged(work, inHand.row, 'release')),
    });
    return undefined;
  }
}

/** Somebody, or a body whose staff is concerned, is off the case that asked, so they are off this one, ended or not, and off what it asked for itself. */
async function passOnRecusal(tx: Tx, row: CaseRow, { codes, holder, epoch }: WorkChanged, sender: string): Promise<Effect> {
  const inHand = new CaseInHand(row, tx.now);
  inHand.act({
    procedure: row.procedure,
    act: codes['ofBody'] === undefined ? 'order-recusal' : 'note-authority-staff',
    from: row.state,
    to: row.state,
    clause: 'recusal',
    body: holder,
    post: null,
    detail: { ...codes, service: sender, epoch },
  });
  const works = [...(await worksOf(tx, row.id)), ...(await measuresOf(tx, row.id))];
  await record(tx, {
    changedCase: { row: inHand.row, fromVersion: row.version },
    journal: inHand.acts,
    deliveries: works.map((work) => workChanged(work, inHand.row, 'recuse', codes)),
  });
  return undefined;
}

/** While a violation is investigated elsewhere the matter's own period rests; it goes on when nothing of it is investigated any more. */
async function clocksAfter(tx: Tx, row: CaseRow, changed: readonly LinkedWorkRow[]): Promise<ClockRow[] | undefined> {
  if (row.state === 'suspended' || !changed.some(({ final, subject }) => final && 'decidedLead' in subject)) return undefined;
  const known = await worksOf(tx, row.id);
  const works = [...known.filter(({ id }) => !changed.some((work) => work.id === id)), ...changed];
  return works.some(isInvestigating)
    ? undefined
    : stepClocks(await clocksOf(tx, row.id), [{ do: 'resume', clock: 'handling' }], row, tx.now);
}

/** What came with a message belongs to the case here: a new row, the same commitment, so that it can be erased here alone. */
const broughtTo = (caseId: string, particulars: readonly Particular[]): Particular[] =>
  particulars.map((each) => ({ ...each, id: newId(), case_id: caseId }));

const forwarded = (row: CaseRow, report: WorkReported, particulars: readonly Particular[]) => ({
  id: newId(),
  city: row.city,
  receiver: row.service,
  to_body: row.holder,
  kind: 'work-reported@1',
  case_id: row.id,
  journal_id: null,
  access_id: null,
  body: { ...report },
  particulars: particulars.map(({ id }) => id),
  hand_over_id: null,
});
