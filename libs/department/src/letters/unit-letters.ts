import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actsAllowed, enclosure, findActRow, getProcedure, reply, stateLabelOf, unclearedEnclosures, type Label } from '@lianxi/casework';
import {
  AccessLog,
  Courier,
  inTransaction,
  OFFICER_POOL,
  problems,
  SCANNER,
  type Actor,
  type CaseRow,
  type JournalRow,
  type PaperRow,
  type Scanner,
  type Tx,
} from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import type { OfferedAct } from '../cases/case-view';
import { PerformAct, type ActOrder } from '../cases/perform-act';
import { allowedView } from '../cases/read-case';
import { actsOf, clocksOf, findCaseLocked, papersOf, partsOf } from '../cases/read-rows';
import { pastOf, standingOf, subjectOf } from '../cases/subject-of';
import { heldPapers, type Held } from '../papers/held-papers';
import { ReadPaper, type OpenedPaper } from '../papers/read-paper';
import { mayKnow } from '../sealed/named-people';

/** A letter as its unit lists it; `dueOn` is the last day for the answer, once that period runs. */
export interface LetterLine extends Record<string, unknown> {
  readonly id: string;
  readonly body: string;
  readonly state: string;
  readonly purpose: string | null;
  readonly at: string;
  readonly dueOn: string | null;
}

/** What a unit sees of a letter: what was written to it, what was sent along, what it sent itself, and what it may do now. */
export interface LetterView extends LetterLine {
  readonly city: string;
  readonly version: number;
  readonly epoch: number;
  readonly stateLabel: Label | undefined;
  readonly texts: readonly { readonly kind: string; readonly label: Label | undefined; readonly text: string }[];
  readonly papers: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly dated: string;
    readonly size: number;
    readonly sha256: string;
    readonly held: Held | null;
  }[];
  readonly acts: readonly OfferedAct[];
}

const shownTexts = ['write-letter.addressee', 'write-letter.content', 'remind-addressee.reminder', 'answer.answer'];
const shownPapers = [enclosure.code, reply.code];

const columns = `c.id, c.holder AS body, c.state, c.city, c.version, c.epoch, ${instant('c.filed_at', 'at')},
  (SELECT j.detail ->> 'purpose' FROM journal j WHERE j.case_id = c.id AND j.act = 'ask') AS purpose,
  (SELECT ((k.due_at AT TIME ZONE 'Asia/Shanghai') - interval '1 microsecond')::date::text FROM clocks k WHERE k.case_id = c.id AND k.rule = 'letter-answer' AND k.state = 'running' LIMIT 1) AS "dueOn"`;
/** Row-level security says the same without being asked. */
const isTheirs = `c.procedure = 'letter' AND c.mark <> 'sealed' AND c.city = $2
  AND EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c.id AND a.body = $1 AND a.part = 'addressee' AND (a.until IS NULL OR a.until > lianxi_now()))`;

