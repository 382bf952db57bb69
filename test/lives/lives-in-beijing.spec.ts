import { aiMatter, healthMatter } from '../support/example-facts';
import { LifeOfACase } from '../support/life-of-a-case';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'ai', 'agriculture', 'education', 'investigation', 'coordination'] });
});
afterAll(() => lianxi.stop());

const lifeAt = (service: string, supervisor: string, investigator?: string): LifeOfACase =>
  new LifeOfACase(() => lianxi, service, supervisor, investigator);
const violation = (change: Record<string, unknown>): Record<string, unknown> =>
  healthMatter({ kind: 'violation', suspect: 'person', major: false, ...change });
const hospital = '91350100M000100Y43';
const investigating = 'investigation';

describe('the head of the research office of a municipal hospital', () => {
  it('is investigated by the superior body, pays back in two sums, and loses an award that another body revokes', async () => {
    const life = lifeAt('health', 'bj-health');
    await life.reported('agriculture', violation({ suspect: 'unit-head' }), 'beyond-approved-scope');
    await life.accepted();
    await life.investigationOrdered();
    await life.investigated(
      'considerable',
      { measure: 'recover-funds', number: hospital, amount: '30000.00' },
      { measure: 'revoke-awards', number: hospital },
    );
    await life.sanctioned('considerable');
    expect(await life.statesOfMeasures()).toEqual({ 'recover-funds': 'to-carry-out', 'revoke-awards': 'to-carry-out' });
    for (const sum of ['10000.00', '20000.00']) await life.moneyCameIn('recover-funds', sum);
    await life.carriedOut('recover-funds');
    await life.carriedOutBy('revoke-awards', 'bj-agri', 'agriculture');
    expect(await life.statesOfMeasures()).toEqual({ 'recover-funds': 'carried-out', 'revoke-awards': 'carried-out' });
    await life.concluded('violation-found');
  });
});

describe('an anonymous report about the recommendation algorithm of an AI company', () => {
  it('is asked about and answered by receipt alone, ends in a correction that was carried out, and its reporter learns how far it is and no more', async () => {
    const life = lifeAt('ai', 'bj-stc');
    const company = { kind: 'enterprise', educationSystem: false, affiliation: null };
    await life.reported(
      'health',
      aiMatter({ kind: 'violation', aiStage: 'industry', unit: company, suspect: 'unit', major: false, receivedBy: 'bj-health' }),
      'breaches-choice',
    );
    await life.accepted();
    await life.desk.does('ai', life.matter, 'ask-reporter', 'bj-stc-case-officer', { question: '在哪个页面上不能关闭推荐？' });
    expect(await life.toldToReporter()).toMatchObject({
      state: 'accepted',
      questions: [{ question: '在哪个页面上不能关闭推荐？', answeredAt: null }],
    });
    expect((await life.byReceipt('POST', '/answer', { text: '设置页中没有关闭选项。' })).status).toBe(200);
    const { timeline } = (await life.desk.read('ai', life.matter, 'bj-stc-case-officer')) as {
      timeline: { act: string; post: string | null; body: string | null }[];
    };
    expect(timeline.find(({ act }) => act === 'answer-question')).toMatchObject({ post: null, body: null });

    await life.investigationOrdered();
    await life.investigated('minor', { measure: 'order-correction', number: 'OWN-EXAMPLE-LAB' });
    await life.sanctioned('minor');
    await life.carriedOut('order-correction');
    expect((await life.desk.read('ai', life.matter, 'bj-stc-head'))['why']).toMatchObject({ investigation: { mode: 'superior' } });
    await life.concluded('violation-found', 'bj-eit');
    const told = await life.toldToReporter();
    expect([told['state'], JSON.stringify(told).includes('OWN-EXAMPLE-LAB'), JSON.stringify(told).includes('order-correction')]).toEqual([
      'archived',
      false,
      false,
    ]);
  });
});

