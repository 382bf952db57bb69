import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { commitmentsOf, noHistory, OnMessage, record, RethrowFilter, type Effect, type InboxContext } from '@lianxi/chassis';
import type { IdentityAsked, IdentitySealed } from '@lianxi/contracts';
import { register } from '@lianxi/jurisdiction';
import { openingAct } from './openings/opening-acts';

/** What departments send here: every reporter's sealed identity, and what an officer of the holder asks for. */
@Controller()
@UseFilters(RethrowFilter)
export class IdentitiesInbox {
  @OnMessage('identity-sealed')
  async keep(@Payload() { receipt, sealed }: IdentitySealed, @Ctx() { tx, city, envelope }: InboxContext): Promise<Effect> {
    const kept = await tx.rows(
      'keep-identity',
      'INSERT INTO sealed_identities (case_id, city, receipt, sealed, kept_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1 AS done',
      [envelope.caseId, city, receipt, JSON.stringify(sealed), tx.now],
    );
    return kept.length === 0 ? 'stale' : undefined;
  }

  @OnMessage('identity-asked')
  async asked(
    @Payload() { openingId, body, post, forPost, person, reason, tell }: IdentityAsked,
    @Ctx() { tx, city, envelope, particulars }: InboxContext,
  ): Promise<Effect> {
    if (await tx.find('opening-known', 'SELECT 1 AS known FROM openings WHERE id = $1', [openingId])) return 'stale';
    const brought = particulars.map((particular) => ({ ...particular, case_id: openingId }));
    const opening = { id: openingId, city, version: 1, history_hash: noHistory };
    const act = openingAct(tx.now, opening, {
      act: 'ask',
      from: null,
      to: 'asked',
      detail: { caseId: envelope.caseId, reason, tell, person },
      particulars: commitmentsOf(brought),
      by: { body, post, ...(forPost === undefined ? {} : { forPost }) },
    });
    const access = [register.getCity(city).office, body].map((party, place) => ({
      case_id: openingId,
      body: party,
      city,
      part: place === 0 ? 'office' : 'addressee',
      since: tx.now,
      until: null,
    }));
    await record(tx, { journal: [act], particulars: brought, access });
    await tx.rows(
      'keep-opening',
      `INSERT INTO openings (id, case_id, city, state, version, history_hash, asked_by, asked_post, asked_body, reason, tell, asked_at)
      VALUES ($1, $2, $3, 'asked', 1, $4, $5, $6, $7, $8, $9, $10)`,
      [openingId, envelope.caseId, city, act.hash, person, post, body, reason, tell, tx.now],
    );
    return undefined;
  }
}
