import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { inTransaction, OFFICER_POOL, type Actor, type CaseRow } from '@lianxi/chassis';
import { endedStatesSql } from './ended-states';
import { knownTo, readerValues } from '../sealed/named-people';
import { instant } from './case-columns';
import { filteredBy, filterValues, type WorklistFilter } from './worklist-filter';

export const worklists = ['mine', 'post', 'body', 'waiting', 'handed-on', 'overdue', 'watched'] as const;
export type WorklistName = (typeof worklists)[number];

/** A line of a worklist: no protected field, so reading it leaves no access row. */
export interface WorklistLine extends Record<string, unknown> {
  readonly id: string;
  readonly number: string | null;
  readonly kind: string;
  readonly procedure: string;
  readonly state: string;
  readonly standing: CaseRow['standing'];
  readonly holder: string;
  readonly lead: string | null;
  readonly interim: boolean;
  readonly service: string;
  readonly assignedPost: string | null;
  readonly fields: readonly string[] | null;
  readonly mark: CaseRow['mark'];
  readonly version: number;
  readonly epoch: number;
  readonly filedAt: string;
  readonly dueAt: string | null;
  readonly dueOn: string | null;
  /** By what the list is ordered. */
  readonly at: string;
  /** In the list of what is watched: acts since the post's last look. */
  readonly newActs?: number;
}

export interface WorklistPage {
  readonly lines: readonly WorklistLine[];
  /** Give it as `after` for the next page; null on the last. */
  readonly next: string | null;
}

const columns = `c.id, c.number, c.kind, c.procedure, c.state, c.standing, c.holder, c.lead, c.interim, c.service, c.assigned_post AS "assignedPost", c.facts -> 'fields' AS fields,
  c.mark, c.version, c.epoch, ${instant('c.filed_at', '"filedAt"')}, ${instant('c.next_due_at', '"dueAt"')}, ((c.next_due_at AT TIME ZONE 'Asia/Shanghai') - interval '1 microsecond')::date::text AS "dueOn"`;

/** The same words as the indexes' conditions, so that what has ended costs nothing. */
const open = `c.standing = 'holding' AND c.state <> ALL (${endedStatesSql})`;

interface List {
  /** One or more conditions that no case fulfils twice, each served by an index of its own; `$1` body, `$2` post, `$3` the post acted for. */
  readonly where: readonly string[];
  readonly by: string;
  readonly order: 'ASC' | 'DESC';
  /** Columns that only this list has. */
  readonly more?: string;
}

const waitingForOthers = `c.id IN (
  SELECT h.case_id FROM hand_overs h WHERE h.side = 'origin' AND h.state = 'offered' UNION ALL SELECT w.case_id FROM linked_work w WHERE NOT w.final
  UNION ALL SELECT s.id FROM cases s WHERE s.state = 'supplement-requested' AND s.holder = $1)`;

/** Said here too, though row-level security would say it alone. */
const hasPart = `EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c.id AND a.body = $1 AND (a.until IS NULL OR a.until > lianxi_now()))`;

const lists: Readonly<Record<WorklistName, List>> = {
  mine: { where: [`${open} AND c.assigned_post = $2`], by: 'c.updated_at', order: 'DESC' },
  post: { where: [`${open} AND c.assigned_post IN ($2, $3)`], by: 'c.updated_at', order: 'DESC' },
  body: {
    where: [`${open} AND c.holder = $1`, `${open} AND c.joint_bodies <> '{}' AND c.joint_bodies @> ARRAY[$1] AND c.holder <> $1`],
    by: 'c.updated_at',
    order: 'DESC',
  },
  waiting: { where: [`${open} AND c.holder = $1 AND ${waitingForOthers}`], by: 'c.updated_at', order: 'DESC' },
  'handed-on': { where: [`c.standing <> 'holding' AND ${hasPart}`], by: 'c.updated_at', order: 'DESC' },
  overdue: { where: [`${open} AND c.holder = $1 AND c.next_due_at <= (SELECT lianxi_now())`], by: 'c.next_due_at', order: 'ASC' },
  watched: {
    where: ['c.id IN (SELECT w.case_id FROM watches w WHERE w.post = $2)'],
    by: 'c.updated_at',
    order: 'DESC',
    more: ', (SELECT c.version - w.seen_version FROM watches w WHERE w.case_id = c.id AND w.post = $2) AS "newActs"',
  },
};

/** How many lines a list has; a number is not counted beyond {@link mostCounted}. */
export interface WorklistCount {
  readonly count: number;
  readonly isMore: boolean;
}
export const mostCounted = 999;

/** What narrows every list alike: `$1` to `$3` are taken whichever of them a list's own condition names, then who may know of it, then the filter. */
const narrowed = (condition: string, reader: number, filter: number): string =>
  `${condition} AND $1::text IS NOT NULL AND $2::text IS NOT NULL AND ($3::text IS NULL OR true) AND ${knownTo('c.mark', 'c.id', reader)} AND ${filteredBy(filter)}`;

/** Lists of cases page by keyset: the cost of a page does not grow with what lies before it. */
@Injectable()
export class Worklist {
  constructor(@Inject(OFFICER_POOL) private readonly pool: Pool) {}

  async read(
    name: WorklistName,
    actor: Actor,
    after: { at: string; id: string } | undefined,
    limit: number,
    filter: WorklistFilter = {},
  ): Promise<WorklistPage> {
    const { where, by, order, more = '' } = lists[name];
    const beyond = order === 'DESC' ? '<' : '>';
    const page = (condition: string): string => `(SELECT ${columns}${more}, ${instant(by, 'at')} FROM cases c
      WHERE ${narrowed(condition, 7, 11)}
        AND ($4::timestamptz IS NULL OR (${by}, c.id) ${beyond} ($4::timestamptz, $5::uuid)) ORDER BY ${by} ${order}, c.id ${order} LIMIT $6)`;
    const text = `SELECT * FROM (${where.map(page).join(' UNION ALL ')}) found ORDER BY at ${order}, id ${order} LIMIT $6`;
    const values = [
      actor.body,
      actor.post,
      actor.forPost ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
      ...readerValues(actor),
      ...filterValues(filter),
    ];
    const found = await inTransaction(this.pool, actor, (tx) => tx.rows<WorklistLine>(`worklist-${name}`, text, values));
    const lines = found.slice(0, limit);
    const last = lines.at(-1);
    return { lines, next: found.length > limit && last ? `${last.at}~${last.id}` : null };
  }
  async count(name: WorklistName, actor: Actor, filter: WorklistFilter = {}): Promise<WorklistCount> {
    const some = (condition: string): string => `(SELECT c.id FROM cases c WHERE ${narrowed(condition, 4, 8)} LIMIT ${mostCounted + 1})`;
    const text = `SELECT count(*)::int AS n FROM (${lists[name].where.map(some).join(' UNION ALL ')}) found`;
    const values = [actor.body, actor.post, actor.forPost ?? null, ...readerValues(actor), ...filterValues(filter)];
    const found = await inTransaction(this.pool, actor, (tx) => tx.find<{ n: number }>(`worklist-count-${name}`, text, values));
    const counted = found?.n ?? 0;
    return { count: Math.min(counted, mostCounted), isMore: counted > mostCounted };
  }
}
