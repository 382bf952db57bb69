import { remindedPosts } from '@lianxi/casework';
import { newId, postCounts, type Actor, type CaseRow, type ClockRow, type Tx } from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import { knownTo, readerValues } from '../sealed/named-people';

interface ChainRow extends Record<string, unknown> {
  readonly place: 'holder' | 'deputy' | 'head';
  readonly id: string;
}

/**
 * Posts of today; nobody is reminded of a case in which they, or whom they stand in for, have a conflict of interest, nor of one from which their body is recused. The head's place is taken, in a
 * sealed case, by who is named on it and in office: the head may not know of it.
 */
const chain = `
  WITH recused AS (SELECT person FROM recusals WHERE case_id = $3),
    named AS (SELECT p.id FROM named_people n JOIN posts p ON p.id = n.post AND p.person = n.person WHERE $4 AND n.case_id = $3 AND n.until IS NULL AND n.body = $2 AND ${postCounts})
  SELECT CASE WHEN p.id = $1 THEN 'holder' WHEN p.deputy_for = $1 THEN 'deputy' ELSE 'head' END AS place, p.id FROM posts p
  WHERE (p.id = $1 OR p.deputy_for = $1 OR (p.body = $2 AND CASE WHEN EXISTS (SELECT 1 FROM named) THEN p.id IN (SELECT id FROM named) ELSE p.role = 'head' END)) AND ${postCounts}
    AND p.body NOT IN (SELECT body FROM recused_bodies WHERE case_id = $3) AND p.person NOT IN (SELECT person FROM recused) AND NOT EXISTS (SELECT 1 FROM posts h WHERE h.id = p.deputy_for AND h.person IN (SELECT person FROM recused)) ORDER BY p.id`;

export async function postsToRemind(tx: Tx, row: CaseRow, share: number): Promise<string[]> {
  const found = await tx.rows<ChainRow>('reminder-chain', chain, [row.assigned_post, row.holder, row.id, row.mark === 'sealed']);
  const at = (place: ChainRow['place']): string[] => found.filter((each) => each.place === place).map(({ id }) => id);
  return remindedPosts(share, { holder: at('holder')[0] ?? null, deputies: at('deputy'), heads: at('head') });
}

export async function keepReminders(
  tx: Tx,
  { id, city, holder }: CaseRow,
  { clock, share, posts }: { readonly clock: ClockRow; readonly share: number; readonly posts: readonly string[] },
): Promise<void> {
  await tx.rows(
    'keep-reminders',
    `INSERT INTO reminders (id, city, body, post, case_id, clock_id, rule, share, reminded_at)
    SELECT r.id, $1, $2, r.post, $3, $4, $5, $6, lianxi_now() FROM unnest($7::uuid[], $8::text[]) AS r(id, post) ON CONFLICT DO NOTHING`,
    [city, holder, id, clock.id, clock.rule, share, posts.map(() => newId()), posts],
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
