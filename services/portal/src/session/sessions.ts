import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { CONFIGURATION, newId, OFFICER_POOL, type Configuration } from '@lianxi/chassis';
import { OpenIdClient } from '../sign-in/open-id-client';
import { SealedBox } from './sealed-box';
import type { Session, Tokens } from './session';

interface SessionRow {
  readonly handle: string;
  readonly person: string;
  readonly post: string | null;
  readonly sealed: Buffer;
  readonly now: number;
  readonly ends_at: Date;
}

/** One sign-in of a person, as that person sees it in their list. */
export interface SessionLine {
  readonly handle: string;
  readonly agent: string;
  readonly beganAt: string;
  readonly seenAt: string;
}

const longest = `interval '10 hours'`;
const idle = `interval '2 hours'`;
const inForce = `ends_at > lianxi_now() AND seen_at > lianxi_now() - ${idle}`;
const opened = 'handle, person, post, sealed, ends_at, extract(epoch FROM lianxi_now())::float8 AS now';

/** Sessions lie in Postgres, so signing out somewhere else is signing out here, at the next request. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(OpenIdClient) private readonly provider: OpenIdClient,
  ) {}

  /** Begins a session; returns the secret for the cookie, which is kept nowhere. */
  async begin(person: string, tokens: Tokens, agent: string, post: string | null): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.pool.query(`DELETE FROM sessions WHERE NOT (${inForce})`);
    await this.pool.query({
      name: 'begin-session',
      values: [hashOf(secret), newId(), person, post, this.boxOf(secret).seal(tokens), agent],
      text: `INSERT INTO sessions (id_hash, handle, person, post, sealed, agent, began_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, lianxi_now(), lianxi_now(), lianxi_now() + ${longest})`,
    });
    return secret;
  }

  /**
   * The session a cookie's secret belongs to, with a token that is good for a while; undefined when it has ended.
   * What a page asks by itself is no use: a page left open does not keep its session alive.
   */
  async find(secret: string, isUse = true): Promise<Session | undefined> {
    const { rows } = await this.pool.query<SessionRow>({
      name: 'find-session',
      values: [hashOf(secret), isUse],
      text: `WITH seen AS (UPDATE sessions SET seen_at = lianxi_now() WHERE $2::boolean AND id_hash = $1 AND ${inForce} AND seen_at < lianxi_now() - interval '1 minute')
        SELECT ${opened} FROM sessions WHERE id_hash = $1 AND ${inForce}`,
    });
    const row = rows[0];
    const tokens = row && this.boxOf(secret).open<Tokens>(row.sealed);
    if (!row || !tokens) return undefined;
    const fresh = tokens.until - row.now > 30 ? tokens : await this.refresh(secret);
    return (
      fresh && {
        secret,
        handle: row.handle,
        person: row.person,
        post: row.post,
        tokens: fresh,
        csrf: this.csrfOf(secret),
        endsAt: row.ends_at.toISOString(),
      }
    );
  }

  /** Of these sessions, those that are still in force, with the post chosen in each. */
  async inForce(handles: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const { rows } = await this.pool.query<{ handle: string; post: string | null }>({
      name: 'sessions-in-force',
      text: `SELECT handle, post FROM sessions WHERE handle = ANY ($1::uuid[]) AND ${inForce}`,
      values: [handles],
    });
    return new Map(rows.map(({ handle, post }) => [handle, post]));
  }

  async choosePost(session: Session, post: string): Promise<void> {
    await this.pool.query('UPDATE sessions SET post = $2 WHERE id_hash = $1', [hashOf(session.secret), post]);
  }

  async list(person: string): Promise<SessionLine[]> {
    const { rows } = await this.pool.query<SessionLine>(
      `SELECT handle, agent, began_at AS "beganAt", seen_at AS "seenAt" FROM sessions WHERE person = $1 AND ${inForce} ORDER BY began_at DESC LIMIT 50`,
      [person],
    );
    return rows;
  }

  async end(secret: string): Promise<void> {
    await this.pool.query('DELETE FROM sessions WHERE id_hash = $1', [hashOf(secret)]);
  }

  /** Ends one session of this person, or all of them; a stranger's handle ends nothing. */
  async endOf(person: string, handle: string | undefined): Promise<number> {
    const { rowCount } = await this.pool.query('DELETE FROM sessions WHERE person = $1 AND ($2::uuid IS NULL OR handle = $2)', [
      person,
      handle ?? null,
    ]);
    return rowCount ?? 0;
  }

  /** Proves that a request comes from a page that could read this session's answers. */
  csrfOf = (secret: string): string =>
    createHmac('sha256', Buffer.from(this.configuration.LIANXI_RECEIPT_KEY, 'base64')).update(`csrf\n${secret}`).digest('base64url');

  /** Many requests of one page may find the token old at once: the first, under the row's lock, renews it for all, since a provider takes a refresh token once. */
  private async refresh(secret: string): Promise<Tokens | undefined> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const tokens = await this.refreshLocked(client, secret);
      await client.query('COMMIT');
      return tokens;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async refreshLocked(client: PoolClient, secret: string): Promise<Tokens | undefined> {
    const { rows } = await client.query<SessionRow>(`SELECT ${opened} FROM sessions WHERE id_hash = $1 AND ${inForce} FOR UPDATE`, [
      hashOf(secret),
    ]);
    const row = rows[0];
    const before = row && this.boxOf(secret).open<Tokens>(row.sealed);
    if (!row || !before) return undefined;
    if (before.until - row.now > 30) return before;
    const after = before.refreshToken === undefined ? undefined : await this.provider.renew(before, row.now);
    if (after) await client.query('UPDATE sessions SET sealed = $2 WHERE id_hash = $1', [hashOf(secret), this.boxOf(secret).seal(after)]);
    else await client.query('DELETE FROM sessions WHERE id_hash = $1', [hashOf(secret)]);
    return after;
  }

  private boxOf(secret: string): SealedBox {
    return new SealedBox(this.configuration.LIANXI_RECEIPT_KEY, 'session', secret);
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
