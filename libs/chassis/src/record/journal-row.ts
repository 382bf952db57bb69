import { canonical, sha256 } from './canonical';
import type { Commitment } from './particular';

/** One act, as it stands in the journal for ever: ids, codes, days and hashes; never names, free text or contacts. */
export interface JournalRow {
  readonly id: string;
  readonly city: string;
  readonly case_id: string | null;
  readonly version: number | null;
  readonly procedure: string;
  readonly act: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly clause: string;
  readonly epoch: number | null;
  readonly body: string | null;
  readonly post: string | null;
  readonly for_post: string | null;
  /** ISO 8601 in UTC with microseconds, from the database. */
  readonly recorded_at: string;
  readonly effective_at: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly particulars: readonly Commitment[];
  /** sha256 over the previous act's hash and this row: equal hashes mean equal histories. */
  readonly hash: string;
}

/** The hash before the first act of a case. */
export const noHistory = '0'.repeat(64);

/** Closes a row with the hash that ties it to the case's history so far. */
export function sealRow(previous: string, row: Omit<JournalRow, 'hash'>): JournalRow {
  return { ...row, hash: rowHash(previous, row) };
}

export function rowHash(previous: string, row: Omit<JournalRow, 'hash'>): string {
  const {
    id,
    city,
    case_id,
    version,
    procedure,
    act,
    from_state,
    to_state,
    clause,
    epoch,
    body,
    post,
    for_post,
    recorded_at,
    effective_at,
    detail,
    particulars,
  } = row;
  return sha256(
    previous +
      canonical({
        id,
        city,
        case_id,
        version,
        procedure,
        act,
        from_state,
        to_state,
        clause,
        epoch,
        body,
        post,
        for_post,
        recorded_at,
        effective_at,
        detail,
        particulars,
      }),
  );
}
