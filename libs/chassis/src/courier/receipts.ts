import type { Subject } from '@lianxi/contracts';
import { readBody } from '@lianxi/contracts';
import type { Tx } from '../postgres/transaction';

/** A delivery that the receiver has, as far as its sender still needs to know. */
export interface Delivered {
  readonly id: string;
  readonly receiver: string;
  readonly kind: string;
  readonly case_id: string | null;
  readonly hand_over_id: string | null;
}

/** Told in the receipt's own transaction what has arrived. */
export type DeliveredListener = (tx: Tx, delivered: readonly Delivered[]) => Promise<void>;

/** Forgets what is no longer owed. Only the receiver itself can receipt: the sender of the receipt is the broker's word. */
export async function takeReceipt(tx: Tx, subject: Subject, body: unknown, listeners: readonly DeliveredListener[]): Promise<void> {
  const { ids } = readBody('receipt@1', body);
  const delivered = await tx.rows<Delivered & Record<string, unknown>>(
    'take-receipt',
    'DELETE FROM delivery WHERE id = ANY($1) AND receiver = $2 RETURNING id, receiver, kind, case_id, hand_over_id',
    [ids, subject.from],
  );
  for (const listener of listeners) await listener(tx, delivered);
}
