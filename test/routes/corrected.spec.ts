import { randomUUID } from 'node:crypto';
import { aiMatter, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'ai', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const read = async (service: string, id: string, as: string): Promise<Record<string, unknown>> =>
  (await lianxi.get(service, `/v1/cases/${id}`, as)).body;
const correct = (id: string, facts: Record<string, unknown>, service = 'health', as = 'bj-health-intake-officer'): Promise<Answer> =>
  lianxi.act(service, id, 'correct-facts', as, { facts, source: '示例' });
const fileAtHealth = async (change: Record<string, unknown> = {}): Promise<string> =>
  String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...change }))).body['caseId']);
const designationOf = async (id: string): Promise<string | undefined> =>
  (
    await lianxi.admin.query<{ state: string }>(
      'SELECT state FROM coordination.designations WHERE case_id = $1 ORDER BY requested_at DESC LIMIT 1',
      [id],
    )
  ).rows[0]?.state;
const indexOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (
    await lianxi.admin.query<Record<string, unknown>>(
      'SELECT lead, interim, number, state, kind FROM coordination.case_index WHERE case_id = $1',
      [id],
    )
  ).rows[0];

async function acceptAt(service: string, id: string, as: string): Promise<void> {
  let offer = '';
  await waitFor('the offer is there', async () => {
    offer =
      ((await lianxi.get(service, '/v1/hand-overs', as)).body['lines'] as { id: string; case_id: string }[]).find(
        (line) => line.case_id === id,
      )?.id ?? '';
    return offer !== '';
  });
  expect(
    (
      await lianxi.request(service, 'POST', `/v1/hand-overs/${offer}/acts/accept`, {
        as,
        body: { form: {} },
        headers: { 'idempotency-key': randomUUID() },
      })
    ).status,
  ).toBe(200);
  await waitFor('it has arrived', async () => (await read(service, id, as))['standing'] === 'holding');
}

describe('facts that are corrected', () => {
  it('make an interim holder the lead where they say so, and the office need not designate any more', async () => {
    const id = await fileAtHealth({ fields: ['human-life-medicine', 'agriculture'] });
    await waitFor('the office is asked', async () => (await designationOf(id)) === 'requested');
    expect((await correct(id, { fields: ['human-life-medicine'] })).status).toBe(200);
    expect(await read('health', id, 'bj-health-head')).toMatchObject({ lead: 'bj-health', interim: false });
    await waitFor('the office knows', async () => (await designationOf(id)) === 'superseded');
    expect(await indexOf(id)).toMatchObject({ lead: 'bj-health', interim: false });
  });

  it('tell the index who leads once the unknown ones are known', async () => {
    const id = await fileAtHealth({ kind: 'violation', suspect: 'unknown', major: false });
    await waitFor('it is in the index', async () => (await indexOf(id)) !== undefined);
    await correct(id, { suspect: 'person' });
    await waitFor('the index knows the lead', async () => (await indexOf(id))?.['lead'] === 'bj-health');
  });

  it('never move the case: a lead sees where it should go, with the new rule beside the old one on the record', async () => {
    const id = await fileAtHealth();
    expect((await correct(id, { fields: ['agriculture'] })).status).toBe(200);
    const seen = await read('health', id, 'bj-health-head');
    expect(seen).toMatchObject({ standing: 'holding', holder: 'bj-health', lead: 'bj-health', proposedHolder: 'bj-agri' });
    expect((seen['why'] as { reasons: { rule: string }[] }).reasons.map(({ rule }) => rule)).toEqual(['bj-agriculture']);
    expect(JSON.stringify((seen['timeline'] as { act: string; detail: unknown }[]).find(({ act }) => act === 'file')?.detail)).toContain(
      'bj-human',
    );
  });

  it('ask the office to designate where several bodies now compete and the holder is none of them', async () => {
    const id = await fileAtHealth();
    await correct(id, { fields: ['ai', 'agriculture'], aiStage: 'research' });
    await waitFor('the office is asked', async () => (await designationOf(id)) === 'requested');
    expect(await read('health', id, 'bj-health-head')).toMatchObject({ standing: 'holding', lead: 'bj-health' });
  });

  it('are told to the office that was asked to designate on the old ones', async () => {
    const id = await fileAtHealth({ fields: ['ai', 'human-life-medicine'], aiStage: 'research' });
    const candidates = async (): Promise<string[] | undefined> =>
      (
        await lianxi.admin.query<{ candidates: string[] }>(
          `SELECT candidates FROM coordination.designations WHERE case_id = $1 AND state = 'requested'`,
          [id],
        )
      ).rows[0]?.candidates;
    await waitFor('the office is asked', async () => (await candidates())?.includes('bj-stc') === true);
    await correct(id, { fields: ['human-life-medicine', 'agriculture'] });
    await waitFor('the office knows the new candidates', async () => JSON.stringify(await candidates()) === '["bj-health","bj-agri"]');
    await correct(id, { fields: ['agriculture'] });
    await waitFor('the office knows the one body', async () => JSON.stringify(await candidates()) === '["bj-agri"]');
  });

  it('leave out what does not apply any more: a wrongly filed AI matter, a violation that was an enquiry', async () => {
    const ai = String((await lianxi.file('ai', aiMatter({ receivedBy: 'bj-stc' }))).body['caseId']);
    expect((await correct(ai, { fields: ['agriculture'] }, 'ai', 'bj-stc-intake-officer')).status).toBe(200);
    const violation = await fileAtHealth({ kind: 'violation', suspect: 'person', major: false });
    expect((await correct(violation, { kind: 'enquiry' })).status).toBe(200);
    const seen = await read('health', violation, 'bj-health-head');
    expect(seen['kind']).toBe('enquiry');
    expect(seen['facts']).not.toHaveProperty('suspect');
    await waitFor('the index knows the kind', async () => (await indexOf(violation))?.['kind'] === 'enquiry');
    expect((await correct(violation, { suspect: 'person' })).body).toMatchObject({ code: 'fact-unknown', field: 'facts.suspect' });
  });
});

