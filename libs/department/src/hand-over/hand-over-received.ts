import type { DeliveredListener } from '@lianxi/chassis';

const markReceived = `
  WITH received AS (
    UPDATE hand_overs SET state = 'received', changed_at = lianxi_now()
    WHERE id = ANY ($1) AND side = 'origin' AND state = 'committed' RETURNING case_id, epoch)
  UPDATE cases c SET standing = 'origin' FROM received r WHERE c.id = r.case_id AND c.standing = 'in-hand-over' AND c.epoch = r.epoch + 1`;

/** When the addressee's receipt is in, the hand-over is over and the case is here only to be read. */
export const handOverReceived: DeliveredListener = async (tx, delivered) => {
  const ids = delivered.flatMap(({ kind, hand_over_id }) => (kind === 'handed-over@1' && hand_over_id !== null ? [hand_over_id] : []));
  if (ids.length > 0) await tx.rows('mark-received', markReceived, [ids]);
};
