import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OnMessage, RethrowFilter, type Effect, type InboxContext } from '@lianxi/chassis';
import type { PostKept } from '@lianxi/contracts';

/** Keeps this service's copy of the posts; a later revision always wins, in whatever order they arrive. */
@Controller()
@UseFilters(RethrowFilter)
export class PostsInbox {
  @OnMessage('post-kept')
  async keep(@Payload() post: PostKept, @Ctx() { tx }: InboxContext): Promise<Effect> {
    const kept = await tx.rows(
      'keep-post',
      `
      INSERT INTO posts AS p (id, city, body, role, person, valid_from, valid_until, deputy_for, revision, acting_from, absence)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (id) DO UPDATE SET city = excluded.city, body = excluded.body, role = excluded.role, person = excluded.person,
        valid_from = excluded.valid_from, valid_until = excluded.valid_until, deputy_for = excluded.deputy_for, revision = excluded.revision, acting_from = excluded.acting_from, absence = excluded.absence
      WHERE p.revision < excluded.revision RETURNING 1 AS done`,
      [
        post.id,
        post.city,
        post.body,
        post.role,
        post.person,
        post.validFrom,
        post.validUntil ?? null,
        post.deputyFor ?? null,
        post.revision,
        post.actingFrom ?? null,
        post.absence ?? null,
      ],
    );
    return kept.length === 0 ? 'stale' : undefined;
  }
}
