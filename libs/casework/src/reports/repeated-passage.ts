/** As many letters or characters in a row are no coincidence, whatever stands between them. */
export const repeatedFrom = 16;

/** Marks and spaces do not make another text of it. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether `text` repeats a passage of one of `sources`, so that who wrote the source could be known by its words. */
export function repeatsPassage(text: string, sources: readonly string[]): boolean {
  const given = plain(text);
  const passages = new Set(
    Array.from({ length: Math.max(0, given.length - repeatedFrom + 1) }, (_, place) => given.slice(place, place + repeatedFrom)),
  );
  return sources
    .map(plain)
    .some((source) =>
      Array.from({ length: Math.max(0, source.length - repeatedFrom + 1) }, (_, place) => source.slice(place, place + repeatedFrom)).some(
        (passage) => passages.has(passage),
      ),
    );
}
