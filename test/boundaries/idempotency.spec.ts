import { randomUUID } from 'node:crypto';
import { healthMatter } from '../support/example-facts';
import { Lianxi, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const facts = healthMatter({ receivedBy: 'bj-health' });
const onBehalf = (key: string, as: string, facts_: Record<string, unknown>): Promise<Answer> =>
  lianxi.request('health', 'POST', '/v1/matters/on-behalf', {
    as,
    headers: { 'idempotency-key': key },
    body: {
      facts: facts_,
      report: { title: '示例', text: '示例' },
      noStateSecrets: true,
      onBehalf: { channel: 'letter', receivedOn: '2026-01-05', givenBy: '示例', note: '示例' },
    },
  });
const cases = async (caseIds: readonly unknown[]): Promise<number> =>
  (await lianxi.admin.query('SELECT 1 FROM health.cases WHERE id = ANY ($1)', [caseIds])).rowCount ?? 0;
const firstActs = async (caseId: unknown): Promise<number> =>
  (await lianxi.admin.query(`SELECT 1 FROM health.journal WHERE case_id = $1 AND act = 'file'`, [caseId])).rowCount ?? 0;

describe('the same request, sent again', () => {
  it('50 times at once makes one case and 50 answers that are equal to the byte', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => lianxi.file('health', facts, { key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const caseId = answers[0]?.body['caseId'];
    expect([await cases([caseId]), await firstActs(caseId)]).toEqual([1, 1]);
  });

  it('50 times at once does an act once', async () => {
    const caseId = String((await lianxi.file('health', facts)).body['caseId']);
    const [key, token] = [randomUUID(), await lianxi.token('bj-health-intake-officer')];
    const send = (): Promise<Answer> =>
      lianxi.request('health', 'POST', `/v1/cases/${caseId}/acts/register`, {
        headers: { 'idempotency-key': key, authorization: `Bearer ${token}` },
        body: { version: 1, epoch: 1, form: {} },
      });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await lianxi.admin.query(`SELECT 1 FROM health.journal WHERE case_id = $1 AND act = 'register'`, [caseId])).rowCount).toBe(1);
  });

  it('is answered the same after the service was started again', async () => {
    const key = randomUUID();
    const before = await lianxi.file('health', facts, { key });
    await lianxi.stopService('health');
    await lianxi.startService('health');
    expect((await lianxi.file('health', facts, { key })).text).toBe(before.text);
  });

  it('with another body is refused, and opens no case', async () => {
    const key = randomUUID();
    await lianxi.file('health', facts, { key });
    const before = (await lianxi.admin.query('SELECT 1 FROM health.cases')).rowCount;
    const other = await lianxi.file('health', facts, { key, report: { title: '另一件' } });
    expect([other.status, other.body['code'], other.body['field']]).toEqual([422, 'idempotency-key-reused', 'idempotency-key']);
    expect((await lianxi.admin.query('SELECT 1 FROM health.cases')).rowCount).toBe(before);
  });

  it("by another person is another request: keys are each person's own", async () => {
    const key = randomUUID();
    const [one, other, public_] = [
      await onBehalf(key, 'bj-health-intake-officer', facts),
      await onBehalf(key, 'bj-health-case-officer', facts),
      await lianxi.file('health', facts, { key }),
    ];
    expect([one.status, other.status, public_.status]).toEqual([201, 201, 201]);
    expect(new Set([one, other, public_].map(({ body }) => body['caseId'])).size).toBe(3);
  });

  it('without a key, or with one that is none, is not taken', async () => {
    for (const key of ['', 'short', 'with space here', 'x'.repeat(201), '钥匙钥匙钥匙钥匙']) {
      const headers: Record<string, string> = key === '' ? {} : { 'idempotency-key': Buffer.from(key).toString('latin1') };
      const { status, body } = await lianxi.request('health', 'POST', '/v1/matters', {
        body: { facts, report: { title: '示例', text: '示例' }, noStateSecrets: true },
        headers,
      });
      expect([key, status, body['code']]).toEqual([key, 400, 'idempotency-key-missing']);
    }
  });
});
