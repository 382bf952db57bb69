import { createUser } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { serviceNames } from '../../deploy/embedded/src/load-service';
import { Lianxi, waitFor } from '../support/lianxi';

const users = [...serviceNames, 'reconciler'];
let lianxi: Lianxi;
const connections = new Map<string, NatsConnection>();
const violations = new Map<string, string[]>();

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['coordination', 'audit'] });
  for (const name of users) {
    const seed = lianxi.around.secrets.nkeys[name]?.seed ?? '';
    const connection = await connect({
      servers: lianxi.nats.url,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      inboxPrefix: `_INBOX_${name}`,
    });
    connections.set(name, connection);
    violations.set(name, []);
    void (async () => {
      for await (const status of connection.status())
        if (status.type === 'error' && status.error instanceof PermissionViolationError) violations.get(name)?.push(status.error.subject);
    })();
  }
});
afterAll(async () => {
  for (const connection of connections.values()) await connection.close();
  await lianxi.stop();
});

/** Those of the subjects that the broker refuses this user. A last one that is surely refused shows that all were judged. */
async function refused(name: string, operation: 'publish' | 'subscribe', subjects: readonly string[]): Promise<string[]> {
  const connection = connections.get(name) as NatsConnection;
  const found = violations.get(name) ?? [];
  found.length = 0;
  const last = `nobody.${Math.floor(performance.now() * 1000)}`;
  for (const subject of [...subjects, last]) {
    if (operation === 'publish') connection.publish(subject, 'x');
    else connection.subscribe(subject, { callback: () => undefined });
  }
  await waitFor('the broker has judged all', async () => found.includes(last));
  return found.filter((subject) => subject !== last);
}

const others = (name: string): string[] => serviceNames.filter((each) => each !== name);
const foreignToPublish = (name: string): string[] => [
  ...others(name).flatMap((other) => [
    `v1.beijing.${other}.audit.record-row`,
    `v1.shenzhen.${other}.${name}.handed-over`,
    `$JS.API.CONSUMER.MSG.NEXT.to-${other}.${other}`,
    `$JS.API.CONSUMER.INFO.to-${other}.${other}`,
    `$JS.ACK.to-${other}.${other}.1.1.1.1.0`,
  ]),
  ...serviceNames.flatMap((each) => [
    `$JS.API.STREAM.DELETE.to-${each}`,
    `$JS.API.STREAM.PURGE.to-${each}`,
    `$JS.API.STREAM.UPDATE.to-${each}`,
    `$JS.API.STREAM.MSG.GET.to-${each}`,
    `$JS.API.DIRECT.GET.to-${each}`,
    `$JS.API.CONSUMER.DELETE.to-${each}.${each}`,
    `$JS.API.CONSUMER.CREATE.to-${each}`,
  ]),
  '$JS.API.STREAM.CREATE.mine',
  '$SYS.REQ.SERVER.PING',
  `_INBOX_${others(name)[0]}.x`,
  'v1.beijing',
  'anything',
];
const foreignToHear = (name: string): string[] => [
  '>',
  'v1.>',
  `v1.*.*.${name}.*`,
  '$JS.>',
  '$SYS.>',
  '_INBOX.>',
  ...others(name).map((other) => `_INBOX_${other}.>`),
  ...others(name).map((other) => `v1.*.${other}.*.*`),
];

