import { Pool } from 'pg';
import { loginsOf, Openings, type Opening } from '@lianxi/chassis';
import { exampleOpening } from '../bench/example-opening';
import { Lianxi } from '../support/lianxi';

let lianxi: Lianxi;
let officers: Pool;
const standing = { body: 'bj-health', post: 'bj-health-intake-officer', city: 'beijing' };
const now = '2026-11-20T04:00:00.000000Z';
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: [] });
  const { officer } = loginsOf('health');
  officers = new Pool({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
      username: officer,
      password: lianxi.around.secrets.passwords[officer] ?? '',
    }).href,
    options: '-c search_path=health,lianxi',
  });
});
afterAll(async () => {
  await officers.end();
  await lianxi.stop();
});

const kept = async (openings: readonly Opening[]): Promise<number> =>
  (
    await lianxi.admin.query(
      'SELECT 1 FROM health.cases c JOIN health.journal j ON j.case_id = c.id JOIN health.idempotency i ON i.case_id = c.id WHERE c.id = ANY ($1)',
      [openings.map(({ newCase }) => newCase.id)],
    )
  ).rowCount ?? 0;
const owed = async ({ newCase }: Opening): Promise<unknown[]> =>
  (
    await lianxi.admin.query<{ receiver: string; n: number }>(
      'SELECT d.receiver, d.n, c.n AS counted FROM health.delivery d JOIN health.delivery_count c USING (receiver, case_id) WHERE d.case_id = $1 ORDER BY 1',
      [newCase.id],
    )
  ).rows;

describe('cases that are opened at the same moment', () => {
  it('are all there, each with what it owes, numbered from one', async () => {
    const openings = Array.from({ length: 20 }, () => exampleOpening(now));
    const line = new Openings(officers);
    expect(await Promise.all(openings.map((opening) => line.write(standing, opening)))).toEqual(openings.map(() => true));
    expect(await kept(openings)).toBe(20);
    for (const opening of openings)
      expect(await owed(opening)).toEqual([
        { receiver: 'audit', n: 1, counted: 1 },
        { receiver: 'coordination', n: 1, counted: 1 },
      ]);
  });

  it('do not suffer for one whose key was used before', async () => {
    const [first, ...others] = Array.from({ length: 6 }, () => exampleOpening(now)) as [Opening, ...Opening[]];
    const again = { ...exampleOpening(now), idempotency: first.idempotency };
    const line = new Openings(officers);
    expect(await line.write(standing, first)).toBe(true);
    expect(await Promise.all([...others, again].map((opening) => line.write(standing, opening)))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(await kept([first, ...others])).toBe(6);
    expect(await kept([again])).toBe(0);
  });

  it('do not suffer for one that the tables refuse', async () => {
    const others = Array.from({ length: 5 }, () => exampleOpening(now));
    const broken = { ...exampleOpening(now), newCase: { ...exampleOpening(now).newCase, epoch: null as unknown as number } };
    const line = new Openings(officers);
    const outcomes = await Promise.allSettled(
      [others[0], broken, ...others.slice(1)].map((opening) => line.write(standing, opening as Opening)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(await kept(others)).toBe(5);
    expect(await kept([broken])).toBe(0);
  });

  it('are refused by the tables themselves at a desk for which nobody speaks', async () => {
    const opening = exampleOpening(now);
    await expect(new Openings(officers).write({ ...standing, body: 'bj-agri' }, opening)).rejects.toThrow(/row-level security/);
    expect(await kept([opening])).toBe(0);
  });
});
