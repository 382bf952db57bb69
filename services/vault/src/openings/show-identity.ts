import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ActRefused } from '@lianxi/casework';
import {
  AccessLog,
  Courier,
  inTransaction,
  OFFICER_POOL,
  openIdentity,
  problems,
  record,
  type Actor,
  type Identity,
  type OpenedShares,
  type Tx,
} from '@lianxi/chassis';
import { openingAct, stepOpening } from './opening-acts';
import { identityOfCase, openingColumns, type IdentityRow, type OpeningRow } from './opening-row';

/** What the officer named is shown; `identity` is empty where the reporter gave none. */
export interface ShownIdentity {
  readonly identity: Identity;
  readonly until: string | null;
}

/** Puts the two halves together in memory, for the one officer who asked, in the post in which they asked; each look is an act on the record. */
@Injectable()
export class ShowIdentity {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /** Throws a 404 problem for everybody else, and `showing-over` once it is closed. */
  async show(id: string, actor: Actor): Promise<ShownIdentity> {
    const shown = await inTransaction(this.pool, actor, (tx) => this.showIn(tx, id, actor));
    if (!shown) {
      await this.accessLog.noteDenial(actor, id);
      throw problems.notFound();
    }
    this.courier.wake();
    return shown;
  }

  private async showIn(tx: Tx, id: string, actor: Actor): Promise<ShownIdentity | undefined> {
    const row = await tx.find<OpeningRow>('opening-locked', `SELECT ${openingColumns} FROM openings o WHERE o.id = $1 FOR UPDATE`, [id]);
    if (!row || row.asked_by !== actor.person || row.asked_post !== actor.post) return undefined;
    if (row.state !== 'open' || (row.open_until ?? '') <= tx.now) throw new ActRefused('showing-over', { field: 'act' });
    const identity = await this.open(tx, row);
    const look = openingAct(
      tx.now,
      { ...row, version: row.version + 1 },
      { act: 'show', from: 'open', to: 'open', detail: { person: actor.person }, by: actor },
    );
    await record(tx, { journal: [look] });
    await stepOpening(tx, row, 'open', look.hash);
    return { identity, until: row.open_until };
  }

  private async open(tx: Tx, row: OpeningRow): Promise<Identity> {
    const kept = await tx.rows<{ shares: string }>(
      'shares-of-opening',
      'SELECT shares FROM opening_approvals WHERE opening = $1 AND shares IS NOT NULL ORDER BY at',
      [row.id],
    );
    const [one, other] = kept.map(({ shares }) => this.courier.sealing.open(shares) as OpenedShares);
    const sealed = await tx.find<IdentityRow>('identity-of-case', identityOfCase, [row.case_id]);
    if (!one || !other || !sealed) throw new ActRefused('showing-over', { field: 'act' });
    return openIdentity(sealed.sealed, [one, other]);
  }
}
