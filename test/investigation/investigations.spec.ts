import { addCalendarDays } from '@lianxi/casework';
import { dayOfTest, healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
const desk = new InvestigationDesk(() => lianxi);
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'ai', 'investigation', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const at = 'investigation';

describe('the head of the research office of a municipal hospital in Beijing', () => {
  const byOfficeHead = healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' });
  const [officer, colleague, reviewer, decider, head] = [
    'bj-health-case-officer',
    'bj-health-intake-officer',
    'bj-health-reviewer',
    'bj-health-decider',
    'bj-health-head',
  ] as const;
  let matter = '';
  let id = '';

  it('is investigated by the superior body, as the decision says, once the matter is accepted', async () => {
    matter = await desk.accepted('health', 'bj-health', byOfficeHead);
    id = await desk.ordered('health', matter, 'bj-health', 'bj-health');
    expect(await desk.read(at, id, head)).toMatchObject({
      procedure: 'investigation',
      state: 'assigned',
      holder: 'bj-health',
      linkedTo: { caseId: matter, service: 'health', body: 'bj-health' },
    });
    await desk.isRefused('health', matter, 'order-investigation', decider, 'investigation-open', { task: '再次交办' });
    for (const stranger of ['bj-agri-head', 'bj-stc-decider', 'sz-health-head'])
      expect((await lianxi.get(at, `/v1/cases/${id}`, stranger)).status).toBe(404);
  });

  it('is not investigated by one person, nor by anybody who has not said whether they have an interest', async () => {
    await desk.does(at, id, 'add-member', head, { post: officer });
    await desk.isRefused(at, id, 'propose-plan', officer, 'not-in-team', { plan: '方案' });
    await desk.does(at, id, 'declare-no-interest', officer);
    await desk.isRefused(at, id, 'propose-plan', officer, 'team-too-small', { plan: '方案' });
    await desk.does(at, id, 'add-member', head, { post: colleague });
    await desk.isRefused(at, id, 'propose-plan', officer, 'interests-undeclared', { plan: '方案' });
    await desk.does(at, id, 'declare-no-interest', colleague);
    await desk.does(at, id, 'propose-plan', officer, { plan: '方案' });
    await desk.does(at, id, 'approve-plan', head);
    await waitFor('the supervising body is told', async () =>
      (await desk.actsOn('health', matter, head)).includes('investigation approve-plan'),
    );
  });

  it('has six months from the acceptance, which rest while it is suspended and are extended once', async () => {
    const clock = async (): Promise<unknown> => ((await desk.read(at, id, head))['clocks'] as unknown[])[0];
    expect(await clock()).toMatchObject({ rule: 'investigation', state: 'running', confirmed: false });
    await desk.does(at, id, 'suspend-investigation', head, { reasons: '等待鉴定' });
    expect(await clock()).toMatchObject({ state: 'paused' });
    await desk.does(at, id, 'resume-investigation', head);
    await desk.does(at, id, 'extend-investigation', head, { reasons: '案情复杂' });
    await desk.isRefused(at, id, 'extend-investigation', head, 'extended-before', { reasons: '再延长' });
  });

  it('is interviewed by two, and no evidence is without somebody who keeps it', async () => {
    const record = await desk.paper(id, officer, '实验记录');
    const interview = { heldOn: dayOfTest, spokeWith: 'witness', signed: 'both-sides', record };
    for (const second of [officer, reviewer])
      await desk.isRefused(at, id, 'record-interview', officer, 'one-interviewer', { ...interview, second });
    await desk.does(at, id, 'record-interview', officer, { ...interview, second: colleague });
    await desk.isRefused(at, id, 'hand-over-evidence', officer, 'evidence-not-kept', { evidence: record, post: colleague });
    await desk.does(at, id, 'take-in-evidence', officer, { evidence: record, source: 'unit', borrowed: true, description: '示例' });
    await desk.isRefused(at, id, 'take-in-evidence', officer, 'evidence-known', {
      evidence: record,
      source: 'unit',
      borrowed: true,
      description: '示例',
    });
    await desk.does(at, id, 'hand-over-evidence', officer, { evidence: record, post: colleague });
  });

  it('is reported on only when heard and assessed by five experts without an interest, and everybody of the team signs', async () => {
    const report = { outcome: 'considerable', facts: '示例', conclusion: '示例', proposal: '示例' };
    await desk.isRefused(at, id, 'draft-report', officer, 'administrative-part-missing', report);
    await desk.isRefused(at, id, 'name-expert', officer, 'expert-has-interest', { name: '专家己', specialty: 'law', noInterest: false });
    await desk.does(at, id, 'name-expert', officer, { name: '专家 甲', specialty: 'ethics', noInterest: true });
    expect((await desk.tries(at, id, 'name-expert', officer, { name: '专家甲', specialty: 'ethics', noInterest: true })).status).toBe(400);
    await desk.isRefused(at, id, 'record-assessment', officer, 'too-few-experts', {
      record: await desk.paper(id, officer, '评议'),
      conclusion: '示例',
    });
    for (const name of ['乙', '丙', '丁', '戊'])
      await desk.does(at, id, 'name-expert', officer, { name: `专家${name}`, specialty: 'of-the-field', noInterest: true });
    await desk.does(at, id, 'record-assessment', officer, { record: await desk.paper(id, officer, '评议意见'), conclusion: '示例' });
    await desk.does(at, id, 'record-administrative-part', officer, { findings: '示例' });
    await desk.isRefused(at, id, 'draft-report', officer, 'subject-not-heard', report);
    await desk.does(at, id, 'record-interview', colleague, {
      second: officer,
      heldOn: dayOfTest,
      spokeWith: 'subject',
      signed: 'refused',
      record: await desk.paper(id, officer, '谈话笔录'),
    });
    await desk.does(at, id, 'draft-report', officer, report);
    await desk.does(at, id, 'sign-report', officer);
    await desk.isRefused(at, id, 'sign-report', officer, 'signed-before');
    await desk.does(at, id, 'return-to-investigation', head, { reasons: '补充' });
    await desk.does(at, id, 'draft-report', colleague, report);
    for (const member of [officer, colleague]) {
      expect((await desk.read(at, id, head))['state']).toBe('report-drafted');
      await desk.does(at, id, 'sign-report', member);
    }
    expect(await desk.read(at, id, head)).toMatchObject({
      state: 'report-signed',
      clocks: [expect.objectContaining({ rule: 'investigation', state: 'met' })],
    });
  });

  it('is told what is intended and heard, and the decision is never heavier for it', async () => {
    await desk.isRefused(at, id, 'propose-decision', officer, 'notice-missing', desk.proposal());
    await desk.does(at, id, 'give-notice', decider, { outcome: 'considerable', grounds: '示例', rights: '示例' });
    await desk.isRefused(at, id, 'record-notice-served', officer, 'paper-not-on-case', { effectiveOn: dayOfTest, proof: id });
    await desk.does(at, id, 'record-notice-served', officer, { effectiveOn: dayOfTest, proof: await desk.paper(id, officer, '回证') });
    await desk.isRefused(at, id, 'close-statements', officer, 'statement-period-runs');
    await desk.does(at, id, 'record-statement', officer, { said: 'defence', content: '不认可认定' });
    await desk.does(at, id, 'request-hearing', officer, { request: '申请听证' });
    await desk.isRefused(at, id, 'close-statements', officer, 'hearing-owed');
    const record = await desk.paper(id, officer, '听证笔录');
    const notice = (days: number): Record<string, unknown> => ({
      hearingOn: dayOfTest,
      place: '示例',
      effectiveOn: addCalendarDays(dayOfTest, -days),
      proof: record,
    });
    await desk.isRefused(at, id, 'hold-hearing', reviewer, 'hearing-not-noticed', { heldOn: dayOfTest, record });
    await desk.isRefused(at, id, 'give-hearing-notice', officer, 'hearing-notice-too-late', notice(6));
    await desk.does(at, id, 'give-hearing-notice', officer, notice(25));
    await desk.isRefused(at, id, 'hold-hearing', reviewer, 'hearing-on-another-day', { heldOn: addCalendarDays(dayOfTest, -1), record });
    await desk.does(at, id, 'hold-hearing', reviewer, { heldOn: dayOfTest, record });
    await desk.does(at, id, 'close-statements', officer);
    await desk.isRefused(at, id, 'propose-decision', officer, 'heavier-than-noticed', desk.proposal('serious'));
    await desk.does(at, id, 'propose-decision', officer, desk.proposal('minor'));
  });

  it('is decided about after a legal check, since there was a hearing, and served with proof; only then it closes', async () => {
    await desk.does(at, id, 'review-decision', reviewer, { opinion: '同意' });
    await desk.isRefused(at, id, 'decide', decider, 'legal-check-missing');
    await desk.does(at, id, 'check-legally', head, { result: 'passed', opinion: '示例' });
    await desk.does(at, id, 'decide', decider);
    const record = await desk.paper(id, officer, '决定送达回证');
    await desk.isRefused(at, id, 'record-service', officer, 'effect-in-future', { effectiveOn: '2099-01-01', proof: record });
    await desk.does(at, id, 'record-service', officer, { effectiveOn: dayOfTest, proof: record });
    await desk.isRefused(at, id, 'close', head, 'evidence-not-returned');
    const [evidence] = (await desk.read(at, id, head))['papers'] as { id: string }[];
    await desk.does(at, id, 'return-evidence', colleague, { evidence: evidence?.id, record });
    await desk.does(at, id, 'close', head);
    await waitFor('the matter knows', async () => (await desk.worksOf('health', matter, head)).every(({ final }) => final));
    expect(await desk.actsOn('health', matter, head)).toEqual(
      expect.arrayContaining(['investigation sign-report', 'investigation decide', 'investigation record-service', 'investigation close']),
    );
  });
});

describe('a researcher of a Shenzhen university with a project of the city plan', () => {
  const [head, decider] = ['sz-sti-head', 'sz-sti-decider'] as const;

  it("is investigated by the project's body; the matter waits for the end, which takes two people where nothing was found", async () => {
    const facts = {
      city: 'shenzhen',
      kind: 'violation',
      fields: ['ai'],
      aiStage: 'research',
      unit: { kind: 'university', educationSystem: true, affiliation: 'sz-edu' },
      funding: 'city-plan',
      fundManager: 'sz-sti',
      inProject: true,
      suspect: 'person',
      major: false,
      receivedBy: 'sz-edu',
    };
    const matter = await desk.accepted('ai', 'sz-sti', facts);
    const id = await desk.ordered('ai', matter, 'sz-sti', 'sz-sti');
    await desk.does('ai', matter, 'assign', head, { post: 'sz-sti-case-officer' });
    await desk.does('ai', matter, 'begin-handling', 'sz-sti-case-officer');
    await desk.isRefused('ai', matter, 'conclude', decider, 'investigation-open', { outcome: 'no-violation', summary: '示例' });
    const handling = async (): Promise<unknown> =>
      ((await desk.read('ai', matter, head))['clocks'] as { rule: string; state: string }[]).find(({ rule }) => rule === 'handling')?.state;
    expect(await handling()).toBe('paused');
    await desk.planned(id, 'sz-sti');
    await desk.isRefused(at, id, 'end-without-finding', head, 'not-proposed', { ground: 'no-fact', reasons: '示例' });
    await desk.does(at, id, 'propose-ending', 'sz-sti-case-officer', { reasons: '事实不存在' });
    await desk.does(at, id, 'end-without-finding', head, { ground: 'no-fact', reasons: '事实不存在' });
    await waitFor('the matter knows', async () => (await desk.worksOf('ai', matter, head)).every(({ final }) => final));
    expect(await handling()).toBe('running');
    await desk.does('ai', matter, 'conclude', decider, { outcome: 'no-violation', summary: '示例' });
  });
});
