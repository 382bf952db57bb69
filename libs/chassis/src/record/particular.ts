import { randomBytes } from 'node:crypto';
import { canonical, sha256 } from './canonical';
import { newId } from './new-id';

/** A row of personal data or free text. The journal names it by id and commitment, so it can be erased without breaking the record. */
export interface Particular {
  readonly id: string;
  readonly case_id: string;
  readonly city: string;
  readonly kind: string;
  readonly value: unknown;
  readonly salt: string;
  readonly commitment: string;
  readonly retention: string;
}

export interface Commitment {
  readonly id: string;
  readonly commitment: string;
}

/** A salted commitment: without the salt nobody can guess a name from the journal. */
export const commitmentTo = (salt: string, value: unknown): string => sha256(`${salt}${canonical(value)}`);

export function newParticular(caseId: string, city: string, kind: string, value: unknown): Particular {
  const salt = randomBytes(16).toString('hex');
  return { id: newId(), case_id: caseId, city, kind, value, salt, commitment: commitmentTo(salt, value), retention: '30y' };
}

export const commitmentsOf = (particulars: readonly Particular[]): Commitment[] =>
  particulars.map(({ id, commitment }) => ({ id, commitment }));
