import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  commitmentsOf,
  OnMessage,
  record,
  RethrowFilter,
  SERVICE,
  type Effect,
  type HandOverRow,
  type InboxContext,
  type ServiceDefinition,
} from '@lianxi/chassis';
import { TransferAccepted, TransferOffered, TransferReturned, TransferWithdrawn } from '@lianxi/contracts';
import { CaseInHand } from '../cases/case-acts';
import { clocksOf, findCaseLocked, findHandOver } from '../cases/read-rows';
import { meetClocks, nextDue } from '../clocks/case-clocks';
import { endAddresseePart } from './addressee-part';
import { commitOpenHandOver } from './commit-open-hand-over';

/** What hand-overs bring in from other services, and from this one when both bodies work in it. */
@Controller()
@UseFilters(RethrowFilter)
export class HandOversInbox {
  constructor(@Inject(SERVICE) private readonly service: ServiceDefinition) {}

  /** An offer is shown to the addressee with what it needs to judge; it holds nothing yet. */
  @OnMessage('transfer-offered')
  async offered(@Payload() offer: TransferOffered, @Ctx() { tx, sender, city, envelope, particulars }: InboxContext): Promise<Effect> {
    const caseId = envelope.caseId ?? '';
    const row: HandOverRow = {
      id: offer.handOverId,
      side: 'addressee',
      case_id: caseId,
      city,
      kind: 'transfer',
      state: 'offered',
      from_service: sender,
      from_body: offer.fromBody,
      to_service: this.service.name,
      to_body: offer.toBody,
      epoch: offer.epoch,
      subject: offer.subject,
      opened_at: tx.now,
      changed_at: tx.now,
    };
    const access = [
      {
        case_id: caseId,
        body: offer.toBody,
        city,
        part: 'addressee',
        since: tx.now,
        until: null,
        sealed: offer.subject['mark'] === 'sealed',
      },
    ];
    await record(tx, { journal: [], handOvers: [row], access, particulars });
    return undefined;
  }

  /** The addressee accepted: the holder commits, unless the case has moved on in the meantime. */
  @OnMessage('transfer-accepted')
  async accepted(@Payload() { handOverId, epoch }: TransferAccepted, @Ctx() { tx, envelope }: InboxContext): Promise<Effect> {
    const row = await findCaseLocked(tx, envelope.caseId ?? '');
    const offer = await findHandOver(tx, handOverId, 'origin');
    if (!row || offer?.state !== 'offered' || row.epoch !== epoch || row.standing !== 'holding') return 'stale';
    await commitOpenHandOver(tx, row, offer, this.service.name);
    return undefined;
  }

  @OnMessage('transfer-returned')
  async returned(@Payload() answer: TransferReturned, @Ctx() { tx, envelope, particulars }: InboxContext): Promise<Effect> {
    const row = await findCaseLocked(tx, envelope.caseId ?? '');
    const offer = await findHandOver(tx, answer.handOverId, 'origin');
    if (!row || offer?.state !== 'offered' || row.epoch !== answer.epoch) return 'stale';
    const inHand = new CaseInHand(row, tx.now);
    const clocks = meetClocks(await clocksOf(tx, row.id), 'hand-over-answer', tx.now);
    inHand.act(
      {
        procedure: 'hand-over',
        act: 'return',
        from: 'offered',
        to: 'returned',
        clause: answer.clause,
        body: offer.to_body,
        post: null,
        detail: { handOver: offer.id, byBody: offer.to_body, toHolder: row.holder, alternative: answer.alternative ?? null },
        particulars: commitmentsOf(particulars),
      },
      { next_due_at: nextDue(clocks) },
    );
    await record(tx, {
      changedCase: { row: inHand.row, fromVersion: row.version },
      journal: inHand.acts,
      clocks,
      particulars,
      handOvers: [
        { ...offer, state: 'returned', changed_at: tx.now, subject: { ...offer.subject, alternative: answer.alternative ?? null } },
      ],
    });
    return undefined;
  }

  @OnMessage('transfer-withdrawn')
  async withdrawn(@Payload() { handOverId, outcome }: TransferWithdrawn, @Ctx() { tx, envelope }: InboxContext): Promise<Effect> {
    const offer = await findHandOver(tx, handOverId, 'addressee');
    if (!offer || offer.state === 'received') return 'stale';
    await record(tx, { journal: [], handOvers: [{ ...offer, state: outcome, changed_at: tx.now }] });
    await endAddresseePart(tx, envelope.caseId ?? '', offer.to_body);
    return undefined;
  }
}
