import { randomUUID } from 'node:crypto';
import { mostAdditions } from '@lianxi/casework';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
let caseId = '';
let receipt = '';
const officer = 'bj-health-case-officer';
const words = { question: '实验在哪一天开始？', answer: '十月八日下午。', more: '后来又做了一次。' };

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination'] });
  const filed = await violation({ conduct: { catalogue: '2023-12', codes: ['started-without-approval', 'breaches-choice'] } });
  expect(filed.status).toBe(201);
  [caseId, receipt] = [String(filed.body['caseId']), String(filed.body['receipt'])];
  await waitFor(
    'health holds it',
    async () => (await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['standing'] === 'holding',
  );
});
afterAll(() => lianxi.stop());

const violation = (more: Record<string, unknown> = {}, change: Record<string, unknown> = {}): Promise<Answer> =>
  lianxi.request('agriculture', 'POST', '/v1/matters', {
    body: {
      facts: healthMatter({ kind: 'violation', suspect: 'person', major: false, ...change }),
      report: { title: '示例', text: '示例内容' },
      noStateSecrets: true,
      ...more,
    },
    headers: { 'idempotency-key': randomUUID() },
  });
const reporter = (service: string, path = '', body?: unknown, { as = receipt, key = randomUUID() as string } = {}): Promise<Answer> =>
  lianxi.request(service, body === undefined ? 'GET' : 'POST', `/v1/reports${path}`, {
    body,
    headers: { 'x-lianxi-receipt': as, 'idempotency-key': key },
  });
const sendFile = (key: string = randomUUID()): Promise<Answer> =>
  lianxi.sendForm('health', '/v1/reports/papers', {}, [{ name: '照片.txt', bytes: Buffer.from('示例材料') }], {
    key,
    headers: { 'x-lianxi-receipt': receipt },
  });
const ask = (question: string): Promise<Answer> => lianxi.act('health', caseId, 'ask-reporter', officer, { question });
const seen = async (): Promise<{
  timeline: { act: string; post: string | null; body: string | null; detail: Record<string, unknown> }[];
  particulars: { kind: string; value: unknown }[];
  papers: { kind: string }[];
}> => (await lianxi.get('health', `/v1/cases/${caseId}`, officer)).body as never;

