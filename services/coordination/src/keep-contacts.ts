import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { IsOptional, Matches, MaxLength, IsString } from 'class-validator';
import { FormRefused, isUnitCode, unitParty } from '@lianxi/casework';
import {
  CONFIGURATION,
  Courier,
  inTransaction,
  IsLegalDay,
  OFFICER_POOL,
  personId,
  problems,
  unitContact,
  type Actor,
  type Configuration,
} from '@lianxi/chassis';
import { findPost, KeepPosts, lockPosts, postColumns, type PostRow } from './keep-posts';

/** A contact as a unit registers it. `subject` is the person's id at the issuer; only its hash is kept. */
export class ContactForm {
  @IsString() @MaxLength(60) unit!: string;
  @Matches(/^[\w.@-]{1,120}$/) subject!: string;
  @IsLegalDay() validFrom!: string;
  @IsOptional() @IsLegalDay() validUntil?: string;
}

export class ContactEnd {
  @IsLegalDay() validUntil!: string;
}

/** Who may be written to for a unit: kept by the city's office, distributed as posts are, each change an act on the record. */
@Injectable()
export class KeepContacts {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(KeepPosts) private readonly posts: KeepPosts,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  async list(city: string, after: string | null, limit: number): Promise<Omit<PostRow, 'person'>[]> {
    const { rows } = await this.pool.query<PostRow>({
      name: 'contacts-page',
      text: `SELECT ${postColumns} FROM posts WHERE city = $3 AND role = '${unitContact}' AND ($1::text IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      values: [after, limit, city],
    });
    return rows.map(({ person: _person, ...contact }) => contact);
  }

  /** The same person of the same unit is one contact: registered again with other days, it is changed, and with a past one it is ended. */
  async register({ unit, subject, validFrom, validUntil }: ContactForm, actor: Actor): Promise<{ id: string; revision: number }> {
    if (!isUnitCode(unit)) throw new FormRefused('field-value', { field: 'unit' });
    if (validUntil !== undefined && validUntil < validFrom) throw new FormRefused('field-value', { field: 'validUntil', from: validFrom });
    const [body, person] = [unitParty(unit), personId(this.configuration.LIANXI_ISSUER, subject)];
    const id = `${body}-${unitContact}-${actor.city}-${person.slice(0, 8)}`;
    return this.keep(id, actor, (before) => ({
      id,
      city: actor.city,
      body,
      role: unitContact,
      person,
      valid_from: validFrom,
      valid_until: validUntil ?? null,
      deputy_for: null,
      revision: (before?.revision ?? 0) + 1,
      acting_from: null,
      absence: null,
    }));
  }

  /** Throws a 404 problem for a contact that is none of this city's. */
  end(id: string, validUntil: string, actor: Actor): Promise<{ id: string; revision: number }> {
    return this.keep(id, actor, (before) => {
      if (before?.role !== unitContact || before.city !== actor.city) throw problems.notFound();
      if (validUntil < before.valid_from) throw new FormRefused('field-value', { field: 'validUntil', from: before.valid_from });
      return { ...before, valid_until: validUntil, revision: before.revision + 1 };
    });
  }

  private async keep(
    id: string,
    actor: Actor,
    changed: (before: PostRow | undefined) => PostRow,
  ): Promise<{ id: string; revision: number }> {
    const kept = await inTransaction(this.pool, actor, async (tx) => {
      await lockPosts(tx);
      const before = await findPost(tx, id);
      const contact = changed(before);
      await this.posts.keep(tx, contact, before ? 'change-contact' : 'register-contact', actor);
      return { id, revision: contact.revision };
    });
    this.courier.wake();
    return kept;
  }
}
