import { addCalendarMonths, type LegalDay } from '../calendar/working-calendar';
import { standingRules, type StandingKind, type StandingRule } from './standing-kind';

export const appealStates = ['none', 'recheck-open', 'final-review-open', 'upheld', 'changed', 'revoked'] as const;
/** How far a decision has been appealed against. */
export type AppealState = (typeof appealStates)[number];

/** What happened to a measure after it was ordered, on the day from which it counts. */
export type LaterAct =
  | { readonly on: LegalDay; readonly what: 'lifted' | 'suspended' | 'resumed' }
  | { readonly on: LegalDay; readonly what: 'shortened'; readonly to: LegalDay }
  | { readonly on: LegalDay; readonly what: 'appeal'; readonly state: AppealState };

/** What a decision ordered that counts for standing. */
interface Ordered {
  readonly kind: StandingKind;
  readonly city: string;
  /** Which decision ordered it. */
  readonly decision: string;
  readonly clause: string;
  readonly from: LegalDay;
  /** Its last day; null where none is printed. */
  readonly to: LegalDay | null;
}

/** A measure that counts for standing, as the record has it. */
export interface StandingEntry extends Ordered {
  readonly later: readonly LaterAct[];
}

/** A measure as it stood on the day that was asked about. */
export interface StandingFound extends Ordered {
  readonly isSuspended: boolean;
  readonly appeal: AppealState;
}

/**
 * What stands against a subject on a day, the earliest first: only what had happened by that day counts, so an answer about a past day
 * stays the same for ever. Nothing found means nothing in this record as of that day, and no more than that.
 */
export function standingOf(
  entries: readonly StandingEntry[],
  on: LegalDay,
  kind: StandingKind,
  rule: StandingRule = standingRules[kind],
): StandingFound[] {
  const found = entries
    .filter((entry) => entry.kind === kind && (rule.cities?.includes(entry.city) ?? true))
    .flatMap((entry) => {
      const stood = asItStood(entry, on);
      return stood && !isTooOld(stood, on, rule) ? [stood] : [];
    });
  return found.sort((one, other) => (one.from === other.from ? (one.decision < other.decision ? -1 : 1) : one.from < other.from ? -1 : 1));
}

function asItStood({ later, ...entry }: StandingEntry, on: LegalDay): StandingFound | undefined {
  const happened = later.filter((act) => act.on <= on).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  if (entry.from > on || happened.some(({ what }) => what === 'lifted')) return undefined;
  const to = happened.reduce((last, act) => (act.what === 'shortened' && (last === null || act.to < last) ? act.to : last), entry.to);
  if (to !== null && to < on) return undefined;
  const appeal = happened.findLast((act) => act.what === 'appeal')?.state ?? 'none';
  return {
    ...entry,
    to,
    isSuspended: happened.findLast(({ what }) => what === 'suspended' || what === 'resumed')?.what === 'suspended',
    appeal,
  };
}

const isTooOld = ({ from, to }: StandingFound, on: LegalDay, { lookBackYears }: StandingRule): boolean =>
  to === null && lookBackYears !== null && addCalendarMonths(from, lookBackYears * 12) <= on;
