import { instant } from '@lianxi/department';
import type { SealedIdentity } from '@lianxi/chassis';

/** An opening as its table holds it. */
export interface OpeningRow extends Record<string, unknown> {
  readonly id: string;
  readonly case_id: string;
  readonly city: string;
  readonly state: string;
  readonly version: number;
  readonly history_hash: string;
  readonly asked_by: string;
  readonly asked_post: string;
  readonly asked_body: string;
  readonly reason: string;
  readonly tell: 'tell' | 'withheld';
  readonly asked_at: string;
  readonly opened_at: string | null;
  readonly open_until: string | null;
}

export const openingColumns = `o.id, o.case_id, o.city, o.state, o.version, o.history_hash, o.asked_by, o.asked_post, o.asked_body, o.reason, o.tell, ${instant('o.asked_at')}, ${instant('o.opened_at')}, ${instant('o.open_until')}`;

export interface IdentityRow extends Record<string, unknown> {
  readonly sealed: SealedIdentity;
}
export const identityOfCase = 'SELECT sealed FROM sealed_identities WHERE case_id = $1';
