import type { ClockRow } from '@lianxi/chassis';

interface Moment {
  readonly id: string;
  readonly at: number;
}

/** What is due of some periods, the longest due first: a period comes again with its next moment, as far as that is not later than what was due at first. */
export class DueMoments {
  private readonly waiting: Moment[];
  private readonly until: number;
  private last = Number.NEGATIVE_INFINITY;

  /** Takes up the `most` periods that have been due for longest. */
  constructor(clocks: readonly ClockRow[], now: string, most: number) {
    const end = Date.parse(now);
    this.waiting = clocks
      .flatMap(momentOf)
      .filter(({ at }) => at <= end)
      .sort(inOrder)
      .slice(0, most);
    this.until = this.waiting.length < most ? end : (this.waiting.at(-1)?.at ?? end);
  }

  get clocks(): string[] {
    return this.waiting.map(({ id }) => id);
  }

  next(): string | undefined {
    const moment = this.waiting.shift();
    this.last = moment?.at ?? this.last;
    return moment?.id;
  }

  /** Whether the period that came last is to fire now: an act that another one brought may have ended or moved it meanwhile. */
  isStill(clock: ClockRow | undefined): boolean {
    return Date.parse(clock?.fires_at ?? '') === this.last;
  }

  put(clock: ClockRow | undefined): void {
    const [moment] = clock ? momentOf(clock) : [];
    if (!moment || moment.at > this.until) return;
    const place = this.waiting.findIndex((each) => inOrder(each, moment) > 0);
    this.waiting.splice(place < 0 ? this.waiting.length : place, 0, moment);
  }
}

const momentOf = ({ id, fires_at: at }: ClockRow): Moment[] => (at === null ? [] : [{ id, at: Date.parse(at) }]);
const inOrder = (one: Moment, other: Moment): number => one.at - other.at || (one.id < other.id ? -1 : 1);
