/** Who keeps a case from being erased: its holder, or the auditors; each lifts only their own hold. */
export type HeldBy = 'holder' | 'auditors';

const pairs: readonly (readonly [HeldBy, placed: string, lifted: string])[] = [
  ['holder', 'place-hold', 'lift-hold'],
  ['auditors', 'keep-for-audit', 'end-keep-for-audit'],
];

export const holdsOn = (acts: readonly { readonly act: string }[]): HeldBy[] =>
  pairs.filter(([, placed, lifted]) => acts.findLast(({ act }) => act === placed || act === lifted)?.act === placed).map(([by]) => by);
