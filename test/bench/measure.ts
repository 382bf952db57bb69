/** One line of the bench: what was measured, in which unit, and against what it must hold. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly remark?: string;
  /** The bound of a ratio; without one the line is only told. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

export const holds = ({ value, atLeast, atMost }: Line): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs the sides in turn, so that a busy moment of the machine falls on all of them; the medians of their results. */
export async function interleaved<Side extends string>(
  rounds: number,
  sides: Readonly<Record<Side, () => Promise<number>>>,
): Promise<Record<Side, number>> {
  const results = Object.fromEntries(Object.keys(sides).map((side) => [side, [] as number[]])) as Record<Side, number[]>;
  for (let round = 0; round < rounds; round += 1) for (const side of Object.keys(sides) as Side[]) results[side].push(await sides[side]());
  return Object.fromEntries(Object.entries(results).map(([side, values]) => [side, median(values as number[])])) as Record<Side, number>;
}

/** Keeps `width` pieces of work going until `count` are done; how long each took, in milliseconds. */
export async function inParallel(width: number, count: number, work: (place: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) {
        const place = next++;
        took.push(await timed(() => work(place)));
      }
    }),
  );
  return took;
}
