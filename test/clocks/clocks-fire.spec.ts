import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

interface Fired extends Record<string, unknown> {
  readonly act: string;
  readonly share: number;
}
const fired = async (caseId: string, rule: string, schema = 'health'): Promise<[string, number][]> =>
  (
    await lianxi.admin.query<Fired>(
      `SELECT act, (detail ->> 'share')::float8 AS share FROM ${schema}.journal WHERE case_id = $1 AND procedure = 'clock' AND detail ->> 'rule' = $2 ORDER BY version`,
      [caseId, rule],
    )
  ).rows.map(({ act, share }) => [act, share]);
const all: [string, number][] = [
  ['remind', 0.5],
  ['remind', 0.8],
  ['fall-due', 1],
];
const file = async (): Promise<string> => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);

describe('a period', () => {
  it('reminds at half and at four fifths and falls due, each once, in order, also what came while the service was down', async () => {
    const caseId = await file();
    await lianxi.stopService('health');
    await lianxi.moveClock('20 days');
    await lianxi.startService('health');
    await waitFor('all three moments have fired', async () => (await fired(caseId, 'registration')).length === 3);
    expect(await fired(caseId, 'registration')).toEqual(all);
    const { body } = await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head');
    expect((body['clocks'] as { rule: string; overdue: boolean }[]).find(({ rule }) => rule === 'registration')?.overdue).toBe(true);
    expect((await lianxi.get('health', '/v1/worklists/overdue', 'bj-health-head')).text).toContain(caseId);
  });

  it('of a kind this version does not know holds up no other', async () => {
    const [stuck, caseId] = [await file(), await file()];
    await lianxi.admin.query(`UPDATE health.clocks SET rule = 'a-period-of-later-days' WHERE case_id = $1`, [stuck]);
    await lianxi.moveClock('20 days');
    await waitFor('the other has fired', async () => (await fired(caseId, 'registration')).length === 3);
    expect(await fired(stuck, 'a-period-of-later-days')).toEqual([]);
  });

  it('that was met reminds nobody', async () => {
    const caseId = await file();
    await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer');
    await lianxi.moveClock('16 days');
    await waitFor('the next period reminds', async () => (await fired(caseId, 'acceptance')).length > 0);
    expect(await fired(caseId, 'registration')).toEqual([]);
  });

  it('rests while a supplement is awaited, and runs on by what was left', async () => {
    const caseId = await file();
    await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer');
    await lianxi.act('health', caseId, 'request-supplement', 'bj-health-case-officer', { missing: '审查批件' });
    const clock = async (): Promise<{ state: string; dueOn: string }> =>
      (
        (await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['clocks'] as {
          rule: string;
          state: string;
          dueOn: string;
        }[]
      ).find(({ rule }) => rule === 'acceptance') ?? { state: '', dueOn: '' };
    const before = await clock();
    expect(before.state).toBe('paused');
    await lianxi.moveClock('40 days');
    await waitFor("the supplement's own period falls due", async () => (await fired(caseId, 'supplement-answer')).length === 3);
    expect(await fired(caseId, 'acceptance')).toEqual([]);
    expect((await lianxi.act('health', caseId, 'receive-supplement', 'bj-health-case-officer', { content: '批件' })).status).toBe(200);
    const after = await clock();
    expect(after.state).toBe('running');
    expect(after.dueOn > before.dueOn).toBe(true);
  });

  it('goes on with a case that is handed over, and fires only where the case is held', async () => {
    const filed = await lianxi.file('agriculture', healthMatter());
    const caseId = String(filed.body['caseId']);
    await waitFor(
      'it is held at health',
      async () => (await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['standing'] === 'holding',
    );
    await lianxi.moveClock('20 days');
    await waitFor('all moments have fired', async () => (await fired(caseId, 'registration')).length === 3);
    expect(await fired(caseId, 'registration', 'agriculture')).toEqual([]);
  });

  it('can be extended once, by the head, and not again', async () => {
    const caseId = await file();
    const steps: [string, string, Record<string, unknown>?][] = [
      ['register', 'bj-health-intake-officer'],
      ['screen', 'bj-health-case-officer'],
      ['accept', 'bj-health-decider'],
      ['assign', 'bj-health-head', { post: 'bj-health-case-officer' }],
      ['begin-handling', 'bj-health-case-officer'],
    ];
    for (const [act, as, form = {}] of steps) expect((await lianxi.act('health', caseId, act, as, form)).status).toBe(200);
    expect((await lianxi.act('health', caseId, 'extend-handling', 'bj-health-decider', { reasons: '案情复杂' })).body['code']).toBe(
      'wrong-role',
    );
    expect((await lianxi.act('health', caseId, 'extend-handling', 'bj-health-head', { reasons: '案情复杂' })).status).toBe(200);
    const again = await lianxi.act('health', caseId, 'extend-handling', 'bj-health-head', { reasons: '案情复杂' });
    expect([again.status, again.body['code']]).toEqual([409, 'extended-before']);
  });
});
