import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ActRefused, identityOpening, identityPeriods, perform, StaleVersion, type Performed } from '@lianxi/casework';
import {
  AccessLog,
  areSharesOf,
  canonical,
  commitmentsOf,
  Courier,
  inTransaction,
  newParticular,
  OFFICER_POOL,
  problems,
  record,
  sha256,
  type Actor,
  type OpenedShares,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore, type ActRequest } from '@lianxi/department';
import { openingAct, openingStanding, openingSubject, stepOpening, takeSharesAway } from './opening-acts';
import { identityOfCase, openingColumns, type IdentityRow, type OpeningRow } from './opening-row';

export interface OpeningDecision extends ActRequest {
  /** Of an approval: the custodian's opened halves, sealed to this service (base64). */
  readonly share?: string;
}

/** What a custodian hands in with an approval. */
interface HandedIn {
  readonly opening: string;
  readonly key: string;
  readonly shares: OpenedShares;
}

/** What custodians decide. An approval without the right half of the key is none. */
@Injectable()
export class DecideOpening {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /** Throws what the engine refuses, a 404 problem for an opening of another city, and `share-wrong` for what the key does not open. */
  async decide(decision: OpeningDecision, actor: Actor): Promise<string> {
    const answer = await inTransaction(this.pool, actor, (tx) => this.decideIn(tx, decision, actor));
    if (answer === undefined) {
      await this.accessLog.noteDenial(actor, decision.id);
      throw problems.notFound();
    }
    this.courier.wake();
    return answer;
  }

  private async decideIn(tx: Tx, { id, act, version, form, share, key }: OpeningDecision, actor: Actor): Promise<string | undefined> {
    const row = await tx.find<OpeningRow>('opening-locked', `SELECT ${openingColumns} FROM openings o WHERE o.id = $1 FOR UPDATE`, [id]);
    const requestHash = sha256(canonical({ id, act, version, form, share: share ?? null }));
    const before = await answeredBefore(tx, actor.person, key, requestHash);
    if (before !== undefined) return before;
    if (!row || openingStanding(actor, row.city).parts.length === 0) return undefined;
    if (row.version !== version) throw new StaleVersion({ version: row.version, since: [] });
    const performed = perform(identityOpening, await openingSubject(tx, row), openingStanding(actor, row.city), act, form);
    const usedKey = act === 'approve' ? await this.approve(tx, row, share ?? '', actor) : undefined;
    const particulars = Object.entries(performed.form.texts).map(([name, text]) =>
      newParticular(row.id, row.city, `identity-opening.${act}.${name}`, text),
    );
    const done = openingAct(
      tx.now,
      { ...row, version: row.version + 1 },
      {
        act,
        from: performed.from,
        to: performed.to,
        detail: { ...performed.form.codes, ...(usedKey === undefined ? {} : { key: usedKey }), person: actor.person },
        particulars: commitmentsOf(particulars),
        by: actor,
      },
    );
    const text = JSON.stringify({ id: row.id, state: performed.to, version: row.version + 1 });
    const fresh = await record(tx, {
      journal: [done],
      particulars,
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 200, answer: text, case_id: row.id },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    await this.step(tx, row, performed, done.hash);
    return text;
  }

  /** Keeps the custodian's halves for as long as somebody may look, and returns the name of the key that opened them. */
  private async approve(tx: Tx, row: OpeningRow, share: string, actor: Actor): Promise<string> {
    const handedIn = this.read(share);
    const identity = await tx.find<IdentityRow>('identity-of-case', identityOfCase, [row.case_id]);
    const used = await tx.rows<{ key: string; acts_as: string }>(
      'keys-used',
      'SELECT key, acts_as FROM opening_approvals WHERE opening = $1',
      [row.id],
    );
    const actsAs = actor.forPost ?? actor.post;
    // Somebody else may have come into the post meanwhile: a post approves once, whoever holds it.
    if (used.some((each) => each.acts_as === actsAs)) throw new ActRefused('same-person', { field: 'act' });
    if (
      !identity ||
      handedIn.opening !== row.id ||
      !areSharesOf(identity.sealed, handedIn.key, handedIn.shares) ||
      used.some(({ key }) => key === handedIn.key)
    )
      throw new ActRefused('share-wrong', { field: 'share' });
    await tx.rows(
      'keep-approval',
      'INSERT INTO opening_approvals (opening, city, person, post, acts_as, for_person, key, shares, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        row.id,
        row.city,
        actor.person,
        actor.post,
        actsAs,
        actor.forPerson ?? null,
        handedIn.key,
        this.courier.sealing.seal('vault', handedIn.shares),
        tx.now,
      ],
    );
    return handedIn.key;
  }

  private read(share: string): HandedIn {
    try {
      const { opening, key, shares } = this.courier.sealing.open(share) as HandedIn;
      return { opening: String(opening), key: String(key), shares: { ...shares } };
    } catch {
      throw new ActRefused('share-wrong', { field: 'share' });
    }
  }

  private async step(tx: Tx, row: OpeningRow, { to }: Performed, hash: string): Promise<void> {
    await stepOpening(tx, row, to, hash);
    if (to === 'refused') await takeSharesAway(tx, row.id);
    if (to === 'open')
      await tx.rows(
        'open-until',
        `UPDATE openings SET opened_at = lianxi_now(), open_until = lianxi_now() + make_interval(hours => $2) WHERE id = $1`,
        [row.id, identityPeriods.shownForHours],
      );
  }
}
