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
  /** How many pages it has, where its giver said so. */
  readonly pages: number | null;
  /** An official number this system drew; one that was typed is among the texts. */
  readonly number: string | null;
  /** Its name and its number, of a paper put on the case alone: a filing's texts are not its papers'. */
  readonly texts: readonly string[];
}

/** A line of the register of papers. */
export interface DossierPaper extends Omit<PaperOnRecord, 'texts'> {
  /** 1, 2, 3 … in archive order. */
  readonly n: number;
  readonly title: string | null;
  /** The page of the dossier on which it begins; null behind a paper whose pages nobody counted. */
  readonly firstPage: number | null;
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
/** The register as a page for people. */
export const registerSheetName = 'register.pdf';
export const textsFile = 'texts.jsonl';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
};

/** `papers/001.pdf`: no name that a person gave is ever a path. */
export const paperFile = (n: number, mediaType: string): string => `papers/${String(n).padStart(3, '0')}.${endings[mediaType] ?? 'bin'}`;

export const registerLine = (paper: DossierPaper): string => `${String(canonicalize(paper))}\n`;
export const textLine = (text: DossierText): string => `${String(canonicalize(text))}\n`;

/** The papers an act put on its case, whoever did it: it names each with its hash. */
export function papersIn(row: Readonly<Record<string, unknown>>): PaperOnRecord[] {
  const { papers: named } = (row['detail'] ?? {}) as { papers?: unknown };
  const papers = Array.isArray(named)
    ? named.filter((paper): paper is PaperOnRecord => typeof (paper as { sha256?: unknown } | null)?.sha256 === 'string')
    : [];
  const texts =
    row['act'] === 'file' ? [] : ((row['particulars'] as readonly { readonly id: string }[] | undefined) ?? []).map(({ id }) => id);
  return papers.map(({ id, sha256, size, mediaType, kind, dated, origin, pages, number }) => ({
    id,
    sha256,
    size,
    mediaType,
    kind,
    dated,
    origin,
    body: row['body'] as string | null,
    pages: pages ?? null,
    number: number ?? null,
    texts,
  }));
}

/**
 * The register in archive order: by date, on one date as they came; pages run on through what is handed over. The order is office practice: the
 * rules on it are not confirmed. Made alike by who packs and who checks.
 */
export function registerOf(onRecord: readonly PaperOnRecord[], texts: readonly DossierText[], withheld: readonly string[]): DossierPaper[] {
  const titles = new Map(
    texts
      .filter(({ kind }) => kind === 'paper-name')
      .map(({ value }) => value as { paper: string; name: string })
      .map(({ paper, name }) => [paper, name]),
  );
  const numbers = new Map(
    texts
      .filter(({ kind, value }) => kind.endsWith('-paper.number') && typeof value === 'string')
      .map(({ id, value }) => [id, value as string]),
  );
  const ordered = onRecord
    .map((paper, came) => ({ paper, came }))
    .sort((one, other) => (one.paper.dated < other.paper.dated ? -1 : one.paper.dated > other.paper.dated ? 1 : one.came - other.came))
    .map(({ paper }) => paper);
  let page: number | null = 1;
  return ordered.map(({ texts: ofPaper, ...paper }, place) => {
    const isKept = withheld.includes(paper.id);
    const typed = ofPaper.map((id) => numbers.get(id)).find((number) => number !== undefined);
    const firstPage: number | null = isKept ? null : page;
    if (!isKept && page !== null) page = paper.pages === null ? null : page + paper.pages;
    return {
      n: place + 1,
      ...paper,
      number: paper.number ?? typed ?? null,
      title: titles.get(paper.id) ?? null,
      firstPage,
      file: isKept ? null : paperFile(place + 1, paper.mediaType),
    };
  });
}

/** Throws for what is no line of JSON objects. */
export function jsonLines<T>(text: string, name: string): T[] {
  if (text !== '' && !text.endsWith('\n')) throw new Lie('line-malformed', `${name} does not end with a line feed.`);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      try {
        const value: unknown = JSON.parse(line);
        if (typeof value === 'object' && value !== null) return value as T;
      } catch {
        // Said below, as for any other line that is no object.
      }
      throw new Lie('line-malformed', `A line of ${name} is not a JSON object.`);
    });
}
