import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { legalDayOf } from '@lianxi/casework';
import { inTransaction, OFFICER_POOL, type Actor, type CaseRow } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import { endedStatesSql } from '../cases/ended-states';
import { decidedAnew } from './decide-anew';
import { RuleBook } from './rule-book';

/** An open matter of the body that the rules of today give to another, to be offered to it. */
export interface RuleChange {
  readonly caseId: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly epoch: number;
  /** The edition it was decided by, and the one that answers differently. */
  readonly decidedBy: string;
  readonly edition: string;
  readonly proposedHolder: string;
  readonly rules: readonly string[];
}

export interface RuleChangesPage {
  readonly lines: readonly RuleChange[];
  readonly next: string | null;
}

type LookedAt = Pick<CaseRow, 'id' | 'number' | 'state' | 'version' | 'epoch' | 'procedure' | 'facts' | 'decision' | 'holder' | 'city'> &
  Record<string, unknown> & { readonly at: string };

/** Open matters looked through for one page: most of them the change does not concern. */
const lookedThrough = 1_000;

const open = `
  SELECT c.id, c.number, c.state, c.version, c.epoch, c.procedure, c.facts, c.decision, c.holder, c.city, ${instant('c.updated_at', 'at')} FROM cases c
  WHERE c.standing = 'holding' AND c.state <> ALL (${endedStatesSql}) AND c.holder = $1 AND ($2::timestamptz IS NULL OR (c.updated_at, c.id) < ($2::timestamptz, $3::uuid))
  ORDER BY c.updated_at DESC, c.id DESC LIMIT $4`;

/** Decides open matters anew each time it is asked, so the list is never older than the rules or the cases. */
@Injectable()
export class RuleChanges {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(RuleBook) private readonly rules: RuleBook,
  ) {}

  /** A page may hold few lines or none and still have a next one: it ends where the body's open matters do. */
  read(actor: Actor, after: { readonly at: string; readonly id: string } | undefined, limit: number): Promise<RuleChangesPage> {
    return inTransaction(this.pool, actor, async (tx) => {
      const rows = await tx.rows<LookedAt>('open-to-decide-anew', open, [actor.body, after?.at ?? null, after?.id ?? null, lookedThrough]);
      const today = legalDayOf(tx.now);
      const lines: RuleChange[] = [];
      for (const row of rows) {
        const anew = decidedAnew(row, this.rules.current(), today);
        if (anew) lines.push(changeOf(row, anew.record));
        if (lines.length === limit) return { lines, next: `${row.at}~${row.id}` };
      }
      const last = rows.at(-1);
      return { lines, next: last && rows.length === lookedThrough ? `${last.at}~${last.id}` : null };
    });
  }
}

const changeOf = (row: LookedAt, { edition, decision }: NonNullable<ReturnType<typeof decidedAnew>>['record']): RuleChange => ({
  caseId: row.id,
  number: row.number,
  state: row.state,
  version: row.version,
  epoch: row.epoch,
  decidedBy: String(row.decision?.['edition']),
  edition,
  proposedHolder: decision.supervision.holder,
  rules: decision.supervision.rules,
});
