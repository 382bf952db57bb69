/** Posts that a reminder of a period may reach, as they are in force on its day. */
export interface ReminderChain {
  /** The post the work lies with; null while it is assigned to nobody. */
  readonly holder: string | null;
  readonly deputies: readonly string[];
  /** Heads of the body and whoever stands in for one. */
  readonly heads: readonly string[];
}

/**
 * Whom a reminder reaches: at half the period the holder and whoever stands in for them, at four fifths also the head where
 * nobody does, at the end the head in any case. Work that lies with nobody is the head's from the first reminder on.
 */
export function remindedPosts(share: number, { holder, deputies, heads }: ReminderChain): string[] {
  const own = holder === null ? [] : [holder, ...deputies];
  const isHeads = own.length === 0 || share === 1 || (share > 0.5 && deputies.length === 0);
  return [...new Set([...own, ...(isHeads ? heads : [])])];
}
