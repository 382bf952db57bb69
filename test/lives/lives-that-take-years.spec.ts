import { addCalendarDays } from '@lianxi/casework';
import { aiMatter, healthMatter } from '../support/example-facts';
import { LifeOfACase } from '../support/life-of-a-case';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'ai', 'education', 'investigation', 'coordination'] });
});
afterAll(() => lianxi.stop());

const lifeAt = (service: string, supervisor: string): LifeOfACase => new LifeOfACase(() => lianxi, service, supervisor);
/** Nobody's numbers: their region is none. */
const [researcher, member] = ['990105194912310023', '990524188001010011'];
const at = 'investigation';

describe('a researcher of a Shenzhen university, with a project of the city plan, who began a listed activity without review', () => {
  const life = lifeAt('ai', 'sz-sti');
  const university = { kind: 'university', educationSystem: true, affiliation: 'sz-edu' };
  let lastDay = '';

  it('is investigated by the body that manages the project, wherever it was reported', async () => {
    await life.reported(
      'education',
      aiMatter({
        city: 'shenzhen',
        kind: 'violation',
        unit: university,
        funding: 'city-plan',
        fundManager: 'sz-sti',
        inProject: true,
        suspect: 'person',
        major: false,
        receivedBy: 'sz-edu',
      }),
      'listed-without-re-review',
    );
    await life.accepted();
    await life.investigationOrdered();
    expect((await life.desk.read('ai', life.matter, 'sz-sti-head'))['why']).toMatchObject({
      investigation: { lead: 'sz-sti', mode: 'project' },
    });
  });

  it('is banned for two years, and vetoed without anybody having proposed it', async () => {
    lastDay = addCalendarDays(await life.desk.today(), 730);
    await life.investigated('serious', { measure: 'funding-ban', number: researcher, to: lastDay });
    for (const kind of ['funding-ban', 'one-vote-veto']) expect(await life.standsAgainst(researcher, { kind })).toEqual([]);
    await life.sanctioned('serious');
    expect(await life.statesOfMeasures()).toEqual({ 'funding-ban': 'in-force', 'one-vote-veto': 'without-end' });
    expect(await life.standsAgainst(researcher, { kind: 'one-vote-veto' })).toEqual([
      expect.objectContaining({ city: 'shenzhen', decision: life.investigation, clause: 'shenzhen-2-2-6', to: null }),
    ]);
    await life.concluded('violation-found');
  });

  it('may apply again when the ban has lapsed, and meets the veto all the same, of which nothing says how long it counts', async () => {
    await lianxi.moveClock('732 days');
    await waitFor('the ban has lapsed', async () => (await life.stateOf('funding-ban')) === 'lapsed');
    expect([await life.standsAgainst(researcher), (await life.standsAgainst(researcher, { on: lastDay })).length]).toEqual([[], 1]);
    expect(await life.standsAgainst(researcher, { kind: 'one-vote-veto' })).toHaveLength(1);
    const veto = await lianxi.request(at, 'POST', '/v1/standing', {
      as: 'sz-sti-head',
      body: { subject: researcher, for: 'one-vote-veto' },
    });
    expect((veto.body['answer'] as { unconfirmed: unknown[] }).unconfirmed).toHaveLength(1);
  });
});

