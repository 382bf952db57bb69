import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actsAllowed, legalDayOf, matter, plainStates, stateLabelOf, type Label } from '@lianxi/casework';
import {
  CONFIGURATION,
  COURIER_POOL,
  Courier,
  inTransaction,
  newId,
  problems,
  type CaseRow,
  type ClockRow,
  type Configuration,
  type JournalRow,
  type ReceivedPaper,
  type Tx,
} from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { PerformAct } from '../cases/perform-act';
import { actsOf, clocksOf, findCaseLocked } from '../cases/read-rows';
import { reporterOf, subjectOf } from '../cases/subject-of';
import { receiptHashes } from '../filing/receipt';
import { whatIsTold, type RefusalView, type ToldView } from './what-is-told';

/** What an officer asked, and whether an answer came after it. What was answered is not shown again: a receipt may be found by others. */
export interface QuestionView {
  readonly askedAt: string;
  readonly body: string | null;
  readonly question: string;
  readonly answeredAt: string | null;
}

/** A matter as whoever has its receipt sees it. */
export interface ReportView {
  readonly city: string;
  readonly holder: string;
  readonly holderNames: Label | undefined;
  readonly service: string;
  readonly filedAt: string;
  /** Whether the service that answers holds it; if not, only where it went is known here. */
  readonly isHere: boolean;
  readonly state: string;
  readonly stateLabel: Label | undefined;
  readonly plain: Label | undefined;
  readonly questions: readonly QuestionView[];
  readonly refusal: RefusalView | null;
  readonly told: readonly ToldView[];
  /** What may be done with the receipt now. */
  readonly may: readonly string[];
}

type Question = QuestionView & { readonly particular: string | undefined };

/** What the public may do with a receipt: see how far it is, read what was asked, answer, add. Whoever has the receipt is the reporter; nobody asks who that is. */
@Injectable()
export class ReporterDesk {
  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(PerformAct) private readonly performAct: PerformAct,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Throws a 404 problem for a receipt that is none of this service's. */
  look(receipt: string): Promise<ReportView> {
    return inTransaction(this.pool, undefined, async (tx) =>
      viewOf(tx, await findReported(tx, receipt, this.configuration.LIANXI_RECEIPT_HASH_KEY)),
    );
  }

  answer(receipt: string, answer: string, key: string): Promise<ReportView> {
    return this.perform(receipt, 'answer-question', () => ({ answer }), key);
  }

  add(receipt: string, text: string, key: string): Promise<ReportView> {
    return this.perform(receipt, 'add-to-report', () => ({ text }), key);
  }

  object(receipt: string, objection: string, key: string): Promise<ReportView> {
    return this.perform(receipt, 'object-to-declining', () => ({ objection }), key);
  }

  addFile(receipt: string, paper: ReceivedPaper, key: string): Promise<ReportView> {
    return this.perform(
      receipt,
      'add-report-file',
      (today) => ({ paper: newId(), kind: 'report-material', dated: today, origin: 'copy' }),
      key,
      paper,
    );
  }

  /** Throws as {@link look}, and what the engine refuses. */
  private async perform(
    receipt: string,
    act: string,
    formOn: (today: string) => Record<string, unknown>,
    key: string,
    paper?: ReceivedPaper,
  ): Promise<ReportView> {
    const view = await inTransaction(this.pool, undefined, async (tx) => {
      const row = await findReported(tx, receipt, this.configuration.LIANXI_RECEIPT_HASH_KEY);
      await this.performAct.performForReporter(tx, row, {
        caseId: row.id,
        act,
        version: 0,
        epoch: 0,
        form: formOn(legalDayOf(tx.now)),
        key,
        ...(paper === undefined ? {} : { paper }),
      });
      return viewOf(tx, await findReported(tx, receipt, this.configuration.LIANXI_RECEIPT_HASH_KEY));
    });
    this.courier.wake();
    return view;
  }
}

async function findReported(tx: Tx, receipt: string, hashKey: string): Promise<CaseRow> {
  const found = await tx.find<{ case_id: string }>('case-of-receipt', 'SELECT case_id FROM receipts WHERE hash = ANY ($1)', [
    receiptHashes(hashKey, receipt),
  ]);
  const row = found && (await findCaseLocked(tx, found.case_id));
  if (!row) throw problems.notFound({ field: 'receipt' });
  return row;
}

async function viewOf(tx: Tx, row: CaseRow): Promise<ReportView> {
  const isHere = row.standing === 'holding';
  const [acts, clocks] = isHere ? [await actsOf(tx, row.id), await clocksOf(tx, row.id)] : [[], []];
  return {
    city: row.city,
    holder: row.holder,
    holderNames: register.findBody(row.holder)?.names,
    service: row.service,
    filedAt: row.filed_at,
    isHere,
    state: isHere ? row.state : 'handed-over',
    stateLabel: isHere ? stateLabelOf('matter', row.state) : stateLabelOf('hand-over', 'committed'),
    plain: isHere ? plainStates[row.state] : undefined,
    questions: await questionsIn(tx, row, acts),
    ...(await whatIsTold(tx, row, acts, clocks)),
    may: isHere ? mayNow(row, acts, clocks, tx.now) : [],
  };
}

/** What the engine would let the reporter do: their acts ask for nothing but what was done before. */
const mayNow = (row: CaseRow, acts: readonly JournalRow[], clocks: readonly ClockRow[], now: string): string[] =>
  actsAllowed(matter, subjectOf(row, { acts, handOvers: [], papers: [], works: [], clocks }, now), {
    actor: reporterOf(row),
    parts: ['reporter'],
  }).map(({ act }) => act);

async function questionsIn(tx: Tx, { id }: CaseRow, acts: readonly JournalRow[]): Promise<QuestionView[]> {
  const asked = acts.reduce<Question[]>(withAct, []);
  const texts = await tx.rows<{ id: string; text: string }>(
    'questions-to-reporter',
    `SELECT id, value #>> '{}' AS text FROM particulars WHERE case_id = $1 AND kind = 'ask-reporter.question'`,
    [id],
  );
  return asked.map(({ particular, ...question }) => ({ ...question, question: texts.find((each) => each.id === particular)?.text ?? '' }));
}

/** An answer answers all that was asked before it. */
function withAct(before: Question[], { act, body, recorded_at: at, particulars }: JournalRow): Question[] {
  if (act === 'ask-reporter') return [...before, { askedAt: at, body, question: '', answeredAt: null, particular: particulars[0]?.id }];
  return act === 'answer-question' ? before.map((question) => ({ ...question, answeredAt: question.answeredAt ?? at })) : before;
}
