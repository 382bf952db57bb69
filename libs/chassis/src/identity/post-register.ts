import type { Pool } from 'pg';
import { AskTogether } from '../postgres/ask-together';
import type { Post } from './actor';

const today = `(lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date`;
const inForce = (post: string): string =>
  `${post}.valid_from <= ${today} AND (${post}.valid_until IS NULL OR ${post}.valid_until >= ${today})`;

/** Who stands in for somebody does so only while they hold the post they were chosen from, and the other post is there. */
const standsIn = `(p.acting_from IS NULL OR EXISTS (SELECT 1 FROM posts own WHERE own.id = p.acting_from AND own.person = p.person AND ${inForce('own')})
  AND EXISTS (SELECT 1 FROM posts held WHERE held.id = p.deputy_for AND ${inForce('held')}))`;

/** The condition under which a post `p` counts today. */
export const postCounts = `${inForce('p')} AND ${standsIn}`;

const columns = `p.id, p.city, p.body, p.role, p.person, p.valid_from::text AS "validFrom", p.valid_until::text AS "validUntil", p.deputy_for AS "deputyFor", p.acting_from AS "actingFrom", p.absence,
  CASE WHEN p.deputy_for IS NOT NULL THEN (SELECT h.person FROM posts h WHERE h.id = p.deputy_for) END AS "forPerson",
  CASE WHEN p.deputy_for IS NOT NULL THEN (SELECT array_agg(DISTINCT o.body) FROM posts o JOIN posts h ON h.person = o.person WHERE h.id = p.deputy_for AND ${inForce('o')}) END AS "forBodies"`;

const postsAndNow = `SELECT extract(epoch FROM lianxi_now())::float8 AS now,
    coalesce((SELECT jsonb_agg(to_jsonb(held) ORDER BY held.id) FROM (SELECT ${columns} FROM posts p WHERE p.person = asked.person AND ${postCounts}) held), '[]') AS posts
  FROM unnest($1::text[]) WITH ORDINALITY AS asked(person, place) ORDER BY place`;

interface PostsNow {
  readonly now: number;
  readonly posts: Post[];
}

/** This service's copy of the posts that the office keeps; a revision that arrived a moment ago already counts. */
export class PostRegister {
  private readonly together = new AskTogether<string, PostsNow>(
    async (persons) => (await this.pool.query<PostsNow>({ name: 'posts-and-now', text: postsAndNow, values: [persons] })).rows,
  );

  constructor(private readonly pool: Pool) {}

  /** Seconds since 1970 by the database's clock, which alone says whether a token has expired. */
  async now(): Promise<number> {
    const { rows } = await this.pool.query<{ now: number }>({
      name: 'now-seconds',
      text: 'SELECT extract(epoch FROM lianxi_now())::float8 AS now',
    });
    return rows[0]?.now ?? Number.POSITIVE_INFINITY;
  }

  /** Posts the person holds today, with the moment that makes it today; one question for all who come at once. */
  ofNow(person: string): Promise<PostsNow> {
    return this.together.answerTo(person);
  }

  /** Posts the person holds today. */
  async of(person: string): Promise<Post[]> {
    return this.read('posts-of-person', 'p.person = $1', [person]);
  }

  async ofBody(body: string): Promise<Post[]> {
    return this.read('posts-of-body', 'p.body = $1', [body]);
  }

  private async read(name: string, condition: string, values: readonly string[]): Promise<Post[]> {
    const { rows } = await this.pool.query<Post>({
      name,
      text: `SELECT ${columns} FROM posts p WHERE ${condition} AND ${postCounts} ORDER BY p.id`,
      values: [...values],
    });
    return rows;
  }
}
