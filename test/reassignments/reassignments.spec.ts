import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const head = 'bj-health-head';
const order = (body: Record<string, unknown>, { as = head, key = randomUUID() } = {}): Promise<Answer> =>
  lianxi.request('health', 'POST', '/v1/reassignments', { as, body, headers: { 'idempotency-key': key } });
const progress = async (id: unknown, as = head): Promise<Record<string, unknown>> =>
  (await lianxi.get('health', `/v1/reassignments/${String(id)}`, as)).body;
async function finished(id: unknown, withinMs = 60_000): Promise<Record<string, unknown>> {
  await waitFor('every row has its result', async () => (await progress(id))['state'] === 'finished', withinMs);
  return progress(id);
}
interface Row {
  readonly place: number;
  readonly caseId: string;
  readonly outcome: string;
  readonly code: string | null;
}
async function rowsOf(id: unknown, limit = 200): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { body } = await lianxi.get('health', `/v1/reassignments/${String(id)}/rows?limit=${limit}&after=${after}`, head);
    rows.push(...(body['lines'] as Row[]));
    after = body['next'] as number | null;
  }
  return rows;
}
const file = async (): Promise<string> => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
const seen = async (caseId: string): Promise<string> => {
  const { body } = await lianxi.get('health', `/v1/cases/${caseId}`, head);
  return `${caseId}~${String(body['version'])}~${String(body['epoch'])}`;
};
const acts = async (caseId: string): Promise<{ act: string; post: string; of: string | null }[]> =>
  (
    await lianxi.admin.query<{ act: string; post: string; of: string | null }>(
      `SELECT act, post, detail ->> 'reassignment' AS of FROM health.journal WHERE case_id = $1 ORDER BY version`,
      [caseId],
    )
  ).rows;

/** Many cases as they stand after filing, all with one post. */
async function manyCases(count: number, post: string): Promise<void> {
  const template = await file();
  await lianxi.admin.query(
    `WITH made AS (
      INSERT INTO health.cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'assigned_post', $2::text))).* FROM health.cases c, generate_series(1, $3) WHERE c.id = $1 RETURNING id, city)
    INSERT INTO health.case_access (case_id, body, city, part, since) SELECT id, 'bj-health', city, 'holder', lianxi.lianxi_now() FROM made`,
    [template, post, count],
  );
  await lianxi.admin.query('ANALYZE health.cases, health.case_access');
}

describe('many cases given to another post', () => {
  it('are each reassigned by the ordinary act, on the record with the order that they belong to, and the audit service has them all', async () => {
    const cases = [await file(), await file(), await file()];
    for (const caseId of cases)
      expect((await lianxi.act('health', caseId, 'reassign', head, { post: 'bj-health-case-officer' })).status).toBe(200);
    const { status, body } = await order({ fromPost: 'bj-health-case-officer', toPost: 'bj-health-reviewer' });
    expect([status, body['rows']]).toEqual([202, 3]);
    expect(await finished(body['id'])).toMatchObject({ done: 3, refused: 0, rows: 3 });
    for (const caseId of cases) {
      expect((await lianxi.get('health', `/v1/cases/${caseId}`, head)).body['assignedPost']).toBe('bj-health-reviewer');
      expect((await acts(caseId)).at(-1)).toEqual({ act: 'reassign', post: head, of: body['id'] });
    }
    expect((await rowsOf(body['id'], 2)).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    await waitFor(
      'audit has the order, its end and its rows',
      async () =>
        (await lianxi.admin.query(`SELECT 1 FROM audit.recorded_rows WHERE content -> 'detail' ->> 'reassignment' = $1`, [body['id']])).rows
          .length === 5,
    );
  });

  it('are refused one by one, with the reason, where the ordinary act would be', async () => {
    const [fine, moved, ended, recused, foreign] = [await file(), await file(), await file(), await file(), await file()];
    const marks = await Promise.all([fine, moved, ended, recused].map(seen));
    await lianxi.act('health', moved, 'note', head, { text: '示例' });
    await lianxi.admin.query(`UPDATE health.cases SET state = 'archived' WHERE id = $1`, [ended]);
    await lianxi.act('health', recused, 'declare-recusal', head, { reasons: '示例' });
    await lianxi.admin.query(`UPDATE health.cases SET holder = 'bj-agri' WHERE id = $1`, [foreign]);
    await lianxi.admin.query(`UPDATE health.case_access SET body = 'bj-agri' WHERE case_id = $1`, [foreign]);
    const recusedNow = `${recused}~2~1`;
    const answer = await order({
      toPost: 'bj-health-reviewer',
      cases: [...marks.slice(0, 3), recusedNow, `${foreign}~1~1`, marks[0], `${randomUUID()}~1~1`],
    });
    expect(answer.status).toBe(202);
    expect(await finished(answer.body['id'])).toMatchObject({ done: 1, refused: 6 });
    expect((await rowsOf(answer.body['id'])).map(({ outcome, code }) => code ?? outcome)).toEqual([
      'done',
      'stale-version',
      'wrong-state',
      'not-found',
      'not-found',
      'stale-version',
      'not-found',
    ]);
    const refused = await lianxi.get('health', `/v1/reassignments/${String(answer.body['id'])}/rows?outcome=refused`, head);
    expect((refused.body['lines'] as Row[]).map(({ place }) => place)).toEqual([2, 3, 4, 5, 6, 7]);
    for (const caseId of [moved, ended, recused, foreign]) expect((await acts(caseId)).some(({ act }) => act === 'reassign')).toBe(false);
  });

  it('are ordered once, however often the same order arrives', async () => {
    const key = randomUUID();
    const wish = { toPost: 'bj-health-reviewer', cases: [await seen(await file())] };
    const answers = await Promise.all([order(wish, { key }), order(wish, { key }), order(wish, { key })]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await order({ ...wish, toPost: 'bj-health-case-officer' }, { key })).status).toBe(422);
    expect(await finished(answers[0]?.body['id'])).toMatchObject({ done: 1 });
  });

  it.each([
    ['by a post that may not reassign one', { toPost: 'bj-health-reviewer', fromPost: 'bj-health-decider' }, 'bj-health-case-officer', 403],
    ["to another body's post", { toPost: 'bj-agri-reviewer', fromPost: 'bj-health-decider' }, head, 400],
    ['to a post that does no work itself', { toPost: 'bj-health-head', fromPost: 'bj-health-decider' }, head, 400],
    ['from nowhere', { toPost: 'bj-health-reviewer' }, head, 400],
    ['with cases that are none', { toPost: 'bj-health-reviewer', cases: ['x'] }, head, 400],
  ])('are not ordered %s', async (_what, wish, as, status) => {
    expect((await order(wish, { as })).status).toBe(status);
  });

  it("are another body's to see neither in progress nor row by row", async () => {
    const { body } = await order({ toPost: 'bj-health-reviewer', cases: [await seen(await file())] });
    for (const path of ['', '/rows'])
      expect((await lianxi.get('health', `/v1/reassignments/${String(body['id'])}${path}`, 'bj-agri-head')).status).toBe(404);
    expect((await lianxi.get('health', '/v1/reassignments', 'bj-agri-head')).body['lines']).toEqual([]);
    expect((await lianxi.get('health', '/v1/reassignments', head)).text).toContain(String(body['id']));
  });

  it('are done as whoever ordered it only as long as that person holds the post', async () => {
    const cases = [await file(), await file()];
    await lianxi.stopService('health');
    const id = randomUUID();
    const person = (await lianxi.admin.query<{ person: string }>(`SELECT person FROM health.posts WHERE id = 'bj-health-decider'`)).rows[0]
      ?.person;
    await lianxi.admin.query(
      `INSERT INTO health.reassignments (id, city, body, person, ordered_by, to_post, rows, state, ordered_at) VALUES ($1, 'beijing', 'bj-health', $2, 'bj-health-decider', 'bj-health-reviewer', 2, 'running', lianxi.lianxi_now())`,
      [id, person],
    );
    await lianxi.admin.query(
      `INSERT INTO health.reassignment_rows (reassignment, place, city, body, case_id, version, epoch) SELECT $1, place, 'beijing', 'bj-health', id, 1, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS c(id, place)`,
      [id, cases],
    );
    await lianxi.admin.query(`UPDATE health.posts SET valid_until = '2024-12-31' WHERE id = 'bj-health-decider'`);
    await lianxi.startService('health');
    expect(await finished(id)).toMatchObject({ done: 0, refused: 2 });
    expect((await rowsOf(id)).map(({ code }) => code)).toEqual(['no-post', 'no-post']);
    await lianxi.admin.query(`UPDATE health.posts SET valid_until = NULL WHERE id = 'bj-health-decider'`);
  });
});

