import { randomUUID } from 'node:crypto';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
let caseId = '';
const auditor = 'bj-joint-office-auditor';
const head = 'bj-health-head';
interface Line {
  readonly look: string;
  readonly post: string | null;
  readonly hiddenUntil?: string | null;
}

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit'] });
  caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  expect((await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer')).status).toBe(200);
  await lianxi.get('health', `/v1/cases/${caseId}`, head);
  expect((await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-agri-head')).status).toBe(404);
  await waitFor('the denied attempt is in the report', async () => (await lines(auditor)).some(({ look }) => look === 'denied'));
});
afterAll(() => lianxi.stop());

const report = (as: string, query = ''): Promise<Answer> => lianxi.get('audit', `/v1/cases/${caseId}/looks${query}`, as);
const lines = async (as: string, query = ''): Promise<Line[]> => ((await report(as, query)).body['lines'] ?? []) as Line[];
const release = (as: string): Promise<Answer> =>
  lianxi.request('audit', 'POST', `/v1/cases/${caseId}/looks/acts/release-looks`, {
    as,
    body: { form: {} },
    headers: { 'idempotency-key': randomUUID() },
  });
const inspections = async (as: string): Promise<number> => (await lines(as)).filter(({ post }) => post === auditor).length;

describe('who saw what of a case', () => {
  it('names every post that opened it and every refused attempt, from whichever service', async () => {
    const seen = (await lines(auditor)).map(({ look, post }) => `${look} ${post}`);
    expect(seen).toEqual(expect.arrayContaining(['case-opened bj-health-intake-officer', `case-opened ${head}`, 'denied bj-agri-head']));
  });

  it("stays the holder's to read when another body reports its work on the case", async () => {
    await lianxi.admin.query(
      `INSERT INTO audit.recorded_rows (service, position, incarnation, kind, row_id, city, case_id, act, body, recorded_at, content, received_at)
      SELECT 'nobody', 1, $1::uuid, 'journal', $1::uuid, 'beijing', $2, 'opine', 'bj-agri', lianxi.lianxi_now(), jsonb_build_object('id', $1::uuid, 'procedure', 'co-handling', 'act', 'opine', 'body', 'bj-agri', 'post', 'bj-agri-head', 'version', 99, 'epoch', 1), lianxi.lianxi_now()`,
      [randomUUID(), caseId],
    );
    expect((await report(head)).status).toBe(200);
    expect((await report('bj-agri-head')).status).toBe(404);
  });

  it('can be asked for one post holder, and pages', async () => {
    expect((await lines(auditor, `?post=${head}`)).every(({ post }) => post === head)).toBe(true);
    const first = await report(auditor, '?limit=1');
    expect((first.body['lines'] as Line[]).length).toBe(1);
    const next = (await report(auditor, `?limit=1&after=${String(first.body['next'])}`)).body['lines'] as Line[];
    expect(next).not.toEqual(first.body['lines']);
  });

  it("shows an auditor's look to auditors at once, and hides it from the body that holds the case", async () => {
    await waitFor("the auditor's own look is recorded", async () => (await inspections(auditor)) > 0);
    expect((await lines(auditor)).filter(({ post }) => post === auditor).every(({ hiddenUntil }) => typeof hiddenUntil === 'string')).toBe(
      true,
    );
    expect((await lines(head)).length).toBeGreaterThan(1);
    expect(await inspections(head)).toBe(0);
    expect((await report(head)).text).not.toContain('hiddenUntil');
  });

  it('shows it once an auditor releases it, by an act on the record', async () => {
    expect((await release(head)).body['code']).toBe('role-refused');
    expect((await release(auditor)).body['state']).toBe('released');
    expect(await inspections(head)).toBeGreaterThan(0);
    expect((await release(auditor)).body['code']).toBe('wrong-state');
    const { rows } = await lianxi.admin.query(`SELECT act, post FROM audit.journal WHERE case_id = $1`, [caseId]);
    expect(rows).toEqual([{ act: 'release-looks', post: auditor }]);
  });

  it('shows a later one when its day has passed', async () => {
    await lianxi.moveClock('16 minutes');
    await report(auditor);
    await waitFor('the later look is recorded and hidden', async () =>
      (await lines(auditor)).some(({ post, hiddenUntil }) => post === auditor && typeof hiddenUntil === 'string'),
    );
    const before = await inspections(head);
    await lianxi.moveClock('181 days');
    expect(await inspections(head)).toBeGreaterThan(before);
  });

  it.each(['bj-agri-head', 'sz-health-head', 'sz-coordination-office-auditor', 'bj-health-case-officer'])(
    'is not for %s, and the attempt is on the record',
    async (post) => {
      expect([403, 404]).toContain((await report(post)).status);
      expect((await lianxi.admin.query(`SELECT 1 FROM audit.access WHERE kind = 'denied' AND post = $1`, [post])).rowCount).toBeGreaterThan(
        0,
      );
    },
  );

  it('hides what the office set: looks of a discipline body as well, for as many days as it said, and a body nobody knows is refused at the start', async () => {
    await lianxi.stopService('audit');
    await expect(lianxi.startService('audit', { LIANXI_INSPECTING: '{"bodies":["bj-nobody"]}' })).rejects.toMatchObject({
      code: 'configuration-refused',
    });
    await lianxi.startService('audit', { LIANXI_INSPECTING: '{"bodies":["bj-stc"],"hiddenDays":30,"confirmed":true}' });
    await lianxi.moveClock('16 minutes');
    expect((await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-stc-head')).status).toBe(404);
    const ofDiscipline = async (as: string): Promise<Line | undefined> =>
      (await lines(as, '?limit=200')).findLast(({ post }) => post === 'bj-stc-head');
    await waitFor('the look is recorded', async () => (await ofDiscipline(auditor)) !== undefined);
    expect([typeof (await ofDiscipline(auditor))?.hiddenUntil, await ofDiscipline(head)]).toEqual(['string', undefined]);
    expect(((await ofDiscipline(auditor)) as { daysConfirmed?: boolean }).daysConfirmed).toBe(true);
    await lianxi.moveClock('31 days');
    expect(await ofDiscipline(head)).toBeDefined();
  });
});
