import { recordChanges, type CaseRow, type Change, type ClockRow, type Tx } from '@lianxi/chassis';
import { keepReminders } from './reminders';

/** One moment of a period, and whom it reached. */
export interface Firing {
  /** The case as the moment found it. */
  readonly row: CaseRow;
  readonly clock: ClockRow;
  readonly share: number;
  readonly meantFor: string;
  readonly posts: readonly string[];
  readonly journalId: string;
}

/** In the order in which they are given: `fired_at` is of each row's own instant. */
const noteFirings = `
  INSERT INTO clock_firings (clock_id, share, city, meant_for, fired_at, journal_id)
  SELECT f.clock_id, f.share, f.city, f.meant_for, lianxi_now(), f.journal_id
  FROM jsonb_to_recordset($1::jsonb) AS f(clock_id uuid, share numeric, city text, meant_for timestamptz, journal_id uuid)`;

/** Many firings by few statements: what they did to their cases, whom they reached, and that they were. */
export async function keepFirings(tx: Tx, changes: readonly Change[], firings: readonly Firing[]): Promise<void> {
  if (firings.length === 0) return;
  await recordChanges(tx, changes);
  await keepReminders(tx, firings);
  const rows = firings.map(({ row, clock, share, meantFor, journalId }) => ({
    clock_id: clock.id,
    share,
    city: row.city,
    meant_for: meantFor,
    journal_id: journalId,
  }));
  await tx.rows('note-firings', noteFirings, [JSON.stringify(rows)]);
}
