import { randomUUID } from 'node:crypto';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination'] });
});
afterAll(() => lianxi.stop());

const many = 24;
const rows = async <R extends object>(sql: string, ...values: readonly unknown[]): Promise<R[]> =>
  (await lianxi.admin.query<R>(sql, [...values])).rows;
const standing = async (ids: readonly string[]): Promise<string[]> =>
  (await rows<{ standing: string }>('SELECT standing FROM health.cases WHERE id = ANY ($1)', ids)).map((row) => row.standing);
const outcomes = async (id: string): Promise<string[]> =>
  (await rows<{ outcome: string }>('SELECT outcome FROM health.inbox WHERE case_id = $1 ORDER BY n', id)).map(({ outcome }) => outcome);

/** Files so many matters while the service that regulates them is down; all lie with the sender when it is back. */
async function waitingForHealth(): Promise<string[]> {
  await lianxi.stopService('health');
  const filed = await Promise.all(Array.from({ length: many }, () => lianxi.file('agriculture', healthMatter())));
  return filed.map(({ body }) => String(body['caseId']));
}

describe('matters that arrive at the same moment', () => {
  it('are taken over by few transactions, each with its history, its receipt and its line in the index', async () => {
    const ids = await waitingForHealth();
    await lianxi.startService('health');
    await waitFor('all are held', async () => (await standing(ids)).filter((each) => each === 'holding').length === many);
    const [taken] = await rows<{ acts: number; moments: number }>(
      `SELECT count(*)::int AS acts, count(DISTINCT recorded_at)::int AS moments FROM health.journal WHERE act = 'receive' AND case_id = ANY ($1)`,
      ids,
    );
    expect(taken?.acts).toBe(many);
    expect(taken?.moments).toBeLessThan(many / 2);
    const [kept] = await rows<{ history: number; receipts: number }>(
      `SELECT (SELECT count(*)::int FROM health.history WHERE case_id = ANY ($1)) AS history, (SELECT count(*)::int FROM health.receipts WHERE case_id = ANY ($1)) AS receipts`,
      ids,
    );
    expect(kept).toEqual({ history: 2 * many, receipts: many });
    await waitFor(
      'the office knows them all',
      async () =>
        (await rows(`SELECT 1 FROM coordination.case_index WHERE holder = 'bj-health' AND case_id = ANY ($1)`, ids)).length === many,
    );
    await waitFor(
      'nothing is owed any more',
      async () => (await rows(`SELECT 1 FROM agriculture.delivery WHERE receiver = 'health'`)).length === 0,
    );
    await waitFor(
      'nothing is on its way',
      async () => (await rows(`SELECT 1 FROM agriculture.cases WHERE standing = 'origin' AND id = ANY ($1)`, ids)).length === many,
    );
  });

  it('do not suffer for one whose history is not the one that was handed over: it alone is a dead letter', async () => {
    const [broken = '', ...others] = await waitingForHealth();
    // What is there already stays, so its history is broken however often the true one is sent.
    await lianxi.admin.query(
      `INSERT INTO health.history SELECT (jsonb_populate_record(NULL::health.history, to_jsonb(j) || '{"hash": "00", "service": "agriculture"}')).* FROM agriculture.journal j WHERE j.case_id = $1 AND j.version = 1`,
      [broken],
    );
    await lianxi.startService('health');
    await waitFor(
      'the others are held',
      async () => (await standing(others)).filter((each) => each === 'holding').length === others.length,
    );
    await waitFor('one died', async () => (await outcomes(broken)).includes('dead'));
    expect([await outcomes(broken), await standing([broken])]).toEqual([['applied', 'dead'], []]);
    expect(await rows(`SELECT kind, case_id FROM health.dead_letters WHERE case_id = ANY ($1)`, [broken, ...others])).toEqual([
      { kind: 'handed-over@1', case_id: broken },
    ]);
  });

  it('are not overtaken by what their sender said of them afterwards', async () => {
    const ids = await waitingForHealth();
    for (const id of ids) {
      await lianxi.admin.query(
        `INSERT INTO agriculture.delivery (id, city, receiver, to_body, kind, case_id, n, body, particulars, created_at) VALUES ($1, 'beijing', 'health', 'bj-health', 'mark-changed@1', $2, 3, $3, '{}', lianxi.lianxi_now())`,
        [randomUUID(), id, { mark: 'sealed', epoch: 2, holder: 'bj-health' }],
      );
      await lianxi.admin.query(`UPDATE agriculture.delivery_count SET n = 3 WHERE receiver = 'health' AND case_id = $1`, [id]);
    }
    await lianxi.startService('health');
    await waitFor(
      'all was taken in',
      async () => (await rows('SELECT 1 FROM health.inbox WHERE n = 3 AND case_id = ANY ($1)', ids)).length === many,
    );
    // Said to whoever holds a case, it has no effect; overtaking, it would have sealed what was not there yet.
    for (const id of ids) expect(await outcomes(id)).toEqual(['applied', 'applied', 'stale']);
    expect(await rows(`SELECT 1 FROM health.journal WHERE act = 'follow-mark' AND case_id = ANY ($1)`, ids)).toEqual([]);
  });
});
