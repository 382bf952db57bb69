import { Pool } from 'pg';
import { loginsOf, newId, Openings, schemaOf, type Opening } from '@lianxi/chassis';
import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { preparedServices } from '../../deploy/embedded/src/load-service';
import { prepareDatabase } from '../../deploy/embedded/src/prepare-database';
import { exampleOpening } from './example-opening';
import { inParallel, interleaved, timed, type Line } from './measure';

const city = 'beijing';
const body = 'bj-health';

const rowsOf = (table: string): string => `jsonb_populate_recordset(NULL::health.${table}, $1::jsonb -> '${table}')`;
const raw = `WITH ${['cases', 'journal', 'particulars', 'clocks', 'case_access', 'delivery', 'delivery_count', 'idempotency'].map((table) => `i_${table} AS (INSERT INTO health.${table} SELECT r.* FROM ${rowsOf(table)} r)`).join(', ')} SELECT 1`;

/** The rows of the same act, as the tables will hold them: what is owed to audit and the numbers included. */
function rawRows(set: Opening, now: string): Record<string, unknown[]> {
  const owed = [...(set.deliveries ?? []), { ...(set.deliveries?.[0] as object), id: newId(), receiver: 'audit', kind: 'record-row@1' }];
  return {
    cases: [set.newCase],
    journal: [...set.journal],
    particulars: (set.particulars ?? []).map((each) => ({ ...each })),
    clocks: [...(set.clocks ?? [])],
    case_access: [...(set.access ?? [])],
    delivery_count: owed.map(({ receiver }) => ({ receiver, case_id: set.newCase.id, n: 1 })),
    delivery: owed.map((each) => ({ ...each, n: 1, created_at: now, send_at: '-infinity', attempts: 0 })),
    idempotency: [{ ...set.idempotency, answered_at: now }],
  };
}

/** An act through our layer (the standing that row-level security asks for, the numbers of what is owed, one statement) beside the same rows by one prepared statement; on a database of which no service takes anything away. */
export async function writeSpeed(
  { around, superuserUrl }: ProvingGround,
  { rounds, acts }: { rounds: number; acts: number },
): Promise<Line[]> {
  const databaseUrl = await prepareDatabase(superuserUrl, 'lianxi_writes', await preparedServices(), around.secrets, 'test');
  const url = new URL(databaseUrl);
  url.username = loginsOf(schemaOf('health')).officer;
  url.password = around.secrets.passwords[url.username] ?? '';
  const [officer, superuser] = [new Pool({ connectionString: url.href, max: 8 }), new Pool({ connectionString: databaseUrl, max: 8 })];
  const now = '2026-11-20T04:00:00.000000Z';
  const openings = new Openings(officer);
  const ours = async (): Promise<number> => {
    const sets = Array.from({ length: acts }, () => exampleOpening(now));
    return (
      (acts /
        (await timed(() =>
          inParallel(8, acts, (place) =>
            openings.write({ body, post: 'bench', city }, sets[place] as Opening).then((fresh) => {
              if (!fresh) throw new Error('A key was used twice.');
            }),
          ),
        ))) *
      1_000
    );
  };
  const bare = async (): Promise<number> => {
    const sets = Array.from({ length: acts }, () => rawRows(exampleOpening(now), now));
    return (
      (acts /
        (await timed(() =>
          inParallel(8, acts, async (place) => {
            await superuser.query({ name: 'raw', text: raw, values: [JSON.stringify(sets[place])] });
          }),
        ))) *
      1_000
    );
  };
  try {
    await Promise.all([ours(), bare()]);
    const speed = await interleaved(rounds, { ours, bare });
    return [
      { name: 'acts written through our layer', value: speed.ours, unit: '/s' },
      { name: 'the same rows by one prepared statement', value: speed.bare, unit: '/s' },
      { name: 'our layer ÷ the bare statement', value: speed.ours / speed.bare, unit: '', atLeast: 0.75 },
    ];
  } finally {
    await Promise.all([officer.end(), superuser.end()]);
  }
}
