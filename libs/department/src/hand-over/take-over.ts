import {
  NeverMind,
  noHistory,
  rowHash,
  type CaseRow,
  type ClockRow,
  type HandOverRow,
  type JournalRow,
  type LinkedWorkRow,
  type PaperRow,
} from '@lianxi/chassis';
import type { HandedOver } from '@lianxi/contracts';
import { releasedWork } from '../linked-work/ask-work';

/** Refuses a history that is not the one its sender committed: length, order and every hash must agree. */
export function checkHistory(acts: readonly JournalRow[], length: number, hash: string): void {
  let previous = noHistory;
  acts.slice(0, length).forEach((act, place) => {
    if (act.version !== place + 1 || rowHash(previous, act) !== act.hash)
      throw new NeverMind(`The history breaks at version ${place + 1}.`);
    previous = act.hash;
  });
  if (acts.length < length || previous !== hash) throw new NeverMind('The history is not the one that was handed over.');
}

/** The acts known here up to the hand-over, checked against what the sender committed. */
export function checkedHistory(known: readonly JournalRow[], { snapshot: { version, historyHash } }: HandedOver): JournalRow[] {
  const acts = known.filter((act) => (act.version ?? 0) <= version);
  checkHistory(acts, version, historyHash);
  return acts;
}

/** The case as it stands here once this service holds it; its history goes on from the sender's last act. */
export function arrivedCase(message: HandedOver, service: string, now: string): CaseRow {
  const { snapshot } = message;
  return {
    id: snapshot.id,
    city: snapshot.city,
    number: snapshot.number ?? null,
    kind: snapshot.kind,
    state: snapshot.state,
    resumes_in: snapshot.resumesIn ?? null,
    standing: 'holding',
    service,
    holder: message.toBody,
    lead: snapshot.lead ?? null,
    interim: snapshot.interim,
    joint_bodies: snapshot.jointBodies,
    co_handlers: snapshot.coHandlers,
    epoch: message.epoch,
    version: snapshot.version,
    history_hash: snapshot.historyHash,
    received_by: snapshot.receivedBy,
    received_on: snapshot.receivedOn,
    channel: snapshot.channel,
    facts: snapshot.facts,
    decision: snapshot.decision ?? null,
    assigned_post: null,
    mark: snapshot.mark,
    filed_at: snapshot.filedAt,
    updated_at: now,
    next_due_at: null,
    procedure: 'matter',
    linked_to: null,
  };
}

/** The bytes are had from the service that handed the case over, which has them itself or knows from whom. */
export const arrivedPapers = (message: HandedOver, sender: string): PaperRow[] =>
  (message.snapshot.papers as unknown as PaperRow[]).map((paper) => ({ ...paper, owner_service: sender }));
/** What the case asked of others comes with it; whom it asked that now holds it itself is asked no more. */
export const arrivedWorks = (message: HandedOver, now: string): LinkedWorkRow[] =>
  ((message.snapshot.works ?? []) as unknown as LinkedWorkRow[]).map((work) =>
    !work.final && work.body === message.toBody ? releasedWork(work, now) : work,
  );
export const arrivedClocks = (message: HandedOver): ClockRow[] => message.snapshot.clocks as unknown as ClockRow[];

export function addresseeSide(message: HandedOver, sender: string, service: string, now: string): HandOverRow {
  return {
    id: message.handOverId,
    side: 'addressee',
    case_id: message.snapshot.id,
    city: message.snapshot.city,
    kind: message.kind,
    state: 'received',
    from_service: sender,
    from_body: message.fromBody,
    to_service: service,
    to_body: message.toBody,
    epoch: message.epoch - 1,
    subject: {},
    opened_at: now,
    changed_at: now,
  };
}
