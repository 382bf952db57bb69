import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  designation,
  FormRefused,
  perform,
  StaleVersion,
  type Actor as KernelActor,
  type Performed,
  type Standing,
  type Subject,
  plainFacts,
} from '@lianxi/casework';
import {
  canonical,
  commitmentsOf,
  Courier,
  inTransaction,
  newId,
  newParticular,
  noHistory,
  OFFICER_POOL,
  problems,
  record,
  sealRow,
  sha256,
  type Actor,
  type NewDelivery,
  type Tx,
} from '@lianxi/chassis';
import { answeredBefore, type ActRequest, RuleBook } from '@lianxi/department';
import { knownToOffice } from './sealed-in-office';
import { register, serviceFor, type MatterFacts, type Register } from '@lianxi/jurisdiction';

/** What an act of the office is answered with. */
export interface DesignationDone {
  readonly designationId: string;
  readonly act: string;
  readonly state: string;
  readonly version: number;
}

export interface DesignationRow extends Record<string, unknown> {
  readonly id: string;
  readonly case_id: string;
  readonly city: string;
  readonly state: string;
  readonly epoch: number;
  readonly holder: string;
  readonly service: string;
  readonly candidates: readonly string[];
  readonly suggestions: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly decision: Readonly<Record<string, unknown>> | null;
  readonly views: readonly { readonly body: string; readonly view: string }[];
  readonly lead: string | null;
  readonly mark: string;
  /** The body whose own staff the case concerns: it is neither heard nor named. */
  readonly recused: string | null;
  readonly version: number;
  readonly due_on: string;
  readonly requested_at: string;
}

export function designationSubject(row: DesignationRow): Subject {
  const host = register.getCity(row.city).officeHost;
  const heard = new Set(row.views.map(({ body }) => body));
  return {
    state: row.state,
    resumesIn: null,
    interim: false,
    past: [],
    facts: {
      ...plainFacts,
      holder: row.holder,
      officeHost: host,
      hostIsCandidate: row.candidates.includes(host),
      viewsMissing: row.candidates.filter((body) => ![host, row.recused].includes(body) && !heard.has(body)),
      viewsHeard: [...heard],
    },
  };
}

export const designationStanding = (actor: Actor, row: DesignationRow): Standing => ({
  actor: actor as KernelActor,
  parts: actor.body === register.getCity(row.city).office ? ['office'] : [],
});

