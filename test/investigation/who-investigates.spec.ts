import { dayOfTest, healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
const desk = new InvestigationDesk(() => lianxi);
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination'] });
});
afterAll(() => lianxi.stop());

const at = 'investigation';
const [officer, decider, head] = ['bj-health-case-officer', 'bj-health-decider', 'bj-health-head'] as const;
const violation = (change: Record<string, unknown>): Record<string, unknown> =>
  healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health', ...change });
const accepted = (change: Record<string, unknown>): Promise<string> => desk.accepted('health', 'bj-health', violation(change));
const order = (matter: string): Promise<void> => desk.does('health', matter, 'order-investigation', decider, { task: '查清有关情况' });
const workers = async (matter: string): Promise<string[]> =>
  (await desk.worksOf('health', matter, head)).map(({ procedure, body, state }) => `${procedure} ${body} ${state}`);

describe('a joint investigation of three bodies', () => {
  it('has one lead and one report, which waits for the findings of the two others', async () => {
    const matter = await accepted({
      suspect: 'unit-head',
      major: true,
      unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-edu' },
      funding: 'other-fiscal',
      fundManager: 'bj-stc',
      inProject: true,
    });
    await order(matter);
    const id = await desk.workOf('health', matter, head, 'investigation', 'bj-edu-head');
    await desk.planned(id, 'bj-edu');
    const findings = async (): Promise<string[]> =>
      (await desk.worksOf(at, id, 'bj-edu-head')).map(({ procedure, body, state }) => `${procedure} ${body} ${state}`);
    expect(await findings()).toEqual(['joint-finding bj-stc asked', 'joint-finding bj-health asked']);
    await desk.lookedInto(id, 'bj-edu');
    const report = { outcome: 'minor', facts: '示例', conclusion: '示例', proposal: '示例' };
    for (const body of ['bj-stc', 'bj-health']) {
      await desk.isRefused(at, id, 'draft-report', 'bj-edu-case-officer', 'findings-missing', report);
      const work = (await desk.worksOf(at, id, 'bj-edu-head')).find((each) => each.body === body)?.id ?? '';
      await waitFor('it was asked', async () => (await lianxi.get(at, `/v1/cases/${work}`, `${body}-reviewer`)).status === 200);
      expect((await lianxi.get(at, `/v1/cases/${id}`, `${body}-reviewer`)).status).toBe(404);
      await desk.does(at, work, 'give-findings', `${body}-reviewer`, { outcome: 'minor', findings: '本机关查明的情况' });
      await waitFor('the lead is told', async () => (await findings()).includes(`joint-finding ${body} answered`));
    }
    await desk.does(at, id, 'draft-report', 'bj-edu-case-officer', report);
  });
});

