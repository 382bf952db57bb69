import { findDocumentKind, legalDayOf } from '@lianxi/casework';
import type { CaseRow, JournalRow, Tx } from '@lianxi/chassis';
import { letterDocx, letterPdf, type LetterContent } from '@lianxi/documents';
import { letterMarkOf, register } from '@lianxi/jurisdiction';

/** In which forms a letter is made. */
export const documentForms = {
  pdf: { make: letterPdf, mediaType: 'application/pdf' },
  docx: { make: letterDocx, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const;
export type DocumentForm = keyof typeof documentForms;

/** What the letter says as it was drafted last, or undefined where no document was drawn up or its texts are gone. */
export async function findLetterContent(
  tx: Tx,
  row: CaseRow,
  acts: readonly JournalRow[],
  isPractice: boolean,
): Promise<LetterContent | undefined> {
  const draft = acts.findLast(({ act }) => act === 'draft-document');
  if (!draft) return undefined;
  const texts = await tx.rows<{ kind: string; value: string }>(
    'texts-of-document',
    `SELECT kind, value #>> '{}' AS value FROM particulars WHERE case_id = $1 AND id = ANY ($2)`,
    [row.id, draft.particulars.map(({ id }) => id)],
  );
  const said = (field: string): string | undefined => texts.find(({ kind }) => kind === `draft-document.${field}`)?.value;
  const body = said('body');
  return body === undefined
    ? undefined
    : contentOf(
        row,
        acts,
        {
          ...draft.detail,
          subject: said('subject'),
          addressee: said('addressee'),
          body,
          enclosures: said('enclosures'),
          copyTo: said('copyTo'),
        },
        isPractice,
      );
}

interface Draft {
  readonly kind?: unknown;
  readonly subject: string | undefined;
  readonly addressee: string | undefined;
  readonly body: string;
  readonly enclosures: string | undefined;
  readonly copyTo: string | undefined;
}

function contentOf(
  row: CaseRow,
  acts: readonly JournalRow[],
  { kind: code, subject = '', addressee = '', body, enclosures = '', copyTo }: Draft,
  isPractice: boolean,
): LetterContent {
  const kind = findDocumentKind(code);
  const { issuer } = letterMarkOf(register, row.holder);
  const signed = acts.findLast(({ act }) => act === 'sign-off' || act === 'draft-document');
  return {
    issuer,
    number: row.number,
    title: `${issuer}${kind?.title(oneLine(subject)) ?? oneLine(subject)}`,
    addressee: oneLine(addressee),
    paragraphs: [...linesOf(body), ...(kind?.closing === undefined ? [] : [kind.closing])],
    enclosures: linesOf(enclosures),
    signedOn: signed?.act === 'sign-off' ? legalDayOf(signed.effective_at) : null,
    copyTo: copyTo === undefined ? null : oneLine(copyTo),
    isPractice,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const oneLine = (text: string): string => linesOf(text).join(' ');
