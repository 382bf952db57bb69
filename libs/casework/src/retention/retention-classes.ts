import type { Label } from '../procedure/label';

/** How long what belongs to a case is kept. `years: null` is for ever. */
export interface RetentionClass {
  readonly code: string;
  readonly label: Label;
  readonly years: number | null;
  readonly confirmed: boolean;
  readonly unsure?: string;
}

/** Each organ's own schedule, approved by the archive authority, says which class a kind of case belongs to; these three are the ones such schedules draw on. */
export const retentionClasses: readonly RetentionClass[] = [
  { code: 'permanent', label: { zh: '永久', en: 'Permanent' }, years: null, confirmed: false, unsure: 'U24' },
  { code: '30y', label: { zh: '30年', en: '30 years' }, years: 30, confirmed: false, unsure: 'U24' },
  { code: '10y', label: { zh: '10年', en: '10 years' }, years: 10, confirmed: false, unsure: 'U24' },
];

/** What holds until somebody says otherwise on the case. */
export const usualRetention = '30y';

export const findRetentionClass = (code: string): RetentionClass | undefined => retentionClasses.find((each) => each.code === code);
