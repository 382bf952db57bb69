import type { Coupling } from './measure';

export const measureCouplings: readonly Coupling[] = [
  { of: 'funding-ban', brings: 'serious-dishonesty-db', clause: 'misconduct-29', confirmed: false, unsure: 'U5' },
  { of: 'any', brings: 'one-vote-veto', clause: 'shenzhen-2-2-6', cities: ['shenzhen'], confirmed: true },
];

/** What the measures of a decision bring with them in a city and is not among them yet. */
export function coupledWith(codes: readonly string[], city: string): Coupling[] {
  if (codes.length === 0) return [];
  return measureCouplings.filter(
    ({ of, brings, cities }) => (of === 'any' || codes.includes(of)) && !codes.includes(brings) && (cities?.includes(city) ?? true),
  );
}

/** Of these, what follows without anybody proposing it. */
export const followsByItself = (codes: readonly string[], city: string): Coupling[] =>
  coupledWith(codes, city).filter(({ confirmed }) => confirmed);
