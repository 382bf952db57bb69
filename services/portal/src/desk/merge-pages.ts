/** A page of one service's list; `at` and `id` say where each line stands in it. */
export interface ServicePage<L extends { id: string; at: string }> {
  readonly service: string;
  readonly lines: readonly L[];
  readonly next: string | null;
}

/** Where each service's list goes on; one that is not named is at its end. */
export type PlaceInAll = Readonly<Record<string, string>>;

/** One page out of several lists in the same order: what it costs does not grow with what lies before it, as in each of them. */
export function mergePages<L extends { id: string; at: string }>(
  pages: readonly ServicePage<L>[],
  before: PlaceInAll,
  ascending: boolean,
  limit: number,
): { lines: (L & { servedBy: string })[]; next: PlaceInAll | null } {
  const sign = ascending ? 1 : -1;
  const compare = (a: string, b: string): number => (a < b ? -sign : a > b ? sign : 0);
  const all = pages
    .flatMap(({ service, lines }) => lines.map((line) => ({ ...line, servedBy: service })))
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const lines = all.slice(0, limit);
  const next = Object.fromEntries(
    pages.flatMap(({ service, lines: offered, next: more }) => {
      const taken = lines.filter(({ servedBy }) => servedBy === service);
      if (taken.length === offered.length && more === null) return [];
      const last = taken.at(-1);
      const place = last ? `${last.at}~${last.id}` : (before[service] ?? '');
      return [[service, place]];
    }),
  );
  return { lines, next: Object.keys(next).length === 0 ? null : next };
}

/**
 * One page out of several lists whose ids tell their order, the newest first: where one goes on, all do. A list may stop before it has filled a page;
 * what lies behind the place where any of them stopped waits for the next page, since that one may have something between.
 */
export function mergeNewest<L extends { id: string }>(
  pages: readonly { readonly service: string; readonly lines: readonly L[]; readonly next: string | null }[],
  limit: number,
): { lines: (L & { servedBy: string })[]; next: string | null } {
  const stopped = pages
    .flatMap(({ next }) => (next === null ? [] : [next]))
    .sort()
    .at(-1);
  const known = pages
    .flatMap(({ service, lines }) =>
      lines.filter(({ id }) => stopped === undefined || id >= stopped).map((line) => ({ ...line, servedBy: service })),
    )
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const lines = known.slice(0, limit);
  return { lines, next: known.length > limit ? (lines.at(-1)?.id ?? null) : (stopped ?? null) };
}

export const writePlace = (place: PlaceInAll | null): string | null =>
  place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');

/** Undefined for what {@link writePlace} did not write. */
export function readPlace(text: string): PlaceInAll | undefined {
  try {
    const place = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    const isPlace =
      typeof place === 'object' &&
      place !== null &&
      !Array.isArray(place) &&
      Object.entries(place).every(([service, mark]) => /^[a-z-]{2,40}$/.test(service) && typeof mark === 'string' && mark.length < 100);
    return isPlace ? (place as PlaceInAll) : undefined;
  } catch {
    return undefined;
  }
}
