import type { Pool } from 'pg';
import { isKnownKind, type Envelope } from '@lianxi/contracts';
import { inTransaction, type Tx } from '../postgres/transaction';
import type { Inbox } from './inbox';

interface ParkedRow extends Record<string, unknown> {
  readonly sender: string;
  readonly delivery_id: string;
  readonly city: string;
  readonly kind: string;
  readonly case_id: string | null;
  readonly envelope: Envelope;
}

/**
 * Handles what was parked, oldest first for each sender and case, as far as this build knows the versions and nothing dead
 * lies before them. Returns how many were handled.
 */
export async function handleParked(pool: Pool, inbox: Inbox): Promise<number> {
  let handled = 0;
  while (await inTransaction(pool, undefined, (tx) => handleNext(tx, inbox))) handled += 1;
  return handled;
}

async function handleNext(tx: Tx, inbox: Inbox): Promise<boolean> {
  const waiting = await tx.rows<ParkedRow>(
    'parked-heads',
    `
    SELECT DISTINCT ON (p.sender, coalesce(p.case_id, p.delivery_id)) p.* FROM parked p
    WHERE NOT EXISTS (SELECT 1 FROM dead_letters d WHERE d.sender = p.sender AND d.case_id = p.case_id AND d.replayed_at IS NULL)
    ORDER BY p.sender, coalesce(p.case_id, p.delivery_id), p.n, p.parked_at LIMIT 500`,
  );
  for (const parked of waiting.filter(({ kind }) => isKnownKind(kind))) if (await unpark(tx, inbox, parked)) return true;
  return false;
}

/** False where it speaks of something that is still on its way: it stays, since its sender has its receipt and will not send it again. */
async function unpark(tx: Tx, inbox: Inbox, { city, sender, kind, delivery_id: id, envelope }: ParkedRow): Promise<boolean> {
  if ((await inbox.handle(tx, { subject: { city, from: sender, to: '', kind: kind.split('@')[0] ?? '' }, envelope })) === 'early')
    return false;
  await tx.rows('unpark', 'DELETE FROM parked WHERE sender = $1 AND delivery_id = $2', [sender, id]);
  return true;
}
