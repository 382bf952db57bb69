import { dayOfTest, healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
const desk = new InvestigationDesk(() => lianxi);
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination', 'portal'], people: true });
});
afterAll(() => lianxi.stop());

const at = 'investigation';
const [officer, reviewer, decider, head] = ['bj-health-case-officer', 'bj-health-reviewer', 'bj-health-decider', 'bj-health-head'] as const;
const draft = { title: '未经审查开展研究案', summary: '某医院未经伦理审查即开展研究，已责令停止。' };
const open = (path = '?city=beijing'): Promise<Answer> => lianxi.request(at, 'GET', `/v1/publications${path}`);
const listed = async (): Promise<Record<string, unknown>[]> => (await open()).body['publications'] as Record<string, unknown>[];

describe('a decision that was served', () => {
  let investigation = '';
  let publication = '';

  it('is not made public while it can still be changed', async () => {
    const matter = await desk.accepted(
      'health',
      'bj-health',
      healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
    );
    investigation = await desk.ordered('health', matter, 'bj-health', 'bj-health');
    await desk.planned(investigation, 'bj-health');
    await desk.does(at, investigation, 'propose-measure', officer, {
      measure: 'stop-activity',
      subject: '王示例',
      number: 'OWN-EXAMPLE-LAB',
    });
    await desk.reported(investigation, 'bj-health', 'considerable');
    await desk.heard(investigation, 'bj-health', 'considerable');
    await desk.decided(investigation, 'bj-health', 'considerable');
    await desk.does(at, investigation, 'record-service', officer, {
      effectiveOn: dayOfTest,
      proof: await desk.paper(investigation, officer, '决定送达回证'),
    });
    await desk.isRefused(at, investigation, 'begin-publication', officer, 'decision-may-change', { kind: 'typical-case' });
    await lianxi.moveClock('40 days');
    await waitFor('the time for a re-check is over', async () =>
      (await desk.actsOn(at, investigation, head)).includes('investigation end-recheck-window'),
    );
    await desk.isRefused(at, investigation, 'begin-publication', officer, 'not-serious', { kind: 'decision' });
  });

  it('becomes a warning to others that names nobody, written by one and looked at by two', async () => {
    await desk.does(at, investigation, 'begin-publication', officer, { kind: 'typical-case' });
    publication = await desk.workOf(at, investigation, head, 'publication', head);
    const refused = (change: Record<string, string>): Promise<void> =>
      desk.isRefused(at, publication, 'draft-publication', officer, 'names-somebody', { ...draft, ...change });
    await refused({ summary: '王 示例未经审查即开展研究。' });
    await refused({ title: '联系电话13800000000' });
    await refused({ summary: `${desk.proposal()['facts'] as string}甲参加评议。` });
    await desk.does(at, publication, 'draft-publication', reviewer, draft);
    await desk.isRefused(at, publication, 'check-publication', reviewer, 'same-person', { anonymous: true });
    await desk.isRefused(at, publication, 'check-publication', decider, 'not-found-anonymous', { anonymous: false });
    await desk.does(at, publication, 'check-publication', decider, { anonymous: true });
    await desk.isRefused(at, publication, 'publish', decider, 'same-person');
    expect(await listed()).toEqual([]);
    await desk.does(at, publication, 'publish', head);
    await desk.isRefused(at, investigation, 'begin-publication', officer, 'published-before', { kind: 'typical-case' });
  });

  it('is read by everybody, without an account, and holds nothing else of the case', async () => {
    expect(await listed()).toEqual([
      {
        id: publication,
        kind: 'typical-case',
        kindLabel: expect.objectContaining({ en: expect.any(String) as string }) as unknown,
        body: 'bj-health',
        bodyNames: expect.anything() as unknown,
        publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        ...draft,
        withdrawn: null,
      },
    ]);
    expect((await open('?city=shenzhen')).body['publications']).toEqual([]);
    expect((await open('?city=nowhere')).status).toBe(400);
    expect((await open('?city=beijing&after=x')).status).toBe(400);
    const page = await lianxi.request('portal', 'GET', '/pages/publications?city=beijing');
    expect([page.status, page.text.includes(draft.summary), page.text.includes('王示例'), page.text.includes(investigation)]).toEqual([
      200,
      true,
      false,
      false,
    ]);
  });

  it('is in no figure that is so small that somebody could be known', async () => {
    const figures = async (): Promise<unknown> => (await open('/figures?city=beijing')).body;
    expect(await figures()).toEqual([{ year: expect.any(Number) as number, field: 'human-life-medicine', decisions: null }]);
    expect((await lianxi.request('portal', 'GET', '/pages/publications?city=beijing&lang=en')).text).toContain('fewer than 5, not shown');
    for (let more = 0; more < 4; more += 1) await copied(investigation);
    expect(await figures()).toEqual([{ year: expect.any(Number) as number, field: 'human-life-medicine', decisions: 5 }]);
  });

  it('can be withdrawn: its words go, and everybody sees when and why', async () => {
    await desk.does(at, publication, 'withdraw-publication', decider, { ground: 'identifiable', reasons: '示例' });
    expect(await listed()).toEqual([
      expect.objectContaining({
        title: null,
        summary: null,
        withdrawn: {
          on: expect.any(String) as string,
          ground: expect.objectContaining({ en: 'Somebody could be known from it' }) as unknown,
        },
      }),
    ]);
    expect((await lianxi.request('portal', 'GET', '/pages/publications?city=beijing')).text).not.toContain(draft.summary);
    await waitFor('the investigation is told', async () =>
      (await desk.worksOf(at, investigation, head)).some(({ procedure, state }) => procedure === 'publication' && state === 'lifted'),
    );
  });

  it('is erased at the end of its period: a published decision loses its words with it, a warning that names nobody stays', async () => {
    await desk.does(at, investigation, 'begin-publication', officer, { kind: 'typical-case' });
    const warning = await desk.workOf(at, investigation, head, 'publication', head);
    await desk.does(at, warning, 'draft-publication', officer, draft);
    await desk.does(at, warning, 'check-publication', reviewer, { anonymous: true });
    await desk.does(at, warning, 'publish', decider);
    // Of a serious violation the decision itself would be public: its row, as if it were one.
    await lianxi.admin.query(
      `INSERT INTO investigation.publications (case_id, city, investigation, body, kind, title, summary, published_on)
      VALUES (gen_random_uuid(), 'beijing', $1, 'bj-health', 'decision', '示例医院受处理', '示例医院未经审查开展研究。', '2026-01-01')`,
      [investigation],
    );
    await waitFor('the investigation knows', async () =>
      (await desk.worksOf(at, investigation, head)).some(({ id, final }) => id === warning && final),
    );
    await desk.does(at, investigation, 'close', decider);
    await lianxi.moveClock('40 years');
    const wordsOf = async (kind: string): Promise<unknown[]> =>
      (await listed()).filter((each) => each['kind'] === kind && each['title'] !== null).map(({ title }) => title);
    await desk.does(at, investigation, 'propose-erasure', decider, { ground: 'archives-appraised' });
    expect(await wordsOf('decision')).toEqual(['示例医院受处理']);
    await desk.does(at, investigation, 'confirm-erasure', head);
    expect([await wordsOf('decision'), await wordsOf('typical-case')]).toEqual([[], [draft.title]]);
    expect((await listed()).find(({ kind }) => kind === 'decision')?.['withdrawn']).toMatchObject({
      ground: { en: 'The case was erased by law at the end of its period' },
    });
  });
});

/** Another decision served in the same year and field, as if it had been made. */
async function copied(investigation: string): Promise<void> {
  await lianxi.admin.query('SET session_replication_role = replica');
  await lianxi.admin.query(
    `WITH c AS (INSERT INTO investigation.cases SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).* FROM investigation.cases o WHERE o.id = $1 RETURNING id)
    INSERT INTO investigation.journal SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'case_id', c.id))).* FROM investigation.journal j, c WHERE j.case_id = $1 AND j.act = 'record-service'`,
    [investigation],
  );
  await lianxi.admin.query('RESET session_replication_role');
}
