import { readFileSync } from 'node:fs';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { roles, FormRefused, ActRefused, addCalendarDays, legalDayOf } from '@lianxi/casework';
import {
  CONFIGURATION,
  COURIER_POOL,
  Courier,
  inTransaction,
  IsLegalDay,
  newId,
  noHistory,
  OFFICER_POOL,
  personId,
  problems,
  record,
  sealRow,
  unitContact,
  type Actor,
  type Configuration,
  type NewDelivery,
  type Tx,
} from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { keepOffices, offices } from './only-offices';

/** A unit's contacts are no officials: they are registered, not appointed. */
const officials = roles.filter((role) => role !== unitContact);

/** An appointment as asked for. `subject` is the person's id at the issuer; only its hash is kept. */
export class Appointment {
  @Matches(/^[a-z0-9][a-z0-9-]{2,80}$/) id!: string;
  @IsString() body!: string;
  @IsIn(officials) role!: (typeof roles)[number];
  @Matches(/^[\w.@-]{1,120}$/) subject!: string;
  @IsLegalDay() validFrom!: string;
  @IsOptional() @IsLegalDay() validUntil?: string;
  @IsOptional() @Matches(/^[a-z0-9][a-z0-9-]{2,80}$/) deputyFor?: string;
}

/** A line of the file of first posts: also a contact of a unit, whom no register gives a city. */
type FirstPost = Appointment & { readonly city?: string };

/** A post as it is kept; days are YYYY-MM-DD, `person` is a hash. */
export interface PostRow extends Record<string, unknown> {
  readonly id: string;
  readonly city: string;
  readonly body: string;
  readonly role: string;
  readonly person: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly deputy_for: string | null;
  readonly revision: number;
  readonly acting_from: string | null;
  readonly absence: 'leave' | 'holiday-duty' | null;
}

export const administrators = ['system-administrator', 'security-administrator', 'audit-administrator'];
export const ofOffices: readonly string[] = ['coordinator', 'secretary', 'auditor', 'identity-custodian', ...administrators];
export const postColumns =
  'id, city, body, role, person, valid_from::text AS valid_from, valid_until::text AS valid_until, deputy_for, revision, acting_from, absence';

/** Who holds which post: kept here, distributed to every service, each change an act on the record. */
@Injectable()
export class KeepPosts implements OnApplicationBootstrap {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(COURIER_POOL) private readonly courierPool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  /** The first posts come from a file, since somebody must hold one before anybody can be appointed. */
  async onApplicationBootstrap(): Promise<void> {
    await this.courierPool.query(keepOffices, offices());
    const file = this.configuration.LIANXI_POSTS_FILE;
    if (file === undefined) return;
    const appointments = JSON.parse(readFileSync(file, 'utf8')) as FirstPost[];
    await inTransaction(this.courierPool, undefined, async (tx) => {
      await lockPosts(tx);
      const known = new Set((await tx.rows<{ id: string }>('post-ids', 'SELECT id FROM posts')).map(({ id }) => id));
      for (const appointment of appointments.filter(({ id }) => !known.has(id)))
        await this.keep(tx, this.postFrom(appointment, 1), 'appoint', null);
    });
    this.courier.wake();
  }

