import { legalDayOf, type Instant, type LegalDay } from '../calendar/working-calendar';
import { ClockLedgerRefused } from '../errors/domain-error';
import type { ClockRule } from './clock-rule';

/** What happened to a clock, each at the moment it took legal effect. A start may name the day by which somebody asked for an answer. */
export type ClockEntry =
  | { readonly kind: 'started'; readonly at: Instant; readonly until?: LegalDay }
  | { readonly kind: 'paused' | 'resumed' | 'met' | 'cancelled'; readonly at: Instant }
  | { readonly kind: 'extended'; readonly at: Instant; readonly by: number };

export type ClockState = 'running' | 'paused' | 'met' | 'cancelled';

const after: Readonly<Record<ClockEntry['kind'], Readonly<Partial<Record<ClockState | 'none', ClockState>>>>> = {
  started: { none: 'running' },
  paused: { running: 'paused' },
  resumed: { paused: 'running' },
  extended: { running: 'running', paused: 'paused' },
  met: { running: 'met', paused: 'met' },
  cancelled: { running: 'cancelled', paused: 'cancelled' },
};

/** The state a ledger ends in; throws {@link ClockLedgerRefused} where it could not have happened or the rule does not allow it. */
export function checkLedger(rule: ClockRule, ledger: readonly ClockEntry[]): ClockState {
  let state: ClockState | 'none' = 'none';
  ledger.forEach((entry, place) => {
    const why = whyNot(rule, entry, ledger.slice(0, place));
    if (why !== undefined) throw refused(rule, entry.kind, why);
    const next: ClockState | undefined = after[entry.kind][state];
    if (next === undefined) throw refused(rule, entry.kind, `after-${state}`);
    state = next;
  });
  if (state === 'none') throw refused(rule, 'started', 'empty');
  return state;
}

function whyNot(rule: ClockRule, entry: ClockEntry, earlier: readonly ClockEntry[]): string | undefined {
  if (Number.isNaN(Date.parse(entry.at))) return 'no-instant';
  const last = earlier.at(-1);
  if (last && isBefore(rule, entry.at, last.at)) return 'backwards';
  if (
    entry.kind === 'started' &&
    entry.until !== undefined &&
    (rule.pausable || rule.unit === 'hour' || entry.until <= legalDayOf(entry.at))
  )
    return 'until';
  if (entry.kind === 'paused' && !rule.pausable) return 'not-pausable';
  return entry.kind === 'extended' ? whyNotExtended(rule, entry.by, earlier) : undefined;
}

function whyNotExtended({ extension }: ClockRule, by: number, earlier: readonly ClockEntry[]): string | undefined {
  if (!extension || earlier.filter(({ kind }) => kind === 'extended').length >= extension.times) return 'not-extensible';
  return Number.isInteger(by) && by > 0 && by <= extension.amount ? undefined : 'extension-amount';
}

/** A legal effect is often known only by its day (a postmark), so within one day a clock of days takes entries in the order they were made. */
function isBefore({ unit }: ClockRule, one: Instant, other: Instant): boolean {
  return unit === 'hour' ? Date.parse(one) < Date.parse(other) : legalDayOf(one) < legalDayOf(other);
}

const refused = (rule: ClockRule, field: string, why: string): ClockLedgerRefused =>
  new ClockLedgerRefused('clock-ledger', { field, rule: rule.id, why });
