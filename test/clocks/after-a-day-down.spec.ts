import { join } from 'node:path';
import { Client } from 'pg';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { freePort } from '../../deploy/embedded/src/free-port';
import { copyCase, firingsOf } from '../bench/copied-cases';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

const [cases, moments] = [300, 3];
const program = join(__dirname, '../../dist/services/health/src/main.js');
let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
});
const children: ReturnType<typeof startChild>[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await lianxi.stop();
});

const file = (): Promise<{ status: number; body: Record<string, unknown> }> =>
  lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
const fired = async (): Promise<number> => (await firingsOf(lianxi.admin)).fired;
/** Periods in a state in which something holds them up: somebody has the case in hand, or what is to be written cannot be. */
async function holdUp(text: string, values: readonly unknown[] = []): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: lianxi.around.databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(text, [...values]);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

/** So many cases whose periods are all due, while no process of the service runs; the ids of two of them. */
async function manyAreDue(): Promise<string[]> {
  const caseId = String((await file()).body['caseId']);
  await lianxi.stopService('health');
  await copyCase(lianxi.admin, caseId, cases - 1);
  await lianxi.moveClock('20 days');
  const { rows } = await lianxi.admin.query<{ id: string }>(
    `SELECT c.id FROM health.cases c WHERE c.id <> $1 AND EXISTS (SELECT 1 FROM health.clocks k WHERE k.case_id = c.id AND k.fired = '[]') ORDER BY c.id LIMIT 2`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

describe('periods that fell due while a service was down', () => {
  it('fire once each, in the order in which they were due, around one that cannot and one in a case somebody has in hand; and meanwhile matters are taken in', async () => {
    const [inHand, broken] = await manyAreDue();
    const release = await holdUp('SELECT 1 FROM health.cases WHERE id = $1 FOR UPDATE', [inHand]);
    await lianxi.admin.query(
      `INSERT INTO health.clock_firings SELECT id, 0.5, city, '-infinity', '-infinity', id FROM health.clocks WHERE case_id = $1`,
      [broken],
    );
    await lianxi.startService('health');
    expect((await file()).status).toBe(201);
    await waitFor('all others have fired', async () => (await fired()) === (cases - 2) * moments + 1, 60_000);
    expect((await firingsOf(lianxi.admin)).outOfOrder).toBe(0);
    await release();
    await waitFor('that of the case in hand too', async () => (await fired()) === (cases - 1) * moments + 1, 60_000);
    const { rows } = await lianxi.admin.query<{ act: string; count: number; cases: number }>(
      `SELECT act, count(*)::int AS count, count(DISTINCT case_id)::int AS cases FROM health.journal WHERE procedure = 'clock' GROUP BY act ORDER BY act`,
    );
    expect(rows).toEqual([
      { act: 'fall-due', count: cases - 1, cases: cases - 1 },
      { act: 'remind', count: 2 * (cases - 1), cases: cases - 1 },
    ]);
  });

  it('fire once each though a process is killed amid them, and two others go on together', async () => {
    await manyAreDue();
    const before = await fired();
    /** Also that of the matter which was taken in meanwhile. */
    const more = (cases + 1) * moments;
    const release = await holdUp('LOCK TABLE health.clock_firings IN SHARE MODE');
    const [killed, other] = [startHealth(await freePort()), startHealth(await freePort())];
    await waitFor('each has a batch in hand', async () => (await waiting()) === 2, 60_000);
    killed.kill('SIGKILL');
    await endOf(killed);
    await lianxi.startService('health');
    await release();
    await waitFor('all have fired', async () => (await fired()) === before + more, 60_000);
    other.kill('SIGTERM');
    await endOf(other);
    const { rows } = await lianxi.admin.query<{ acts: number; firings: number; early: number }>(
      `SELECT count(*)::int AS acts, count(f.journal_id)::int AS firings, count(*) FILTER (WHERE f.meant_for < f.before)::int AS early FROM health.journal j
      LEFT JOIN (SELECT journal_id, meant_for, lag(meant_for) OVER (PARTITION BY clock_id ORDER BY fired_at) AS before FROM health.clock_firings) f ON f.journal_id = j.id WHERE j.procedure = 'clock'`,
    );
    expect(rows).toEqual([{ acts: before - 1 + more, firings: before - 1 + more, early: 0 }]);
  });
});

function startHealth(port: number): ReturnType<typeof startChild> {
  const around = { ...lianxi.around, ports: { ...lianxi.around.ports, health: port } };
  const child = startChild(process.execPath, [program], { env: { PATH: process.env['PATH'], ...environmentFor('health', around) } });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  children.push(child);
  return child;
}

const waiting = async (): Promise<number> =>
  (
    await lianxi.admin.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'health.clock_firings'::regclass`,
    )
  ).rows[0]?.waiting ?? 0;
