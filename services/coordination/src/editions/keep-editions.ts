import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ActRefused, edition, FormRefused, legalDayOf, perform, StaleVersion, type Performed } from '@lianxi/casework';
import {
  canonical,
  CONFIGURATION,
  Courier,
  inTransaction,
  newId,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  sealRow,
  sha256,
  signText,
  type Actor,
  type Configuration,
  type JournalRow,
  type NewDelivery,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore, type ActRequest, editionText, RuleBook } from '@lianxi/department';
import { checkEdition, EditionRefused, register, type Edition } from '@lianxi/jurisdiction';
import {
  editionAct,
  editionColumns,
  editionStanding,
  editionSubject,
  findEditionRow,
  findEditionToChange,
  othersOf,
  type EditionRow,
  type KeptProof,
} from './edition-row';
import { ProveEdition } from './prove-edition';

/** The office's rules from proposal to signature: kept here, distributed signed, each change an act on the record. */
@Injectable()
export class KeepEditions {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(RuleBook) private readonly rules: RuleBook,
    @Inject(ProveEdition) private readonly proof: ProveEdition,
  ) {}

  list(actor: Actor, after: string | null, limit: number): Promise<EditionRow[]> {
    return inTransaction(this.pool, actor, (tx) =>
      tx.rows<EditionRow>(
        'editions-page',
        `SELECT ${editionColumns} FROM editions WHERE city = $1 AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [actor.city, after, limit],
      ),
    );
  }

  async find(id: string, actor: Actor): Promise<EditionRow> {
    const row = await inTransaction(this.pool, actor, (tx) => findEditionRow(tx, id, actor));
    if (!row) throw problems.notFound();
    return row;
  }

  /** Throws FormRefused for what is no edition, or begins today or earlier: every department must know it before its day. */
  async propose(given: unknown, key: string, actor: Actor): Promise<string> {
    const content = checked(given, actor);
    const requestHash = sha256(canonical(content));
    return inTransaction(this.pool, actor, async (tx) => {
      await tx.rows('lock-editions', 'SELECT pg_advisory_xact_lock(4203)');
      const before = await answeredBefore(tx, actor.person, key, requestHash);
      if (before !== undefined) return before;
      if (content.from <= legalDayOf(tx.now)) throw new FormRefused('field-value', { field: 'edition.from', after: legalDayOf(tx.now) });
      await refuseTwins(tx, content);
      const act = editionAct('propose', actor, tx.now);
      await tx.rows(
        'propose-edition',
        `INSERT INTO editions (id, city, valid_from, state, content, hash, revision, past, kept_at) VALUES ($1, $2, $3, 'proposed', $4, $5, 0, $6, lianxi_now())`,
        [content.id, content.city, content.from, JSON.stringify(content), requestHash, JSON.stringify([act])],
      );
      const answer = JSON.stringify({ id: content.id, state: 'proposed', version: 1, hash: requestHash });
      await record(tx, {
        journal: [
          actRow(
            { id: content.id, hash: requestHash, city: content.city, valid_from: content.from },
            { act: 'propose', from: null, to: 'proposed', clause: 'in-charge-supervises', codes: {} },
            actor,
            tx.now,
          ),
        ],
        idempotency: { actor: actor.person, key, request_hash: requestHash, status: 201, answer, case_id: null },
      });
      return answer;
    });
  }

  async perform(order: ActRequest, actor: Actor): Promise<string> {
    const proof = order.act === 'prove' ? await this.proveFirst(order, actor) : null;
    const requestHash = sha256(canonical({ id: order.id, act: order.act, version: order.version, form: order.form }));
    const answer = await inTransaction(this.pool, actor, async (tx) => {
      await tx.rows('lock-editions', 'SELECT pg_advisory_xact_lock(4203)');
      return (await answeredBefore(tx, actor.person, order.key, requestHash)) ?? this.performIn(tx, order, actor, { proof, requestHash });
    });
    this.courier.wake();
    await this.rules.refresh();
    return answer;
  }

  /** Whoever may not prove does not make the service walk; undefined rows and refusals are told by the act itself. */
  private async proveFirst(order: ActRequest, actor: Actor): Promise<KeptProof | null> {
    const row = await inTransaction(this.pool, actor, async (tx) => {
      const found = await findEditionToChange(tx, order.id, actor);
      if (found?.state !== 'proposed' || found.version !== order.version) return undefined;
      perform(edition, editionSubject(found, [], tx.now), editionStanding(actor, found), order.act, order.form);
      return found;
    });
    return row ? this.proof.prove(row, actor) : null;
  }

  private async performIn(
    tx: Tx,
    order: ActRequest,
    actor: Actor,
    { proof, requestHash }: { proof: KeptProof | null; requestHash: string },
  ): Promise<string> {
    const row = await findEditionToChange(tx, order.id, actor);
    if (!row) throw problems.notFound();
    if (row.version !== order.version) throw new StaleVersion({ version: row.version, since: [] });
    const performed = perform(
      edition,
      editionSubject(row, await othersOf(tx, row), tx.now),
      editionStanding(actor, row),
      order.act,
      order.form,
    );
    const signed = this.signedAs(row, performed);
    const act = actRow(
      row,
      { act: order.act, from: performed.from, to: performed.to, clause: performed.clause, codes: performed.form.codes },
      actor,
      tx.now,
    );
    const answer = JSON.stringify({
      id: row.id,
      act: order.act,
      state: performed.to,
      version: row.version + 1,
      ...(proof ? { proof: proof.count } : {}),
    });
    await record(tx, {
      journal: [act],
      deliveries: signed ? distribution(row, signed, act.id) : [],
      idempotency: { actor: actor.person, key: order.key, request_hash: requestHash, status: 200, answer, case_id: null },
    });
    await tx.rows(
      'change-edition',
      'UPDATE editions SET state = $2, version = version + 1, past = past || $3::jsonb, proof = coalesce($4, proof), signature = coalesce($5, signature), revision = $6, kept_at = lianxi_now() WHERE id = $1',
      [
        row.id,
        performed.to,
        JSON.stringify([editionAct(order.act, actor, tx.now)]),
        proof === null ? null : JSON.stringify(proof),
        signed?.signature ?? null,
        signed?.revision ?? row.revision,
      ],
    );
    return answer;
  }

  /** A withdrawal of what no department was told needs no signature. */
  private signedAs(row: EditionRow, { to }: Performed): Signed | undefined {
    if (to !== 'signed' && !(to === 'withdrawn' && row.state === 'signed')) return undefined;
    const seed = this.configuration.LIANXI_OFFICE_SECRET?.[row.city];
    if (seed === undefined) throw problems.unavailable();
    const [isWithdrawn, revision] = [to === 'withdrawn', row.revision + 1];
    return {
      state: to,
      revision,
      signature: signText(seed, editionText({ city: row.city, id: row.id, hash: row.hash, isWithdrawn, revision })),
    };
  }
}

interface Signed {
  readonly state: 'signed' | 'withdrawn';
  readonly revision: number;
  readonly signature: string;
}

function checked(given: unknown, { city }: Actor): Edition {
  try {
    const content = checkEdition(given);
    if (content.city !== city) throw new FormRefused('field-value', { field: 'edition.city', allowed: [city] });
    if (content.signedBy !== register.getCity(city).office)
      throw new FormRefused('field-value', { field: 'edition.signedBy', allowed: [register.getCity(city).office] });
    return content;
  } catch (error) {
    if (error instanceof EditionRefused) throw new FormRefused('field-value', { field: error.place, allowed: error.allowed });
    throw error;
  }
}

/** A name is used once for ever, since decisions name it; a day once at a time. */
async function refuseTwins(tx: Tx, { id, city, from }: Edition): Promise<void> {
  const builtIn = register.getCity(city).editions.some((known) => known.id === id || known.from === from);
  const kept = await tx.find(
    'edition-twin',
    `SELECT 1 AS there FROM editions WHERE id = $1 OR (city = $2 AND valid_from = $3 AND state <> 'withdrawn')`,
    [id, city, from],
  );
  if (builtIn || kept) throw new ActRefused('edition-there', { field: 'edition.id' });
}

export const actRow = (
  { id, hash, city, valid_from: from }: Pick<EditionRow, 'id' | 'hash' | 'city' | 'valid_from'>,
  done: { act: string; from: string | null; to: string; clause: string; codes: Readonly<Record<string, unknown>> },
  actor: Actor | null,
  now: string,
): JournalRow =>
  sealRow(noHistory, {
    id: newId(),
    city,
    case_id: null,
    version: null,
    procedure: 'edition',
    act: done.act,
    from_state: done.from,
    to_state: done.to,
    clause: done.clause,
    epoch: null,
    body: actor?.body ?? register.getCity(city).office,
    post: actor?.post ?? null,
    for_post: actor?.forPost ?? null,
    recorded_at: now,
    effective_at: now,
    detail: { edition: id, hash, from, ...done.codes, ...(actor ? { person: actor.person } : {}) },
    particulars: [],
  });

const distribution = (row: EditionRow, { state, revision, signature }: Signed, journalId: string): NewDelivery[] =>
  register.services
    .filter(({ kind }) => kind === 'department' || kind === 'investigation')
    .map(({ id: receiver }) => ({
      id: newId(),
      city: row.city,
      receiver,
      to_body: null,
      kind: 'edition-kept@1',
      case_id: null,
      journal_id: journalId,
      access_id: null,
      particulars: [],
      hand_over_id: null,
      body: { id: row.id, city: row.city, from: row.valid_from, state, revision, content: row.content, hash: row.hash, signature },
    }));
