import { plainFacts, procedures, type Actor as KernelActor, type PastAct, type Standing, type Subject } from '@lianxi/casework';
import type { Actor, Tx } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';

/** A case as its hold's procedure sees it. */
export interface HeldCase {
  /** Which service the record's last act on it is from: whoever holds it now is told by that one. */
  readonly service: string;
  readonly state: string;
  readonly ground: string | null;
  /** The highest order known here or heeded by a holder: an auditors' database that was restored never orders below it. */
  readonly n: number;
  readonly past: readonly PastAct[];
  readonly erased: boolean;
}

/** Procedures whose cases are ever erased: only those can be kept from it. */
const erasable = procedures.filter(({ acts }) => acts.some(({ act }) => act === 'keep-for-audit')).map(({ id }) => id);

/** Undefined for what the record of the city does not know as a case. */
export const findHeldCase = (tx: Tx, caseId: string, city: string): Promise<HeldCase | undefined> =>
  tx.find<HeldCase & Record<string, unknown>>(
    'held-case',
    `
  SELECT r.service, coalesce(h.state, 'free') AS state, h.ground, greatest(h.n, (SELECT max((k.content -> 'detail' ->> 'n')::int) FROM recorded_rows k WHERE k.case_id = $1 AND k.kind = 'journal' AND k.act IN ('keep-for-audit', 'end-keep-for-audit')), 0) AS n, coalesce(h.past, '[]') AS past,
    EXISTS (SELECT 1 FROM recorded_rows e WHERE e.case_id = $1 AND e.kind = 'journal' AND e.act = 'confirm-erasure') AS erased
  FROM recorded_rows r LEFT JOIN audit_holds h ON h.case_id = r.case_id AND h.city = r.city
  WHERE r.case_id = $1 AND r.city = $2 AND r.kind = 'journal' AND r.content ->> 'version' IS NOT NULL
    AND EXISTS (SELECT 1 FROM recorded_rows k WHERE k.case_id = $1 AND k.city = $2 AND k.kind = 'journal' AND k.content ->> 'procedure' = ANY ($3))
  ORDER BY (r.content ->> 'epoch')::int DESC, (r.content ->> 'version')::int DESC LIMIT 1`,
    [caseId, city, erasable],
  );

export const holdSubject = ({ state, past, erased }: Pick<HeldCase, 'state' | 'past' | 'erased'>): Subject => ({
  state,
  resumesIn: null,
  interim: false,
  facts: plainFacts,
  past: [...past, ...(erased ? [{ act: 'confirm-erasure', post: null, body: null, detail: {} }] : [])],
});

export const holdStanding = (actor: Actor): Standing => ({
  actor: actor as KernelActor,
  parts: actor.body === register.getCity(actor.city).office ? ['office'] : [],
});
