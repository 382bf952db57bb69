import { healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
const desk = new InvestigationDesk(() => lianxi);
beforeAll(async () => { lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination', 'audit'] }); }, 60_000);
afterAll(() => lianxi.stop(), 30_000);

/** A violation in which the head of a municipal hospital's research office is suspected: its superior investigates. */
const byOfficeHead = healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' });
const at = 'investigation';

describe('the head of the research office of a municipal hospital', () => {
  let matter = '';
  let investigation = '';

  it('is investigated by the superior body, as the decision says, once the matter is accepted', async () => {
    matter = await desk.accepted('health', 'bj-health', byOfficeHead);
    investigation = await desk.ordered('health', matter, 'bj-health', 'bj-health');
    expect(await desk.read(at, investigation, 'bj-health-head')).toMatchObject({ procedure: 'investigation', state: 'assigned', holder: 'bj-health', linkedTo: { caseId: matter, service: 'health', body: 'bj-health' } });
    await desk.isRefused('health', matter, 'order-investigation', 'bj-health-decider', 'investigation-open', { task: '再次交办' });
  });

  it('is not investigated by one person, nor by anybody who has not said whether they have an interest', async () => {
    await desk.does(at, investigation, 'add-member', 'bj-health-head', { post: 'bj-health-case-officer' });
    await desk.isRefused(at, investigation, 'propose-plan', 'bj-health-case-officer', 'not-in-team', { plan: '方案' });
    await desk.does(at, investigation, 'declare-no-interest', 'bj-health-case-officer');
    await desk.isRefused(at, investigation, 'propose-plan', 'bj-health-case-officer', 'team-too-small', { plan: '方案' });
    await desk.does(at, investigation, 'add-member', 'bj-health-head', { post: 'bj-health-intake-officer' });
    await desk.isRefused(at, investigation, 'propose-plan', 'bj-health-case-officer', 'interests-undeclared', { plan: '方案' });
    await desk.does(at, investigation, 'declare-no-interest', 'bj-health-intake-officer');
    await desk.does(at, investigation, 'propose-plan', 'bj-health-case-officer', { plan: '方案' });
    await desk.does(at, investigation, 'approve-plan', 'bj-health-head');
    await waitFor('the supervising body is told', async () => (await desk.actsOn('health', matter, 'bj-health-head')).includes('investigation approve-plan'));
  });

  it('has six months from the acceptance, which rest while it is suspended and are extended once', async () => {
    const [clock] = (await desk.read(at, investigation, 'bj-health-head'))['clocks'] as { rule: string; unit: string; confirmed: boolean; state: string }[];
    expect(clock).toMatchObject({ rule: 'investigation', state: 'running', confirmed: false });
    await desk.does(at, investigation, 'suspend-investigation', 'bj-health-head', { reasons: '等待鉴定' });
    expect((await desk.read(at, investigation, 'bj-health-head'))['clocks']).toEqual([expect.objectContaining({ state: 'paused' })]);
    await desk.does(at, investigation, 'resume-investigation', 'bj-health-head');
    await desk.does(at, investigation, 'extend-investigation', 'bj-health-head', { reasons: '案情复杂' });
    await desk.isRefused(at, investigation, 'extend-investigation', 'bj-health-head', 'extended-before', { reasons: '再延长' });
  });

  it('keeps the matter open until the investigation has ended, which takes two people', async () => {
    await desk.does('health', matter, 'assign', 'bj-health-head', { post: 'bj-health-case-officer' });
    await desk.does('health', matter, 'begin-handling', 'bj-health-case-officer');
    await desk.isRefused('health', matter, 'conclude', 'bj-health-decider', 'investigation-open', { outcome: 'no-violation', summary: '示例' });
    await desk.isRefused(at, investigation, 'end-without-finding', 'bj-health-head', 'not-proposed', { ground: 'no-fact', reasons: '示例' });
    await desk.does(at, investigation, 'propose-ending', 'bj-health-case-officer', { reasons: '事实不存在' });
    await desk.does(at, investigation, 'end-without-finding', 'bj-health-head', { ground: 'no-fact', reasons: '事实不存在' });
    await waitFor('the matter knows', async () => (await desk.worksOf('health', matter, 'bj-health-head')).every(({ final }) => final));
    await desk.does('health', matter, 'conclude', 'bj-health-decider', { outcome: 'no-violation', summary: '示例' });
  });

  it('is nothing that a body without a part in it can open', async () => {
    for (const stranger of ['bj-agri-head', 'bj-stc-decider', 'sz-health-head']) expect((await lianxi.get(at, `/v1/cases/${investigation}`, stranger)).status).toBe(404);
  });
});
