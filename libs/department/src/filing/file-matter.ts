import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { canonical, commitmentsOf, CONFIGURATION, Courier, inTransaction, newId, newParticular, OFFICER_POOL, problems, record, SERVICE, sha256, type Configuration, type NewDelivery, type Particular, type ServiceDefinition, type Standing, type Tx, type WriteSet } from '@lianxi/chassis';
import { legalDayOf } from '@lianxi/casework';
import { checkFiledFacts, decisionRecord, register, unknownFacts, type DecisionRecord, type MatterFacts } from '@lianxi/jurisdiction';
import { CaseInHand } from '../cases/case-acts';
import { owedToOffice, partsIn } from '../cases/holding';
import { nextDue, startClock } from '../clocks/case-clocks';
import { commitHandOver } from '../hand-over/commit-hand-over';
import type { Channel, FileMatterForm, OnBehalf } from './file-matter.dto';
import { receiptFor, receiptHash } from './receipt';

/** What a filing is answered with; the same for every repetition of it, to the byte. */
export interface Filed {
  readonly caseId: string;
  readonly receipt: string;
  readonly holder: string;
  readonly service: string;
  readonly status: 'decided' | 'designation-required' | 'unassigned' | 'facts-incomplete';
  readonly rules: readonly string[];
  readonly edition: string | null;
  readonly unconfirmed: readonly string[];
  readonly unknownFacts: readonly string[];
  readonly filedAt: string;
}

export interface Filing {
  readonly form: FileMatterForm & { readonly onBehalf?: OnBehalf };
  readonly key: string;
  /** Scope of the idempotency key: a person, or the public. */
  readonly actor: string;
  readonly post?: string;
  readonly forPost?: string;
}

/** Where a matter lies after filing, and on what grounds. */
interface Placed {
  readonly holder: string;
  readonly service: string;
  readonly lead: string | null;
  readonly decision: DecisionRecord | null;
  readonly unknown: readonly string[];
}

/** Files a matter: one transaction decides, opens the case, and hands it to the service that must hold it. */
@Injectable()
export class FileMatter {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  /** Throws FactRefused for facts that cannot be, and a 422 problem when the key was used for another body. */
  async file(filing: Filing): Promise<string> {
    const requestHash = sha256(canonical({ ...filing.form }));
    const standing: Standing = { body: String(filing.form.facts['receivedBy'] ?? ''), post: filing.post ?? '', city: String(filing.form.facts['city'] ?? '') };
    const answer = await inTransaction(this.pool, standing, async (tx) => {
      const before = await this.answeredBefore(tx, filing, requestHash);
      if (before !== undefined) return before;
      const { set, filed } = this.open(filing, requestHash, tx);
      if (await record(tx, set)) return JSON.stringify(filed);
      return (await this.answeredBefore(tx, filing, requestHash)) ?? '';
    });
    this.courier.wake();
    const receipt = receiptFor(this.configuration.LIANXI_RECEIPT_KEY, filing.key, requestHash);
    return JSON.stringify({ receipt, ...(JSON.parse(answer) as object) });
  }

  private async answeredBefore(tx: Tx, { actor, key }: Filing, requestHash: string): Promise<string | undefined> {
    const row = await tx.find<{ request_hash: string; answer: string }>('answered-before', 'SELECT request_hash, answer FROM idempotency WHERE actor = $1 AND key = $2', [actor, key]);
    if (row && row.request_hash !== requestHash) throw problems.keyReused({ field: 'idempotency-key' });
    return row?.answer;
  }

