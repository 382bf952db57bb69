import type { Tx } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';

/** An order to give many cases to another post, and how far it is. */
export interface Reassignment extends Record<string, unknown> {
  readonly id: string;
  readonly fromPost: string | null;
  readonly toPost: string;
  readonly orderedBy: string;
  readonly state: 'running' | 'finished';
  readonly rows: number;
  readonly done: number;
  readonly refused: number;
  readonly orderedAt: string;
  readonly finishedAt: string | null;
}

/** What became of one case; `outcome` is null until its turn has come, `code` says why it was refused. */
export interface ReassignmentRow extends Record<string, unknown> {
  readonly place: number;
  /** Null for a case that the reader may not know of, unless it was they who named it. */
  readonly caseId: string | null;
  readonly number: string | null;
  readonly outcome: 'done' | 'refused' | null;
  readonly code: string | null;
  readonly at: string | null;
}

const progress = `SELECT r.id, r.from_post AS "fromPost", r.to_post AS "toPost", r.ordered_by AS "orderedBy", r.state, r.rows,
    (SELECT count(*)::int FROM reassignment_rows d WHERE d.reassignment = r.id AND d.outcome = 'done') AS done,
    (SELECT count(*)::int FROM reassignment_rows d WHERE d.reassignment = r.id AND d.outcome = 'refused') AS refused,
    ${instant('r.ordered_at', '"orderedAt"')}, ${instant('r.finished_at', '"finishedAt"')} FROM reassignments r`;

export const findReassignment = (tx: Tx, id: string, body: string): Promise<Reassignment | undefined> =>
  tx.find<Reassignment>('reassignment', `${progress} WHERE r.id = $1 AND r.body = $2`, [id, body]);

/** The body's orders, the latest first. */
export const reassignmentsOf = (tx: Tx, body: string, after: string | null, limit: number): Promise<Reassignment[]> =>
  tx.rows<Reassignment>(
    'reassignments-page',
    `${progress} WHERE r.body = $1 AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
    [body, after, limit],
  );

export const rowsOfReassignment = (
  tx: Tx,
  id: string,
  person: string,
  { after, outcome, limit }: { readonly after: number; readonly outcome: string | null; readonly limit: number },
): Promise<ReassignmentRow[]> =>
  tx.rows<ReassignmentRow>(
    'reassignment-rows-page',
    `
    SELECT d.place, CASE WHEN EXISTS (SELECT 1 FROM reassignments r WHERE r.id = d.reassignment AND r.person = $5) OR EXISTS (SELECT 1 FROM cases c WHERE c.id = d.case_id) THEN d.case_id END AS "caseId",
      (SELECT c.number FROM cases c WHERE c.id = d.case_id) AS number, d.outcome, d.code, ${instant('d.done_at', 'at')} FROM reassignment_rows d
    WHERE d.reassignment = $1 AND d.place > $2 AND ($3::text IS NULL OR coalesce(d.outcome, 'waiting') = $3) ORDER BY d.place LIMIT $4`,
    [id, after, outcome, limit, person],
  );
