import { randomUUID } from 'node:crypto';
import { personId } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
const [officer, decider, head, auditor, second] = [
  'bj-health-case-officer',
  'bj-health-decider',
  'bj-health-head',
  'bj-joint-office-auditor',
  'bj-joint-office-second-auditor',
];
let [held, erased] = ['', ''];
const act = (caseId: string, name: string, as: string, form: Record<string, unknown> = {}): Promise<Answer> =>
  lianxi.act('health', caseId, name, as, form);
const done = async (caseId: string, ...acts: readonly (readonly [string, string, Record<string, unknown>?])[]): Promise<void> => {
  for (const [name, as, form] of acts) expect([name, (await act(caseId, name, as, form)).body['code']]).toEqual([name, undefined]);
};
const kept = async (caseId: string): Promise<number> =>
  Number((await lianxi.admin.query('SELECT count(*) FROM health.particulars WHERE case_id = $1', [caseId])).rows[0].count);
const order = (name: string, as: string, form: Record<string, unknown> = {}, of = held): Promise<Answer> =>
  lianxi.request('audit', 'POST', `/v1/cases/${of}/hold/acts/${name}`, {
    as,
    body: { form },
    headers: { 'idempotency-key': randomUUID() },
  });
const heldBy = async (): Promise<unknown> =>
  ((await lianxi.get('health', `/v1/cases/${held}`, head)).body['retention'] as { heldBy: unknown }).heldBy;

/** A case that was declined and filed away for ten years. */
async function archived(): Promise<string> {
  const caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  await done(caseId, ['register', officer], ['screen', officer], ['decline', decider, { ground: 'out-of-scope', reasons: '示例' }]);
  // Filed away once its reporter can object no more.
  await lianxi.moveClock('40 days');
  await waitFor('it is filed away', async () => (await act(caseId, 'archive', officer)).status === 200);
  await done(caseId, ['set-retention', decider, { class: '10y' }]);
  return caseId;
}

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit'] });
  [held, erased] = [await archived(), await archived()];
  await lianxi.moveClock('12 years');
  await done(erased, ['propose-erasure', decider, { ground: 'archives-appraised' }]);
  await waitFor('nothing of it is on its way', async () => (await act(erased, 'confirm-erasure', head)).status === 200);
  await lianxi.request('coordination', 'POST', '/v1/posts', {
    as: 'bj-joint-office-security-administrator',
    body: { id: second, body: 'bj-joint-office', role: 'auditor', subject: second, validFrom: '2024-01-01' },
  });
  await waitFor(
    'audit knows the second auditor, and the record both cases',
    async () =>
      (await lianxi.get('audit', '/v1/exports', second)).status === 200 &&
      (
        await lianxi.admin.query(
          `SELECT 1 FROM audit.recorded_rows WHERE (case_id = $1 AND act = 'confirm-erasure') OR (case_id = $2 AND act = 'set-retention')`,
          [erased, held],
        )
      ).rowCount === 2,
  );
});
afterAll(() => lianxi.stop());