describe('a case that changes hands', () => {
  it('is not transferred once it has ended, nor ends while it is on offer', async () => {
    const id = await fileAtHealth();
    await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'agreed' });
    await lianxi.act('health', id, 'propose-void', 'bj-health-case-officer', { reasons: '示例' });
    expect((await lianxi.act('health', id, 'confirm-void', 'bj-health-head')).body['code']).toBe('offer-open');
    expect((await lianxi.act('health', id, 'recall-offer', 'bj-health-head')).status).toBe(200);
    expect((await lianxi.act('health', id, 'confirm-void', 'bj-health-head')).status).toBe(200);
    expect((await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'agreed' })).body['code']).toBe(
      'wrong-state',
    );
  });

  it('is led by nobody at the office, which then designates', async () => {
    const id = await fileAtHealth();
    await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-joint-office', reason: 'not-competent' });
    await acceptAt('coordination', id, 'bj-joint-office-coordinator');
    expect(await read('coordination', id, 'bj-joint-office-coordinator')).toMatchObject({
      holder: 'bj-joint-office',
      lead: null,
      interim: true,
    });
    await waitFor('the office has a designation to make', async () => (await designationOf(id)) === 'requested');
  });

  it('is led by the body that the decision names when an interim holder hands it there', async () => {
    const id = await fileAtHealth({ fields: ['human-life-medicine', 'agriculture'] });
    await correct(id, { fields: ['agriculture'] });
    await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'facts-changed' });
    await acceptAt('agriculture', id, 'bj-agri-head');
    expect(await read('agriculture', id, 'bj-agri-head')).toMatchObject({ lead: 'bj-agri', interim: false });
  });

  it('needs no agreement of bodies that are jointly responsible no more', async () => {
    const id = String((await lianxi.file('ai', aiMatter({ receivedBy: 'bj-stc' }))).body['caseId']);
    expect((await lianxi.act('ai', id, 'agree-jointly', 'bj-eit-head')).status).toBe(200);
    await lianxi.act('ai', id, 'offer-transfer', 'bj-stc-head', { toBody: 'bj-health', reason: 'agreed' });
    await acceptAt('health', id, 'bj-health-head');
    expect(await read('health', id, 'bj-health-head')).toMatchObject({ lead: 'bj-health', jointBodies: [] });
  });

  it('is not to be read any more by a body that gave the offer back', async () => {
    const id = await fileAtHealth();
    await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-eit', reason: 'agreed', reasons: '请接收' });
    let offer = '';
    await waitFor('the offer is there, with what the holder wrote', async () => {
      const line = (
        (await lianxi.get('ai', '/v1/hand-overs', 'bj-eit-head')).body['lines'] as { id: string; case_id: string; explanation: string }[]
      ).find((each) => each.case_id === id);
      offer = line?.id ?? '';
      return line?.explanation === '请接收';
    });
    await lianxi.request('ai', 'POST', `/v1/hand-overs/${offer}/acts/return`, {
      as: 'bj-eit-head',
      body: { form: { basis: 'in-charge-supervises', alternative: 'bj-stc', reasons: '不属本机关' } },
      headers: { 'idempotency-key': randomUUID() },
    });
    await waitFor('the reasons came back', async () =>
      JSON.stringify((await read('health', id, 'bj-health-head'))['particulars']).includes('不属本机关'),
    );
    await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-stc', reason: 'agreed' });
    await acceptAt('ai', id, 'bj-stc-head');
    expect((await lianxi.get('ai', `/v1/cases/${id}`, 'bj-eit-head')).status).toBe(404);
  });

  it('is in the city-wide index with its number and how far it is', async () => {
    const id = await fileAtHealth();
    await lianxi.act('health', id, 'register', 'bj-health-intake-officer');
    await waitFor('the index has the number', async () => typeof (await indexOf(id))?.['number'] === 'string');
    expect(await indexOf(id)).toMatchObject({ state: 'registered' });
  });
});