describe('an anonymous report', () => {
  it('names what was forbidden by the catalogue, and its officers read it so', async () => {
    expect((await seen()).timeline[0]?.detail['conduct']).toEqual({
      catalogue: '2023-12',
      codes: ['started-without-approval', 'breaches-choice'],
    });
    const wrong = await violation({ conduct: { catalogue: '2023-12', codes: ['other', 'no-such-thing'] } });
    expect([wrong.status, wrong.body['field'], (wrong.body['allowed'] as string[]).includes('other')]).toEqual([
      400,
      'conduct.codes.1',
      true,
    ]);
    expect((await violation({ conduct: { catalogue: '1999-01', codes: ['other'] } })).status).toBe(400);
    expect(
      (await violation({ conduct: { catalogue: '2023-12', codes: ['other'] } }, { kind: 'incident', suspect: undefined, major: undefined }))
        .body,
    ).toMatchObject({ code: 'form-refused', field: 'conduct' });
  });

  it('is followed by its receipt to the body that holds it, and says where it went where it was filed', async () => {
    expect((await reporter('health')).body).toMatchObject({
      isHere: true,
      holder: 'bj-health',
      state: 'received',
      plain: { zh: '已收到，等待登记。' },
      questions: [],
      may: ['add-to-report', 'add-report-file'],
    });
    expect((await reporter('agriculture')).body).toMatchObject({
      isHere: false,
      holder: 'bj-health',
      service: 'health',
      state: 'handed-over',
      questions: [],
      may: [],
    });
    expect((await reporter('agriculture', '/additions', { text: words.more })).body).toMatchObject({ status: 409, code: 'held-elsewhere' });
  });

  it('is asked, and answers, and nobody learns from whom', async () => {
    expect((await reporter('health', '/answer', { text: words.answer })).body).toMatchObject({
      status: 409,
      code: 'nothing-asked-of-reporter',
    });
    for (const question of [words.question, '还有谁在场？']) expect((await ask(question)).status).toBe(200);
    const asked = (await reporter('health')).body;
    expect(asked['may']).toEqual(['answer-question', 'add-to-report', 'add-report-file']);
    expect(asked['questions']).toMatchObject([
      { question: words.question, body: 'bj-health', answeredAt: null },
      { question: '还有谁在场？', answeredAt: null },
    ]);
    const answered = await reporter('health', '/answer', { text: words.answer });
    expect([
      answered.status,
      (answered.body['questions'] as { answeredAt: string | null }[]).map(({ answeredAt }) => answeredAt === null),
    ]).toEqual([200, [false, false]]);
    expect(answered.text).not.toContain(words.answer);
    const act = (await seen()).timeline.find((each) => each.act === 'answer-question');
    expect([act?.post, act?.body, act?.detail]).toEqual([null, null, {}]);
    expect((await seen()).particulars).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'answer-question.answer', value: words.answer })]),
    );
  });

  it('is added to once, however often the same is sent', async () => {
    const key = randomUUID();
    for (let times = 0; times < 2; times += 1)
      expect((await reporter('health', '/additions', { text: words.more }, { key })).status).toBe(200);
    const file = randomUUID();
    for (let times = 0; times < 2; times += 1) expect((await sendFile(file)).status).toBe(200);
    expect((await reporter('health', '/additions', { text: 'another' }, { key })).status).toBe(422);
    const { timeline, papers } = await seen();
    expect(timeline.filter(({ act }) => act === 'add-to-report' || act === 'add-report-file').map(({ act }) => act)).toEqual([
      'add-to-report',
      'add-report-file',
    ]);
    expect(papers.map(({ kind }) => kind)).toEqual(['report-material']);
  });

  it('keeps its words out of the journal and out of every message', async () => {
    for (const table of ['journal', 'history', 'delivery', 'idempotency', 'access'])
      for (const schema of ['health', 'agriculture']) {
        const { rows } = await lianxi.admin.query<{ row: string }>(`SELECT t::text AS row FROM ${schema}.${table} t`);
        expect(
          rows.filter(({ row }) => Object.values(words).some((text) => row.includes(text)) || row.includes(receipt.replaceAll('-', ''))),
        ).toEqual([]);
      }
  });

  it('reaches its reporter also when it is sealed', async () => {
    expect((await lianxi.act('health', caseId, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' })).status).toBe(200);
    expect((await lianxi.act('health', caseId, 'ask-reporter', 'bj-health-decider', { question: '第三问' })).status).toBe(200);
    expect((await reporter('health', '/answer', { text: '第三答' })).status).toBe(200);
    expect((await lianxi.act('health', caseId, 'set-mark', 'bj-health-decider', { mark: 'ordinary', reasons: '示例' })).status).toBe(200);
  });

  it('leaves for the accused side as a summary that another person approved, never in its own words', async () => {
    const long = '十月八日下午我在三号实验室看到他们没有批件就开始注射。';
    expect((await reporter('health', '/additions', { text: long })).status).toBe(200);
    const act = (name: string, as: string, form: Record<string, unknown>): Promise<Answer> => lianxi.act('health', caseId, name, as, form);
    const letter = (content: string): Promise<Answer> =>
      act('write-letter', 'bj-health-reviewer', {
        addressee: '示例研究所',
        side: 'accused',
        purpose: 'enquiry',
        periodFrom: 'receipt',
        content,
      });
    expect((await letter('请说明有关情况。')).body).toMatchObject({ status: 409, code: 'summary-missing' });
    expect((await act('write-summary', 'bj-health-reviewer', { summary: `有人说：“${long}”` })).body).toMatchObject({
      status: 400,
      code: 'repeats-the-report',
      field: 'form.summary',
    });
    expect((await act('write-summary', 'bj-health-reviewer', { summary: '反映某项目未经审查即用药。' })).status).toBe(200);
    expect((await act('approve-summary', 'bj-health-reviewer', {})).body).toMatchObject({ status: 409, code: 'same-person' });
    expect((await act('approve-summary', 'bj-health-decider', {})).status).toBe(200);
    expect((await letter(`请说明：${long}`)).body).toMatchObject({ status: 400, code: 'repeats-the-report', field: 'form.content' });
    expect((await letter('反映你单位某项目未经审查即用药，请说明。')).status).toBe(200);
  });

  it('cannot flood its case: so much is added without being asked, and an answer all the same', async () => {
    for (let times = 3; times < mostAdditions; times += 1)
      expect((await reporter('health', '/additions', { text: String(times) })).status).toBe(200);
    expect((await reporter('health', '/additions', { text: 'one more' })).body).toMatchObject({ status: 409, code: 'added-enough' });
    expect((await sendFile()).body).toMatchObject({ code: 'added-enough' });
    expect((await reporter('health')).body['may']).toEqual([]);
    await ask(words.question);
    expect((await reporter('health')).body['may']).toEqual(['answer-question']);
    expect((await reporter('health', '/answer', { text: words.answer })).status).toBe(200);
  });

  it('is in good hands with its receipt alone: another finds nothing, and no token helps', async () => {
    for (const as of ['0000-0000-0000-0000', '1', '', `${receipt}0`, receipt.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))]) {
      expect((await reporter('health', '', undefined, { as })).status).toBe(404);
      expect((await reporter('health', '/additions', { text: 'x' }, { as })).status).toBe(404);
    }
    for (const act of ['answer-question', 'add-to-report'])
      expect((await lianxi.act('health', caseId, act, 'bj-health-head', { answer: 'x', text: 'x' })).status).not.toBe(200);
    expect((await lianxi.act('health', caseId, 'add-to-report', 'bj-health-head', { text: 'x' })).body).toMatchObject({
      status: 403,
      code: 'wrong-part',
    });
  });
});