  private open(filing: Filing, requestHash: string, tx: Tx): { set: WriteSet; filed: Omit<Filed, 'receipt'> } {
    const { form } = filing;
    const facts = checkFiledFacts({ ...form.facts, on: form.onBehalf?.receivedOn ?? form.facts['on'] ?? legalDayOf(tx.now) });
    const placed = place(facts as unknown as Record<string, unknown>);
    const caseId = newId();
    const particulars = particularsOf(form, caseId, facts.city);
    const channel: Channel = form.onBehalf?.channel ?? 'web';
    const clocks = [startClock('registration', { id: caseId, city: facts.city }, tx.now),
      ...(placed.unknown.length > 0 ? [startClock('complete-facts', { id: caseId, city: facts.city }, tx.now)] : [])];
    const receipt = receiptFor(this.configuration.LIANXI_RECEIPT_KEY, filing.key, requestHash);
    const inHand = CaseInHand.opened({
      id: caseId, city: facts.city, number: null, kind: facts.kind, state: 'received', resumes_in: null, standing: 'holding', service: this.service.name,
      holder: facts.receivedBy, lead: placed.lead, interim: placed.lead === null, joint_bodies: placed.decision?.jointBodies ?? [],
      co_handlers: placed.decision?.decision.supervision.coHandlers ?? [], epoch: 1, received_by: facts.receivedBy,
      received_on: form.onBehalf?.receivedOn ?? legalDayOf(tx.now), channel, facts, decision: placed.decision as Record<string, unknown> | null, assigned_post: null,
      mark: 'ordinary', filed_at: tx.now, updated_at: tx.now, next_due_at: nextDue(clocks),
    }, tx.now);
    const isHere = placed.service === this.service.name;
    inHand.act({
      procedure: 'matter', act: 'file', from: null, to: 'received', clause: 'reports-46', body: facts.receivedBy, post: filing.post ?? null, forPost: filing.forPost,
      detail: { channel, facts, decision: placed.decision, unknownFacts: placed.unknown, receipt: receiptHash(receipt) }, particulars: commitmentsOf(particulars),
    }, isHere ? { holder: placed.holder } : {});
    const going = isHere ? this.stays(inHand, tx) : this.goes(inHand, placed, clocks, particulars, tx);
    const filed = {
      caseId, holder: placed.holder, service: placed.service, status: placed.decision?.decision.supervision.status ?? ('facts-incomplete' as const),
      rules: placed.decision?.decision.supervision.rules ?? [], edition: placed.decision?.edition ?? null, unconfirmed: placed.decision?.decision.unconfirmed ?? [],
      unknownFacts: placed.unknown, filedAt: tx.now,
    };
    return {
      filed,
      set: {
        newCase: inHand.row, journal: inHand.acts, particulars, clocks: isHere ? clocks : going.clocks, access: going.access, handOvers: going.handOvers,
        deliveries: going.deliveries, receipt: { hash: receiptHash(receipt), case_id: caseId, city: facts.city },
        idempotency: { actor: filing.actor, key: filing.key, request_hash: requestHash, status: 201, answer: JSON.stringify(filed), case_id: caseId },
      },
    };
  }

  private stays(inHand: CaseInHand, tx: Tx): Going {
    const parts = partsIn(inHand.row, tx.now, this.service.servesBody);
    const filedAt = { case_id: inHand.row.id, body: inHand.row.received_by, city: inHand.row.city, part: 'filed-at', since: tx.now, until: null };
    return { access: [...parts, filedAt], clocks: [], handOvers: [], deliveries: owedToOffice(inHand.row, inHand.acts.at(-1)?.id ?? '') };
  }

  private goes(inHand: CaseInHand, placed: Placed, clocks: WriteSet['clocks'] & object, particulars: readonly Particular[], tx: Tx): Going {
    const committed = commitHandOver(inHand, this.service.name, {
      id: newId(), kind: 'filing', to: { service: placed.service, body: placed.holder }, clause: 'in-charge-supervises', fromState: null, openedAt: tx.now, subject: {},
    }, { history: [], clocks, papers: [], particulars: particulars.map(({ id }) => id) }, tx.now);
    return { access: committed.access, clocks: committed.clocks, handOvers: [committed.handOver], deliveries: committed.deliveries };
  }
}

interface Going extends Required<Pick<WriteSet, 'access' | 'clocks' | 'handOvers'>> {
  readonly deliveries: readonly NewDelivery[];
}

/** Incomplete facts decide nothing: the matter waits at the desk where it arrived, wherever that body's officers work. */
function place(facts: Record<string, unknown>): Placed {
  const unknown = unknownFacts(facts);
  const receivedBy = String(facts['receivedBy']);
  if (unknown.length > 0) return { holder: receivedBy, service: register.homeOf(receivedBy) ?? 'coordination', lead: null, decision: null, unknown };
  const decision = decisionRecord(facts as unknown as MatterFacts);
  const { holder, service, lead } = decision.decision.supervision;
  return { holder, service, lead, decision, unknown };
}

function particularsOf(form: Filing['form'], caseId: string, city: string): Particular[] {
  const { contact, ...report } = { ...form.report };
  const parts: [string, unknown][] = [['report', report], ...(contact ? [['contact', { ...contact }] as [string, unknown]] : []),
    ...(form.onBehalf ? [['given-by', { givenBy: form.onBehalf.givenBy, note: form.onBehalf.note }] as [string, unknown]] : [])];
  return parts.map(([kind, value]) => newParticular(caseId, city, kind, JSON.parse(JSON.stringify(value))));
}
