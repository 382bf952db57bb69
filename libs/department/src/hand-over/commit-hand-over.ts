import {
  canonical,
  newId,
  type CaseAccessRow,
  type CaseRow,
  type ClockRow,
  type HandOverRow,
  type JournalRow,
  type LinkedWorkRow,
  type NewDelivery,
  type PaperRow,
} from '@lianxi/chassis';
import type { CaseSnapshot, HandOverKind } from '@lianxi/contracts';
import type { CaseInHand } from '../cases/case-acts';

/** Pieces of history stay well below what the broker takes in one message. */
export const largestChunk = 256 * 1024;

/** Where a case goes, and why. */
export interface Destination {
  readonly service: string;
  readonly body: string;
}

export interface Committed {
  readonly handOver: HandOverRow;
  readonly deliveries: readonly NewDelivery[];
  readonly clocks: readonly ClockRow[];
  readonly access: readonly CaseAccessRow[];
}

export interface CommitOrder {
  readonly id: string;
  readonly kind: HandOverKind;
  readonly to: Destination;
  readonly clause: string;
  readonly fromState: string | null;
  readonly openedAt: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly post?: string;
  /** What the designation or transfer changes in the case beside its holder. */
  readonly change?: Partial<Pick<CaseRow, 'lead' | 'interim' | 'joint_bodies' | 'co_handlers' | 'facts' | 'decision'>>;
}

/** What goes along with the case beside its row. */
export interface Luggage {
  readonly history: readonly JournalRow[];
  readonly clocks: readonly ClockRow[];
  readonly papers: readonly PaperRow[];
  readonly works: readonly LinkedWorkRow[];
  readonly particulars: readonly string[];
}

/**
 * The holder's commit: from here on the addressee is accountable and this service answers reads only. The pieces of history
 * are numbered before the hand-over itself, so it cannot be taken in before them.
 */
export function commitHandOver(inHand: CaseInHand, service: string, order: CommitOrder, luggage: Luggage, now: string): Committed {
  const { holder, city, id: caseId } = inHand.row;
  const epoch = inHand.row.epoch;
  const row = inHand.act(
    {
      procedure: 'hand-over',
      act: 'commit',
      from: order.fromState,
      to: 'committed',
      clause: order.clause,
      body: holder,
      post: order.post ?? null,
      detail: {
        handOver: order.id,
        kind: order.kind,
        toBody: order.to.body,
        toService: order.to.service,
        fromBody: holder,
        ...order.change,
      },
    },
    {
      standing: 'in-hand-over',
      holder: order.to.body,
      service: order.to.service,
      epoch: epoch + 1,
      assigned_post: null,
      next_due_at: null,
      ...order.change,
    },
  );
  const handOver: HandOverRow = {
    id: order.id,
    side: 'origin',
    case_id: caseId,
    city,
    kind: order.kind,
    state: 'committed',
    from_service: service,
    from_body: holder,
    to_service: order.to.service,
    to_body: order.to.body,
    epoch,
    subject: order.subject,
    opened_at: order.openedAt,
    changed_at: now,
  };
  const owed = (kind: string, body: unknown, particulars: readonly string[] = []): NewDelivery => ({
    id: newId(),
    city,
    receiver: order.to.service,
    to_body: order.to.body,
    kind,
    case_id: caseId,
    journal_id: row.id,
    access_id: null,
    body,
    particulars,
    hand_over_id: kind === 'handed-over@1' ? order.id : null,
  });
  const chunks = chunksOf([...luggage.history, ...inHand.acts]);
  return {
    handOver,
    deliveries: [
      ...chunks.map((rows) => owed('history-chunk@1', { handOverId: order.id, epoch: epoch + 1, rows })),
      owed(
        'handed-over@1',
        {
          handOverId: order.id,
          kind: order.kind,
          epoch: epoch + 1,
          fromBody: holder,
          toBody: order.to.body,
          snapshot: snapshotOf(inHand, luggage),
        },
        luggage.particulars,
      ),
    ],
    clocks: luggage.clocks.map((clock) => ({ ...clock, state: 'moved', fires_at: null })),
    access: [{ case_id: caseId, body: holder, city, part: 'former-lead', since: now, until: null }],
  };
}

function snapshotOf({ row }: CaseInHand, luggage: Luggage): CaseSnapshot {
  return {
    id: row.id,
    city: row.city,
    number: row.number,
    kind: row.kind,
    state: row.state,
    resumesIn: row.resumes_in,
    lead: row.lead,
    interim: row.interim,
    jointBodies: [...row.joint_bodies],
    coHandlers: [...row.co_handlers],
    receivedBy: row.received_by,
    receivedOn: row.received_on,
    channel: row.channel,
    facts: { ...row.facts },
    decision: row.decision === null ? null : { ...row.decision },
    mark: row.mark,
    filedAt: row.filed_at,
    version: row.version,
    historyHash: row.history_hash,
    clocks: luggage.clocks.map((clock) => ({ ...clock })),
    papers: luggage.papers.map((paper) => ({ ...paper })),
    works: luggage.works.map((work) => ({ ...work })),
  };
}

/** Splits a history into pieces of at most {@link largestChunk} bytes of canonical JSON, in order. */
export function chunksOf(rows: readonly JournalRow[]): JournalRow[][] {
  const chunks: JournalRow[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const length = Buffer.byteLength(canonical(row)) + 1;
    if (size + length > largestChunk) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(row);
    size += length;
  }
  return chunks;
}
