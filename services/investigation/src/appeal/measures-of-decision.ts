import type { Tx } from '@lianxi/chassis';

/** A measure that a decision ordered, as its row has it. */
export interface OrderedMeasure extends Record<string, unknown> {
  readonly caseId: string;
  readonly place: number;
  readonly measure: string;
  readonly from: string;
  readonly to: string | null;
}

/** In the order in which they are locked, whoever changes several of them. */
export const measuresOfDecision = (tx: Tx, investigation: string): Promise<OrderedMeasure[]> =>
  tx.rows<OrderedMeasure>(
    'measures-of-decision',
    'SELECT case_id AS "caseId", place, code AS measure, from_day::text AS "from", to_day::text AS "to" FROM measures WHERE investigation = $1 ORDER BY place',
    [investigation],
  );