describe('the broker', () => {
  it.each(serviceNames)('lets %s speak only as itself, read only its own stream and keep none', async (name) => {
    const subjects = foreignToPublish(name);
    expect((await refused(name, 'publish', subjects)).sort()).toEqual([...subjects].sort());
    const own = [
      ...serviceNames.map((other) => `v1.beijing.${name}.${other}.probe`),
      `$JS.API.CONSUMER.INFO.to-${name}.${name}`,
      `$JS.ACK.to-${name}.${name}.1.1.1.1.0`,
    ];
    expect(await refused(name, 'publish', own)).toEqual([]);
  });

  it.each(serviceNames)('lets %s hear only what is meant for it', async (name) => {
    const subjects = foreignToHear(name);
    expect((await refused(name, 'subscribe', subjects)).sort()).toEqual([...subjects].sort());
    expect(await refused(name, 'subscribe', [`_INBOX_${name}.>`])).toEqual([]);
  });

  it('brings what one service sends to the other, which fetches it', async () => {
    const [ai, health] = [connections.get('ai') as NatsConnection, connections.get('health') as NatsConnection];
    const kept = await ai.request('v1.beijing.ai.health.probe', 'told by ai', { timeout: 3_000 });
    expect(kept.json()).toMatchObject({ stream: 'to-health' });
    const fetched: string[] = [];
    health.subscribe('_INBOX_health.fetched', {
      callback: (_error, message) => {
        fetched.push(`${message.subject}: ${message.string()}`);
      },
    });
    health.publish('$JS.API.CONSUMER.MSG.NEXT.to-health.health', JSON.stringify({ batch: 4_000 }), { reply: '_INBOX_health.fetched' });
    await waitFor('health has it', async () => fetched.includes('v1.beijing.ai.health.probe: told by ai'));
  });

  it('lets the keeper of streams neither speak as a service nor read, delete or copy a message', async () => {
    const subjects = [
      ...serviceNames.flatMap((name) => [
        `v1.beijing.${name}.audit.record-row`,
        `$JS.ACK.to-${name}.${name}.1.1.1.1.0`,
        ...[
          'STREAM.MSG.GET',
          'STREAM.MSG.DELETE',
          'STREAM.PURGE',
          'STREAM.DELETE',
          'STREAM.UPDATE',
          'STREAM.SNAPSHOT',
          'STREAM.RESTORE',
          'DIRECT.GET',
        ].map((ask) => `$JS.API.${ask}.to-${name}`),
        ...['CONSUMER.MSG.NEXT', 'CONSUMER.DELETE'].map((ask) => `$JS.API.${ask}.to-${name}.${name}`),
        `$JS.API.CONSUMER.CREATE.to-${name}`,
        `$JS.API.CONSUMER.CREATE.to-${name}.mine`,
      ]),
      '$JS.API.STREAM.CREATE.mine',
      '$SYS.REQ.SERVER.PING',
      'anything',
    ];
    expect((await refused('reconciler', 'publish', subjects)).sort()).toEqual([...subjects].sort());
    const heard = ['>', 'v1.>', '$JS.>', ...serviceNames.map((name) => `_INBOX_${name}.>`)];
    expect((await refused('reconciler', 'subscribe', heard)).sort()).toEqual([...heard].sort());
  });

  it("does not let the keeper of streams have a service's messages sent to itself", async () => {
    const keeper = connections.get('reconciler') as NatsConnection;
    const heard: string[] = [];
    keeper.subscribe('_INBOX_reconciler.copy', {
      callback: (_error, message) => {
        heard.push(message.subject);
      },
    });
    const config = { durable_name: 'health', name: 'health', deliver_subject: '_INBOX_reconciler.copy', ack_policy: 'none' };
    const answer = await keeper.request('$JS.API.CONSUMER.CREATE.to-health.health', JSON.stringify({ stream_name: 'to-health', config }), {
      timeout: 3_000,
    });
    expect(answer.json()).toHaveProperty('error');
    await connections.get('ai')?.request('v1.beijing.ai.health.probe', 'told by ai', { timeout: 3_000 });
    await keeper.flush();
    expect(heard).toEqual([]);
  });

  it('lets nobody in without a key, or with one it does not know', async () => {
    await expect(connect({ servers: lianxi.nats.url, reconnect: false })).rejects.toThrow();
    await expect(
      connect({ servers: lianxi.nats.url, reconnect: false, authenticator: nkeyAuthenticator(createUser().getSeed()) }),
    ).rejects.toThrow();
  });
});
