import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  canonical,
  CONFIGURATION,
  isSignedBy,
  NeverMind,
  OnMessage,
  RethrowFilter,
  sha256,
  type Configuration,
  type Effect,
  type InboxContext,
} from '@lianxi/chassis';
import { EditionKept } from '@lianxi/contracts';
import { checkEdition } from '@lianxi/jurisdiction';
import { editionText } from './edition-text';

/** Keeps this service's copy of the rules that an office signed; a later revision always wins, in whatever order they arrive. */
@Controller()
@UseFilters(RethrowFilter)
export class EditionsInbox {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @OnMessage('edition-kept')
  async keep(@Payload() edition: EditionKept, @Ctx() { tx, city }: InboxContext): Promise<Effect> {
    const { id, from, state, revision, content, hash, signature } = edition;
    const text = editionText({ city, id, hash, isWithdrawn: state === 'withdrawn', revision });
    if (
      edition.city !== city ||
      sha256(canonical(content)) !== hash ||
      !isSignedBy(this.configuration.LIANXI_OFFICE_PUBLIC[city], text, signature)
    )
      throw new NeverMind(`${id} does not bear the signature of its office.`);
    checkEdition(content);
    const kept = await tx.rows(
      'keep-edition',
      `
      INSERT INTO editions AS e (id, city, valid_from, state, content, hash, signature, revision, kept_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, lianxi_now())
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, content = excluded.content, hash = excluded.hash, signature = excluded.signature, revision = excluded.revision, kept_at = excluded.kept_at
      WHERE e.revision < excluded.revision RETURNING 1 AS done`,
      [id, city, from, state, JSON.stringify(content), hash, signature, revision],
    );
    return kept.length === 0 ? 'stale' : undefined;
  }
}
