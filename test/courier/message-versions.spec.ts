import { randomUUID } from 'node:crypto';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { CaseIndexed, contracts } from '@lianxi/contracts';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
let health: NatsConnection;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit'] });
  const seed = lianxi.around.secrets.nkeys['health']?.seed ?? '';
  health = await connect({
    servers: lianxi.nats.url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: '_INBOX_health',
  });
});
afterAll(async () => {
  await health.close();
  await lianxi.stop();
});

const administrator = 'bj-joint-office-system-administrator';
const index = {
  epoch: 1,
  version: 1,
  kind: 'incident',
  state: 'received',
  holder: 'bj-health',
  service: 'health',
  rules: ['bj-human'],
  mark: 'ordinary',
  since: '2026-11-01T00:00:00.000000Z',
};

/** Speaks as the service of another build would. */
function say(kind: string, caseId: string, n: number, body: Record<string, unknown>, more: Record<string, unknown> = {}): void {
  health.publish(
    `v1.beijing.health.coordination.${kind.split('@')[0]}`,
    JSON.stringify({ id: randomUUID(), kind, caseId, n, body, ...more }),
  );
}
const rows = async (sql: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await lianxi.admin.query<Record<string, unknown>>(sql, values)).rows;
const indexed = async (caseId: string): Promise<unknown> =>
  (await rows('SELECT state FROM coordination.case_index WHERE case_id = $1', [caseId]))[0]?.['state'];
const outcomes = async (caseId: string): Promise<unknown[]> =>
  (await rows('SELECT outcome FROM coordination.inbox WHERE case_id = $1 ORDER BY n', [caseId])).map(({ outcome }) => outcome);

describe('services of different builds, side by side', () => {
  it('a newer sender adds an optional field: it is ignored, the rest is used', async () => {
    const caseId = randomUUID();
    say('case-indexed@1', caseId, 1, { ...index, colour: 'red' }, { priority: 'high' });
    await waitFor('it is in the index', async () => (await indexed(caseId)) === 'received');
  });

  it('a version nobody here knows is parked with what follows it, and both are handled in order after an upgrade; what is early even then stays', async () => {
    const caseId = randomUUID();
    say('case-indexed@2', caseId, 1, { ...index, state: 'registered' });
    say('case-indexed@1', caseId, 2, { ...index, version: 2, state: 'screened' });
    say('work-changed@1', caseId, 3, { workId: randomUUID(), act: 'release', epoch: 1, holder: 'bj-health', codes: {} });
    await waitFor('all are kept', async () => (await outcomes(caseId)).length === 3);
    expect([await outcomes(caseId), await indexed(caseId)]).toEqual([['parked', 'parked', 'parked'], undefined]);

    await lianxi.stopService('coordination');
    const known = contracts as unknown as Record<string, unknown>;
    known['case-indexed@2'] = class extends CaseIndexed {};
    try {
      await lianxi.startService('coordination');
      await waitFor('the later one has its effect', async () => (await indexed(caseId)) === 'screened');
      expect(await rows('SELECT kind FROM coordination.parked WHERE case_id = $1', [caseId])).toEqual([{ kind: 'work-changed@1' }]);
    } finally {
      delete known['case-indexed@2'];
    }
  });
});