describe('an appeal of a member of an ethics committee', () => {
  it('halves the ban, which then lapses on its new last day', async () => {
    const life = lifeAt('health', 'bj-health');
    await life.reported(
      'health',
      healthMatter({ kind: 'violation', suspect: 'committee', major: false, receivedBy: 'bj-health' }),
      'committee-fraud',
    );
    await life.accepted();
    await life.investigationOrdered();
    const [first, half] = [await life.desk.today(), 200];
    await life.investigated('considerable', { measure: 'funding-ban', number: member, to: addCalendarDays(first, 2 * half) });
    await life.sanctioned('considerable');

    const [other, otherDecider] = ['bj-health-other-officer', 'bj-health-other-decider'];
    for (const [post, role] of [
      [other, 'case-officer'],
      [otherDecider, 'decider'],
    ] as const) {
      expect(
        (
          await lianxi.request('coordination', 'POST', '/v1/posts', {
            as: 'bj-joint-office-security-administrator',
            body: { id: post, body: 'bj-health', role, subject: post, validFrom: '2024-01-01' },
          })
        ).status,
      ).toBe(200);
      await waitFor(
        'the post is known',
        async () => (await lianxi.admin.query('SELECT 1 FROM investigation.posts WHERE id = $1', [post])).rowCount === 1,
      );
    }
    await life.desk.does(at, life.investigation, 'request-recheck', 'bj-health-intake-officer', {
      by: 'sanctioned-party',
      grounds: '示例',
      ...(await life.shown(life.investigation, '复查申请书')),
    });
    const recheck = await life.desk.workOf(at, life.investigation, 'bj-health-head', 'recheck', otherDecider);
    await life.desk.isRefused(at, recheck, 'accept-appeal', 'bj-health-decider', 'took-part-before');
    await life.desk.does(at, recheck, 'accept-appeal', otherDecider);
    await life.desk.does(at, recheck, 'propose-change', other, { place: '1', change: 'shorten', to: addCalendarDays(first, half) });
    await life.desk.does(at, recheck, 'propose-result', other, { result: 'changed', reasons: '示例' });
    await life.desk.does(at, recheck, 'decide-result', otherDecider);
    await waitFor('the ban is half as long', async () => (await life.standsAgainst(member))[0]?.['to'] === addCalendarDays(first, half));
    await life.desk.does(at, life.investigation, 'record-clearing-notice', 'bj-health-case-officer', {
      to: 'sanctioned-party',
      ...(await life.shown(life.investigation, '更正告知送达回证')),
    });
    await life.concluded('violation-found');

    await lianxi.moveClock(`${half + 1} days`);
    await waitFor('the ban has lapsed', async () => (await life.stateOf('funding-ban')) === 'lapsed');
    expect([await life.standsAgainst(member), (await life.standsAgainst(member, { on: addCalendarDays(first, half) })).length]).toEqual([
      [],
      1,
    ]);
  });
});

describe('a unit that does not act for its whole period', () => {
  it('loses the case to the body that supervises it, which investigates, decides and has the stop carried out', async () => {
    const life = lifeAt('health', 'bj-health');
    await life.reported(
      'health',
      healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health' }),
      'started-without-approval',
    );
    await life.accepted();
    await life.desk.does('health', life.matter, 'order-investigation', 'bj-health-decider', { task: '示例' });
    const task = await life.desk.workOf('health', life.matter, 'bj-health-head', 'unit-investigation', 'bj-health-head');
    await life.desk.does(at, task, 'write-letter', 'bj-health-decider', {
      unit: 'OWN-EXAMPLE-LAB',
      purpose: 'investigation',
      periodFrom: 'receipt',
      content: '示例',
      contactChecked: true,
    });
    await life.desk.isRefused(at, task, 'take-over', 'bj-health-decider', 'wrong-state', { ground: 'no-action', reasons: '示例' });
    await lianxi.moveClock('220 days');
    await waitFor('its period is over', async () => (await life.desk.read(at, task, 'bj-health-head'))['state'] === 'inactive');
    await life.desk.does(at, task, 'take-over', 'bj-health-decider', { ground: 'no-action', reasons: '示例' });
    await waitFor('this body investigates', async () =>
      (await life.desk.worksOf('health', life.matter, 'bj-health-head')).some(({ procedure }) => procedure === 'investigation'),
    );
    life.investigation = await life.desk.workOf('health', life.matter, 'bj-health-head', 'investigation', 'bj-health-head');
    await life.investigated('considerable', { measure: 'stop-activity', number: 'OWN-EXAMPLE-LAB' });
    await life.sanctioned('considerable');
    await life.carriedOut('stop-activity');
    expect(await life.statesOfMeasures()).toEqual({ 'stop-activity': 'carried-out' });
    await life.concluded('violation-found');
  });
});
