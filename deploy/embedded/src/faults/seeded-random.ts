/** The same numbers for the same seed, so that a campaign's choices can be repeated. */
export class SeededRandom {
  constructor(private state: number) {}

  /** From 0 up to, but without, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from));
  }

  isLucky(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length)] as T;
  }

  /** `weights`: how many times each is drawn in comparison with the others. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    return this.pick((Object.keys(weights) as T[]).flatMap((name) => Array.from({ length: weights[name] }, () => name)));
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((member) => ({ member, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ member }) => member);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