describe('a proposal or an answer', () => {
  it('to void is over when the case was concluded in the meantime', async () => {
    const id = await fileAtHealth();
    await lianxi.act('health', id, 'propose-void', 'bj-health-case-officer', { reasons: '示例' });
    await lianxi.act('health', id, 'register', 'bj-health-intake-officer');
    await lianxi.act('health', id, 'screen', 'bj-health-case-officer');
    await lianxi.act('health', id, 'decline', 'bj-health-decider', { ground: 'out-of-scope', reasons: '示例' });
    await lianxi.act('health', id, 'request-reopen', 'bj-health-case-officer', { reasons: '示例' });
    expect((await lianxi.act('health', id, 'approve-reopen', 'bj-health-head')).status).toBe(200);
    expect((await lianxi.act('health', id, 'confirm-void', 'bj-health-head')).body['code']).toBe('not-proposed');
  });

  it('of the reporter who withdraws is recorded once', async () => {
    const id = await fileAtHealth();
    expect((await lianxi.act('health', id, 'withdraw', 'bj-health-intake-officer', { statement: '示例' })).status).toBe(200);
    expect((await lianxi.act('health', id, 'withdraw', 'bj-health-intake-officer', { statement: '示例' })).body['code']).toBe(
      'withdrawn-before',
    );
  });

  it('by forwarding goes to an authority without a desk here, and to no other', async () => {
    const id = await fileAtHealth();
    await lianxi.act('health', id, 'register', 'bj-health-intake-officer');
    await lianxi.act('health', id, 'screen', 'bj-health-case-officer');
    for (const toBody of ['bj-health', 'bj-agri', 'sz-health'])
      expect((await lianxi.act('health', id, 'forward', 'bj-health-decider', { toBody, reasons: '示例' })).body).toMatchObject({
        code: 'field-value',
        field: 'form.toBody',
      });
    expect((await lianxi.act('health', id, 'forward', 'bj-health-decider', { toBody: 'moe', reasons: '示例' })).status).toBe(200);
  });
});
