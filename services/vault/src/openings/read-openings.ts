import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actsAllowed, identityOpening } from '@lianxi/casework';
import {
  AccessLog,
  CONFIGURATION,
  inTransaction,
  OFFICER_POOL,
  problems,
  type Actor,
  type Challenge,
  type Configuration,
  type Tx,
} from '@lianxi/chassis';
import { allowedView, type OfferedAct } from '@lianxi/department';
import { openingStanding, openingSubject } from './opening-acts';
import { identityOfCase, openingColumns, type IdentityRow, type OpeningRow } from './opening-row';

export type OpeningLine = Pick<
  OpeningRow,
  | 'id'
  | 'case_id'
  | 'city'
  | 'state'
  | 'version'
  | 'asked_post'
  | 'asked_body'
  | 'reason'
  | 'tell'
  | 'asked_at'
  | 'opened_at'
  | 'open_until'
>;

/** What a custodian judges by, and what the key is used on. */
export interface OpeningView extends Record<string, unknown> {
  readonly opening: OpeningLine;
  /** Why the officer asks, in the officer's words; for custodians. */
  readonly reasons: string | null;
  readonly acts: readonly OfferedAct[];
  /** For a custodian: the halves by the key they are sealed to, and whose key what is opened must be sealed to again. */
  readonly challenge: Challenge | null;
}

const line = ({
  id,
  case_id,
  city,
  state,
  version,
  asked_post,
  asked_body,
  reason,
  tell,
  asked_at,
  opened_at,
  open_until,
}: OpeningRow): OpeningLine => ({
  id,
  case_id,
  city,
  state,
  version,
  asked_post,
  asked_body,
  reason,
  tell,
  asked_at,
  opened_at,
  open_until,
});

/** Openings as custodians of the city see them, and as officers see those they asked for themselves. */
@Injectable()
export class ReadOpenings {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  list(actor: Actor, after: string | null, limit: number): Promise<{ lines: OpeningLine[]; next: string | null }> {
    return inTransaction(this.pool, actor, async (tx) => {
      const found = await tx.rows<OpeningRow>(
        'openings',
        `SELECT ${openingColumns} FROM openings o WHERE o.city = $1 AND ($2 OR (o.asked_by = $3 AND o.asked_post = $4)) AND ($5::uuid IS NULL OR o.id < $5) ORDER BY o.id DESC LIMIT $6`,
        [actor.city, isCustodian(actor), actor.person, actor.post, after, limit + 1],
      );
      return { lines: found.slice(0, limit).map(line), next: found.length > limit ? (found[limit - 1]?.id ?? null) : null };
    });
  }

  /** Throws a 404 problem, on the record as a denial, for who is neither a custodian of the city nor the officer who asked. */
  async read(id: string, actor: Actor): Promise<OpeningView> {
    const view = await inTransaction(this.pool, actor, async (tx) => {
      const row = await tx.find<OpeningRow>('opening', `SELECT ${openingColumns} FROM openings o WHERE o.id = $1`, [id]);
      return row && (isCustodian(actor) || (row.asked_by === actor.person && row.asked_post === actor.post))
        ? this.viewOf(tx, row, actor)
        : undefined;
    });
    if (!view) {
      await this.accessLog.noteDenial(actor, id);
      throw problems.notFound();
    }
    await this.accessLog.noteLook('case-opened', actor, id);
    return view;
  }

  private async viewOf(tx: Tx, row: OpeningRow, actor: Actor): Promise<OpeningView> {
    const reasons = await tx.find<{ text: string }>(
      'reasons-of-opening',
      `SELECT value #>> '{}' AS text FROM particulars WHERE case_id = $1 AND kind = 'ask-identity.reasons'`,
      [row.id],
    );
    const acts = isCustodian(actor) ? actsAllowed(identityOpening, await openingSubject(tx, row), openingStanding(actor, row.city)) : [];
    return {
      opening: line(row),
      reasons: reasons?.text ?? null,
      acts: acts.map(allowedView),
      challenge: acts.some(({ act }) => act === 'approve') ? await this.challengeOf(tx, row) : null,
    };
  }

  private async challengeOf(tx: Tx, row: OpeningRow): Promise<Challenge> {
    const identity = await tx.find<IdentityRow>('identity-of-case', identityOfCase, [row.case_id]);
    return {
      opening: row.id,
      vault: this.configuration.LIANXI_SEAL_PUBLIC['vault'] ?? '',
      shares: (identity?.sealed.shares ?? []).map(({ pair, key, sealed }) => ({ pair, key, sealed })),
    };
  }
}

const isCustodian = ({ role }: Actor): boolean => role === 'identity-custodian';
