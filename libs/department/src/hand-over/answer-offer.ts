import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { handOver, perform, plainFacts, type Actor as KernelActor, type Standing, type Subject } from '@lianxi/casework';
import {
  canonical,
  commitmentsOf,
  Courier,
  inTransaction,
  newId,
  newParticular,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  sealRow,
  sha256,
  type Actor,
  type CaseRow,
  type HandOverRow,
  type NewDelivery,
} from '@lianxi/chassis';
import { answeredBefore } from '../cases/perform-act';
import { findHandOver } from '../cases/read-rows';
import { mayKnow } from '../sealed/named-people';
import { endAddresseePart } from './addressee-part';

/** What an answer to an offer is answered with. */
export interface OfferAnswered {
  readonly handOverId: string;
  readonly act: string;
  readonly state: string;
}

export interface OfferAnswer {
  readonly id: string;
  readonly act: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** An offer as the engine sees it: it has a state of its own, and none of the case's. */
export const offerSubject = (offer: HandOverRow): Subject => ({
  state: offer.state,
  resumesIn: null,
  interim: false,
  past: [],
  facts: { ...plainFacts, openOffer: true, holder: offer.from_body },
});

export const offerStanding = (actor: Actor, offer: HandOverRow): Standing => ({
  actor: actor as KernelActor,
  parts: offer.to_body === actor.body ? ['addressee'] : [],
});

/** The addressee's answer to an offered transfer; the holder's inbox commits or takes it back. */
@Injectable()
export class AnswerOffer {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  async answer(order: OfferAnswer, actor: Actor): Promise<string> {
    const requestHash = sha256(canonical({ id: order.id, act: order.act, form: order.form }));
    const answer = await inTransaction(this.pool, actor, async (tx) => {
      await tx.rows('lock-offer', `SELECT 1 FROM hand_overs WHERE id = $1 AND side = 'addressee' FOR UPDATE`, [order.id]);
      const before = await answeredBefore(tx, actor.person, order.key, requestHash);
      if (before !== undefined) return before;
      const offer = await findHandOver(tx, order.id, 'addressee');
      if (!offer || offer.to_body !== actor.body) throw problems.notFound();
      if (!(await mayKnow(tx, { id: offer.case_id, mark: offer.subject['mark'] as CaseRow['mark'] }, actor))) throw problems.notFound();
      const performed = perform(handOver, offerSubject(offer), offerStanding(actor, offer), order.act, order.form);
      const particulars = Object.entries(performed.form.texts).map(([name, text]) =>
        newParticular(offer.case_id, offer.city, `hand-over.${name}`, text),
      );
      const row = sealRow(noHistory, {
        id: newId(),
        city: offer.city,
        case_id: offer.case_id,
        version: null,
        procedure: 'hand-over',
        act: order.act,
        from_state: performed.from,
        to_state: performed.to,
        clause: performed.clause,
        epoch: offer.epoch,
        body: actor.body,
        post: actor.post,
        for_post: actor.forPost ?? null,
        recorded_at: tx.now,
        effective_at: tx.now,
        detail: { handOver: offer.id, ...performed.form.codes, person: actor.person },
        particulars: commitmentsOf(particulars),
      });
      const text = JSON.stringify({ handOverId: offer.id, act: order.act, state: performed.to } satisfies OfferAnswered);
      const fresh = await record(tx, {
        journal: [row],
        particulars,
        handOvers: [{ ...offer, state: performed.to, changed_at: tx.now }],
        deliveries: [
          answerMessage(
            offer,
            order,
            row.id,
            particulars.map(({ id }) => id),
          ),
        ],
        idempotency: { actor: actor.person, key: order.key, request_hash: requestHash, status: 200, answer: text, case_id: offer.case_id },
      });
      if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
      if (order.act === 'return') await endAddresseePart(tx, offer.case_id, offer.to_body);
      return text;
    });
    this.courier.wake();
    return answer;
  }
}

function answerMessage(offer: HandOverRow, { act, form }: OfferAnswer, journalId: string, particulars: readonly string[]): NewDelivery {
  const body = {
    handOverId: offer.id,
    epoch: offer.epoch,
    ...(act === 'return' ? { clause: form['basis'], alternative: form['alternative'] } : {}),
  };
  return {
    id: newId(),
    city: offer.city,
    receiver: offer.from_service,
    to_body: offer.from_body,
    kind: act === 'accept' ? 'transfer-accepted@1' : 'transfer-returned@1',
    case_id: offer.case_id,
    journal_id: journalId,
    access_id: null,
    body,
    particulars,
    hand_over_id: null,
  };
}