describe('a report that is not taken up', () => {
  const said = {
    reasons: '所述情况不在受理范围内。',
    objection: '我认为属于受理范围。',
    answer: '异议成立，重新审查。',
    told: '已责令改正。',
  };
  let [id, theirs] = ['', ''];
  const does = async (act: string, as: string, form: Record<string, unknown> = {}): Promise<void> => {
    const { status, text } = await lianxi.act('health', id, act, as, form);
    expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  };
  const object = (): Promise<Answer> => reporter('health', '/objection', { text: said.objection }, { as: theirs });

  it('tells its reporter the ground and the reasons, until when they may object, and nothing to anybody else', async () => {
    const filed = await lianxi.file(
      'health',
      healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health' }),
    );
    [id, theirs] = [String(filed.body['caseId']), String(filed.body['receipt'])];
    expect((await object()).body).toMatchObject({ status: 409, code: 'wrong-state' });
    for (const act of ['register', 'screen']) await does(act, officer);
    await does('decline', 'bj-health-decider', { ground: 'out-of-scope', reasons: said.reasons });
    const { body } = await reporter('health', '', undefined, { as: theirs });
    expect(body).toMatchObject({
      state: 'declined',
      may: ['object-to-declining'],
      told: [],
      refusal: {
        act: 'decline',
        groundLabel: { zh: '不属于受理范围' },
        reasons: said.reasons,
        objectUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        answer: null,
      },
    });
    expect((await reporter('health')).text).not.toContain(said.reasons);
    expect((await lianxi.act('health', id, 'archive', officer)).body).toMatchObject({ code: 'objection-possible' });
  });

  it('is objected to once, and answered by somebody who did not decline it', async () => {
    expect((await object()).body).toMatchObject({ state: 'objected', may: [], refusal: { objectUntil: null } });
    expect((await object()).body).toMatchObject({ status: 409, code: 'wrong-state' });
    expect((await lianxi.act('health', id, 'uphold-declining', 'bj-health-decider', { reasons: said.answer })).body).toMatchObject({
      code: 'same-person',
    });
    await does('take-up-after-objection', 'bj-health-head', { reasons: said.answer });
    expect((await reporter('health', '', undefined, { as: theirs })).body).toMatchObject({
      state: 'screened',
      refusal: { answer: said.answer },
    });
    expect(
      ((await lianxi.get('health', `/v1/cases/${id}`, officer)).body['clocks'] as { rule: string; state: string }[])
        .filter(({ state }) => state === 'running')
        .map(({ rule }) => rule),
    ).toEqual(['acceptance']);
  });

  it('cannot be objected to after its period, and is filed away then', async () => {
    await does('decline', 'bj-health-decider', { ground: 'out-of-scope', reasons: said.reasons });
    await lianxi.moveClock('40 days');
    await waitFor(
      'the time is over',
      async () => ((await reporter('health', '', undefined, { as: theirs })).body['may'] as string[]).length === 0,
    );
    expect(['objection-too-late', 'wrong-state']).toContain((await object()).body['code']);
    await waitFor('it is filed away', async () => (await lianxi.act('health', id, 'archive', officer)).status === 200);
  });

  it('says where it went when it was forwarded, and what its reporter is told of an outcome', async () => {
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    [id, theirs] = [String(filed.body['caseId']), String(filed.body['receipt'])];
    for (const act of ['register', 'screen']) await does(act, officer);
    await does('forward', 'bj-health-decider', { toBody: 'moe', reasons: said.reasons });
    expect((await reporter('health', '', undefined, { as: theirs })).body).toMatchObject({
      refusal: { act: 'forward', toBody: { en: 'Ministry of Education' }, objectUntil: null },
      may: [],
    });
    const other = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    [id, theirs] = [String(other.body['caseId']), String(other.body['receipt'])];
    for (const [act, as, form] of [
      ['register', officer, {}],
      ['screen', officer, {}],
      ['accept', 'bj-health-decider', {}],
      ['assign', 'bj-health-head', { post: officer }],
      ['begin-handling', officer, {}],
      ['tell-reporter', officer, { told: said.told }],
    ] as const)
      await does(act, as, form);
    expect((await reporter('health', '', undefined, { as: theirs })).body['told']).toMatchObject([{ body: 'bj-health', text: said.told }]);
  });
});

describe('whoever guesses receipts', () => {
  it('is answered so often in a minute and no more, right or wrong', async () => {
    await lianxi.stopService('agriculture');
    await lianxi.startService('agriculture', { LIANXI_FILINGS_A_MINUTE: '5' });
    const guesses = ['0000-0000-0000-0000', receipt, '1', '0000-0000-0000-0001', receipt, receipt, '0000-0000-0000-0002'];
    const answers: number[] = [];
    for (const as of guesses) answers.push((await reporter('agriculture', '', undefined, { as })).status);
    expect(answers).toEqual([404, 200, 404, 404, 200, 429, 429]);
  });
});

describe('the plain filing page', () => {
  it('offers the catalogue as choices', async () => {
    const page = (await lianxi.get('health', '/pages/file')).text;
    expect(page.match(/name="conduct\./g)?.length).toBe(13);
  });
});
