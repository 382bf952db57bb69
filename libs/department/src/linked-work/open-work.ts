import { getProcedure, legalDayOf } from '@lianxi/casework';
import { commitmentsOf, type CaseRow, type ClockRow, type InboxContext, type Particular } from '@lianxi/chassis';
import type { WorkAsked } from '@lianxi/contracts';
import { CaseInHand } from '../cases/case-acts';
import { nextDue, startClock } from '../clocks/case-clocks';
import { startOf } from '../filing/open-case';

/** A case for work that was asked for: its state, its clock and what the asking body said; it draws no number of its own. */
export function openWork(
  order: WorkAsked,
  { tx, sender, city, envelope }: InboxContext,
  service: string,
  particulars: readonly Particular[],
): { inHand: CaseInHand; clocks: ClockRow[] } {
  const { subject } = order;
  const codes = subject['codes'] as Readonly<Record<string, unknown>> | undefined;
  const caseOf = { id: order.workId, city };
  const [state = 'asked'] = getProcedure(order.procedure).initial;
  const rule = getProcedure(order.procedure).states[state]?.clock;
  const clocks =
    rule === undefined ? [] : [startClock(rule, caseOf, order.since === undefined ? tx.now : startOf(order.since, tx.now), order.answerBy)];
  const inHand = CaseInHand.opened(
    {
      ...caseOf,
      number: null,
      kind: String(subject['kind']),
      state,
      resumes_in: null,
      standing: 'holding',
      service,
      holder: order.toBody,
      lead: null,
      interim: false,
      joint_bodies: [],
      co_handlers: [],
      epoch: 1,
      received_by: order.toBody,
      received_on: legalDayOf(tx.now),
      channel: 'linked-work',
      facts: (subject['facts'] ?? {}) as CaseRow['facts'],
      decision: null,
      assigned_post: null,
      mark: markOf(subject['mark']),
      filed_at: tx.now,
      updated_at: tx.now,
      next_due_at: nextDue(clocks),
      procedure: order.procedure,
      linked_to: {
        caseId: envelope.caseId ?? '',
        service: sender,
        body: order.fromBody,
        epoch: order.epoch,
        number: typeof subject['number'] === 'string' ? subject['number'] : null,
      },
    },
    tx.now,
  );
  inHand.act({
    procedure: order.procedure,
    act: 'ask',
    from: null,
    to: state,
    clause: order.clause,
    body: order.fromBody,
    post: null,
    detail: { ...codes, caseId: envelope.caseId ?? '', service: sender, answerBy: order.answerBy ?? codes?.['answerBy'] ?? null },
    particulars: commitmentsOf(particulars),
  });
  return { inHand, clocks };
}

const markOf = (mark: unknown): CaseRow['mark'] => (mark === 'internal' || mark === 'sealed' ? mark : 'ordinary');
