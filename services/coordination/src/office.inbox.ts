import { Controller, Inject, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { legalDayOf, workingCalendar, clockRules } from '@lianxi/casework';
import { newId, OnMessage, RethrowFilter, SERVICE, type Effect, type InboxContext, type ServiceDefinition, type Tx } from '@lianxi/chassis';
import { CaseIndexed, DesignationAnswered, DesignationRequested } from '@lianxi/contracts';

/** What the offices hear: who leads which case, and where nobody does. */
@Controller()
@UseFilters(RethrowFilter)
export class OfficeInbox {
  constructor(@Inject(SERVICE) private readonly service: ServiceDefinition) {}

  @OnMessage('case-indexed')
  async indexed(@Payload() index: CaseIndexed, @Ctx() { tx, city, envelope }: InboxContext): Promise<Effect> {
    const values = [envelope.caseId, city, index.epoch, index.version, index.number ?? null, index.kind, index.state, index.holder, index.service, index.lead ?? null, index.interim ?? false,
      index.rules, index.edition ?? null, index.mark, index.since];
    // Asked for because nobody led, a designation is needless once somebody does; asked for in a dispute, once the case has changed hands.
    const kept = await tx.rows('index-case', `
      WITH before AS MATERIALIZED (SELECT interim FROM case_index WHERE case_id = $1),
      kept AS (
        INSERT INTO case_index AS i (case_id, city, epoch, version, number, kind, state, holder, service, lead, interim, rules, edition, mark, since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (case_id) DO UPDATE SET kind = excluded.kind, epoch = excluded.epoch, version = excluded.version, number = excluded.number, state = excluded.state, holder = excluded.holder, service = excluded.service,
          lead = excluded.lead, interim = excluded.interim, rules = excluded.rules, edition = excluded.edition, mark = excluded.mark, since = CASE WHEN i.epoch < excluded.epoch THEN excluded.since ELSE i.since END
        WHERE (i.epoch, i.version) < (excluded.epoch, excluded.version) RETURNING 1),
      intervals AS (
        INSERT INTO lead_intervals (case_id, city, epoch, holder, service, lead, rules, since) VALUES ($1, $2, $3, $8, $9, $10, $12, $15)
        ON CONFLICT (case_id, epoch) DO UPDATE SET lead = excluded.lead, rules = excluded.rules),
      marked AS (UPDATE designations SET mark = $14 WHERE case_id = $1 AND mark <> $14 AND EXISTS (SELECT 1 FROM kept)),
      superseded AS (
        UPDATE designations SET state = 'superseded', changed_at = lianxi_now()
        WHERE NOT $11 AND case_id = $1 AND state = 'requested' AND (epoch < $3 OR (epoch = $3 AND (SELECT interim FROM before))))
      SELECT 1 AS kept FROM kept`, values);
    if (kept.length === 0) return 'stale';
    if (index.named !== undefined) await keepNamed(tx, envelope.caseId ?? '', index.named);
    return undefined;
  }

  /** A request of a later epoch, or after a correction of the facts, takes the place of an earlier one. */
  @OnMessage('designation-requested')
  async requested(@Payload() request: DesignationRequested, @Ctx() { tx, city, envelope }: InboxContext): Promise<Effect> {
    const dueOn = workingCalendar.addWorkingDays(legalDayOf(tx.now), clockRules.designation.amount);
    const kept = await tx.rows('request-designation', `
      INSERT INTO designations AS d (id, case_id, city, state, epoch, holder, service, candidates, suggestions, facts, decision, requested_at, changed_at, due_on, mark)
      VALUES ($1, $2, $3, 'requested', $4, $5, $6, $7, $8, $9, $10, lianxi_now(), lianxi_now(), $11, $12)
      ON CONFLICT (case_id) WHERE state IN ('requested', 'ordered') DO UPDATE SET state = 'requested', epoch = excluded.epoch, holder = excluded.holder, service = excluded.service,
        candidates = excluded.candidates, suggestions = excluded.suggestions, facts = excluded.facts, decision = excluded.decision, version = d.version + 1, changed_at = excluded.changed_at
      WHERE d.epoch < excluded.epoch OR (d.epoch = excluded.epoch AND d.state = 'requested' AND d.facts IS DISTINCT FROM excluded.facts) RETURNING 1 AS kept`,
      [newId(), envelope.caseId, city, request.epoch, request.holder, request.service, request.candidates, request.suggestions, JSON.stringify(request.facts), JSON.stringify(request.decision ?? null), dueOn, request.mark ?? 'ordinary']);
    return kept.length === 0 ? 'stale' : undefined;
  }

  @OnMessage('designation-answered')
  async answered(@Payload() { designationId, outcome, epoch }: DesignationAnswered, @Ctx() { tx }: InboxContext): Promise<Effect> {
    const answered = await tx.rows('answer-designation', `
      UPDATE designations SET state = CASE WHEN $2 = 'carried-out' THEN 'carried-out' WHEN EXISTS (SELECT 1 FROM case_index i WHERE i.case_id = designations.case_id AND NOT i.interim AND i.epoch > designations.epoch) THEN 'superseded' ELSE 'requested' END, epoch = greatest(epoch, $3), version = version + 1, changed_at = lianxi_now()
      WHERE id = $1 AND state = 'ordered' RETURNING 1 AS answered`, [designationId, outcome, epoch]);
    return answered.length === 0 ? 'stale' : undefined;
  }
}

/** The holder says each time all of the office who are named, so whoever is not among them is named no longer. */
async function keepNamed(tx: Tx, caseId: string, named: readonly { readonly post: string; readonly person: string }[]): Promise<void> {
  await tx.rows('unname-in-index', 'DELETE FROM index_named WHERE case_id = $1', [caseId]);
  await tx.rows('name-in-index', 'INSERT INTO index_named (case_id, post, person) SELECT $1, * FROM unnest($2::text[], $3::text[])', [caseId, named.map(({ post }) => post), named.map(({ person }) => person)]);
}