  async list(city: string, after: string | null, limit: number): Promise<PostRow[]> {
    const { rows } = await this.pool.query<PostRow>({
      name: 'posts-page',
      text: `SELECT ${postColumns} FROM posts WHERE city = $3 AND acting_from IS NULL AND role <> '${unitContact}' AND ($1::text IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      values: [after, limit, city],
    });
    return rows;
  }

  async appoint(appointment: Appointment, actor: Actor): Promise<{ id: string; revision: number }> {
    if (!register.hasDesk(appointment.body)) throw new FormRefused('field-value', { field: 'body' });
    const kept = await inTransaction(this.pool, actor, async (tx) => {
      await lockPosts(tx);
      const before = await findPost(tx, appointment.id);
      const post = this.postFrom(appointment, (before?.revision ?? 0) + 1);
      if (
        before?.acting_from ||
        before?.role === unitContact ||
        post.city !== actor.city ||
        (before !== undefined && before.city !== actor.city)
      )
        throw problems.notFound();
      refuseUnlessFit(
        post,
        post.deputy_for === null
          ? undefined
          : await tx.find<PostRow>('post-deputised', `SELECT ${postColumns} FROM posts WHERE id = $1 AND city = $2`, [
              post.deputy_for,
              post.city,
            ]),
      );
      await refuseTwoAdministrators(tx, post);
      await this.keep(tx, post, before ? 'change-post' : 'appoint', actor);
      if (before && before.person !== post.person) await this.endStandIns(tx, post.id, actor);
      return { id: post.id, revision: post.revision };
    });
    this.courier.wake();
    return kept;
  }

  private postFrom(given: FirstPost, revision: number): PostRow {
    const city = given.role === unitContact ? given.city : register.findBody(given.body)?.city;
    if (city === undefined) throw new FormRefused('field-value', { field: 'body' });
    return {
      id: given.id,
      city,
      body: given.body,
      role: given.role,
      person: personId(this.configuration.LIANXI_ISSUER, given.subject),
      valid_from: given.validFrom,
      valid_until: given.validUntil ?? null,
      deputy_for: given.deputyFor ?? null,
      revision,
      acting_from: null,
      absence: null,
    };
  }

  /** An absence is its holder's: whoever is appointed after them has not asked anybody to stand in. */
  private async endStandIns(tx: Tx, post: string, actor: Actor): Promise<void> {
    const standing = await tx.rows<PostRow>(
      'stand-ins-of-post',
      `SELECT ${postColumns} FROM posts WHERE deputy_for = $1 AND acting_from IS NOT NULL AND valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date FOR UPDATE`,
      [post],
    );
    for (const each of standing) await this.keep(tx, endedBefore(each, legalDayOf(tx.now)), 'end-deputy', actor);
  }

  /** Keeps a post as it now is, with its act and what every service is owed; the caller has checked it. */
  async keep(tx: Tx, post: PostRow, act: string, actor: Actor | null): Promise<void> {
    const row = sealRow(noHistory, {
      id: newId(),
      city: post.city,
      case_id: null,
      version: null,
      procedure: 'post',
      act,
      from_state: null,
      to_state: 'appointed',
      clause: 'office-practice',
      epoch: null,
      body: actor?.body ?? null,
      post: actor?.post ?? null,
      for_post: actor?.forPost ?? null,
      recorded_at: tx.now,
      effective_at: tx.now,
      detail: {
        kept: post.id,
        body: post.body,
        role: post.role,
        person: post.person,
        validFrom: post.valid_from,
        validUntil: post.valid_until,
        revision: post.revision,
        ...(post.acting_from === null ? {} : { deputyFor: post.deputy_for, actingFrom: post.acting_from, absence: post.absence }),
      },
      particulars: [],
    });
    await tx.rows(
      'keep-post-here',
      `
      INSERT INTO posts (id, city, body, role, person, valid_from, valid_until, deputy_for, revision, acting_from, absence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (id) DO UPDATE SET body = excluded.body, role = excluded.role, person = excluded.person, valid_from = excluded.valid_from, valid_until = excluded.valid_until, deputy_for = excluded.deputy_for, revision = excluded.revision`,
      [
        post.id,
        post.city,
        post.body,
        post.role,
        post.person,
        post.valid_from,
        post.valid_until,
        post.deputy_for,
        post.revision,
        post.acting_from,
        post.absence,
      ],
    );
    await record(tx, {
      journal: [row],
      deliveries: register.services.filter(({ id }) => id !== 'coordination').map(({ id }) => distribution(post, id, row.id)),
    });
  }
}

/** One change of posts at a time: what a post may be depends on the others, and a post that is not there yet cannot be locked. */
export const lockPosts = (tx: Tx): Promise<unknown> => tx.rows('lock-posts', 'SELECT pg_advisory_xact_lock(4202)');

/** A post as it is kept now; the posts are locked. */
export const findPost = (tx: Tx, id: string): Promise<PostRow | undefined> =>
  tx.find<PostRow>('post-kept', `SELECT ${postColumns} FROM posts WHERE id = $1`, [id]);

/** No person holds two of the three administrators. */
export async function refuseTwoAdministrators(tx: Tx, post: PostRow): Promise<void> {
  const held = await tx.rows<{ role: string }>(
    'roles-of-person',
    'SELECT role FROM posts WHERE person = $1 AND id <> $2 AND (valid_until IS NULL OR valid_until >= lianxi_now()::date)',
    [post.person, post.id],
  );
  if (administrators.includes(post.role) && held.some(({ role }) => administrators.includes(role) && role !== post.role))
    throw new ActRefused('administrators-apart', { field: 'role' });
}

/** Ended so that no day is left on which it counts. */
export function endedBefore(post: PostRow, today: string): PostRow {
  return { ...post, valid_until: addCalendarDays(today < post.valid_from ? post.valid_from : today, -1), revision: post.revision + 1 };
}

/** Duties of an office are held at an office; a deputy stands in for a post there is, and no post ends before it begins. */
function refuseUnlessFit(post: PostRow, deputised: PostRow | undefined): void {
  const isOffice = register.getCity(post.city).office === post.body;
  if (ofOffices.includes(post.role) && !isOffice)
    throw new FormRefused('field-value', { field: 'role', allowed: roles.filter((role) => !ofOffices.includes(role)) });
  if (post.valid_until !== null && post.valid_until < post.valid_from)
    throw new FormRefused('field-value', { field: 'validUntil', from: post.valid_from });
  if (post.deputy_for !== null && (deputised === undefined || deputised.id === post.id))
    throw new FormRefused('field-value', { field: 'deputyFor' });
}

const distribution = (post: PostRow, receiver: string, journalId: string): NewDelivery => ({
  id: newId(),
  city: post.city,
  receiver,
  to_body: null,
  kind: 'post-kept@1',
  case_id: null,
  journal_id: journalId,
  access_id: null,
  particulars: [],
  hand_over_id: null,
  body: {
    id: post.id,
    city: post.city,
    body: post.body,
    role: post.role,
    person: post.person,
    validFrom: post.valid_from,
    validUntil: post.valid_until,
    deputyFor: post.deputy_for,
    actingFrom: post.acting_from,
    absence: post.absence,
    revision: post.revision,
  },
});
