/** What an official letter says, as data alone: the same content gives the same PDF and the same DOCX, byte for byte. */
export interface LetterContent {
  /** The issuing authority, as it stands in red above and as the signature. */
  readonly issuer: string;
  /** Null until it is drawn. */
  readonly number: string | null;
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly enclosures: readonly string[];
  /** The day on which it was signed off, YYYY-MM-DD; null until then. */
  readonly signedOn: string | null;
  readonly copyTo: string | null;
  /** Made where people only practise. */
  readonly isPractice: boolean;
}

/** A draft, and what was made in practice, say so, lest either be taken for a letter. */
export const numberOrDraft = ({ number, isPractice }: LetterContent): string =>
  `${number ?? '（草稿，未编号）'}${isPractice ? '（演练，不产生任何效力）' : ''}`;

export const enclosureLines = ({ enclosures }: LetterContent): string[] =>
  enclosures.map((name, place) => `${place === 0 ? '附件：' : '　　　'}${enclosures.length > 1 ? `${place + 1}. ` : ''}${name}`);

export const copyLine = ({ copyTo }: LetterContent): string[] => (copyTo === null ? [] : [`抄送：${copyTo}`]);
