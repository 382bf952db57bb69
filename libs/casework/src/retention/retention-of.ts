import { findRetentionClass } from './retention-classes';
import { unsetSchedule, type RetentionSchedule } from './retention-schedule';

/** An act as far as it says how long its case is kept. */
export interface RetentionAct {
  readonly act: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The legal day on which it was recorded. */
  readonly on: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Retention {
  readonly class: string;
  /** The last legal day on which the case is kept; null where none is foreseen: kept for ever, or not ended yet. */
  readonly until: string | null;
  readonly confirmed: boolean;
}

/**
 * How long a case in `state` is kept. As archives count, the years begin with the one after the case ended; a case that was opened again
 * and ended again is counted from its last end. Until a class is set on it the schedule says which. A class this build does not know keeps for ever: nothing is erased by misunderstanding.
 */
export function retentionOf(
  acts: readonly RetentionAct[],
  state: string,
  isEnded: boolean,
  kind = '',
  schedule: RetentionSchedule = unsetSchedule,
): Retention {
  const stated = acts.findLast(({ act }) => act === 'set-retention')?.detail['class'];
  const code = typeof stated === 'string' ? stated : (schedule.kinds[kind] ?? schedule.usual);
  const { years = null } = findRetentionClass(code) ?? {};
  const end = isEnded ? acts.findLast(({ from, to }) => to === state && from !== state) : undefined;
  return {
    class: code,
    until: end === undefined || years === null ? null : `${Number(end.on.slice(0, 4)) + years}-12-31`,
    confirmed: schedule.confirmed,
  };
}