describe('an erasure of a case that the auditors keep', () => {
  it('is refused wherever it is held, whatever the holder does about it', async () => {
    await done(held, ['propose-erasure', officer, { ground: 'archives-appraised' }]);
    expect((await order('place-audit-hold', head)).status).toBe(403);
    expect([
      (await order('place-audit-hold', 'sz-coordination-office-auditor', { ground: 'court' })).status,
      (await order('place-audit-hold', auditor, { ground: 'court' }, randomUUID())).status,
    ]).toEqual([404, 404]);
    expect((await order('place-audit-hold', auditor)).body['code']).toBe('field-missing');
    expect((await order('place-audit-hold', auditor, { ground: 'supervision' })).body['state']).toBe('held');
    await waitFor('the holder keeps it', async () => JSON.stringify(await heldBy()) === '["auditors"]');
    expect((await act(held, 'confirm-erasure', head)).body['code']).toBe('on-hold');
    expect((await act(held, 'propose-lift-hold', decider)).body['code']).toBe('not-on-hold');
    await waitFor(
      'the auditors see that it is kept',
      async () => (await lianxi.get('audit', `/v1/cases/${held}/hold`, auditor)).body['atHolder'] === 'kept',
    );
    expect(
      ((await lianxi.get('audit', '/v1/holds', auditor)).body['lines'] as { caseId: string; ground: string }[]).map(
        ({ caseId, ground }) => [caseId, ground],
      ),
    ).toEqual([[held, 'supervision']]);
  });

  it('is refused by the database too, to a certificate written beside the program', async () => {
    const certificate = randomUUID();
    await lianxi.admin.query('BEGIN');
    const {
      rows: [row],
    } = await lianxi.admin.query<{ version: number }>('UPDATE health.cases SET version = version + 1 WHERE id = $1 RETURNING version', [
      held,
    ]);
    await lianxi.admin.query(
      `INSERT INTO health.delivery (id, city, receiver, kind, journal_id, created_at) VALUES ($1, 'beijing', 'audit', 'record-row@1', $2, lianxi.lianxi_now())`,
      [randomUUID(), certificate],
    );
    const insert = lianxi.admin.query(
      `INSERT INTO health.journal (id, city, case_id, version, procedure, act, clause, epoch, body, post, recorded_at, effective_at, detail, hash)
      VALUES ($1, 'beijing', $2, $3, 'matter', 'confirm-erasure', 'retention-schedule', 1, 'bj-health', $4, lianxi.lianxi_now(), lianxi.lianxi_now(), $5, '')`,
      [certificate, held, row?.version, head, JSON.stringify({ person: personId(lianxi.around.issuer, head), keptUntil: '2037-12-31' })],
    );
    await expect(insert).rejects.toThrow('erasure refused: held by the auditors');
    await lianxi.admin.query('ROLLBACK');
    expect(await kept(held)).toBeGreaterThan(0);
  });

  it('waits until two auditors lifted the hold, and is then proposed anew', async () => {
    expect((await order('lift-audit-hold', second)).body['code']).toBe('not-proposed');
    expect((await order('propose-lift-audit-hold', auditor)).body['state']).toBe('held');
    expect((await order('lift-audit-hold', auditor)).body['code']).toBe('same-person');
    expect((await order('lift-audit-hold', second)).body['state']).toBe('free');
    await waitFor('the holder is told', async () => JSON.stringify(await heldBy()) === '[]');
    expect((await act(held, 'confirm-erasure', head)).body['code']).toBe('not-proposed');
    const { rows } = await lianxi.admin.query<{ act: string; body: string }>(
      `SELECT act, body FROM health.journal WHERE case_id = $1 AND act LIKE '%keep-for-audit' ORDER BY version`,
      [held],
    );
    expect(rows).toEqual([
      { act: 'keep-for-audit', body: 'bj-health' },
      { act: 'end-keep-for-audit', body: 'bj-health' },
    ]);
  });

  it('comes to whoever holds the case after a transfer, and an order that was overtaken undoes no later one', async () => {
    const caseId = String((await lianxi.file('agriculture', healthMatter())).body['caseId']);
    await waitFor(
      'it is held at health',
      async () => (await lianxi.get('health', `/v1/cases/${caseId}`, head)).body['standing'] === 'holding',
    );
    const orders: readonly (readonly [n: number, isHeld: boolean])[] = [
      [2, true],
      [1, false],
    ];
    for (const [place, [n, isHeld]] of orders.entries())
      await lianxi.admin.query(
        `INSERT INTO audit.delivery (id, city, receiver, kind, case_id, n, body, created_at) VALUES ($1, 'beijing', 'agriculture', 'hold-changed@1', $2, $3, $4, lianxi.lianxi_now())`,
        [
          randomUUID(),
          caseId,
          place + 1,
          JSON.stringify({ order: randomUUID(), n, held: isHeld, ground: 'court', body: 'bj-joint-office', post: auditor }),
        ],
      );
    await waitFor(
      'both came to health by way of agriculture',
      async () =>
        (
          await lianxi.admin.query(`SELECT 1 FROM health.inbox WHERE case_id = $1 AND sender = 'agriculture' AND kind = 'hold-changed@1'`, [
            caseId,
          ])
        ).rowCount === 2,
    );
    const { rows } = await lianxi.admin.query(`SELECT act FROM health.journal WHERE case_id = $1 AND act LIKE '%keep-for-audit'`, [caseId]);
    expect(rows).toEqual([{ act: 'keep-for-audit' }]);
  });

  it('comes too late where the erasure was confirmed before', async () => {
    expect((await order('place-audit-hold', auditor, { ground: 'court' }, erased)).body['code']).toBe('erased');
    expect((await lianxi.get('audit', `/v1/cases/${erased}/hold`, auditor)).body['atHolder']).toBe('erased');
  });
});

describe('how long a case is kept', () => {
  const retention = async (): Promise<unknown> => (await lianxi.get('health', `/v1/cases/${held}`, head)).body['retention'];
  it("is what the organ's schedule says where it was given one, and otherwise the usual, marked unconfirmed", async () => {
    const plain = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    const ofPlain = async (): Promise<unknown> => (await lianxi.get('health', `/v1/cases/${plain}`, head)).body['retention'];
    expect(await ofPlain()).toMatchObject({ class: '30y', confirmed: false });
    await lianxi.stopService('health');
    await expect(lianxi.startService('health', { LIANXI_RETENTION: '{"usual":"5y"}' })).rejects.toMatchObject({
      code: 'configuration-refused',
    });
    await expect(lianxi.startService('health', { LIANXI_RETENTION: '{"kinds":{"gossip":"10y"}}' })).rejects.toMatchObject({
      code: 'configuration-refused',
    });
    await lianxi.startService('health', { LIANXI_RETENTION: '{"usual":"permanent","confirmed":true}' });
    expect(await ofPlain()).toMatchObject({ class: 'permanent', confirmed: true });
    expect(await retention()).toMatchObject({ class: '10y', confirmed: true });
  });
});
