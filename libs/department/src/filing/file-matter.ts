import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  canonical,
  CONFIGURATION,
  Courier,
  DatabaseClock,
  inTransaction,
  newId,
  OFFICER_POOL,
  Openings,
  PaperKeeper,
  SERVICE,
  sha256,
  type Configuration,
  type NewDelivery,
  type ReceivedPaper,
  type ServiceDefinition,
  type Standing,
  type WriteSet,
} from '@lianxi/chassis';
import type { Instant } from '@lianxi/casework';
import { owedToOffice, partsIn } from '../cases/holding';
import { answeredBefore } from '../cases/perform-act';
import { commitHandOver } from '../hand-over/commit-hand-over';
import { identityDelivery, sealsReporter } from '../reporters/identity-effects';
import { RuleBook } from '../rules/rule-book';
import { openCase, type Filer, type FilingForm, type OpenedCase } from './open-case';
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

export interface Filing extends Filer {
  readonly form: FilingForm;
  readonly key: string;
  readonly papers?: readonly ReceivedPaper[];
}

/** Files a matter: one statement opens the case and hands it to the service that must hold it. */
@Injectable()
export class FileMatter {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(PaperKeeper) private readonly keeper: PaperKeeper,
    @Inject(DatabaseClock) private readonly clock: DatabaseClock,
    @Inject(Openings) private readonly openings: Openings,
    @Inject(RuleBook) private readonly rules: RuleBook,
  ) {}

  /** Returns the answer's JSON. Throws FactRefused for facts that cannot be, and a 422 problem when the key was used for another body. */
  async file(filing: Filing): Promise<string> {
    const papers = (filing.papers ?? []).map(({ sha256: hash, name }) => ({ hash, name }));
    const requestHash = sha256(canonical({ ...withoutIdentity(filing.form), ...(papers.length > 0 ? { files: papers } : {}) }));
    const receipt = receiptFor(this.configuration.LIANXI_RECEIPT_KEY, `${filing.actor}\n${filing.key}`, requestHash);
    const kept = receiptHash(this.configuration.LIANXI_RECEIPT_HASH_KEY, receipt);
    const standing: Standing = {
      body: String(filing.form.facts['receivedBy'] ?? ''),
      post: filing.post ?? '',
      city: String(filing.form.facts['city'] ?? ''),
    };
    const before = (): Promise<string | undefined> =>
      inTransaction(this.pool, standing, (tx) => answeredBefore(tx, filing.actor, filing.key, requestHash));
    const answer =
      (papers.length === 0 ? undefined : await before()) ??
      (await this.open(filing, standing, requestHash, kept)) ??
      (await before()) ??
      '';
    this.courier.wake();
    return JSON.stringify({ receipt, ...(JSON.parse(answer) as object) });
  }

  /** Undefined when the key was used before, or another request with it was quicker: the one statement that writes sees both. The papers are on disk before the row that names them commits. */
  private async open(filing: Filing, standing: Standing, requestHash: string, receiptKept: string): Promise<string | undefined> {
    const now = await this.clock.now();
    const opened = openCase(filing.form, filing, filing.papers ?? [], receiptKept, {
      service: this.service.name,
      rules: this.rules.current(),
      now,
    });
    for (const { row, bytes } of opened.papers) await this.keeper.put(row.case_id, row.id, bytes);
    const answer = JSON.stringify(answerFor(opened, now));
    const way = opened.placed.service === this.service.name ? this.stays(opened, now) : this.goes(opened, now);
    const { id, city } = opened.inHand.row;
    const fresh = await this.openings.write(standing, {
      newCase: opened.inHand.row,
      journal: opened.inHand.acts,
      particulars: opened.particulars,
      papers: opened.papers.map(({ row }) => row),
      ...way,
      deliveries: [...way.deliveries, ...this.sealed(filing.form, opened, receiptKept)],
      receipt: { hash: receiptKept, case_id: id, city },
      idempotency: { actor: filing.actor, key: filing.key, request_hash: requestHash, status: 201, answer, case_id: id },
    });
    return fresh ? answer : undefined;
  }

  private sealed({ report }: FilingForm, { inHand: { row, acts } }: OpenedCase, receiptKept: string): NewDelivery[] {
    return sealsReporter(row.kind)
      ? [identityDelivery(row, acts[0]?.id ?? '', receiptKept, { ...report.contact }, this.configuration.LIANXI_CUSTODIANS[row.city] ?? {})]
      : [];
  }

  private stays({ inHand, clocks }: OpenedCase, now: Instant): Way {
    const filedAt = {
      case_id: inHand.row.id,
      body: inHand.row.received_by,
      city: inHand.row.city,
      part: 'filed-at',
      since: now,
      until: null,
    };
    return {
      access: [...partsIn(inHand.row, now, (body) => this.rules.servesBody(body)), filedAt],
      clocks,
      handOvers: [],
      deliveries: owedToOffice(inHand.row, inHand.acts.at(-1)?.id ?? ''),
    };
  }

  private goes({ inHand, placed, clocks, papers, particulars }: OpenedCase, now: Instant): Way {
    const committed = commitHandOver(
      inHand,
      this.service.name,
      {
        id: newId(),
        kind: 'filing',
        to: { service: placed.service, body: placed.holder },
        clause: 'in-charge-supervises',
        fromState: null,
        openedAt: now,
        subject: {},
      },
      { history: [], works: [], clocks, papers: papers.map(({ row }) => row), particulars: particulars.map(({ id }) => id) },
      now,
    );
    return { access: committed.access, clocks: committed.clocks, handOvers: [committed.handOver], deliveries: committed.deliveries };
  }
}

/** A hash of what only custodians may know would be as good as the words, to whoever tries them out. */
const withoutIdentity = (form: FilingForm): FilingForm =>
  sealsReporter(String(form.facts['kind'])) ? { ...form, report: { ...form.report, contact: undefined } as FilingForm['report'] } : form;

interface Way extends Required<Pick<WriteSet, 'access' | 'clocks' | 'handOvers'>> {
  readonly deliveries: readonly NewDelivery[];
}

function answerFor({ inHand, placed: { holder, service, decision, unknown } }: OpenedCase, now: string): Omit<Filed, 'receipt'> {
  const supervision = decision?.decision.supervision;
  return {
    caseId: inHand.row.id,
    holder,
    service,
    status: supervision?.status ?? 'facts-incomplete',
    rules: supervision?.rules ?? [],
    edition: decision?.edition ?? null,
    unconfirmed: decision?.decision.unconfirmed ?? [],
    unknownFacts: unknown,
    filedAt: now,
  };
}
