import canonicalize from 'canonicalize';
import { Lie } from '../primitives/lie';

/** A paper as the act that put it on the case names it. */
export interface PaperOnRecord {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly kind: string;
  /** YYYY-MM-DD. */
  readonly dated: string;
  readonly origin: string;
  /** Who is answerable for it: the body whose act put it on the case. */
  readonly body: string | null;
}

/** A line of the register of papers. */
export interface DossierPaper extends PaperOnRecord {
  /** 1, 2, 3 … in archive order. */
  readonly n: number;
  readonly title: string | null;
  /** Where it lies in the package; null for one that is sealed and was not handed over. */
  readonly file: string | null;
}

/** What somebody wrote, with the salt that shows it is what the record committed to. */
export interface DossierText {
  readonly id: string;
  readonly kind: string;
  readonly value: unknown;
  readonly salt: string;
  readonly commitment: string;
}

export const registerName = 'register.jsonl';
export const textsFile = 'texts.jsonl';

const endings: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'text/plain': 'txt' };

/** `papers/001.pdf`: no name that a person gave is ever a path. */
export const paperFile = (n: number, mediaType: string): string => `papers/${String(n).padStart(3, '0')}.${endings[mediaType] ?? 'bin'}`;

export const registerLine = (paper: DossierPaper): string => `${String(canonicalize(paper))}\n`;
export const textLine = (text: DossierText): string => `${String(canonicalize(text))}\n`;

/** The papers an act put on its case. */
export function papersIn(row: Readonly<Record<string, unknown>>): PaperOnRecord[] {
  const { papers } = (row['detail'] ?? {}) as { papers?: unknown };
  if (!Array.isArray(papers) || !['file', 'add-paper'].includes(String(row['act']))) return [];
  return papers.map(({ id, sha256, size, mediaType, kind, dated, origin }: Omit<PaperOnRecord, 'body'>) => ({ id, sha256, size, mediaType, kind, dated, origin, body: row['body'] as string | null }));
}

/** Throws for what is no line of JSON objects. */
export function jsonLines<T>(text: string, name: string): T[] {
  if (text !== '' && !text.endsWith('\n')) throw new Lie('line-malformed', `${name} does not end with a line feed.`);
  return text.split('\n').slice(0, -1).map((line) => {
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null) return value as T;
    } catch {
      // Said below, as for any other line that is no object.
    }
    throw new Lie('line-malformed', `A line of ${name} is not a JSON object.`);
  });
}
