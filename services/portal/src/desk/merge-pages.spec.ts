import fc from 'fast-check';
import { mergeNewest, mergePages, readPlace, writePlace, type PlaceInAll } from './merge-pages';

interface Line {
  readonly id: string;
  readonly at: string;
}
const lines = fc.uniqueArray(
  fc.record({ id: fc.uuid(), at: fc.integer({ min: 0, max: 9 }).map((n) => `2026-11-2${n}T00:00:00.000000Z`) }),
  { selector: ({ id }) => id, maxLength: 30 },
);
const order =
  (ascending: boolean) =>
  (a: Line, b: Line): number =>
    (ascending ? 1 : -1) * (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);

/** A service that pages its list as all of them do. */
function pageOf(all: readonly Line[], mark: string | undefined, limit: number): { lines: Line[]; next: string | null } {
  const from = mark === undefined || mark === '' ? 0 : all.findIndex(({ at, id }) => `${at}~${id}` === mark) + 1;
  const page = all.slice(from, from + limit);
  const last = page.at(-1);
  return { lines: page, next: from + limit < all.length && last ? `${last.at}~${last.id}` : null };
}

describe('one list out of those of several services', () => {
  it('shows each case once, in the order of all, whatever the size of a page', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('ai', 'health', 'food', 'coordination'), lines),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (lists, limit, ascending) => {
          const kept = new Map(Object.entries(lists).map(([service, list]) => [service, [...list].sort(order(ascending))]));
          const shown: Line[] = [];
          let place: PlaceInAll | null | undefined;
          do {
            const asked = [...kept].filter(([service]) => !place || service in place);
            const merged = mergePages(
              asked.map(([service, list]) => ({ service, ...pageOf(list, place?.[service], limit) })),
              place ?? {},
              ascending,
              limit,
            );
            expect(merged.lines.length).toBeLessThanOrEqual(limit);
            shown.push(...merged.lines);
            place = merged.next === null ? null : readPlace(writePlace(merged.next) ?? '');
          } while (place !== null);
          expect(shown.map(({ id }) => id).sort()).toEqual(
            [...kept.values()]
              .flat()
              .map(({ id }) => id)
              .sort(),
          );
          expect(shown.map(({ at }) => at)).toEqual(
            [...shown.map(({ at }) => at)].sort((a, b) => (ascending ? 1 : -1) * (a < b ? -1 : a > b ? 1 : 0)),
          );
        },
      ),
    );
  });

  it.each([
    '',
    'x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{"ai":1}').toString('base64url'),
    Buffer.from('{"../x":"y"}').toString('base64url'),
  ])('goes on from no place that it did not write: %j', (text) => {
    expect(readPlace(text)).toBeUndefined();
  });

  it('goes on for all services from one id where the newest come first, also where a list stops before its page is full', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('ai', 'health', 'food'), lines),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (lists, limit, looked) => {
          const newestFirst = (list: readonly Line[]): Line[] => [...list].sort((a, b) => (a.id < b.id ? 1 : -1));
          const isSearched = ({ at }: Line): boolean => !at.includes('-21T');
          const shown: Line[] = [];
          let after: string | null = null;
          do {
            const pages = Object.entries(lists).map(([service, list]) => {
              const window = newestFirst(list)
                .filter(({ id }) => after === null || id < after)
                .slice(0, looked);
              const found = window.filter(isSearched);
              const stopped = window.length === looked ? (window.at(-1)?.id ?? null) : null;
              return { service, lines: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.id ?? null) : stopped };
            });
            const merged: { lines: Line[]; next: string | null } = mergeNewest(pages, limit);
            expect(merged.lines.length).toBeLessThanOrEqual(limit);
            shown.push(...merged.lines);
            after = merged.next;
          } while (after !== null);
          expect(shown.map(({ id }) => id)).toEqual(
            newestFirst(Object.values(lists).flat())
              .filter(isSearched)
              .map(({ id }) => id),
          );
        },
      ),
    );
  });
});
