import type { ReminderChain } from '@lianxi/casework';
import { newId, postCounts, type Actor, type CaseRow, type Tx } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import type { Firing } from './keep-firings';
import { knownTo, readerValues } from '../sealed/named-people';

interface ChainRow extends Record<string, unknown> {
  readonly case_id: string;
  readonly place: 'holder' | 'deputy' | 'head';
  readonly id: string;
}

/**
 * Posts of today; nobody is reminded of a case in which they, or whom they stand in for, have a conflict of interest, nor of one from which their body is recused. The head's place is taken, in a
 * sealed case, by who is named on it and in office: the head may not know of it.
 */
const chain = `
  SELECT asked.case_id, found.place, found.id FROM unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[]) AS asked(case_id, post, body, sealed) CROSS JOIN LATERAL (
  WITH recused AS (SELECT person FROM recusals WHERE case_id = asked.case_id),
    named AS (SELECT p.id FROM named_people n JOIN posts p ON p.id = n.post AND p.person = n.person WHERE asked.sealed AND n.case_id = asked.case_id AND n.until IS NULL AND n.body = asked.body AND ${postCounts})
  SELECT CASE WHEN p.id = asked.post THEN 'holder' WHEN p.deputy_for = asked.post THEN 'deputy' ELSE 'head' END AS place, p.id FROM posts p
  WHERE (p.id = asked.post OR p.deputy_for = asked.post OR (p.body = asked.body AND CASE WHEN EXISTS (SELECT 1 FROM named) THEN p.id IN (SELECT id FROM named) ELSE p.role = 'head' END)) AND ${postCounts}
    AND p.body NOT IN (SELECT body FROM recused_bodies WHERE case_id = asked.case_id) AND p.person NOT IN (SELECT person FROM recused) AND NOT EXISTS (SELECT 1 FROM posts h WHERE h.id = p.deputy_for AND h.person IN (SELECT person FROM recused))) found
  ORDER BY asked.case_id, found.id`;

/** Whom reminders of each case may reach. */
export async function chainsOf(tx: Tx, cases: readonly CaseRow[]): Promise<Map<string, ReminderChain>> {
  const found = await tx.rows<ChainRow>('reminder-chains', chain, [
    cases.map(({ id }) => id),
    cases.map((row) => row.assigned_post),
    cases.map(({ holder }) => holder),
    cases.map(({ mark }) => mark === 'sealed'),
  ]);
  const chains = new Map(cases.map(({ id }) => [id, { holder: null as string | null, deputies: [] as string[], heads: [] as string[] }]));
  for (const { case_id, place, id } of found) {
    const each = chains.get(case_id);
    if (place === 'holder' && each) each.holder ??= id;
    else each?.[place === 'deputy' ? 'deputies' : 'heads'].push(id);
  }
  return chains;
}

export async function keepReminders(tx: Tx, firings: readonly Firing[]): Promise<void> {
  const rows = firings.flatMap(({ row, clock, share, posts }) =>
    posts.map((post) => ({
      id: newId(),
      city: row.city,
      body: row.holder,
      post,
      case_id: row.id,
      clock_id: clock.id,
      rule: clock.rule,
      share,
    })),
  );
  if (rows.length === 0) return;
  await tx.rows(
    'keep-reminders',
    `INSERT INTO reminders (id, city, body, post, case_id, clock_id, rule, share, reminded_at)
    SELECT r.id, r.city, r.body, r.post, r.case_id, r.clock_id, r.rule, r.share, lianxi_now()
    FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, city text, body text, post text, case_id uuid, clock_id uuid, rule text, share numeric) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** A reminder that reached a post, with the case it is about, as long as the body has a part in it. */
export interface Reminder extends Record<string, unknown> {
  readonly id: string;
  readonly caseId: string;
  readonly number: string | null;
  readonly rule: string;
  readonly share: number;
  /** The post it was meant for: the reader's own, or the one they stand in for. */
  readonly post: string;
  readonly at: string;
}

/** What reached my post, and, where I stand in for somebody, what reached theirs before; the latest first. */
export const remindersOf = (tx: Tx, actor: Actor, after: string | null, limit: number): Promise<Reminder[]> =>
  tx.rows<Reminder>(
    'reminders-of-post',
    `
    SELECT r.id, r.case_id AS "caseId", c.number, r.rule, r.share::float8 AS share, r.post, ${instant('r.reminded_at', 'at')} FROM reminders r JOIN cases c ON c.id = r.case_id
    WHERE r.body = $3 AND r.post IN ($1, $2) AND ${knownTo('c.mark', 'c.id', 6)} AND c.standing = 'holding' AND c.holder = r.body AND ($4::uuid IS NULL OR r.id < $4)
      AND (r.post = $1 OR NOT EXISTS (SELECT 1 FROM reminders own WHERE own.post = $1 AND own.clock_id = r.clock_id AND own.share = r.share)) ORDER BY r.id DESC LIMIT $5`,
    [actor.post, actor.forPost ?? null, actor.body, after, limit, ...readerValues(actor)],
  );
