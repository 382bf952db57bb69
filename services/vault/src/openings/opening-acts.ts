import { identityOpening, plainFacts, type Actor as KernelActor, type PastAct, type Standing, type Subject } from '@lianxi/casework';
import { newId, sealRow, type Actor, type Commitment, type JournalRow, type Tx } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { OpeningRow } from './opening-row';

type PastRow = Record<string, unknown> & {
  readonly act: string;
  readonly post: string | null;
  readonly forPost: string | null;
  readonly person: string | null;
  readonly body: string | null;
};

/** An opening as the engine sees it, with everybody who asked or approved before. */
export async function openingSubject(tx: Tx, row: OpeningRow): Promise<Subject> {
  const past = await tx.rows<PastRow>(
    'acts-of-opening',
    `SELECT act, post, for_post AS "forPost", detail ->> 'person' AS person, body FROM journal WHERE case_id = $1 ORDER BY version`,
    [row.id],
  );
  return {
    state: row.state,
    resumesIn: null,
    interim: false,
    facts: { ...plainFacts, holder: row.asked_body },
    past: past.map(({ act, post, forPost, person, body }): PastAct => ({
      act,
      post,
      forPost,
      body,
      detail: {},
      ...(person === null ? {} : { person }),
    })),
  };
}

export const openingStanding = (actor: Actor, city: string): Standing => ({
  actor: actor as KernelActor,
  parts: actor.body === register.getCity(city).office ? ['office'] : [],
});

interface OpeningAct {
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly particulars?: readonly Commitment[];
  /** Absent for what the service does by itself. */
  readonly by?: Pick<Actor, 'body' | 'post' | 'forPost'>;
}

/** The journal row of an act on an opening, tied to the acts before it: what was done with an identity is on the record like a case. */
export function openingAct(
  now: string,
  row: Pick<OpeningRow, 'id' | 'city' | 'version' | 'history_hash'>,
  { act, from, to, detail = {}, particulars = [], by }: OpeningAct,
): JournalRow {
  return sealRow(row.history_hash, {
    id: newId(),
    city: row.city,
    case_id: row.id,
    version: row.version,
    procedure: identityOpening.id,
    act,
    from_state: from,
    to_state: to,
    clause: 'reporter-protection',
    epoch: 1,
    body: by?.body ?? null,
    post: by?.post ?? null,
    for_post: by?.forPost ?? null,
    recorded_at: now,
    effective_at: now,
    detail,
    particulars,
  });
}

/** When nobody is to look any more, the halves of the key go. */
export const takeSharesAway = (tx: Tx, opening: string): Promise<unknown> =>
  tx.rows('take-shares-away', 'UPDATE opening_approvals SET shares = NULL WHERE opening = $1 AND shares IS NOT NULL', [opening]);

/** The row as it stands one act later. */
export const stepOpening = (tx: Tx, { id }: Pick<OpeningRow, 'id'>, state: string, hash: string): Promise<unknown> =>
  tx.rows('step-opening', 'UPDATE openings SET state = $2, version = version + 1, history_hash = $3 WHERE id = $1', [id, state, hash]);
