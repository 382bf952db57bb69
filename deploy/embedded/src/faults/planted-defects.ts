import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mistake somebody might make, written into a copy of the compiled services, to see that the campaign finds it. */
export interface PlantedDefect {
  readonly what: string;
  readonly changes: readonly PlantedChange[];
}
export type PlantedChange = readonly [file: string, text: string, instead: string];

const chassis = (file: string): string => `libs/chassis/src/${file}.js`;
const department = (file: string): string => `libs/department/src/${file}.js`;
const intake = chassis('courier/intake');
const inbox = chassis('courier/inbox');
const relay = chassis('courier/relay');
const reading = department('cases/read-case');

export const plantedDefects: Readonly<Record<string, PlantedDefect>> = {
  'ack-before-commit': {
    what: 'a message is acknowledged and receipted before its effect is committed',
    changes: [
      [
        intake,
        'const outcomes = await',
        'for (const { carrier } of batch) carrier.done();\n        this.receipt(kept);\n        const outcomes = await',
      ],
    ],
  },
  'no-inbox': {
    what: 'a message is handled again each time it arrives',
    changes: [
      [inbox, `if (this.seen.has(idOf(incoming)) || n !== undefined && n <= last) return 'seen';`, ''],
      [
        inbox,
        'SELECT m.sender, m.id, m.city, m.kind, m.case_id, m.n, m.outcome, lianxi_now()',
        'SELECT m.sender, m.id, m.city, m.kind, m.case_id, NULLIF(m.n, m.n), m.outcome, lianxi_now()',
      ],
      [inbox, 'outcome text) RETURNING sender, case_id, n)', 'outcome text) ON CONFLICT DO NOTHING RETURNING sender, case_id, n)'],
    ],
  },
  'delivery-deleted-at-the-brokers-ack': {
    what: 'what is owed is forgotten once the broker has it, though the receiver does not',
    changes: [
      [
        relay,
        '? [] : parcel.rows.map(({ id })=>id)',
        `? (await this.pool.query('DELETE FROM delivery WHERE id = ANY ($1)', [parcel.rows.map(({ id })=>id)]), []) : parcel.rows.map(({ id })=>id)`,
      ],
    ],
  },
  'two-holders': {
    what: 'the former holder goes on holding while a case is on its way',
    changes: [[department('hand-over/commit-hand-over'), `standing: 'in-hand-over',`, `standing: 'holding',`]],
  },
  'no-epoch-check': {
    what: 'what was meant for a case as it stood before it changed hands is done all the same',
    changes: [
      [department('designation/designations.inbox'), ' || row.epoch !== order.expectedEpoch', ''],
      [department('hand-over/hand-overs.inbox'), ' || row.epoch !== epoch', ''],
      [
        department('linked-work/works.inbox'),
        'if (change.epoch < known.epoch || change.epoch === known.epoch && sender !== known.service)',
        'if (false)',
      ],
      [
        'services/coordination/src/office.inbox.js',
        'WHERE (i.epoch, i.version) < (excluded.epoch, excluded.version) RETURNING i.case_id',
        'RETURNING i.case_id',
      ],
    ],
  },
  'n-not-gated': {
    what: 'a message is handled though one before it has not arrived',
    changes: [[inbox, `if (n !== undefined && n > last + 1) return 'early';`, '']],
  },
  'lost-wake-up-after-a-wipe': {
    what: 'what the broker took is not sent again, though its disk was lost',
    changes: [
      [relay, 'this.resendAll = true;', ''],
      [relay, `lianxi_now() + least(interval '5 seconds' * (1 << least(d.attempts, 3)), interval '30 seconds')`, `'infinity'`],
    ],
  },
  'policy-off-for-one-query': {
    what: 'a case is read through the door of the courier, without asking whose it is',
    changes: [
      [
        reading,
        'await (0, _readrows.findCase)(tx, id)',
        'await (0, _chassis.inTransaction)(this.rules.pool, undefined, (all)=>(0, _readrows.findCase)(all, id))',
      ],
      [reading, 'await (0, _namedpeople.partsKnown)(tx, row, actor)', `['holder']`],
    ],
  },
  'standing-for-the-session': {
    what: 'for whom a connection speaks is set for the session instead of the transaction',
    changes: [
      [
        chassis('postgres/transaction'),
        `set_config('lianxi.body', \${(0, _pg.escapeLiteral)(body)}, true)`,
        `set_config('lianxi.body', \${(0, _pg.escapeLiteral)(body)}, false)`,
      ],
    ],
  },
  'measures-committed-one-by-one': {
    what: 'each measure is committed by itself, before the decision that orders it has taken effect',
    changes: [
      [
        'services/investigation/src/measures/open-measures.js',
        '    return caseOf.id;',
        `    await ground.tx.rows('commit-one', 'COMMIT'); await ground.tx.rows('begin-next', 'BEGIN');\n    return caseOf.id;`,
      ],
    ],
  },
};

/** A copy of the compiled program with the changes in it; throws when a place to change is not found, so that nothing is planted in vain. */
export function plant(
  programs: string,
  name: string,
  changes: readonly PlantedChange[] | undefined = plantedDefects[name]?.changes,
): string {
  if (!changes) throw new Error(`Unknown defect ${name}: one of ${Object.keys(plantedDefects).join(', ')}.`);
  const copy = join(programs, '..', '.lianxi', 'planted', name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(programs, copy, { recursive: true });
  for (const [place, text, instead] of changes) {
    const file = join(copy, place);
    const before = readFileSync(file, 'utf8');
    if (!before.includes(text)) throw new Error(`${place} has no ${JSON.stringify(text)}: ${name} must be written anew.`);
    writeFileSync(
      file,
      before.replaceAll(text, () => instead),
    );
  }
  return copy;
}
