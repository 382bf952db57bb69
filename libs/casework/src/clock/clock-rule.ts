import type { Label } from '../procedure/label';
import type { Role } from '../procedure/procedure';

/** By how much a period may be extended each time, how often, and whose decision it is. */
export interface ClockExtension {
  readonly amount: number;
  readonly times: number;
  readonly approver: Role;
}

/** A period the law or the office sets: how long, in which unit, on which clause, and whether it may rest or be extended. */
export interface ClockRule {
  readonly id: string;
  readonly label: Label;
  /** A period of months ends on the day of the month on which it began, or on the month's last where there is no such day. */
  readonly unit: 'calendar-day' | 'working-day' | 'calendar-month' | 'hour';
  readonly amount: number;
  readonly pausable: boolean;
  readonly extension?: ClockExtension;
  /** When it reminds; the usual shares if absent. */
  readonly shares?: readonly number[];
  /** False for a period that the office set itself. */
  readonly legal: boolean;
  readonly clause: string;
  readonly confirmed: boolean;
  /** The open question it rests on, when it is not confirmed. */
  readonly unsure?: string;
}

/** Reminders fall at half, at four fifths and at the end of the period. */
export const reminderShares: readonly number[] = [0.5, 0.8, 1];
