import { Controller, Inject, UseFilters, type OnModuleInit } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { legalDayOf, workingCalendar, clockRules } from '@lianxi/casework';
import {
  Courier,
  inRounds,
  newId,
  OnMessage,
  RethrowFilter,
  SERVICE,
  type Effect,
  type Handed,
  type InboxContext,
  type ServiceDefinition,
  type Tx,
} from '@lianxi/chassis';
import { CaseIndexed, DesignationAnswered, DesignationRequested } from '@lianxi/contracts';

const columns = 'case_id, city, epoch, version, number, kind, state, holder, service, lead, interim, rules, edition, mark, since';
// Asked for because nobody led, a designation is needless once somebody does; asked for in a dispute, once the case has changed hands.
const indexCases = `
  WITH g AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1) AS g(case_id uuid, city text, epoch int, version int, number text, kind text, state text, holder text, service text, lead text, interim boolean, rules text[], edition text, mark text, since timestamptz)),
  before AS MATERIALIZED (SELECT i.case_id, i.interim FROM case_index i WHERE i.case_id IN (SELECT case_id FROM g)),
  kept AS (
    INSERT INTO case_index AS i (${columns}) SELECT ${columns} FROM g ORDER BY case_id
    ON CONFLICT (case_id) DO UPDATE SET kind = excluded.kind, epoch = excluded.epoch, version = excluded.version, number = excluded.number, state = excluded.state, holder = excluded.holder, service = excluded.service,
      lead = excluded.lead, interim = excluded.interim, rules = excluded.rules, edition = excluded.edition, mark = excluded.mark, since = CASE WHEN i.epoch < excluded.epoch THEN excluded.since ELSE i.since END
    WHERE (i.epoch, i.version) < (excluded.epoch, excluded.version) RETURNING i.case_id),
  intervals AS (
    INSERT INTO lead_intervals (case_id, city, epoch, holder, service, lead, rules, since) SELECT case_id, city, epoch, holder, service, lead, rules, since FROM g ORDER BY case_id
    ON CONFLICT (case_id, epoch) DO UPDATE SET lead = excluded.lead, rules = excluded.rules),
  marked AS (UPDATE designations d SET mark = g.mark FROM g WHERE d.case_id = g.case_id AND d.mark <> g.mark AND g.case_id IN (SELECT case_id FROM kept)),
  superseded AS (
    UPDATE designations d SET state = 'superseded', changed_at = lianxi_now() FROM g LEFT JOIN before b ON b.case_id = g.case_id
    WHERE NOT g.interim AND d.case_id = g.case_id AND d.state = 'requested' AND (d.epoch < g.epoch OR (d.epoch = g.epoch AND b.interim)))
  SELECT case_id FROM kept`;

/** What the offices hear: who leads which case, and where nobody does. */
@Controller()
@UseFilters(RethrowFilter)
export class OfficeInbox implements OnModuleInit {
  constructor(
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  onModuleInit(): void {
    this.courier.onTogether(['case-indexed@1'], indexAll, true);
  }

  @OnMessage('case-indexed')
  async indexed(@Payload() body: CaseIndexed, @Ctx() context: InboxContext): Promise<Effect> {
    return (await indexAll(context.tx, [{ body, context }]))[0];
  }

  /** A request of a later epoch, or after a correction of the facts, takes the place of an earlier one. */
  @OnMessage('designation-requested')
  async requested(@Payload() request: DesignationRequested, @Ctx() { tx, city, envelope }: InboxContext): Promise<Effect> {
    const dueOn = workingCalendar.addWorkingDays(legalDayOf(tx.now), clockRules.designation.amount);
    const kept = await tx.rows(
      'request-designation',
      `
      INSERT INTO designations AS d (id, case_id, city, state, epoch, holder, service, candidates, suggestions, facts, decision, requested_at, changed_at, due_on, mark)
      VALUES ($1, $2, $3, 'requested', $4, $5, $6, $7, $8, $9, $10, lianxi_now(), lianxi_now(), $11, $12)
      ON CONFLICT (case_id) WHERE state IN ('requested', 'ordered') DO UPDATE SET state = 'requested', epoch = excluded.epoch, holder = excluded.holder, service = excluded.service,
        candidates = excluded.candidates, suggestions = excluded.suggestions, facts = excluded.facts, decision = excluded.decision, version = d.version + 1, changed_at = excluded.changed_at
      WHERE d.epoch < excluded.epoch OR (d.epoch = excluded.epoch AND d.state = 'requested' AND d.facts IS DISTINCT FROM excluded.facts) RETURNING 1 AS kept`,
      [
        newId(),
        envelope.caseId,
        city,
        request.epoch,
        request.holder,
        request.service,
        request.candidates,
        request.suggestions,
        JSON.stringify(request.facts),
        JSON.stringify(request.decision ?? null),
        dueOn,
        request.mark ?? 'ordinary',
      ],
    );
    return kept.length === 0 ? 'stale' : undefined;
  }

  @OnMessage('designation-answered')
  async answered(@Payload() { designationId, outcome, epoch }: DesignationAnswered, @Ctx() { tx }: InboxContext): Promise<Effect> {
    const answered = await tx.rows(
      'answer-designation',
      `
      UPDATE designations SET state = CASE WHEN $2 = 'carried-out' THEN 'carried-out' WHEN EXISTS (SELECT 1 FROM case_index i WHERE i.case_id = designations.case_id AND NOT i.interim AND i.epoch > designations.epoch) THEN 'superseded' ELSE 'requested' END, epoch = greatest(epoch, $3), version = version + 1, changed_at = lianxi_now()
      WHERE id = $1 AND state = 'ordered' RETURNING 1 AS answered`,
      [designationId, outcome, epoch],
    );
    return answered.length === 0 ? 'stale' : undefined;
  }
}

const caseOf = ({ context: { envelope } }: Handed): string => envelope.caseId ?? '';

/** The lines of many cases by one statement; of one case, one after the other. */
async function indexAll(tx: Tx, handed: readonly Handed[]): Promise<Effect[]> {
  const kept = new Set<Handed>();
  for (const round of inRounds(handed, caseOf)) {
    const lines = round.map((each) => ({
      ...(each.body as CaseIndexed),
      interim: (each.body as CaseIndexed).interim ?? false,
      case_id: caseOf(each),
      city: each.context.city,
    }));
    const rows = await tx.rows<{ case_id: string }>('index-cases', indexCases, [JSON.stringify(lines)]);
    for (const each of round.filter((one) => rows.some(({ case_id: id }) => id === caseOf(one)))) {
      kept.add(each);
      const { named } = each.body as CaseIndexed;
      if (named !== undefined) await keepNamed(tx, caseOf(each), named);
    }
  }
  return handed.map((each) => (kept.has(each) ? undefined : 'stale'));
}

/** The holder says each time all of the office who are named, so whoever is not among them is named no longer. */
async function keepNamed(tx: Tx, caseId: string, named: readonly { readonly post: string; readonly person: string }[]): Promise<void> {
  await tx.rows('unname-in-index', 'DELETE FROM index_named WHERE case_id = $1', [caseId]);
  await tx.rows('name-in-index', 'INSERT INTO index_named (case_id, post, person) SELECT $1, * FROM unnest($2::text[], $3::text[])', [
    caseId,
    named.map(({ post }) => post),
    named.map(({ person }) => person),
  ]);
}
