import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { legalDayOf, mayAskFor, standingKinds, type StandingKind } from '@lianxi/casework';
import {
  AccessLog,
  canonical,
  CONFIGURATION,
  inTransaction,
  OFFICER_POOL,
  problems,
  sha256,
  type Actor,
  type Configuration,
} from '@lianxi/chassis';
import { identityHash } from '@lianxi/department';
import type { NoteSigner } from '@lianxi/ledger';
import { findStanding } from './find-standing';
import {
  commitmentToNumber,
  meaningOf,
  signedStatement,
  standingSigner,
  unconfirmedIn,
  type StandingStatement,
} from './standing-statement';

export interface StandingAnswer {
  readonly answer: StandingStatement;
  /** The same as a signed note, to be checked offline with the key of `/v1/standing/key`. */
  readonly note: string;
}

interface Asked {
  readonly for: StandingKind;
  readonly on?: string | undefined;
  readonly subject: string;
  readonly commitment?: StandingStatement['commitment'];
}

/** Answers what stands against a subject; whoever asks is on the record before the answer is given. */
@Injectable()
export class AskStanding {
  private readonly signer: NoteSigner & { readonly public: string };

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.signer = standingSigner(configuration.LIANXI_RECEIPT_KEY);
  }

  get publicKey(): string {
    return this.signer.public;
  }

  hashOf = (number: string): string => identityHash(this.configuration.LIANXI_RECEIPT_KEY, number);

  byNumber(form: { for: StandingKind; on?: string; subject: string }, actor: Actor): Promise<StandingAnswer> {
    return this.bySubject(
      { for: form.for, on: form.on, subject: this.hashOf(form.subject), commitment: commitmentToNumber(form.subject) },
      actor,
    );
  }

  async bySubject(asked: Asked, actor: Actor): Promise<StandingAnswer> {
    const { for: kind, subject, commitment } = asked;
    refuseElsewhere(kind, actor);
    await this.noteLook(actor, { for: kind, on: asked.on, subject });
    const answer = await inTransaction(this.pool, actor, async (tx): Promise<StandingStatement> => {
      const on = asked.on ?? legalDayOf(tx.now);
      const entries = await findStanding(tx, subject, on, kind);
      return {
        statement: 'lianxi-standing/1',
        city: actor.city,
        for: kind,
        on,
        answeredAt: tx.now,
        subject,
        ...(commitment ? { commitment } : {}),
        entries,
        meaning: meaningOf(entries, on),
        unconfirmed: unconfirmedIn(kind, entries),
      };
    });
    return { answer, note: this.sign(answer) };
  }

  sign = (statement: object): string => signedStatement(statement, this.signer);

  /** What was asked is kept as a hash under which the same question is known again. */
  noteLook = (actor: Actor, { for: kind, on, subject }: { for: StandingKind; on?: string | undefined; subject: string }): Promise<void> =>
    this.accessLog.noteLook('search', actor, null, sha256(canonical({ standing: kind, on: on ?? null, subject })));
}

/** A veto that a city does not have cannot be asked about there. */
export function refuseElsewhere(kind: StandingKind, { city }: Pick<Actor, 'city'>): void {
  if (!mayAskFor(kind, city)) throw problems.formRefused({ field: 'for', allowed: standingKinds.filter((each) => mayAskFor(each, city)) });
}