/** The office's acts on a request for a lead: hearing the candidates, and the order that the holder must carry out. */
@Injectable()
export class Designate {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(RuleBook) private readonly rules: RuleBook,
  ) {}

  async list(actor: Actor, after: string | null, limit: number): Promise<DesignationRow[]> {
    return inTransaction(this.pool, actor, (tx) =>
      tx.rows<DesignationRow>(
        'designations',
        `
      SELECT d.*, d.due_on::text AS due_on, body_recused_from(d.case_id) AS recused FROM designations d WHERE ($1::uuid IS NULL OR d.id > $1) AND d.state IN ('requested', 'ordered') AND ${knownToOffice('d', 3)} ORDER BY d.id LIMIT $2`,
        [after, limit, actor.post, actor.person, actor.role],
      ),
    );
  }

  async perform(order: ActRequest, actor: Actor): Promise<string> {
    const requestHash = sha256(canonical({ id: order.id, act: order.act, version: order.version, form: order.form }));
    const answer = await inTransaction(this.pool, actor, (tx) => this.performIn(tx, order, actor, requestHash));
    this.courier.wake();
    return answer;
  }

  private async performIn(tx: Tx, order: ActRequest, actor: Actor, requestHash: string): Promise<string> {
    const row = await tx.find<DesignationRow>(
      'designation-locked',
      `SELECT d.*, body_recused_from(d.case_id) AS recused FROM designations d WHERE id = $1 AND ${knownToOffice('d', 2)} FOR UPDATE`,
      [order.id, actor.post, actor.person, actor.role],
    );
    const before = await answeredBefore(tx, actor.person, order.key, requestHash);
    if (before !== undefined) return before;
    if (!row || designationStanding(actor, row).parts.length === 0) throw problems.notFound();
    if (row.version !== order.version) throw new StaleVersion({ version: row.version, since: [] });
    const performed = perform(designation, designationSubject(row), designationStanding(actor, row), order.act, order.form);
    const change = changeBy(row, performed);
    const particulars = Object.entries(performed.form.texts).map(([name, text]) =>
      newParticular(row.case_id, row.city, `designation.${order.act}.${name}`, text),
    );
    const act = sealRow(noHistory, {
      id: newId(),
      city: row.city,
      case_id: row.case_id,
      version: null,
      procedure: 'designation',
      act: order.act,
      from_state: performed.from,
      to_state: performed.to,
      clause: performed.clause,
      epoch: row.epoch,
      body: actor.body,
      post: actor.post,
      for_post: actor.forPost ?? null,
      recorded_at: tx.now,
      effective_at: tx.now,
      detail: { designation: row.id, ...performed.form.codes, person: actor.person },
      particulars: commitmentsOf(particulars),
    });
    const text = JSON.stringify({
      designationId: row.id,
      act: order.act,
      state: performed.to,
      version: row.version + 1,
    } satisfies DesignationDone);
    const deliveries =
      change.lead === undefined
        ? []
        : [{ ...orderMessage(row, change.lead, this.rules.current(), act.id), particulars: particulars.map(({ id }) => id) }];
    const fresh = await record(tx, {
      journal: [act],
      particulars,
      deliveries,
      idempotency: { actor: actor.person, key: order.key, request_hash: requestHash, status: 200, answer: text, case_id: row.case_id },
    });
    if (!fresh) throw problems.keyReused({ field: 'idempotency-key' });
    await tx.rows(
      'change-designation',
      'UPDATE designations SET state = $2, views = $3, lead = coalesce($4, lead), version = version + 1, changed_at = lianxi_now() WHERE id = $1',
      [row.id, performed.to, JSON.stringify(change.views ?? row.views), change.lead ?? null],
    );
    return text;
  }
}

/** The candidates; where nobody is known, any body of the city that has a desk. One whose own staff is concerned is never among them. */
function mayLead(row: DesignationRow): readonly string[] {
  const candidates = row.candidates.filter((body) => body !== row.recused);
  if (candidates.length > 0) return candidates;
  return register.bodies
    .filter(({ desk, city, id }) => desk && city === row.city && id !== register.getCity(row.city).office && id !== row.recused)
    .map(({ id }) => id);
}

function changeBy(row: DesignationRow, { effect, form: { codes } }: Performed): { views?: DesignationRow['views']; lead?: string } {
  if (effect === 'record-view') {
    const body = String(codes['ofBody']);
    if (!mayLead(row).includes(body)) throw new FormRefused('field-value', { field: 'form.ofBody', allowed: mayLead(row) });
    return { views: [...row.views.filter((view) => view.body !== body), { body, view: String(codes['view']) }] };
  }
  const lead = String(codes['lead']);
  if (!mayLead(row).includes(lead)) throw new FormRefused('field-value', { field: 'form.lead', allowed: mayLead(row) });
  return { lead };
}

function orderMessage(row: DesignationRow, lead: string, rules: Register, journalId: string): NewDelivery {
  const service = serviceFor(row.facts as unknown as MatterFacts, lead, rules) ?? row.service;
  return {
    id: newId(),
    city: row.city,
    receiver: row.service,
    to_body: row.holder,
    kind: 'designation-ordered@1',
    case_id: row.case_id,
    journal_id: journalId,
    access_id: null,
    particulars: [],
    hand_over_id: null,
    body: { designationId: row.id, expectedEpoch: row.epoch, lead, service, clause: 'designation-model' },
  };
}
