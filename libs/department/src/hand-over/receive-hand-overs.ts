import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Courier,
  inRounds,
  record,
  recordArrivals,
  SERVICE,
  type Arrival,
  type CaseRow,
  type Effect,
  type Handed,
  type JournalRow,
  type LinkedWorkRow,
  type NewDelivery,
  type ServiceDefinition,
  type Tx,
} from '@lianxi/chassis';
import type { HandedOver, HistoryChunk } from '@lianxi/contracts';
import { CaseInHand } from '../cases/case-acts';
import { owedToOffice, partsIn } from '../cases/holding';
import { actsOfAll, casesLocked } from '../cases/read-rows';
import { clocksOfNewHolder, nextDue } from '../clocks/case-clocks';
import { workChanged } from '../linked-work/ask-work';
import { uncoveredWork } from '../linked-work/work-effects';
import { keepReceipts } from '../reporters/keep-receipts';
import { RuleBook } from '../rules/rule-book';
import { endAddresseeParts } from './addressee-part';
import { addresseeSide, arrivedCase, arrivedClocks, arrivedPapers, arrivedWorks, checkedHistory } from './take-over';

interface Arrived {
  readonly message: HandedOver;
  readonly known: CaseRow | undefined;
  readonly acts: readonly JournalRow[];
  readonly set: Arrival;
}

/** Takes over what other services hand over, and this one when both bodies work in it: many cases cost few statements. */
@Injectable()
export class ReceiveHandOvers implements OnModuleInit {
  constructor(
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(RuleBook) private readonly rules: RuleBook,
    @Inject(Courier) private readonly courier: Courier,
  ) {}

  onModuleInit(): void {
    this.courier.onTogether(['history-chunk@1', 'handed-over@1'], (tx, handed) => this.receive(tx, handed), true);
  }

  private async receive(tx: Tx, handed: readonly Handed[]): Promise<Effect[]> {
    const chunks = handed.filter((each) => !isHandOver(each));
    const history = chunks.flatMap(({ body, context: { sender } }) =>
      ((body as HistoryChunk).rows as unknown as JournalRow[]).map((row) => ({ ...row, service: sender })),
    );
    if (history.length > 0) await record(tx, { journal: [], history });
    const effects = new Map<Handed, Effect>();
    for (const round of inRounds(handed.filter(isHandOver), caseIdOf)) await this.takeOver(tx, round, effects);
    return handed.map((each) => effects.get(each));
  }

  /** From here on this service holds, if the history it has is the one that was committed. */
  private async takeOver(tx: Tx, round: readonly Handed[], effects: Map<Handed, Effect>): Promise<void> {
    const known = new Map((await casesLocked(tx, round.map(caseIdOf))).map((row) => [row.id, row]));
    const isStale = ({ body }: Handed): boolean => {
      const { snapshot, epoch } = body as HandedOver;
      const row = known.get(snapshot.id);
      return row !== undefined && (row.epoch > epoch || row.standing === 'holding');
    };
    for (const each of round) if (isStale(each)) effects.set(each, 'stale');
    const coming = round.filter((each) => !isStale(each));
    if (coming.length === 0) return;
    const acts = byCase(await actsOfAll(tx, coming.map(caseIdOf)));
    const arrived = coming.map((each) => this.arrivedBy(each, known.get(caseIdOf(each)), acts.get(caseIdOf(each)) ?? [], tx.now));
    await recordArrivals(
      tx,
      arrived.flatMap((each) => (each.known ? [] : [each.set])),
    );
    for (const {
      known: before,
      set: { newCase, ...set },
    } of arrived)
      if (before) await record(tx, { ...set, changedCase: { row: newCase, fromVersion: before.version } });
    await keepReceipts(
      tx,
      arrived.map((each) => ({ row: each.set.newCase, acts: each.acts })),
    );
    await endAddresseeParts(
      tx,
      arrived.map(({ message }) => ({ caseId: message.snapshot.id, body: message.toBody })),
    );
  }

  private arrivedBy(
    { body, context: { sender, particulars } }: Handed,
    known: CaseRow | undefined,
    knownActs: readonly JournalRow[],
    now: string,
  ): Arrived {
    const message = body as HandedOver;
    const acts = checkedHistory(knownActs, message);
    const clocks = clocksOfNewHolder(arrivedClocks(message), now).map((clock) => ({ ...clock, case_id: message.snapshot.id }));
    const works = arrivedWorks(message, now);
    const inHand = new CaseInHand(arrivedCase(message, this.service.name, now), now);
    const act = inHand.act(
      {
        procedure: 'hand-over',
        act: 'receive',
        from: 'committed',
        to: 'received',
        clause: 'hand-over',
        body: message.toBody,
        post: null,
        detail: { handOver: message.handOverId, kind: message.kind, fromBody: message.fromBody },
      },
      { next_due_at: nextDue(clocks) },
    );
    const uncovered = uncoveredWork(inHand.row, works, this.rules.current(), now);
    return {
      message,
      known,
      acts,
      set: {
        newCase: inHand.row,
        journal: inHand.acts,
        clocks,
        papers: arrivedPapers(message, sender),
        particulars,
        access: partsIn(inHand.row, now, (of) => this.rules.servesBody(of)),
        handOvers: [addresseeSide(message, sender, this.service.name, now)],
        linkedWork: [...works, ...(uncovered ? [uncovered.work] : [])],
        deliveries: [
          ...owedToOffice(inHand.row, act.id),
          ...tellWorkers(message, inHand.row, works),
          ...(uncovered ? [uncovered.delivery(inHand.row, act.id)] : []),
        ],
      },
    };
  }
}

const isHandOver = ({ context: { envelope } }: Handed): boolean => envelope.kind === 'handed-over@1';
const caseIdOf = ({ body }: Handed): string => (body as HandedOver).snapshot.id;

function byCase(acts: readonly JournalRow[]): Map<string | null, JournalRow[]> {
  const found = new Map<string | null, JournalRow[]>();
  for (const act of acts) {
    const list = found.get(act.case_id) ?? [];
    list.push(act);
    found.set(act.case_id, list);
  }
  return found;
}

/** Whoever works on this case learns who holds it now, or that its work is not needed any more. */
const tellWorkers = (message: HandedOver, row: CaseRow, works: readonly LinkedWorkRow[]): NewDelivery[] =>
  works
    .filter((work) => !work.final || (message.snapshot.works ?? []).some(({ id, final }) => id === work.id && final === false))
    .map((work) => workChanged(work, row, work.final ? 'release' : 'follow'));
