/**
 * Characters that would not be seen on paper as they are in the record: control and direction marks, invisible and private ones, halves of a pair, and whatever
 * lies beyond U+FFFF, for which the letters' face has no glyph. A line break is none of them.
 */
const unprintable = /[\u{10000}-\u{10FFFF}]|[^\P{C}\r\n]|[\p{Zl}\p{Zp}\uFE00-\uFE0F\uFFFC\uFFFD]/u;

/** The first character of a text that a letter cannot show, as U+XXXX, or nothing. */
export function findUnprintable(text: string): string | undefined {
  const found = unprintable.exec(text)?.[0]?.codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
