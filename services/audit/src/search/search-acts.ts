import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actLabelOf, findClause, type Label } from '@lianxi/casework';
import type { ExportFilter } from '@lianxi/checker';
import { AccessLog, canonical, inTransaction, OFFICER_POOL, sha256, type Actor, type LookKind } from '@lianxi/chassis';
import { instant } from '@lianxi/department';
import { lookLabels } from '../looks/look-labels';
import { conditionsOf } from '../record-filter';

interface Found {
  readonly id: string;
  readonly at: string;
  readonly service: string;
  readonly kind: 'journal' | 'access';
  readonly procedure: string | null;
  readonly act: string;
  readonly caseId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly clause: string | null;
  readonly body: string | null;
  readonly post: string | null;
  readonly forPost: string | null;
  readonly leaf: number | null;
}

/** A row of some service's record in the words people use for it, and its place in the log; null while it is not a leaf yet. */
export type FoundAct = Omit<Found, 'clause'> & {
  readonly label: Label | undefined;
  readonly clause: ReturnType<typeof findClause> | { readonly id: string } | null;
};

const columns = `r.row_id AS id, ${instant('r.recorded_at', 'at')}, r.service, r.kind, r.content ->> 'procedure' AS procedure, r.act, r.case_id AS "caseId", r.content ->> 'from_state' AS from, r.content ->> 'to_state' AS to,
  r.content ->> 'clause' AS clause, r.body, r.content ->> 'post' AS post, r.content ->> 'for_post' AS "forPost", l.leaf_index::float8 AS leaf`;

/** What was done and looked at, in every service of the auditor's city, the latest first. That somebody searched is on the record, of what only a hash. */
@Injectable()
export class SearchActs {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  async find(
    filter: ExportFilter,
    actor: Actor,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<{ lines: FoundAct[]; next: string | null }> {
    await this.accessLog.noteLook('search', actor, filter.caseId ?? null, sha256(canonical(filter)));
    const { texts, values } = conditionsOf(filter, 5);
    // Unnamed, so that it is planned for the very filter.
    const found = await inTransaction(this.pool, actor, (tx) =>
      tx.rows<Found & Record<string, unknown>>(
        '',
        `
      SELECT ${columns} FROM recorded_rows r LEFT JOIN ledger_leaves l ON l.service = r.service AND l.position = r.position
      WHERE ${['r.city = $1', '($2::timestamptz IS NULL OR (r.recorded_at, r.row_id) < ($2::timestamptz, $3::uuid))', ...texts].join(' AND ')} ORDER BY r.recorded_at DESC, r.row_id DESC LIMIT $4`,
        [actor.city, after?.at ?? null, after?.id ?? null, limit + 1, ...values],
      ),
    );
    const lines = found.slice(0, limit);
    const last = lines.at(-1);
    return { lines: lines.map(inWords), next: found.length > limit && last ? `${last.at}~${last.id}` : null };
  }
}

const inWords = ({ clause, ...row }: Found): FoundAct => ({
  ...row,
  clause: clause === null ? null : (findClause(clause) ?? { id: clause }),
  label: row.kind === 'access' ? lookLabels[row.act as LookKind] : actLabelOf(row.procedure ?? '', row.act),
});
