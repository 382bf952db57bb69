import { randomUUID } from 'node:crypto';
import { aiMatter, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'ai', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const caseAt = (service: string, caseId: string, as: string): Promise<Answer> => lianxi.get(service, `/v1/cases/${caseId}`, as);
const isHeld = (service: string, caseId: string, as: string) => async (): Promise<boolean> =>
  (await caseAt(service, caseId, as)).body['standing'] === 'holding';

async function atHealth(change: Record<string, unknown> = {}): Promise<string> {
  return String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...change }))).body['caseId']);
}

const offer = (caseId: string, toBody: string, service = 'health', as = 'bj-health-head'): Promise<Answer> =>
  lianxi.act(service, caseId, 'offer-transfer', as, { toBody, reason: 'not-competent', reasons: '示例' });

async function offerAt(service: string, caseId: string, as: string): Promise<string> {
  let id = '';
  await waitFor('the offer is shown to the addressee', async () => {
    const { lines } = (await lianxi.get(service, '/v1/hand-overs', as)).body as unknown as { lines: { id: string; case_id: string }[] };
    id = lines.find((line) => line.case_id === caseId)?.id ?? '';
    return id !== '';
  });
  return id;
}

const answer = (service: string, id: string, act: string, as: string, form: Record<string, unknown> = {}): Promise<Answer> =>
  lianxi.request(service, 'POST', `/v1/hand-overs/${id}/acts/${act}`, { as, body: { form }, headers: { 'idempotency-key': randomUUID() } });
const back = { basis: 'in-charge-supervises', alternative: 'bj-stc', reasons: '示例' };