describe('who investigates', () => {
  it('is found out by the office where the rules name nobody; the office itself never investigates', async () => {
    const matter = await accepted({ funding: 'city-plan', fundManager: null, inProject: true });
    await order(matter);
    const asked = await desk.workOf('health', matter, head, 'find-investigator', 'bj-joint-office-coordinator');
    const named = await desk.tries('coordination', asked, 'name-investigator', 'bj-joint-office-coordinator', {
      investigator: 'bj-joint-office',
      reasons: '示例',
    });
    expect([named.status, named.body['field'], (named.body['allowed'] as string[]).includes('bj-stc')]).toEqual([
      400,
      'form.investigator',
      true,
    ]);
    await desk.does('coordination', asked, 'name-investigator', 'bj-joint-office-coordinator', {
      investigator: 'bj-stc',
      reasons: '项目由其管理',
    });
    await waitFor('it was ordered', async () => (await workers(matter)).includes('investigation bj-stc assigned'));
    const id = await desk.workOf('health', matter, head, 'investigation', 'bj-stc-head');
    expect((await desk.read(at, id, 'bj-stc-head'))['linkedTo']).toMatchObject({ caseId: matter });
    await desk.isRefused('health', matter, 'order-investigation', decider, 'investigation-open', { task: '示例' });
  });

  it('is written to where it has no desk here, and the matter waits for the answer', async () => {
    const matter = await accepted({ suspect: 'unit', unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'nhc' } });
    await order(matter);
    expect(
      (await desk.worksOf('health', matter, head)).map(({ procedure, ...work }) => [
        procedure,
        (work as unknown as { addressee: string }).addressee,
      ]),
    ).toEqual([['letter', 'nhc']]);
    await desk.isRefused('health', matter, 'order-investigation', decider, 'investigation-open', { task: '示例' });
  });

  it("changes when whoever is suspected turns out to be the unit's head: the unit's task is taken back", async () => {
    const matter = await accepted({});
    await order(matter);
    const ofUnit = await desk.workOf('health', matter, head, 'unit-investigation', head);
    await desk.isRefused('health', matter, 'order-investigation', decider, 'investigation-open', { task: '示例' });
    await desk.does('health', matter, 'correct-facts', officer, { facts: { suspect: 'unit-head' }, source: '任职文件' });
    await order(matter);
    expect(await workers(matter)).toEqual(['unit-investigation bj-health released', 'investigation bj-health assigned']);
    await waitFor('the task is taken back', async () => (await desk.read(at, ofUnit, head))['state'] === 'released');
  });

  it('is a person recused from the matter in nothing that is ordered for it', async () => {
    const matter = await accepted({ suspect: 'unit-head' });
    expect((await lianxi.act('health', matter, 'declare-recusal', 'bj-health-reviewer', { reasons: '示例' })).status).toBe(200);
    await order(matter);
    const id = await desk.workOf('health', matter, head, 'investigation', head);
    expect((await lianxi.get(at, `/v1/cases/${id}`, 'bj-health-reviewer')).status).toBe(404);
    expect((await desk.tries(at, id, 'add-member', head, { post: 'bj-health-reviewer' })).status).toBe(400);
  });
});

describe('whoever is taken off a matter later', () => {
  it('is off its investigation from then on, and off what that asked for, ended or not', async () => {
    const matter = await accepted({ suspect: 'unit-head' });
    await order(matter);
    const id = await desk.workOf('health', matter, head, 'investigation', head);
    const sees = async (as: string): Promise<number> => (await lianxi.get(at, `/v1/cases/${id}`, as)).status;
    await desk.does(at, id, 'begin-transfer', officer, { kind: 'other-authority', organ: '示例机关', reasons: '示例' });
    const transfer = await desk.workOf(at, id, head, 'transfer-out', 'bj-health-reviewer');
    expect([await sees('bj-health-reviewer'), await sees('bj-health-intake-officer')]).toEqual([200, 200]);
    await desk.does('health', matter, 'declare-recusal', 'bj-health-intake-officer', { reasons: '示例' });
    await desk.does('health', matter, 'order-recusal', head, { post: 'bj-health-reviewer', ground: 'relative', reasons: '示例' });
    for (const as of ['bj-health-reviewer', 'bj-health-intake-officer']) {
      await waitFor(
        `${as} no longer sees it`,
        async () => (await sees(as)) === 404 && (await lianxi.get(at, `/v1/cases/${transfer}`, as)).status === 404,
      );
      expect((await desk.tries(at, id, 'add-member', head, { post: as })).status).toBe(400);
    }
    expect(await sees(officer)).toBe(200);
  });
});

