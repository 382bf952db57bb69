import { FormRefused, getProcedure } from '@lianxi/casework';
import { register, serviceFor, type MatterFacts, type Register } from '@lianxi/jurisdiction';
import { newId, type CaseRow, type LinkedWorkRow, type NewDelivery } from '@lianxi/chassis';
import type { LinkedProcedure } from '@lianxi/contracts';

/** What a case asks of another body. */
export interface WorkOrder {
  readonly procedure: LinkedProcedure;
  readonly toBody: string;
  /** The form's field that named the body, for the refusal. */
  readonly field: string;
  readonly clause: string;
  readonly codes: Readonly<Record<string, unknown>>;
  /** Ids of the particulars that go along, sealed. */
  readonly particulars: readonly string[];
  readonly answerBy?: string | undefined;
  /** The legal day from which the work's period runs, where that lies before the order. */
  readonly since?: string | undefined;
  /** The service where such work lies, whatever the matter is about; by itself, that of the body asked. */
  readonly atService?: string;
}

export interface AskedWork {
  readonly work: LinkedWorkRow;
  readonly delivery: (row: CaseRow, journalId: string) => NewDelivery;
}

/** Throws FormRefused for a body that has no desk in this city: it is written to instead. */
export function askWork(row: CaseRow, order: WorkOrder, rules: Register, now: string): AskedWork {
  const isHere = register.hasDesk(order.toBody) && register.findBody(order.toBody)?.city === row.city;
  const service = order.atService ?? (isHere ? serviceFor(row.facts as unknown as MatterFacts, order.toBody, rules) : undefined);
  if (service === undefined)
    throw new FormRefused('field-value', {
      field: order.field,
      allowed: register.bodies.filter(({ desk, city }) => desk && city === row.city).map(({ id }) => id),
    });
  const work: LinkedWorkRow = {
    id: newId(),
    case_id: row.id,
    city: row.city,
    procedure: order.procedure,
    state: getProcedure(order.procedure).initial[0] ?? 'asked',
    final: false,
    of_version: 0,
    service,
    body: order.toBody,
    subject: { ...order.codes },
    asked_at: now,
    changed_at: now,
  };
  return {
    work,
    delivery: (changed, journalId) => ({
      ...toWorker(work, changed, 'work-asked@1', {
        workId: work.id,
        procedure: work.procedure,
        epoch: changed.epoch,
        fromBody: changed.holder,
        toBody: work.body,
        clause: order.clause,
        ...(order.answerBy === undefined ? {} : { answerBy: order.answerBy }),
        ...(order.since === undefined ? {} : { since: order.since }),
        subject: {
          kind: changed.kind,
          number: changed.number,
          state: changed.state,
          facts: changed.facts,
          mark: changed.mark,
          codes: order.codes,
        },
      }),
      journal_id: journalId,
      particulars: order.particulars,
    }),
  };
}

/** Says to the asked body that the case goes on: it proposes a conclusion, takes the work back, is held elsewhere now, or is closed to somebody. */
export const workChanged = (
  work: Pick<LinkedWorkRow, 'id' | 'service' | 'body'>,
  row: CaseRow,
  act: 'propose-conclusion' | 'release' | 'follow' | 'recuse',
  codes: Readonly<Record<string, unknown>> = {},
  particulars: readonly string[] = [],
): NewDelivery => ({
  ...toWorker(work, row, 'work-changed@1', { workId: work.id, act, epoch: row.epoch, holder: row.holder, codes }),
  particulars,
});

const toWorker = (work: Pick<LinkedWorkRow, 'service' | 'body'>, row: CaseRow, kind: string, body: unknown): NewDelivery => ({
  id: newId(),
  city: row.city,
  receiver: work.service,
  to_body: work.body,
  kind,
  case_id: row.id,
  journal_id: null,
  access_id: null,
  body,
  particulars: [],
  hand_over_id: null,
});

export const releasedWork = (work: LinkedWorkRow, now: string): LinkedWorkRow => ({
  ...work,
  state: 'released',
  final: true,
  changed_at: now,
});