describe('a forged document of approval', () => {
  it('is found out by the body that manages the project, and whoever used it loses the qualification and is banned', async () => {
    const life = lifeAt('health', 'bj-health', 'bj-agri');
    await life.reported(
      'health',
      violation({ funding: 'other-fiscal', fundManager: 'bj-agri', inProject: true, receivedBy: 'bj-health' }),
      'approval-forged',
    );
    await life.accepted();
    await life.investigationOrdered();
    await life.desk.planned(life.investigation, 'bj-agri');
    const forged = await life.desk.paper(life.investigation, 'bj-agri-case-officer', '伪造的伦理审查批件');
    await life.desk.does(investigating, life.investigation, 'take-in-evidence', 'bj-agri-case-officer', {
      evidence: forged,
      source: 'unit',
      borrowed: true,
      description: '示例',
    });
    await life.proposed(
      { measure: 'cancel-qualification', number: '990524188001010011' },
      { measure: 'funding-ban', number: '990524188001010011', to: await inDays(1_000) },
    );
    await life.desk.reported(life.investigation, 'bj-agri', 'serious');
    await life.sanctioned('serious');
    await life.carriedOut('cancel-qualification');
    expect(await life.statesOfMeasures()).toEqual({ 'cancel-qualification': 'carried-out', 'funding-ban': 'in-force' });
    expect(await life.standsAgainst('990524188001010011')).toEqual([
      expect.objectContaining({ kind: 'funding-ban', decision: life.investigation, appeal: 'none' }),
    ]);
    await life.desk.isRefused(investigating, life.investigation, 'close', 'bj-agri-decider', 'evidence-not-returned');
    await life.desk.does(investigating, life.investigation, 'return-evidence', 'bj-agri-case-officer', {
      evidence: forged,
      record: await life.desk.paper(life.investigation, 'bj-agri-case-officer', '退还清单'),
    });
    await life.concluded('violation-found');
  });
});

describe('a joint investigation of three bodies', () => {
  it('has one report, which waits for the findings of the two others, one decision after a legal check since the case is major, and a stop that is carried out', async () => {
    const life = lifeAt('health', 'bj-health', 'bj-edu');
    await life.reported(
      'health',
      violation({
        suspect: 'unit-head',
        major: true,
        unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-edu' },
        funding: 'other-fiscal',
        fundManager: 'bj-agri',
        inProject: true,
        receivedBy: 'bj-health',
      }),
      'harms-persons',
    );
    await life.accepted();
    await life.investigationOrdered();
    await life.desk.planned(life.investigation, 'bj-edu');
    const asked = await life.desk.worksOf(investigating, life.investigation, 'bj-edu-head');
    expect(asked.map(({ procedure, body }) => [procedure, body])).toEqual([
      ['joint-finding', 'bj-agri'],
      ['joint-finding', 'bj-health'],
    ]);
    for (const { id, body } of asked) {
      await waitFor('it was asked', async () => (await lianxi.get(investigating, `/v1/cases/${id}`, `${body}-reviewer`)).status === 200);
      await life.desk.does(investigating, id, 'give-findings', `${body}-reviewer`, { outcome: 'serious', findings: '示例' });
    }
    await waitFor('both findings are in', async () =>
      (await life.desk.worksOf(investigating, life.investigation, 'bj-edu-head')).every(({ final }) => final),
    );
    await life.proposed({ measure: 'stop-activity', number: hospital });
    await life.desk.reported(life.investigation, 'bj-edu', 'serious');
    await life.sanctioned('serious', { isMajor: true });
    await life.carriedOut('stop-activity');
    const decided = (await life.desk.actsOn('health', life.matter, 'bj-health-head')).filter((act) => act === 'investigation decide');
    expect([await life.statesOfMeasures(), decided]).toEqual([{ 'stop-activity': 'carried-out' }, ['investigation decide']]);
    await life.concluded('violation-found');
  });
});

async function inDays(days: number): Promise<string> {
  const { rows } = await lianxi.admin.query<{ day: string }>(
    `SELECT ((lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date + $1::int)::text AS day`,
    [days],
  );
  return rows[0]?.day ?? '';
}
