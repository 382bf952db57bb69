import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { inTransaction, OFFICER_POOL, type Actor } from '@lianxi/chassis';
import { endedStatesSql } from '../cases/ended-states';
import { knownTo, readerValues } from '../sealed/named-people';

/** What a body has to do, in numbers. */
export interface BodyCounts extends Record<string, unknown> {
  readonly open: number;
  readonly overdue: number;
  /** Open cases whose next period ends within seven days, today included. */
  readonly dueSoon: number;
  /** How often other bodies gave a case back to this one in the last ninety days. */
  readonly returned: number;
}

const isOpen = `c.standing = 'holding' AND c.state <> ALL (${endedStatesSql})`;

/**
 * Sums and what changed since, each a row for a body and a day: as many cases as there are, the cost is that of the days. What ends in the
 * middle of today is not yet a day's sum, and what is sealed is counted for those alone who are named: both are few, and each has an index.
 * What the reader is recused from is in the body's sums, and taken off them.
 * (No index is asked about `lianxi_now()` itself, which may change from row to row: the moment is read once.)
 */
const counts = `
  WITH today AS MATERIALIZED (
    SELECT now, (now AT TIME ZONE 'Asia/Shanghai')::date AS day, date_trunc('day', now, 'Asia/Shanghai') AS began FROM (SELECT lianxi_now() AS now) moment),
  kept AS (
    SELECT what, day, count AS n FROM case_counts WHERE body = $1
    UNION ALL SELECT what, day, change FROM case_count_changes WHERE body = $1),
  summed AS (
    SELECT coalesce(sum(n) FILTER (WHERE what = 'open'), 0) AS open, coalesce(sum(n) FILTER (WHERE what = 'due' AND kept.day < today.day), 0) AS overdue,
           coalesce(sum(n) FILTER (WHERE what = 'due' AND kept.day BETWEEN today.day AND today.day + 7), 0) AS soon, coalesce(sum(n) FILTER (WHERE what = 'returned' AND kept.day > today.day - 90), 0) AS returned
    FROM today LEFT JOIN kept ON true),
  within_today AS (
    SELECT count(*) AS n FROM cases c WHERE ${isOpen} AND c.holder = $1 AND c.mark <> 'sealed' AND c.next_due_at > (SELECT began FROM today) AND c.next_due_at <= (SELECT now FROM today)),
  sealed AS (
    SELECT count(*) AS open, count(*) FILTER (WHERE c.next_due_at <= lianxi_now()) AS overdue FROM cases c WHERE c.mark = 'sealed' AND ${isOpen} AND c.holder = $1 AND ${knownTo('c.mark', 'c.id', 1)})
  SELECT (summed.open + sealed.open - recused.open)::int AS open, (summed.overdue + within_today.n + sealed.overdue - recused.overdue)::int AS overdue, (summed.soon - within_today.n - recused.soon)::int AS "dueSoon", summed.returned::int AS returned
  FROM summed, within_today, sealed, counted_but_recused() AS recused`;

@Injectable()
export class CaseCounts {
  constructor(@Inject(OFFICER_POOL) private readonly pool: Pool) {}

  async of(actor: Actor): Promise<BodyCounts> {
    const found = await inTransaction(this.pool, actor, (tx) => tx.find<BodyCounts>('counts-of-body', counts, readerValues(actor)));
    return found ?? { open: 0, overdue: 0, dueSoon: 0, returned: 0 };
  }
}
