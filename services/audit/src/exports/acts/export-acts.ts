import { exportOfRecord, plainFacts, type Actor as KernelActor, type Standing, type Subject } from '@lianxi/casework';
import { newId, sealRow, type Actor, type Commitment, type JournalRow, type Tx } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { ExportRow } from '../export-row';

export const exportSubject = (row: ExportRow): Subject => ({
  state: row.state,
  resumesIn: null,
  interim: false,
  facts: { ...plainFacts, holder: row.asked_body },
  past: [{ act: 'ask', post: row.asked_post, forPost: row.asked_for_post, person: row.asked_by, body: row.asked_body, detail: {} }],
});

export const exportStanding = (actor: Actor, city: string): Standing => ({
  actor: actor as KernelActor,
  parts: actor.body === register.getCity(city).office ? ['office'] : [],
});

interface ExportAct {
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly particulars?: readonly Commitment[];
  /** Absent for what the service does by itself. */
  readonly actor?: Actor;
}

/** The journal row of an act on an export, tied to the acts before it: an export is on the record like a case. */
export function exportAct(
  tx: Tx,
  row: Pick<ExportRow, 'id' | 'city' | 'version' | 'history_hash' | 'asked_body'>,
  { act, from, to, detail, particulars = [], actor }: ExportAct,
): JournalRow {
  return sealRow(row.history_hash, {
    id: newId(),
    city: row.city,
    case_id: row.id,
    version: row.version,
    procedure: exportOfRecord.id,
    act,
    from_state: from,
    to_state: to,
    clause: exportOfRecord.acts.find((each) => each.act === act)?.clause ?? 'office-practice',
    epoch: 1,
    body: actor?.body ?? row.asked_body,
    post: actor?.post ?? null,
    for_post: actor?.forPost ?? null,
    recorded_at: tx.now,
    effective_at: tx.now,
    detail: { ...detail, ...(actor ? { person: actor.person } : {}) },
    particulars,
  });
}