describe('a message that can never be handled', () => {
  it('is a dead letter; what follows it on its case waits, other cases do not, and a replay takes both in order', async () => {
    const [broken, other] = [randomUUID(), randomUUID()];
    const { state: _state, ...without } = index;
    say('case-indexed@1', broken, 1, without);
    say('case-indexed@1', broken, 2, { ...index, version: 2, state: 'screened' });
    say('case-indexed@1', other, 1, index);
    await waitFor('the other case is in the index', async () => (await indexed(other)) === 'received');
    await waitFor('both are kept', async () => (await outcomes(broken)).length === 2);
    expect(await outcomes(broken)).toEqual(['dead', 'parked']);
    const { lines } = (await lianxi.get('coordination', '/v1/dead-letters', administrator)).body as unknown as {
      lines: { id: string; caseId: string; reason: string; waiting: number }[];
    };
    const dead = lines.find(({ caseId }) => caseId === broken);
    expect(dead).toMatchObject({ reason: 'message-body-refused: state', waiting: 1 });

    const early = await lianxi.request('coordination', 'POST', `/v1/dead-letters/${dead?.id}/replay`, { as: administrator });
    expect([early.status, early.body]).toEqual([
      409,
      expect.objectContaining({ code: 'still-not-handled', reason: 'message-body-refused: state' }),
    ]);
    const {
      rows: [letter],
    } = await lianxi.admin.query<{ envelope: Buffer }>('SELECT envelope FROM coordination.dead_letters WHERE id = $1', [dead?.id]);
    const mended = JSON.parse(letter?.envelope.toString('utf8') ?? '{}') as { body: Record<string, unknown> };
    await lianxi.admin.query('UPDATE coordination.dead_letters SET envelope = $2 WHERE id = $1', [
      dead?.id,
      Buffer.from(JSON.stringify({ ...mended, body: { ...mended.body, state: 'registered' } })),
    ]);
    const replayed = await lianxi.request('coordination', 'POST', `/v1/dead-letters/${dead?.id}/replay`, { as: administrator });
    expect([replayed.status, replayed.body]).toEqual([200, { handled: 2 }]);
    expect(await indexed(broken)).toBe('screened');
    expect(
      await rows(`SELECT post FROM coordination.journal WHERE act = 'replay-dead-letter' AND detail ->> 'deadLetter' = $1`, [dead?.id]),
    ).toEqual([{ post: administrator }]);
  });

  it("is nobody else's business than the system administrator's", async () => {
    expect((await lianxi.get('coordination', '/v1/dead-letters', 'bj-joint-office-coordinator')).body['code']).toBe('role-refused');
  });

  it('made of bytes that are no message stops nothing', async () => {
    health.publish('v1.beijing.health.coordination.case-indexed', new Uint8Array([0xff, 0x00, 0x7b]));
    const caseId = randomUUID();
    say('case-indexed@1', caseId, 1, index);
    await waitFor('the next message is handled', async () => (await indexed(caseId)) === 'received');
    await waitFor(
      'the bytes are kept',
      async () => (await rows(`SELECT 1 AS yes FROM coordination.dead_letters WHERE kind = 'unreadable'`, [])).length === 1,
    );
  });
});

describe('messages that come twice or in another order', () => {
  it('have one effect each, in the order in which they were meant', async () => {
    const caseId = randomUUID();
    const states = ['received', 'registered', 'screened', 'accepted'];
    const messages = states.map((state, place) => ({
      subject: 'v1.beijing.health.coordination.case-indexed',
      text: JSON.stringify({
        id: randomUUID(),
        kind: 'case-indexed@1',
        caseId,
        n: place + 1,
        body: { ...index, version: place + 1, state },
      }),
    }));
    for (const place of [3, 1, 3, 0, 2, 1, 0, 3, 2]) health.publish(messages[place]?.subject ?? '', messages[place]?.text);
    await waitFor('the last is handled', async () => (await indexed(caseId)) === 'accepted');
    expect(await outcomes(caseId)).toEqual(['applied', 'applied', 'applied', 'applied']);
  });
});

describe('a broker that lost its disk', () => {
  it('loses nothing: what is owed is sent again until its receiver has it', async () => {
    const filed = await Promise.all(Array.from({ length: 20 }, () => lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))));
    await lianxi.restartBroker({ wipe: true });
    for (const { body } of filed)
      await waitFor('every case is in the index', async () => (await indexed(String(body['caseId']))) === 'received');
    await waitFor('nothing is owed', async () => (await rows('SELECT 1 FROM health.delivery', [])).length === 0, 60_000);
  });
});
