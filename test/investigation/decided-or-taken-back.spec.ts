import { healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
const desk = new InvestigationDesk(() => lianxi);
const at = 'investigation';
const [officer, decider, head] = ['bj-health-case-officer', 'bj-health-decider', 'bj-health-head'] as const;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'investigation', 'coordination'] });
});
afterAll(() => lianxi.stop());

/** An investigation that waits for its decision, and the matter that ordered it. */
async function reviewed(): Promise<{ matter: string; id: string }> {
  const matter = await desk.accepted(
    'health',
    'bj-health',
    healthMatter({
      kind: 'violation',
      suspect: 'unit-head',
      major: false,
      receivedBy: 'bj-health',
      unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-health' },
    }),
  );
  const id = await desk.ordered('health', matter, 'bj-health', 'bj-health');
  await desk.planned(id, 'bj-health');
  await desk.does(at, id, 'propose-measure', officer, { measure: 'order-correction', subject: '示例', number: 'OWN-EXAMPLE-LAB' });
  await desk.reported(id, 'bj-health');
  await desk.heard(id, 'bj-health');
  await desk.does(at, id, 'propose-decision', officer, desk.proposal());
  await desk.does(at, id, 'review-decision', 'bj-health-reviewer', { opinion: '示例' });
  return { matter, id };
}
const orderedAnew = async (matter: string): Promise<void> => {
  await desk.does('health', matter, 'correct-facts', officer, { facts: { suspect: 'person' }, source: '任职文件' });
  await desk.does('health', matter, 'order-investigation', decider, { task: '示例' });
};
const worksOf = async (matter: string): Promise<string[]> =>
  (await desk.worksOf('health', matter, head)).map(({ procedure, state }) => `${procedure} ${state}`);
const stateOf = async (id: string): Promise<unknown> => (await desk.read(at, id, head))['state'];

describe('an investigation that is taken back while it is decided', () => {
  it('is not decided where the taking back has arrived, and what was ordered instead goes on', async () => {
    const { matter, id } = await reviewed();
    await orderedAnew(matter);
    await waitFor('it is taken back', async () => (await stateOf(id)) === 'released');
    await desk.isRefused(at, id, 'decide', decider, 'wrong-state');
    expect(await worksOf(matter)).toEqual(['investigation released', 'unit-investigation to-be-tasked']);
  });

  it('stays decided where the decision was made before, though the two crossed on their way; what was ordered instead is taken back, and the matter knows both', async () => {
    const { matter, id } = await reviewed();
    await waitFor(
      'nothing is under way',
      async () =>
        (
          await lianxi.admin.query(
            `SELECT 1 FROM health.delivery WHERE receiver = 'investigation' UNION ALL SELECT 1 FROM investigation.delivery WHERE receiver = 'health'`,
          )
        ).rowCount === 0,
    );
    await lianxi.stopBroker();
    await orderedAnew(matter);
    await desk.does(at, id, 'decide', decider);
    expect([await worksOf(matter), await stateOf(id)]).toEqual([['investigation released', 'unit-investigation to-be-tasked'], 'decided']);
    await lianxi.startBroker();
    await waitFor('the matter knows of the decision', async () => (await worksOf(matter))[0] === 'investigation decided', 60_000);
    expect(await worksOf(matter)).toEqual(['investigation decided', 'unit-investigation released']);
    const instead = (await desk.worksOf('health', matter, head))[1]?.id ?? '';
    await waitFor('what was ordered instead is taken back', async () => (await stateOf(instead)) === 'released', 60_000);

    await desk.isRefused('health', matter, 'order-investigation', decider, 'investigation-decided', { task: '示例' });
    await desk.does(at, id, 'record-service', officer, {
      effectiveOn: await desk.today(),
      proof: await desk.paper(id, officer, '送达回证'),
    });
    const { rows } = await lianxi.admin.query<{ code: string }>('SELECT code FROM investigation.measures WHERE investigation = $1', [id]);
    expect(rows).toEqual([{ code: 'order-correction' }]);
    await waitFor('the matter knows of the service', async () => (await worksOf(matter))[0] === 'investigation served');
  });
});

describe('a report that its reporter takes back while it is decided', () => {
  it('has one outcome: one of the two acts is done, and the other is done or refused by what is so then', async () => {
    const id = await desk.accepted('health', 'bj-health', healthMatter({ receivedBy: 'bj-health' }));
    await desk.does('health', id, 'assign', head, { post: officer });
    await desk.does('health', id, 'begin-handling', officer);
    const added = await lianxi.addPaper('health', id, officer, { name: '撤回声明.txt', bytes: Buffer.from('示例') });
    expect(added.status).toBe(200);
    const { papers, version, epoch } = await desk.read('health', id, head);
    const proof = (papers as { id: string }[]).at(-1)?.id;
    const withdrawal = { statement: '示例', effectiveOn: await desk.today(), proof };
    const conclusion = { outcome: 'answered', summary: '示例' };
    const attempts = await Promise.all(
      (
        [
          ['withdraw', officer, withdrawal],
          ['conclude', decider, conclusion],
        ] as const
      ).map(([act, as, form]) =>
        lianxi.request('health', 'POST', `/v1/cases/${id}/acts/${act}`, {
          as,
          body: { version, epoch, form },
          headers: { 'idempotency-key': `${id}-${act}` },
        }),
      ),
    );
    expect(attempts.map(({ status, body }) => (status === 200 ? 'done' : body['code'])).sort()).toEqual(['done', 'stale-version']);
    const isConcluded = attempts[1]?.status === 200;
    expect(await desk.read('health', id, head)).toMatchObject({
      state: isConcluded ? 'concluded' : 'handling',
      version: Number(version) + 1,
    });
    if (isConcluded) await desk.isRefused('health', id, 'withdraw', officer, 'wrong-state', withdrawal);
    else await desk.does('health', id, 'conclude', decider, conclusion);
    const acts = await desk.actsOn('health', id, head);
    expect([acts.filter((act) => act === 'matter conclude'), acts.filter((act) => act === 'matter withdraw')]).toEqual([
      ['matter conclude'],
      isConcluded ? [] : ['matter withdraw'],
    ]);
  });
});
