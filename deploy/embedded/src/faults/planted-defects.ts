import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mistake somebody might make, written into a copy of the compiled services, to see that the campaign finds it. */
export interface PlantedDefect {
  readonly what: string;
  readonly file: string;
  readonly changes: readonly (readonly [text: string, instead: string])[];
}

const intake = 'libs/chassis/src/courier/intake.js';

export const plantedDefects: Readonly<Record<string, PlantedDefect>> = {
  'ack-before-commit': {
    what: 'a message is acknowledged and receipted before its effect is committed', file: intake,
    changes: [[`const outcomes = await`, `for (const { carrier } of batch) carrier.done();\n        this.receipt(kept);\n        const outcomes = await`]],
  },
  'no-inbox': {
    what: 'a message is handled again each time it arrives', file: 'libs/chassis/src/courier/inbox.js',
    changes: [
      [`if (this.seen.has(idOf(incoming)) || n !== undefined && n <= last) return 'seen';`, ''],
      [`SELECT m.sender, m.id, m.city, m.kind, m.case_id, m.n, m.outcome, lianxi_now()`, `SELECT m.sender, m.id, m.city, m.kind, m.case_id, NULLIF(m.n, m.n), m.outcome, lianxi_now()`],
      [`outcome text) RETURNING sender, case_id, n)`, `outcome text) ON CONFLICT DO NOTHING RETURNING sender, case_id, n)`],
    ],
  },
  'delivery-deleted-at-the-brokers-ack': {
    what: 'what is owed is forgotten once the broker has it, though the receiver does not', file: 'libs/chassis/src/courier/relay.js',
    changes: [[`? [] : parcel.rows.map(({ id })=>id)`, `? (await this.pool.query('DELETE FROM delivery WHERE id = ANY ($1)', [parcel.rows.map(({ id })=>id)]), []) : parcel.rows.map(({ id })=>id)`]],
  },
  'two-holders': {
    what: 'the former holder goes on holding while a case is on its way', file: 'libs/department/src/hand-over/commit-hand-over.js',
    changes: [[`standing: 'in-hand-over',`, `standing: 'holding',`]],
  },
};

/** A copy of the compiled program with the defect in it; throws when the place to change is not found, so that none is planted in vain. */
export function plant(programs: string, name: string): string {
  const defect = plantedDefects[name];
  if (!defect) throw new Error(`Unknown defect ${name}: one of ${Object.keys(plantedDefects).join(', ')}.`);
  const copy = join(programs, '..', '.lianxi', 'planted', name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(programs, copy, { recursive: true });
  const file = join(copy, defect.file);
  const changed = defect.changes.reduce((text, [before, instead]) => {
    if (!text.includes(before)) throw new Error(`${defect.file} has no ${JSON.stringify(before)}: the defect ${name} must be written anew.`);
    return text.replace(before, instead);
  }, readFileSync(file, 'utf8'));
  writeFileSync(file, changed);
  return copy;
}
