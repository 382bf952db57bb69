import type { Pool } from 'pg';
import { AskTogether } from '../postgres/ask-together';
import type { Post } from './actor';

const columns = 'id, city, body, role, person, valid_from::text AS "validFrom", valid_until::text AS "validUntil", deputy_for AS "deputyFor"';
const inForce = `valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (valid_until IS NULL OR valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`;

const postsAndNow = `SELECT extract(epoch FROM lianxi_now())::float8 AS now,
    coalesce((SELECT jsonb_agg(to_jsonb(held) ORDER BY held.id) FROM (SELECT ${columns} FROM posts WHERE person = asked.person AND ${inForce}) held), '[]') AS posts
  FROM unnest($1::text[]) WITH ORDINALITY AS asked(person, place) ORDER BY place`;

interface PostsNow { readonly now: number; readonly posts: Post[] }

/** This service's copy of the posts that the office keeps; a revision that arrived a moment ago already counts. */
export class PostRegister {
  private readonly together = new AskTogether<string, PostsNow>(async (persons) => (await this.pool.query<PostsNow>({ name: 'posts-and-now', text: postsAndNow, values: [persons] })).rows);

  constructor(private readonly pool: Pool) {}

  /** Seconds since 1970 by the database's clock, which alone says whether a token has expired. */
  async now(): Promise<number> {
    const { rows } = await this.pool.query<{ now: number }>({ name: 'now-seconds', text: 'SELECT extract(epoch FROM lianxi_now())::float8 AS now' });
    return rows[0]?.now ?? Number.POSITIVE_INFINITY;
  }

  /** Posts the person holds today, with the moment that makes it today; one question for all who come at once. */
  ofNow(person: string): Promise<PostsNow> {
    return this.together.answerTo(person);
  }

  /** Posts the person holds today. */
  async of(person: string): Promise<Post[]> {
    return this.read('posts-of-person', 'person = $1', [person]);
  }

  async ofBody(body: string): Promise<Post[]> {
    return this.read('posts-of-body', 'body = $1', [body]);
  }

  private async read(name: string, condition: string, values: readonly string[]): Promise<Post[]> {
    const { rows } = await this.pool.query<Post>({
      name,
      text: `SELECT ${columns} FROM posts WHERE ${condition} AND ${inForce} ORDER BY id`,
      values: [...values],
    });
    return rows;
  }
}
