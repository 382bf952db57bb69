import { pinyin } from 'pinyin-pro';
import type { Particular } from './particular';

const searched = ['title', 'unitName', 'partyName'] as const;

/** A letter or figure that is typed, as opposed to a character that is written. */
const isTyped = (text: string): boolean => /^[a-z0-9]+$/.test(text);

/** What a report is found by: its title, unit and person in small letters, and on a second line the syllables of their pinyin, `·wei·jian·wei`. Null for every other particular. */
export function searchWords(kind: string, value: unknown): string | null {
  if (kind !== 'report' || typeof value !== 'object' || value === null) return null;
  const texts = searched.flatMap((field) => {
    const text = (value as Readonly<Record<string, unknown>>)[field];
    return typeof text === 'string' ? [text.normalize('NFKC').toLowerCase()] : [];
  });
  return `${texts.join('\n')}\n${texts.map(syllablesOf).join(' ')}`;
}

/** Particulars as their table has them, each with what it is found by. */
export const particularRows = (particulars: readonly Particular[]): (Particular & { readonly words: string | null })[] =>
  particulars.map((particular) => ({ ...particular, words: searchWords(particular.kind, particular.value) }));

function syllablesOf(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  return syllables.map((syllable) => `·${syllable}`).join('');
}

/** How terms are looked for: as they are, and where they may be pinyin, by a pattern over the syllables. */
export interface Terms {
  readonly text: string;
  readonly syllables: string | null;
}

/** `weijianwei`, `wei jian wei` and `wjw` all find 卫健委: spelt out from the first letter of a syllable on, or by the first letters of syllables that follow each other. */
export function readTerms(given: string): Terms {
  const text = given.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  const letters = text.replaceAll(/[ ']/g, '');
  if (!isTyped(letters)) return { text, syllables: null };
  return { text, syllables: `·(${[...letters].join('·?')}|${[...letters].join('[a-z0-9]*·')})` };
}