/** Letters to a unit, as its contacts see and answer them. To them every other case is one that is not there. */
@Injectable()
export class UnitLetters {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(PerformAct) private readonly performAct: PerformAct,
    @Inject(ReadPaper) private readonly papers: ReadPaper,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  list(actor: Actor, after: string | null, limit: number): Promise<LetterLine[]> {
    return inTransaction(this.pool, actor, (tx) =>
      tx.rows<LetterLine>(
        'letters-of-unit',
        `SELECT ${columns} FROM cases c WHERE ${isTheirs}
      AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
        [actor.body, actor.city, after, limit],
      ),
    );
  }

  /** The first look at a letter that was sent electronically is its receipt, recorded in the same transaction. */
  async open(id: string, actor: Actor): Promise<LetterView> {
    const view = await this.within(id, actor, async (tx, row) => {
      if (row.state === 'dispatched')
        await this.performAct.performWithin(
          tx,
          { caseId: id, act: 'open-letter', version: row.version, epoch: row.epoch, form: {}, key: `first-look-${id}-${row.version}` },
          actor,
        );
      return this.viewOf(tx, id, actor);
    });
    await this.accessLog.noteLook('case-opened', actor, id);
    return view;
  }

  /** Throws what the engine refuses, and a 404 problem for what is not a letter to the actor's unit. */
  perform(order: ActOrder, actor: Actor): Promise<string> {
    return this.within(order.caseId, actor, (tx) => this.performAct.performWithin(tx, order, actor));
  }

  async paper(id: string, paper: string, actor: Actor): Promise<OpenedPaper> {
    await this.within(id, actor, async (tx) => {
      if (!shownIn(await papersOf(tx, id), await actsOf(tx, id)).some((each) => each.id === paper)) throw problems.notFound();
    });
    return this.papers.read(id, paper, actor);
  }

  private async within<T>(id: string, actor: Actor, work: (tx: Tx, row: CaseRow) => Promise<T>): Promise<T> {
    const answer = await inTransaction(this.pool, actor, async (tx) => {
      const row = await this.findLocked(tx, id, actor);
      return row && { is: await work(tx, row) };
    });
    if (!answer) {
      await this.accessLog.noteDenial(actor, id);
      throw problems.notFound();
    }
    this.courier.wake();
    return answer.is;
  }

  private async findLocked(tx: Tx, id: string, actor: Actor): Promise<CaseRow | undefined> {
    const row = await findCaseLocked(tx, id);
    if (!row || row.procedure !== 'letter' || row.city !== actor.city || !(await mayKnow(tx, row, actor))) return undefined;
    return (await partsOf(tx, id, actor.body)).some(({ part }) => part === 'addressee') ? row : undefined;
  }

  private async viewOf(tx: Tx, id: string, actor: Actor): Promise<LetterView> {
    const row = (await findCaseLocked(tx, id)) as CaseRow;
    const line = (await tx.find<LetterView>('letter-of-unit', `SELECT ${columns} FROM cases c WHERE ${isTheirs} AND c.id = $3`, [
      actor.body,
      actor.city,
      id,
    ])) as LetterView;
    const acts = await actsOf(tx, id);
    const papers = shownIn(await papersOf(tx, id), acts);
    const particulars = await tx.rows<{ id: string; kind: string; value: unknown }>(
      'texts-of-letter',
      'SELECT id, kind, value FROM particulars WHERE case_id = $1 AND (kind = ANY ($2) OR id = ANY ($3)) ORDER BY id',
      [id, shownTexts, papers.map((paper) => paper.name_particular)],
    );
    const held = await heldPapers(tx, id, this.scanner !== null);
    const standing = standingOf(
      actor,
      row,
      (await partsOf(tx, id, actor.body)).map(({ part }) => part),
    );
    const subject = subjectOf(row, { acts, handOvers: [], papers, works: [], clocks: await clocksOf(tx, id) }, tx.now);
    return {
      ...line,
      stateLabel: stateLabelOf('letter', row.state),
      acts: actsAllowed(getProcedure('letter'), subject, standing).map(allowedView),
      texts: particulars
        .filter(({ kind }) => shownTexts.includes(kind))
        .map(({ kind, value }) => ({ kind, label: labelOf(kind), text: String(value) })),
      papers: papers.map(({ id: paper, kind, dated, size, sha256, name_particular: named }) => ({
        id: paper,
        kind,
        dated,
        size,
        sha256,
        held: held.get(paper) ?? null,
        name: (particulars.find((each) => each.id === named)?.value as { name?: string } | undefined)?.name ?? paper,
      })),
    };
  }
}

/** What went along and what came back; to the accused side nothing that another officer has not cleared. */
function shownIn(papers: readonly PaperRow[], acts: readonly JournalRow[]): PaperRow[] {
  const uncleared = unclearedEnclosures(pastOf(acts));
  return papers.filter(({ id, kind }) => shownPapers.includes(kind) && !uncleared.includes(id));
}

/** A text is called after the field it was written in. */
function labelOf(kind: string): Label | undefined {
  const [act = '', field] = kind.split('.');
  return (findActRow('matter', act) ?? findActRow('letter', act))?.form?.find(({ name }) => name === field)?.label;
}