describe('a transfer that is offered', () => {
  it('leaves the case with its holder until the addressee accepts, and then nobody else can act on it', async () => {
    const caseId = await atHealth();
    expect((await offer(caseId, 'bj-agri')).status).toBe(200);
    expect((await caseAt('health', caseId, 'bj-health-head')).body['standing']).toBe('holding');
    expect((await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer')).status).toBe(200);
    expect((await offer(caseId, 'bj-agri')).body['code']).toBe('offer-open');
    const id = await offerAt('agriculture', caseId, 'bj-agri-head');
    expect((await answer('agriculture', id, 'accept', 'bj-agri-head')).status).toBe(200);
    await waitFor('it is held at agriculture', isHeld('agriculture', caseId, 'bj-agri-head'));
    const { body } = await caseAt('agriculture', caseId, 'bj-agri-head');
    expect(body).toMatchObject({ holder: 'bj-agri', lead: 'bj-agri', epoch: 2, state: 'registered' });
    expect((body['timeline'] as { act: string }[]).map(({ act }) => act)).toEqual([
      'file',
      'offer-transfer',
      'register',
      'commit',
      'receive',
    ]);
    expect((await lianxi.act('health', caseId, 'screen', 'bj-health-case-officer')).body['code']).toMatch(/held-elsewhere|in-hand-over/);
    expect((await caseAt('health', caseId, 'bj-health-head')).body['holder']).toBe('bj-agri');
  });

  it('is returned with a clause and the body that is competent; a second time to the same body goes to the office', async () => {
    const caseId = await atHealth();
    await offer(caseId, 'bj-agri');
    const id = await offerAt('agriculture', caseId, 'bj-agri-head');
    const bare = await answer('agriculture', id, 'return', 'bj-agri-head', { reasons: '不收' });
    expect([bare.status, bare.body['code'], bare.body['field']]).toEqual([400, 'field-missing', 'form.basis']);
    expect((await answer('agriculture', id, 'return', 'bj-agri-head', back)).status).toBe(200);
    await waitFor('the holder knows', async () =>
      ((await caseAt('health', caseId, 'bj-health-head')).body['timeline'] as { act: string }[]).some(({ act }) => act === 'return'),
    );
    const again = await offer(caseId, 'bj-agri');
    expect([again.status, again.body['code']]).toEqual([409, 'second-return-goes-to-office']);
    expect((await offer(caseId, 'bj-stc')).status).toBe(200);
  });

  it('is not offered because of changed rules where the rules answer as before', async () => {
    const refused = await lianxi.act('health', await atHealth(), 'offer-transfer', 'bj-health-head', {
      toBody: 'bj-agri',
      reason: 'rules-changed',
    });
    expect([refused.status, refused.body['code']]).toEqual([409, 'rules-unchanged']);
  });

  it('can be recalled before it is accepted, and is then no longer shown or answered', async () => {
    const caseId = await atHealth();
    await offer(caseId, 'bj-agri');
    const id = await offerAt('agriculture', caseId, 'bj-agri-head');
    expect((await lianxi.act('health', caseId, 'recall-offer', 'bj-health-head')).status).toBe(200);
    await waitFor(
      "it is gone from the addressee's list",
      async () => !(await lianxi.get('agriculture', '/v1/hand-overs', 'bj-agri-head')).text.includes(caseId),
    );
    expect([404, 409]).toContain((await answer('agriculture', id, 'accept', 'bj-agri-head')).status);
    expect((await lianxi.act('health', caseId, 'recall-offer', 'bj-health-head')).body['code']).toBe('no-offer-open');
  });

  it('recalled and accepted at the same moment, ends with exactly one holder', async () => {
    for (let round = 0; round < 5; round += 1) {
      const caseId = await atHealth();
      await offer(caseId, 'bj-agri');
      const id = await offerAt('agriculture', caseId, 'bj-agri-head');
      await Promise.all([
        answer('agriculture', id, 'accept', 'bj-agri-head'),
        lianxi.act('health', caseId, 'recall-offer', 'bj-health-head'),
      ]);
      await waitFor('one of the two holds it, and nothing is owed', async () => {
        const { rows } = await lianxi.admin.query<{ holding: number; owed: number }>(
          `
          SELECT (SELECT count(*)::int FROM (SELECT id, standing FROM health.cases UNION ALL SELECT id, standing FROM agriculture.cases) c WHERE id = $1 AND standing = 'holding') AS holding,
                 (SELECT count(*)::int FROM (SELECT case_id FROM health.delivery UNION ALL SELECT case_id FROM agriculture.delivery) d WHERE case_id = $1) AS owed`,
          [caseId],
        );
        return rows[0]?.holding === 1 && rows[0].owed === 0;
      });
    }
  });

  it("is nobody else's to answer, and not offered to the holder itself or to a body without a desk", async () => {
    const caseId = await atHealth();
    expect((await offer(caseId, 'bj-health')).body['code']).toBe('target-is-holder');
    expect((await offer(caseId, 'moe')).body).toMatchObject({ status: 400, field: 'form.toBody' });
    await offer(caseId, 'bj-agri');
    const id = await offerAt('agriculture', caseId, 'bj-agri-head');
    expect((await answer('agriculture', id, 'accept', 'sz-rural-head')).status).toBe(404);
    expect((await answer('agriculture', id, 'accept', 'bj-agri-intake-officer')).body['code']).toBe('wrong-role');
  });

  it('between two bodies that work in the same service goes the same way', async () => {
    const filed = await lianxi.file('ai', aiMatter({ receivedBy: 'bj-stc' }));
    const caseId = String(filed.body['caseId']);
    const jointly = await offer(caseId, 'bj-eit', 'ai', 'bj-stc-head');
    expect([jointly.status, jointly.body['code']]).toEqual([409, 'joint-agreement-missing']);
    expect((await lianxi.act('ai', caseId, 'agree-jointly', 'bj-eit-head')).status).toBe(200);
    expect((await offer(caseId, 'bj-eit', 'ai', 'bj-stc-head')).status).toBe(200);
    const id = await offerAt('ai', caseId, 'bj-eit-head');
    await answer('ai', id, 'accept', 'bj-eit-head');
    await waitFor('it has arrived at the other', async () => {
      const { holder, standing } = (await caseAt('ai', caseId, 'bj-eit-head')).body;
      return holder === 'bj-eit' && standing === 'holding';
    });
    expect((await caseAt('ai', caseId, 'bj-eit-head')).body).toMatchObject({ lead: 'bj-eit', epoch: 2 });
  });
});

describe('jointly responsible bodies', () => {
  it('may each do what the lead may, but a conclusion needs the agreement of all', async () => {
    const caseId = String((await lianxi.file('ai', aiMatter({ receivedBy: 'bj-stc' }))).body['caseId']);
    const steps: [string, string, Record<string, unknown>?][] = [
      ['register', 'bj-stc-intake-officer'],
      ['screen', 'bj-eit-case-officer'],
      ['accept', 'bj-eit-decider'],
      ['assign', 'bj-stc-head', { post: 'bj-stc-case-officer' }],
      ['begin-handling', 'bj-stc-case-officer'],
    ];
    for (const [act, as, form = {}] of steps) expect([act, (await lianxi.act('ai', caseId, act, as, form)).status]).toEqual([act, 200]);
    const conclusion = { outcome: 'answered', summary: '示例' };
    expect((await lianxi.act('ai', caseId, 'conclude', 'bj-stc-decider', conclusion)).body['code']).toBe('joint-agreement-missing');
    await lianxi.act('ai', caseId, 'agree-jointly', 'bj-eit-decider');
    expect((await lianxi.act('ai', caseId, 'conclude', 'bj-stc-decider', conclusion)).status).toBe(200);
  });
});

describe('facts that were wrong or missing', () => {
  it('are corrected with before and after, decided again, and move nothing by themselves', async () => {
    const caseId = await atHealth();
    const corrected = await lianxi.act('health', caseId, 'correct-facts', 'bj-health-case-officer', {
      facts: { fields: ['agriculture'] },
      source: '核查记录',
    });
    expect(corrected.status).toBe(200);
    const { body } = await caseAt('health', caseId, 'bj-health-head');
    expect(body).toMatchObject({ standing: 'holding', holder: 'bj-health', facts: { fields: ['agriculture'] } });
    expect((body['timeline'] as { act: string; detail: unknown }[]).at(-1)).toMatchObject({
      act: 'correct-facts',
      detail: { before: { fields: ['human-life-medicine'] }, proposedHolder: 'bj-agri' },
    });
  });

  it('keep a matter where it arrived until they are known; then it is offered to the body that leads', async () => {
    const filed = await lianxi.file('health', { ...aiMatter({ aiStage: 'unknown', receivedBy: 'bj-health' }) });
    expect(filed.body).toMatchObject({ status: 'facts-incomplete', holder: 'bj-health', unknownFacts: ['aiStage'] });
    const caseId = String(filed.body['caseId']);
    expect((await offer(caseId, 'bj-stc')).body['code']).toBe('facts-unknown');
    expect(
      (
        await lianxi.act('health', caseId, 'correct-facts', 'bj-health-intake-officer', {
          facts: { aiStage: 'research' },
          source: '电话核实',
        })
      ).status,
    ).toBe(200);
    const { body } = await caseAt('health', caseId, 'bj-health-head');
    expect(body).toMatchObject({ unknownFacts: [], interim: true, why: { reasons: [{ rule: 'bj-ai' }] } });
    expect((body['clocks'] as { rule: string; state: string }[]).find(({ rule }) => rule === 'complete-facts')?.state).toBe('met');
    expect((await offer(caseId, 'bj-stc')).status).toBe(200);
  });
});

describe('an act meant for a case that has moved on', () => {
  it('is refused with who changed what since, or with the new epoch, and changes nothing', async () => {
    const caseId = await atHealth();
    await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer');
    const stale = await lianxi.act('health', caseId, 'screen', 'bj-health-case-officer', {}, { version: 1 });
    expect([stale.status, stale.body['code']]).toEqual([409, 'stale-version']);
    expect(stale.body['since']).toEqual([
      expect.objectContaining({ act: 'register', post: 'bj-health-intake-officer', body: 'bj-health', state: 'registered' }),
    ]);
    const epoch = await lianxi.act('health', caseId, 'screen', 'bj-health-case-officer', {}, { epoch: 7 });
    expect([epoch.status, epoch.body['code']]).toEqual([409, 'stale-epoch']);
    expect((await caseAt('health', caseId, 'bj-health-head')).body['version']).toBe(2);
  });
});
