import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { longestEntry } from './entry-bundle';

/** A row of another service's record, as the audit service received it. */
export interface RecordedRow {
  readonly service: string;
  readonly incarnation: string;
  readonly position: number;
  readonly kind: 'journal' | 'access';
  /** The row itself: ids, codes, instants, hashes and commitments; never a name or free text. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** RFC 8785 bytes. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return Buffer.from(text);
}

/**
 * The entry of a row in the log: `{"format":1,"incarnation":…,"kind":…,"position":…,"row":{…},"service":…}` in RFC 8785 form.
 * A row too long for an entry (65,535 bytes) stands there by its SHA-256: `{…,"rowId":…,"rowSha256":…}` over the row's own RFC 8785 bytes.
 */
export function recordLeaf({ service, incarnation, position, kind, row }: RecordedRow): Buffer {
  const whole = canonicalBytes({ format: 1, service, incarnation, position, kind, row });
  if (whole.length <= longestEntry) return whole;
  return canonicalBytes({
    format: 1,
    service,
    incarnation,
    position,
    kind,
    rowId: row['id'] ?? null,
    rowSha256: createHash('sha256').update(canonicalBytes(row)).digest('hex'),
  });
}