describe('staff of an authority', () => {
  it('is a matter for its superior and the supervisory organ; the body itself does nothing on it', async () => {
    const matter = await accepted({ suspect: 'person' });
    await desk.does('health', matter, 'note-authority-staff', officer, { ofBody: 'bj-agri', reasons: '任职证明' });
    await desk.isRefused('health', matter, 'ask-co-handler', head, 'body-recused', { coHandler: 'bj-agri', task: '示例' });
    await desk.isRefused('health', matter, 'offer-transfer', head, 'body-recused', { toBody: 'bj-agri', reason: 'agreed' });
    await order(matter);
    const works = await desk.worksOf('health', matter, head);
    expect(works.map((work) => [work.procedure, (work as unknown as { addressee?: string }).addressee ?? work.body]).sort()).toEqual([
      ['letter', 'mara'],
      ['transfer-out', 'bj-health'],
    ]);
    const transfer = await desk.workOf('health', matter, head, 'transfer-out', head);
    expect(
      ((await desk.read(at, transfer, head))['timeline'] as { act: string; detail: Record<string, unknown> }[])[0]?.detail['kind'],
    ).toBe('supervisory-organ');
    await desk.does('health', matter, 'assign', head, { post: officer });
    await desk.does('health', matter, 'begin-handling', officer);
  });
});

describe('a unit', () => {
  const toUnit = { unit: 'OWN-EXAMPLE-LAB', purpose: 'investigation', periodFrom: 'receipt', content: '请调查并报告' };
  const tasked = async (): Promise<{ matter: string; id: string }> => {
    const matter = await accepted({});
    await order(matter);
    const id = await desk.workOf('health', matter, head, 'unit-investigation', head);
    await desk.isRefused(at, id, 'write-letter', decider, 'contact-unchecked', { ...toUnit, contactChecked: false });
    await desk.does(at, id, 'write-letter', decider, { ...toUnit, contactChecked: true });
    return { matter, id };
  };

  it('investigates first: its contact is written to once it is checked that they are not who is investigated, and its report is judged', async () => {
    const { matter, id } = await tasked();
    const letter = await desk.workOf(at, id, head, 'letter', officer);
    await desk.does(at, letter, 'dispatch', officer, { method: 'to-contact' });
    expect((await lianxi.get(at, `/v1/letters/${letter}`, 'example-lab-contact')).text).toContain('请调查并报告');
    await desk.does(at, id, 'guide-unit', officer, { guidance: '示例' });
    const report = {
      outcome: 'no-violation',
      effectiveOn: dayOfTest,
      proof: await desk.paper(id, officer, '单位调查报告'),
      summary: '示例',
    };
    await desk.does(at, id, 'record-unit-report', officer, report);
    await desk.does(at, id, 'return-unit-report', decider, { reasons: '补充' });
    await desk.does(at, id, 'record-unit-report', officer, report);
    await desk.does(at, id, 'accept-unit-report', decider, { reasons: '示例' });
    await waitFor('the matter knows', async () => (await workers(matter)).includes('unit-investigation bj-health completed'));
    expect((await desk.worksOf(at, id, head)).map(({ final }) => final)).toEqual([true]);
  });

  it('that does not act for its whole period loses the case to the body that supervises it, which the record marks as unconfirmed', async () => {
    const { matter, id } = await tasked();
    await desk.isRefused(at, id, 'take-over', decider, 'wrong-state', { ground: 'no-action', reasons: '示例' });
    await lianxi.moveClock('7 months');
    await waitFor('its period is over', async () => (await desk.read(at, id, head))['state'] === 'inactive');
    const offered = ((await desk.read(at, id, decider))['acts'] as { act: string; clause: { confirmed: boolean } }[]).find(
      ({ act }) => act === 'take-over',
    );
    expect(offered?.clause.confirmed).toBe(false);
    await desk.does(at, id, 'take-over', decider, { ground: 'no-action', reasons: '示例' });
    await waitFor('this body investigates', async () => (await workers(matter)).includes('investigation bj-health assigned'));
    const taken = await desk.workOf('health', matter, head, 'investigation', head);
    expect((await desk.read(at, taken, head))['clocks']).toEqual([
      expect.objectContaining({ rule: 'investigation', state: 'running', overdue: false }),
    ]);
  });
});
