import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  commitmentsOf,
  newId,
  OnMessage,
  record,
  RethrowFilter,
  SERVICE,
  type Effect,
  type HandOverRow,
  type InboxContext,
  type NewDelivery,
  type Particular,
  type ServiceDefinition,
} from '@lianxi/chassis';
import { DesignationOrdered } from '@lianxi/contracts';
import { register } from '@lianxi/jurisdiction';
import { CaseInHand } from '../cases/case-acts';
import { owedToOffice, partsIn } from '../cases/holding';
import { clocksOf, findCaseLocked, handOversOf, worksOf } from '../cases/read-rows';
import { clocksOfNewHolder, nextDue } from '../clocks/case-clocks';
import { commitHandOver, type Luggage } from '../hand-over/commit-hand-over';
import { luggageOf } from '../hand-over/commit-open-hand-over';
import { workChanged } from '../linked-work/ask-work';
import { recusedBodyOf } from '../recusal/recused-bodies';
import { uncoveredWork } from '../linked-work/work-effects';
import { officeService } from '../register/service-names';
import { RuleBook } from '../rules/rule-book';

/** Carries out the office's designations in one transaction, or says that the case has moved on. */
@Controller()
@UseFilters(RethrowFilter)
export class DesignationsInbox {
  constructor(
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(RuleBook) private readonly rules: RuleBook,
  ) {}

  @OnMessage('designation-ordered')
  async ordered(@Payload() order: DesignationOrdered, @Ctx() { tx, city, envelope, particulars }: InboxContext): Promise<Effect> {
    const caseId = envelope.caseId ?? '';
    const row = await findCaseLocked(tx, caseId);
    const answer = (outcome: string, epoch: number, journalId: string | null): NewDelivery => ({
      id: newId(),
      city,
      receiver: officeService,
      to_body: null,
      kind: 'designation-answered@1',
      case_id: caseId,
      journal_id: journalId,
      access_id: null,
      body: { designationId: order.designationId, outcome, epoch },
      particulars: [],
      hand_over_id: null,
    });
    const isStale = !row || row.standing !== 'holding' || row.epoch !== order.expectedEpoch;
    // What was ordered before it was known whose staff the case concerns is not carried out: the office knows by now, and names another.
    if (isStale || (await recusedBodyOf(tx, caseId)) === order.lead) {
      await record(tx, { journal: [], deliveries: [answer('stale', row?.epoch ?? 1, null)] });
      return 'stale';
    }
    const cancelled = (await handOversOf(tx, caseId))
      .filter(({ side, state }) => side === 'origin' && state === 'offered')
      .map((offer) => ({ ...offer, state: 'cancelled', changed_at: tx.now }));
    const inHand = new CaseInHand(row, tx.now);
    const staysHere = order.service === this.service.name;
    const act = inHand.act(
      {
        procedure: 'designation',
        act: 'carry-out',
        from: 'ordered',
        to: 'carried-out',
        clause: order.clause,
        body: register.getCity(city).office,
        post: null,
        detail: { designation: order.designationId, lead: order.lead, service: order.service, heldBy: row.holder },
        particulars: commitmentsOf(particulars),
      },
      {
        lead: order.lead,
        interim: false,
        co_handlers: coHandlersAfter(row, order.lead),
        joint_bodies: [],
        ...(staysHere ? { holder: order.lead, epoch: row.epoch + 1 } : {}),
      },
    );
    const withdrawn = cancelled.map((offer) => withdrawal(offer, act.id));
    if (staysHere) {
      const clocks = clocksOfNewHolder(await clocksOf(tx, caseId), tx.now);
      const works = await worksOf(tx, caseId);
      const uncovered = uncoveredWork(inHand.row, works, this.rules.current(), tx.now);
      const told = works.filter(({ final }) => !final).map((work) => workChanged(work, inHand.row, 'follow'));
      await record(tx, {
        changedCase: { row: { ...inHand.row, next_due_at: nextDue(clocks) }, fromVersion: row.version },
        journal: inHand.acts,
        clocks,
        particulars,
        handOvers: cancelled,
        access: partsIn(inHand.row, tx.now, (body) => this.rules.servesBody(body)),
        linkedWork: uncovered ? [uncovered.work] : [],
        deliveries: [
          answer('carried-out', inHand.row.epoch, act.id),
          ...withdrawn,
          ...owedToOffice(inHand.row, act.id),
          ...told,
          ...(uncovered ? [uncovered.delivery(inHand.row, act.id)] : []),
        ],
      });
      return undefined;
    }
    const committed = commitHandOver(
      inHand,
      this.service.name,
      {
        id: newId(),
        kind: 'designation',
        to: { service: order.service, body: order.lead },
        clause: order.clause,
        fromState: null,
        openedAt: tx.now,
        subject: { designation: order.designationId },
      },
      withBrought(await luggageOf(tx, caseId), particulars),
      tx.now,
    );
    await record(tx, {
      changedCase: { row: inHand.row, fromVersion: row.version },
      journal: inHand.acts,
      clocks: committed.clocks,
      particulars,
      access: committed.access,
      handOvers: [...cancelled, committed.handOver],
      deliveries: [answer('carried-out', inHand.row.epoch, act.id), ...withdrawn, ...committed.deliveries],
    });
    return undefined;
  }
}

/** The office's reasons go along with the case that they moved. */
const withBrought = (luggage: Luggage, particulars: readonly Particular[]): Luggage => ({
  ...luggage,
  particulars: [...luggage.particulars, ...particulars.map(({ id }) => id)],
});

/** The other candidates and co-handlers stay concerned; the designated lead is no longer among them. */
function coHandlersAfter(
  row: { co_handlers: readonly string[]; decision: Readonly<Record<string, unknown>> | null },
  lead: string,
): string[] {
  const decision = row.decision?.['decision'] as { supervision?: { candidates?: string[] } } | undefined;
  return [...new Set([...(decision?.supervision?.candidates ?? []), ...row.co_handlers])].filter((body) => body !== lead);
}

const withdrawal = (offer: HandOverRow, journalId: string): NewDelivery => ({
  id: newId(),
  city: offer.city,
  receiver: offer.to_service,
  to_body: offer.to_body,
  kind: 'transfer-withdrawn@1',
  case_id: offer.case_id,
  journal_id: journalId,
  access_id: null,
  body: { handOverId: offer.id, epoch: offer.epoch, outcome: 'cancelled' },
  particulars: [],
  hand_over_id: null,
});
