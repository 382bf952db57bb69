import type { Label } from '../procedure/label';

/** In which capacity a body imposes a measure. */
export const imposers = [
  'sector-department',
  'funding-body',
  'own-unit',
  'granting-department',
  'appointing-or-supervisory-organ',
  'party-organ',
  'judicial-organ',
] as const;
export type Imposer = (typeof imposers)[number];

/**
 * How a measure comes to its end: somebody shows that it was carried out; its last day passes; or nothing ends it but a decision.
 */
export type MeasureEnd = 'carried-out' | 'on-its-day' | 'by-decision';

/** Whether a decision must, may or must not name the measure's last day. */
export type MeasureTerm = 'none' | 'may-name-day' | 'names-day' | 'names-day-or-permanent';

export interface Measure {
  readonly code: string;
  readonly label: Label;
  readonly imposers: readonly Imposer[];
  readonly clauses: readonly string[];
  /** `draft`: printed only in a draft that never came into force, so it is shown and never offered. `referred`: another organ decides it, so the case is transferred there. */
  readonly use: 'in-force' | 'draft' | 'referred';
  /** Where it exists; everywhere if absent. */
  readonly cities?: readonly string[];
  readonly term: MeasureTerm;
  readonly ends: MeasureEnd;
  /** A sum of money is to come back. */
  readonly recovers?: true;
}

/** What one measure, or any finding of a violation, brings with it. */
export interface Coupling {
  /** A measure's code, or `any`. */
  readonly of: string;
  readonly brings: string;
  readonly clause: string;
  readonly cities?: readonly string[];
  /** What is not confirmed is suggested; only what is confirmed follows by itself. */
  readonly confirmed: boolean;
  readonly unsure?: string;
}
