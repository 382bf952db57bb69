import { copyCase, firingsOf } from '../bench/copied-cases';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

const [cases, moments] = [500, 3];
let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
}, 60_000);
afterAll(() => lianxi.stop(), 30_000);

const file = (): Promise<{ status: number; body: Record<string, unknown> }> =>
  lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));

describe('periods that fell due while a service was down', () => {
  it('fire once each, in the order in which they were due, and meanwhile matters are taken in', async () => {
    const caseId = String((await file()).body['caseId']);
    await lianxi.stopService('health');
    await copyCase(lianxi.admin, caseId, cases - 1);
    await lianxi.moveClock('20 days');
    await lianxi.startService('health');
    expect((await file()).status).toBe(201);
    expect((await firingsOf(lianxi.admin)).fired).toBeLessThan(cases * moments);
    await waitFor('all have fired', async () => (await firingsOf(lianxi.admin)).fired === cases * moments, 60_000);
    expect((await firingsOf(lianxi.admin)).outOfOrder).toBe(0);
    const { rows } = await lianxi.admin.query<{ act: string; count: number; cases: number }>(
      `SELECT act, count(*)::int AS count, count(DISTINCT case_id)::int AS cases FROM health.journal WHERE procedure = 'clock' GROUP BY act ORDER BY act`,
    );
    expect(rows).toEqual([
      { act: 'fall-due', count: cases, cases },
      { act: 'remind', count: 2 * cases, cases },
    ]);
  });
});
