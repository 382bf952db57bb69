/** In the order given, so that each round has no key twice: what is of one case is handled one after the other, by one statement what is of many. */
export function inRounds<T>(all: readonly T[], keyOf: (each: T) => string): T[][] {
  const rounds: T[][] = [];
  const seen = new Map<string, number>();
  for (const each of all) {
    const place = seen.get(keyOf(each)) ?? 0;
    seen.set(keyOf(each), place + 1);
    (rounds[place] ??= []).push(each);
  }
  return rounds;
}
