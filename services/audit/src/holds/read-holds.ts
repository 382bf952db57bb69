import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actsAllowed, auditHold, holdGrounds, stateLabelOf, type Label, type PastAct } from '@lianxi/casework';
import { AccessLog, inTransaction, OFFICER_POOL, problems, type Actor } from '@lianxi/chassis';
import { allowedView, instant } from '@lianxi/department';
import { findHeldCase, holdStanding, holdSubject } from './held-case';

/** A hold as auditors see it. */
export interface HoldView {
  readonly caseId: string;
  readonly state: string;
  readonly stateLabel: Label | undefined;
  readonly ground: string | null;
  readonly groundLabel: Label | undefined;
  readonly placedAt: string | null;
  readonly placedBy: string | null;
  /** `kept` and `let-go` once the holder's own record says so; `on-its-way` until then; `erased` where it came too late. */
  readonly atHolder: 'on-its-way' | 'kept' | 'let-go' | 'erased';
  readonly acts: readonly ReturnType<typeof allowedView>[];
}

interface HoldRow extends Record<string, unknown> {
  readonly caseId: string;
  readonly state: string;
  readonly ground: string;
  readonly placedAt: string;
  readonly placedBy: string;
  readonly n: number;
  /** The last order that the holder's record shows. */
  readonly heeded: { readonly n: number; readonly act: string } | null;
  readonly erased: boolean;
  readonly past: readonly PastAct[];
}

const holds = `SELECT h.case_id AS "caseId", h.state, h.ground, ${instant('h.placed_at', '"placedAt"')}, h.placed_post AS "placedBy", h.n, h.past,
    (SELECT jsonb_build_object('n', (r.content -> 'detail' ->> 'n')::int, 'act', r.act) FROM recorded_rows r WHERE r.case_id = h.case_id AND r.kind = 'journal' AND r.act IN ('keep-for-audit', 'end-keep-for-audit') ORDER BY (r.content -> 'detail' ->> 'n')::int DESC LIMIT 1) AS heeded,
    EXISTS (SELECT 1 FROM recorded_rows e WHERE e.case_id = h.case_id AND e.kind = 'journal' AND e.act = 'confirm-erasure') AS erased
  FROM audit_holds h WHERE h.city = $1`;

/** What the city's auditors keep from being erased, and whether the holder's own record says that it is kept. */
@Injectable()
export class ReadHolds {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  async list(actor: Actor, after: string | null, limit: number): Promise<{ lines: HoldView[]; next: string | null }> {
    const found = await inTransaction(this.pool, actor, (tx) =>
      tx.rows<HoldRow>('holds-page', `${holds} AND ($2::uuid IS NULL OR h.case_id < $2) ORDER BY h.case_id DESC LIMIT $3`, [
        actor.city,
        after,
        limit + 1,
      ]),
    );
    const lines = found.slice(0, limit);
    return { lines: lines.map((row) => viewOf(row, actor)), next: found.length > limit ? (lines.at(-1)?.caseId ?? null) : null };
  }

  /** Throws a 404 problem for a case the record of the auditor's city does not know, which is on the record as a denial. */
  async read(caseId: string, actor: Actor): Promise<HoldView> {
    const { known, held } = await inTransaction(this.pool, actor, async (tx) => ({
      known: await findHeldCase(tx, caseId, actor.city),
      held: await tx.find<HoldRow>('hold', `${holds} AND h.case_id = $2`, [actor.city, caseId]),
    }));
    if (!known) {
      await this.accessLog.noteDenial(actor, caseId);
      throw problems.notFound();
    }
    return held
      ? viewOf(held, actor)
      : {
          caseId,
          state: 'free',
          stateLabel: stateLabelOf(auditHold.id, 'free'),
          ground: null,
          groundLabel: undefined,
          placedAt: null,
          placedBy: null,
          atHolder: known.erased ? 'erased' : 'let-go',
          acts: actsFor(known, actor),
        };
  }
}

function viewOf(row: HoldRow, actor: Actor): HoldView {
  const { caseId, state, ground, placedAt, placedBy, n, heeded, erased } = row;
  const isHeeded = heeded !== null && heeded.n >= n && (heeded.act === 'keep-for-audit') === (state === 'held');
  return {
    caseId,
    state,
    stateLabel: stateLabelOf(auditHold.id, state),
    ground,
    groundLabel: holdGrounds.find(({ code }) => code === ground)?.label,
    placedAt,
    placedBy,
    atHolder: erased ? 'erased' : !isHeeded ? 'on-its-way' : state === 'held' ? 'kept' : 'let-go',
    acts: actsFor(row, actor),
  };
}

const actsFor = (held: Parameters<typeof holdSubject>[0], actor: Actor): HoldView['acts'] =>
  actsAllowed(auditHold, holdSubject(held), holdStanding(actor)).map(allowedView);
