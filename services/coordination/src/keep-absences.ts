import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import { ActRefused, addCalendarDays, FormRefused, legalDayOf } from '@lianxi/casework';
import {
  canonical,
  Courier,
  inTransaction,
  IsLegalDay,
  newId,
  OFFICER_POOL,
  problems,
  record,
  sha256,
  type Actor,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore } from '@lianxi/department';
import { endedBefore, KeepPosts, lockPosts, ofOffices, postColumns, refuseTwoAdministrators, type PostRow } from './keep-posts';

const aPost = /^[a-z0-9][a-z0-9-]{2,80}$/;

/** Somebody is absent, or a body has its holiday duty: who stands in for which posts on which days. */
export class Absence {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @Matches(aPost, { each: true }) posts!: string[];
  /** The deputy's own post, at the same body. */
  @Matches(aPost) deputy!: string;
  @IsLegalDay() from!: string;
  @IsLegalDay() until!: string;
  @IsIn(['leave', 'holiday-duty']) kind!: 'leave' | 'holiday-duty';
}

const longestAbsence = 366;

/** Who stands in is a post of its own, kept and distributed like all others: it acts for the post it stands in for, and its right ends with its last day. */
@Injectable()
export class KeepAbsences {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(KeepPosts) private readonly posts: KeepPosts,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  /** Those of the actor's body, ended ones too, the latest first. */
  list(actor: Actor, after: string | null, limit: number): Promise<PostRow[]> {
    return inTransaction(this.pool, actor, (tx) =>
      tx.rows<PostRow>(
        'absences-page',
        `SELECT ${postColumns} FROM posts
      WHERE body = $1 AND acting_from IS NOT NULL AND ($2::text IS NULL OR (valid_from, id) < (split_part($2, '~', 1)::date, split_part($2, '~', 2))) ORDER BY valid_from DESC, id DESC LIMIT $3`,
        [actor.body, after, limit],
      ),
    );
  }

  /** Returns the answer's JSON, the same for a repeated key. */
  async keep(absence: Absence, key: string, actor: Actor): Promise<string> {
    const requestHash = sha256(canonical({ ...absence }));
    const answer = await inTransaction(this.pool, actor, async (tx) => {
      await lockPosts(tx);
      return (await answeredBefore(tx, actor.person, key, requestHash)) ?? this.keepIn(tx, absence, actor, { key, requestHash });
    });
    this.courier.wake();
    return answer;
  }

  /** Ends at once; what was done under it stands. */
  async end(id: string, actor: Actor): Promise<{ id: string; revision: number }> {
    const ended = await inTransaction(this.pool, actor, async (tx) => {
      await lockPosts(tx);
      const acting = await this.find(tx, id, actor);
      if (!acting || acting.acting_from === null || (acting.body !== actor.body && actor.role !== 'security-administrator'))
        throw problems.notFound();
      refuseUnlessTheirs(acting, acting.deputy_for ?? '', acting.absence ?? 'leave', actor);
      const today = legalDayOf(tx.now);
      if (acting.valid_until !== null && acting.valid_until < today) return acting;
      const over = endedBefore(acting, today);
      await this.posts.keep(tx, over, 'end-deputy', actor);
      return over;
    });
    this.courier.wake();
    return { id: ended.id, revision: ended.revision };
  }

  private async keepIn(
    tx: Tx,
    absence: Absence,
    actor: Actor,
    { key, requestHash }: { key: string; requestHash: string },
  ): Promise<string> {
    refuseDays(absence, legalDayOf(tx.now));
    const deputy = await this.find(tx, absence.deputy, actor);
    if (!deputy || deputy.body !== (await this.bodyOf(tx, absence, actor)) || !coversDays(deputy, absence))
      throw new FormRefused('field-value', { field: 'deputy' });
    const standIns: PostRow[] = [];
    for (const id of absence.posts) {
      const post = await this.find(tx, id, actor);
      if (!post || post.body !== deputy.body || post.person === deputy.person || !coversDays(post, absence))
        throw new FormRefused('field-value', { field: 'posts' });
      refuseUnlessTheirs(post, post.id, absence.kind, actor);
      standIns.push(await this.standIn(tx, post, deputy, absence));
    }
    for (const each of standIns) await this.posts.keep(tx, each, 'appoint-deputy', actor);
    const answer = JSON.stringify({
      absences: standIns.map((each) => ({ id: each.id, post: each.deputy_for, from: each.valid_from, until: each.valid_until })),
    });
    await record(tx, {
      journal: [],
      idempotency: { actor: actor.person, key, request_hash: requestHash, status: 201, answer, case_id: null },
    });
    return answer;
  }

  private async standIn(tx: Tx, post: PostRow, deputy: PostRow, { from, until, kind }: Absence): Promise<PostRow> {
    const there = await tx.find(
      'stand-in-of-days',
      'SELECT 1 AS there FROM posts WHERE deputy_for = $1 AND acting_from IS NOT NULL AND valid_from <= $3 AND valid_until >= $2',
      [post.id, from, until],
    );
    if (there) throw new ActRefused('deputy-there', { field: 'posts' });
    const standIn: PostRow = {
      ...post,
      id: `${post.id}-acting-${newId().slice(-8)}`,
      person: deputy.person,
      valid_from: from,
      valid_until: until,
      deputy_for: post.id,
      acting_from: deputy.id,
      absence: kind,
      revision: 1,
    };
    await refuseTwoAdministrators(tx, standIn);
    return standIn;
  }

  /** The body all posts must be at: the actor's own, or, for the administrator of posts, that of the first. */
  private async bodyOf(tx: Tx, { posts }: Absence, actor: Actor): Promise<string> {
    return actor.role === 'security-administrator' ? ((await this.find(tx, posts[0] ?? '', actor))?.body ?? '') : actor.body;
  }

  private find(tx: Tx, id: string, { city }: Actor): Promise<PostRow | undefined> {
    return tx.find<PostRow>('post-of-city', `SELECT ${postColumns} FROM posts WHERE id = $1 AND city = $2 FOR UPDATE`, [id, city]);
  }
}

/** A right is never given backwards: what was done before would look as if it had been allowed. */
function refuseDays({ from, until }: Absence, today: string): void {
  if (from < today) throw new FormRefused('field-value', { field: 'from', from: today });
  if (until < from || until > addCalendarDays(from, longestAbsence))
    throw new FormRefused('field-value', { field: 'until', from, until: addCalendarDays(from, longestAbsence) });
}

/** Nobody stands in for, or as, somebody who only stands in; and both posts last as long as the absence. */
const coversDays = ({ acting_from: acting, valid_from: since, valid_until: last }: PostRow, { from, until }: Absence): boolean =>
  acting === null && since <= from && (last === null || last >= until);

/** Leave is asked for by whoever has it or by the head of the body, duty is the head's to arrange; the offices' own duties only who keeps the posts gives on. */
function refuseUnlessTheirs(post: PostRow, held: string, kind: Absence['kind'], actor: Actor): void {
  if (actor.role === 'security-administrator') return;
  const isOwn = kind === 'leave' && actor.post === held && actor.forPost === undefined;
  const isHeads = actor.body === post.body && actor.role === 'head' && actor.forPost === undefined;
  if ((!isOwn && !isHeads) || (ofOffices.includes(post.role) && !['coordinator', 'secretary'].includes(post.role)))
    throw problems.roleRefused({ field: 'posts' });
}
