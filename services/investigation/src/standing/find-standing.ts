import { standingOf, type LaterAct, type StandingEntry, type StandingFound, type StandingKind } from '@lianxi/casework';
import type { Tx } from '@lianxi/chassis';

interface EntryRow extends Record<string, unknown> {
  readonly kind: StandingKind;
  readonly city: string;
  readonly decision: string;
  readonly clause: string;
  readonly from: string;
  readonly to: string | null;
  readonly later: readonly { readonly act: string; readonly on: string; readonly to: string | null; readonly state: string | null }[];
}

/** What stands against a subject, by keyed hash, as of a day. */
export async function findStanding(tx: Tx, subjectHash: string, on: string, kind: StandingKind): Promise<StandingFound[]> {
  const rows = await tx.rows<EntryRow>('standing-entries', 'SELECT * FROM standing_entries($1, $2)', [subjectHash, kind]);
  return standingOf(
    rows.map((row): StandingEntry => ({ ...row, later: row.later.flatMap(laterAct) })),
    on,
    kind,
  );
}

function laterAct({ act, on, to, state }: EntryRow['later'][number]): LaterAct[] {
  switch (act) {
    case 'lift':
      return [{ on, what: 'lifted' }];
    case 'suspend-measure':
      return [{ on, what: 'suspended' }];
    case 'resume-measure':
      return [{ on, what: 'resumed' }];
    case 'shorten':
      return to === null ? [] : [{ on, what: 'shortened', to }];
    case 'note-appeal':
      return state === null ? [] : [{ on, what: 'appeal', state: state as Extract<LaterAct, { what: 'appeal' }>['state'] }];
    default:
      return [];
  }
}
