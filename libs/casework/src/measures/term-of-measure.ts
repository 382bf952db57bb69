import { addCalendarMonths, type LegalDay } from '../calendar/working-calendar';
import { FormRefused } from '../errors/domain-error';
import type { Label } from '../procedure/label';
import type { Measure } from './measure';

/** First and last day of a measure. Without a first day it begins on the day on which its decision takes effect. */
export interface TermOfMeasure {
  readonly from?: LegalDay | undefined;
  readonly to?: LegalDay | undefined;
}

/** How long a ban lasts by the gravity of what was done, as far as is known: shown to whoever proposes, never enforced. */
export interface TermBand {
  readonly gravity: string;
  readonly label: Label;
  /** More than so many years … */
  readonly overYears: number;
  /** … and up to so many; null where there is no upper end. */
  readonly upToYears: number | null;
  readonly clause: string;
  readonly confirmed: boolean;
  readonly unsure?: string;
}

const unconfirmed = { clause: 'misconduct-29', confirmed: false, unsure: 'U5' } as const;
export const termBands: readonly TermBand[] = [
  { gravity: 'heavier', label: { zh: '情节较重', en: 'Heavier' }, overYears: 0, upToYears: 3, ...unconfirmed },
  { gravity: 'serious', label: { zh: '情节严重', en: 'Serious' }, overYears: 3, upToYears: 5, ...unconfirmed },
  { gravity: 'extremely-serious', label: { zh: '情节特别严重', en: 'Extremely serious' }, overYears: 5, upToYears: null, ...unconfirmed },
];

/** The band that a ban from one day to another, both included, lies in. */
export const bandOf = (from: LegalDay, to: LegalDay): TermBand | undefined =>
  termBands.find(({ upToYears }) => upToYears === null || to < addCalendarMonths(from, upToYears * 12));

/** Throws {@link FormRefused} for days that the measure cannot have; `today` is the day on which it is proposed. */
export function checkTerm({ term }: Measure, { from, to }: TermOfMeasure, today: LegalDay): void {
  if (from !== undefined && from < today) throw new FormRefused('field-value', { field: 'form.from', after: today });
  if (to === undefined) {
    if (term === 'names-day') throw new FormRefused('field-missing', { field: 'form.to', allowed: 'day' });
    return;
  }
  if (term === 'none') throw new FormRefused('field-unknown', { field: 'form.to' });
  if (to <= (from ?? today)) throw new FormRefused('field-value', { field: 'form.to', after: from ?? today });
}
