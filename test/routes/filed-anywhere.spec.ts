import { aiMatter, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start();
});
afterAll(() => lianxi.stop());

const isIn = (service: string, caseId: string, as: string) => async (): Promise<boolean> => {
  const { status, body } = await lianxi.get(service, `/v1/cases/${caseId}`, as);
  return status === 200 && body['standing'] === 'holding';
};

describe('a matter filed at the wrong department', () => {
  it('reaches the body that regulates it and is worked on there to the archive', async () => {
    const filed = await lianxi.file('agriculture', healthMatter());
    expect(filed.status).toBe(201);
    expect(filed.body).toMatchObject({
      holder: 'bj-health',
      service: 'health',
      rules: ['bj-human'],
      receipt: expect.stringMatching(/^\d{4}-\d{4}-\d{4}-\d{4}$/) as string,
    });
    const caseId = String(filed.body['caseId']);
    await waitFor('it is held at health', isIn('health', caseId, 'bj-health-case-officer'));

    const steps: [string, string, Record<string, unknown>][] = [
      ['register', 'bj-health-intake-officer', {}],
      ['screen', 'bj-health-case-officer', {}],
      ['accept', 'bj-health-decider', {}],
      ['assign', 'bj-health-head', { post: 'bj-health-case-officer' }],
      ['begin-handling', 'bj-health-case-officer', {}],
      ['suspend', 'bj-health-decider', { reasons: '等待鉴定' }],
      ['resume', 'bj-health-decider', {}],
      ['conclude', 'bj-health-decider', { outcome: 'answered', summary: '已答复' }],
      ['archive', 'bj-health-case-officer', {}],
    ];
    for (const [act, as, form] of steps)
      expect([act, (await lianxi.act('health', caseId, act, as, form)).text]).toEqual([act, expect.stringContaining('"state"')]);
    const { body } = await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-case-officer');
    expect(body).toMatchObject({ state: 'archived', number: expect.stringMatching(/〔\d{4}〕\d+号$/) as string });
    expect((body['timeline'] as { act: string }[]).map(({ act }) => act)).toEqual([
      'file',
      'commit',
      'receive',
      ...steps.map(([act]) => act),
    ]);
  });

  it('is shown at the desk where it arrived with where it went and why, and refuses acts there', async () => {
    const filed = await lianxi.file('agriculture', healthMatter());
    const caseId = String(filed.body['caseId']);
    await waitFor('it is held at health', isIn('health', caseId, 'bj-health-case-officer'));
    await waitFor(
      'the origin has the receipt',
      async () => (await lianxi.get('agriculture', `/v1/cases/${caseId}`, 'bj-agri-head')).body['standing'] === 'origin',
    );
    const { body } = await lianxi.get('agriculture', `/v1/cases/${caseId}`, 'bj-agri-head');
    expect(body).toMatchObject({
      holder: 'bj-health',
      service: 'health',
      why: { edition: 'beijing-2024-12-27', reasons: [{ rule: 'bj-human', clause: { section: '二(一)' } }] },
      acts: [],
    });
    const refused = await lianxi.act('agriculture', caseId, 'register', 'bj-agri-head');
    expect([refused.status, refused.body['code']]).toEqual([409, 'held-elsewhere']);
  });

  it('tells whoever has the receipt with whom it lies, and nobody else', async () => {
    const filed = await lianxi.file('agriculture', healthMatter());
    const status = await lianxi.get('agriculture', `/v1/receipts/${String(filed.body['receipt'])}`);
    expect(status.body).toMatchObject({ city: 'beijing', holder: 'bj-health', service: 'health', state: 'handed-over' });
    expect((await lianxi.get('agriculture', '/v1/receipts/0000-0000-0000-0000')).status).toBe(404);
    await waitFor(
      'health knows the receipt',
      async () => (await lianxi.get('health', `/v1/receipts/${String(filed.body['receipt'])}`)).body['state'] === 'received',
    );
    expect((await lianxi.get('ai', `/v1/receipts/${String(filed.body['receipt'])}`)).status).toBe(404);
  });

  it('is foreign to every other body: the answer is 404 as if it did not exist', async () => {
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    expect((await lianxi.get('health', `/v1/cases/${String(filed.body['caseId'])}`, 'sz-health-head')).status).toBe(404);
  });
});

describe('a matter that several bodies regulate', () => {
  it('lies with an interim holder until the office designates, whose order is carried out', async () => {
    const filed = await lianxi.file('agriculture', aiMatter({ fields: ['ai', 'human-life-medicine'] }));
    expect(filed.body).toMatchObject({ status: 'designation-required', holder: 'bj-stc', service: 'ai' });
    const caseId = String(filed.body['caseId']);
    await waitFor('it is held at ai', isIn('ai', caseId, 'bj-stc-head'));
    await lianxi.act('ai', caseId, 'register', 'bj-stc-intake-officer');
    await lianxi.act('ai', caseId, 'screen', 'bj-stc-case-officer');
    const declined = await lianxi.act('ai', caseId, 'decline', 'bj-stc-head', { ground: 'out-of-scope', reasons: '不属于' });
    expect([declined.status, declined.body['code']]).toEqual([409, 'wrong-state']);

    const mine = async (): Promise<{ id: string; version: number } | undefined> =>
      (
        (await lianxi.get('coordination', '/v1/designations', 'bj-joint-office-coordinator')).body['lines'] as unknown as
          { id: string; case_id: string; version: number }[] | undefined
      )?.find(({ case_id }) => case_id === caseId);
    await waitFor('the office was asked', async () => (await mine()) !== undefined);
    const act = async (name: string, form: Record<string, unknown>, as = 'bj-joint-office-coordinator') => {
      const { id, version } = (await mine()) ?? { id: '', version: 0 };
      return lianxi.request('coordination', 'POST', `/v1/designations/${id}/acts/${name}`, {
        as,
        body: { version, form },
        headers: { 'idempotency-key': `key-${name}-${Math.floor(performance.now() * 1000)}` },
      });
    };
    const tooEarly = await act('designate', { lead: 'bj-health', reasons: '临床研究为主' });
    expect([tooEarly.status, tooEarly.body['code']]).toEqual([409, 'views-missing']);
    for (const ofBody of ['bj-eit', 'bj-health']) expect((await act('record-view', { ofBody, view: 'would-lead' })).status).toBe(200);
    expect((await act('designate', { lead: 'bj-health', reasons: '临床研究为主' })).status).toBe(200);
    await waitFor('it is held at health', isIn('health', caseId, 'bj-health-head'));
    const { body } = await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head');
    expect(body).toMatchObject({ holder: 'bj-health', lead: 'bj-health', interim: false, epoch: 3 });
  });
});