describe('a service killed in the middle of an order', () => {
  // Ten thousand take about a minute and a half: LIANXI_REASSIGNED=10000 tries them.
  const count = Number(process.env['LIANXI_REASSIGNED'] ?? 400);
  const main = join(__dirname, '../../dist/services/health/src/main.js');
  let child: ChildProcess | undefined;
  const startAlone = (): ChildProcess =>
    startChild(process.execPath, [main], { env: { PATH: process.env['PATH'], ...environmentFor('health', lianxi.around) } });
  const isUp = (): Promise<boolean> =>
    fetch(`${lianxi.url('health')}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  afterAll(async () => {
    if (child) {
      child.kill('SIGKILL');
      await endOf(child);
    }
  });

  it(`goes on where it was, and does none of ${count} cases twice or not at all`, async () => {
    if (!existsSync(main)) throw new Error('The services are not built: run npm test, or npm run build first.');
    await manyCases(count, 'bj-health-intake-officer');
    await lianxi.stopService('health');
    child = startAlone();
    await waitFor('the service is up', isUp);
    const { status, body } = await order({ fromPost: 'bj-health-intake-officer', toPost: 'bj-health-case-officer' });
    expect([status, body['rows']]).toEqual([202, count]);
    await waitFor('some are done and more are not', async () => Number((await progress(body['id']))['done']) >= 40);
    child.kill('SIGKILL');
    await endOf(child);
    const half = async (): Promise<[number, number]> => {
      const { rows } = await lianxi.admin.query<{ results: number; acts: number }>(
        `SELECT (SELECT count(*)::int FROM health.reassignment_rows WHERE reassignment = $1 AND outcome = 'done') AS results,
        (SELECT count(*)::int FROM health.journal WHERE act = 'reassign' AND detail ->> 'reassignment' = $1::text) AS acts`,
        [body['id']],
      );
      return [rows[0]?.results ?? 0, rows[0]?.acts ?? 0];
    };
    const [results, done] = await half();
    expect(results).toBe(done);
    expect(results).toBeLessThan(count);
    child = startAlone();
    await waitFor('the service is up again', isUp);
    expect(await finished(body['id'], 400_000)).toMatchObject({ done: count, refused: 0 });
    expect(await half()).toEqual([count, count]);
    const { rows } = await lianxi.admin.query<{ cases: number; versions: number[] }>(
      `SELECT count(DISTINCT case_id)::int AS cases, array_agg(DISTINCT version) AS versions FROM health.journal WHERE act = 'reassign' AND detail ->> 'reassignment' = $1`,
      [body['id']],
    );
    expect(rows[0]).toEqual({ cases: count, versions: [2] });
  }, 600_000);
});
