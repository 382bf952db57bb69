import { newId, newParticular, type PaperRow, type Particular, type ReceivedPaper } from '@lianxi/chassis';

/** What its giver says about a paper; what the bytes say is found out. */
export interface PaperDescription {
  readonly kind: string;
  readonly dated: string;
  readonly origin: PaperRow['origin'];
}

/** A paper about to be put on a case: its row, its name (a particular), and its bytes for the store. */
export interface NewPaper {
  readonly row: PaperRow;
  readonly name: Particular;
  readonly bytes: Buffer;
}

export function newPaper(
  caseOf: { id: string; city: string },
  service: string,
  received: ReceivedPaper,
  description: PaperDescription,
  now: string,
  id: string = newId(),
): NewPaper {
  const name = newParticular(caseOf.id, caseOf.city, 'paper-name', { paper: id, name: received.name });
  const row: PaperRow = {
    id,
    case_id: caseOf.id,
    city: caseOf.city,
    owner_service: service,
    kind: description.kind,
    dated: description.dated,
    origin: description.origin,
    media_type: received.mediaType,
    size: received.bytes.length,
    sha256: received.sha256,
    name_particular: name.id,
    confidentiality: 'internal',
    retention: '30y',
    added_at: now,
  };
  return { row, name, bytes: received.bytes };
}

/** How a paper stands in the journal: enough to prove later which bytes were put on the case. A number is an official one of ours; one that somebody typed is a text. */
export const paperOnRecord = (
  { id, sha256, size, media_type: mediaType, kind, dated, origin }: PaperRow,
  { pages, number }: { pages?: unknown; number?: string | null } = {},
): Record<string, unknown> => ({
  id,
  sha256,
  size,
  mediaType,
  kind,
  dated,
  origin,
  ...(pages === undefined ? {} : { pages: Number(pages) }),
  ...(number ? { number } : {}),
});
