import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { RunningService } from '@lianxi/chassis';
import { demoPosts } from '../../deploy/embedded/src/demo-people';
import { environmentFor, type Surroundings } from '../../deploy/embedded/src/environment';
import { freePort } from '../../deploy/embedded/src/free-port';
import { issuer, keysAt, signToken, startIssuer } from '../../deploy/embedded/src/issuer';
import { serviceNames } from '../../deploy/embedded/src/load-service';
import { natsConfiguration } from '../../deploy/embedded/src/nats-configuration';
import { getNatsServer, natsVersion, startNats, type RunningNats } from '../../deploy/embedded/src/nats-server';
import { withClient } from '../../deploy/embedded/src/prepare-database';
import type { Secrets } from '../../deploy/embedded/src/secrets';
import { loadCompiledService } from './load-compiled';

interface Servers {
  readonly postgresUrl: string;
  readonly secrets: Secrets;
  readonly directory: string;
}

/** An answer of a service, read whole. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** A whole Lianxi of one test file: its own database and broker, real services, the local issuer. */
export class Lianxi {
  private constructor(
    readonly around: Surroundings,
    readonly admin: Client,
    private broker: RunningNats,
    private readonly running: Map<string, RunningService>,
    private readonly issuer: Server,
    readonly directory: string,
    private readonly database: string,
    private readonly postgresUrl: string,
    private readonly brokerPlan: { port: number; monitorPort: number; configuration: string },
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start({
    services = serviceNames,
    filingsAMinute = 100_000,
    people = false,
    settings = {},
  }: {
    services?: readonly string[];
    filingsAMinute?: number;
    people?: boolean;
    settings?: Readonly<Record<string, string>>;
  } = {}): Promise<Lianxi> {
    const { postgresUrl, secrets } = JSON.parse(readFileSync(process.env['LIANXI_TEST_SERVERS'] ?? '', 'utf8')) as Servers;
    const directory = mkdtempSync(join(tmpdir(), 'lianxi-file-'));
    const database = `t_${randomUUID().replaceAll('-', '')}`;
    await withClient(postgresUrl, async (client) => {
      await client.query('SELECT pg_advisory_lock(4200)');
      await client.query(`CREATE DATABASE ${database} TEMPLATE lianxi_template`);
    });
    const databaseUrl = Object.assign(new URL(postgresUrl), { pathname: `/${database}` }).href;
    const [port, monitorPort, issuerPort] = await Promise.all([freePort(), freePort(), freePort()]);
    const users = Object.fromEntries(Object.entries(secrets.nkeys).map(([name, { public: key }]) => [name, key]));
    const configuration = natsConfiguration({
      port,
      monitorPort,
      storeDirectory: join(directory, 'nats', 'store'),
      users,
      version: natsVersion(getNatsServer()),
    });
    const broker = await startNats({ directory: join(directory, 'nats'), port, monitorPort, configuration });
    const postsFile = join(directory, 'posts.json');
    writeFileSync(postsFile, JSON.stringify(demoPosts()));
    const around: Surroundings = {
      mode: 'test',
      databaseUrl,
      natsUrl: broker.url,
      natsMonitorUrl: broker.monitorUrl,
      issuer,
      jwksUrl: keysAt(issuerPort),
      secrets,
      ports: Object.fromEntries(await Promise.all(serviceNames.map(async (name) => [name, await freePort()] as const))),
      papersDirectory: join(directory, 'papers'),
      ledgerDirectory: join(directory, 'ledger'),
      log: join(directory, 'services.log'),
      postsFile,
      filingsAMinute,
    };
    const admin = new Client({ connectionString: databaseUrl });
    await admin.connect();
    await grantEverySchema(admin);
    const lianxi = new Lianxi(
      around,
      admin,
      broker,
      new Map(),
      await (people ? startProvider(around, issuerPort) : startIssuer(secrets.issuerKey, issuerPort)),
      directory,
      database,
      postgresUrl,
      { port, monitorPort, configuration },
      settings,
    );
    // Loading stops everything else for seconds, a connection that is being made among it: nothing is begun before.
    services.forEach(loadCompiledService);
    await Promise.all(services.map((name) => lianxi.startService(name)));
    if (services.includes('coordination')) await lianxi.postsAreKnown(services);
    return lianxi;
  }

  get nats(): RunningNats {
    return this.broker;
  }

  url(service: string): string {
    return `http://127.0.0.1:${this.around.ports[service]}`;
  }

  async startService(name: string, change: Readonly<Record<string, string>> = {}): Promise<void> {
    this.running.set(name, await loadCompiledService(name).start({ ...environmentFor(name, this.around), ...this.settings, ...change }));
  }

  async stopService(name: string): Promise<void> {
    await this.running.get(name)?.close();
    this.running.delete(name);
  }

  /** Stops the broker as a crash would, optionally loses its disk, and starts it again. */
  async restartBroker({ wipe = false }: { wipe?: boolean } = {}): Promise<void> {
    await this.broker.kill();
    if (wipe) rmSync(this.broker.storeDirectory, { recursive: true, force: true });
    this.broker = await startNats({ directory: join(this.directory, 'nats'), ...this.brokerPlan });
  }

  async stopBroker(): Promise<void> {
    await this.broker.kill();
  }

  async startBroker(): Promise<void> {
    this.broker = await startNats({ directory: join(this.directory, 'nats'), ...this.brokerPlan });
  }

  async token(subject: string, wish: { minutes?: number; audience?: string; issuer?: string } = {}): Promise<string> {
    const { rows } = await this.admin.query<{ now: number }>('SELECT extract(epoch FROM lianxi.lianxi_now())::float8 AS now');
    return signToken(this.around.secrets.issuerKey, { subject, issuer: this.around.issuer, now: rows[0]?.now ?? 0, ...wish });
  }

  /** Moves this database's clock: the only clock the services know. */
  async moveClock(interval: string): Promise<void> {
    await this.admin.query('INSERT INTO lianxi.clock_offset VALUES ($1)', [interval]);
  }

  /** As {@link request}, but as a client that tries again, as it is told to, where a service that is overrun says that it cannot answer now. */
  async insist(...order: Parameters<Lianxi['request']>): Promise<Answer> {
    for (let times = 0; ; times += 1) {
      const answer = await this.request(...order);
      if (answer.status !== 503 || times === 20) return answer;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  async request(
    service: string,
    method: string,
    path: string,
    { as, body, headers = {} }: { as?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.url(service)}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(as === undefined ? {} : { authorization: `Bearer ${await this.token(as)}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, text, body: (isJson && text !== '' ? JSON.parse(text) : {}) as Answer['body'] };
  }

  get = (service: string, path: string, as?: string): Promise<Answer> => this.request(service, 'GET', path, as === undefined ? {} : { as });

  file(
    service: string,
    facts: Record<string, unknown>,
    { key = randomUUID(), report = {} }: { key?: string; report?: Record<string, unknown> } = {},
  ): Promise<Answer> {
    return this.request(service, 'POST', '/v1/matters', {
      body: { facts, report: { title: '示例事项', text: '示例内容', ...report }, noStateSecrets: true },
      headers: { 'idempotency-key': key },
    });
  }

  /** Sends a form with files, as a browser does: `json` or plain fields, then the files. */
  async sendForm(
    service: string,
    path: string,
    fields: Record<string, string>,
    files: readonly { name: string; bytes: Buffer }[],
    { as, key = randomUUID(), headers = {} }: { as?: string; key?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const { name, bytes } of files) form.append('paper', new Blob([new Uint8Array(bytes)]), name);
    const answer = await fetch(`${this.url(service)}${path}`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { 'idempotency-key': key, ...(as === undefined ? {} : { authorization: `Bearer ${await this.token(as)}` }), ...headers },
    });
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      body: (/json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : {}) as Answer['body'],
    };
  }

  /** Puts a paper on a case as it stands now. */
  async addPaper(
    service: string,
    caseId: string,
    as: string,
    file: { name: string; bytes: Buffer },
    described: Record<string, string> = {},
  ): Promise<Answer> {
    const { body } = await this.get(service, `/v1/cases/${caseId}`, as);
    const fields = {
      kind: 'evidence',
      dated: '2026-10-08',
      origin: 'copy',
      version: String(body['version'] ?? 1),
      epoch: String(body['epoch'] ?? 1),
      ...described,
    };
    return this.sendForm(service, `/v1/cases/${caseId}/papers`, fields, [file], { as });
  }

  /** Does an act on a case as it stands now. */
  async act(
    service: string,
    caseId: string,
    act: string,
    as: string,
    form: Record<string, unknown> = {},
    seen: { version?: number; epoch?: number } = {},
  ): Promise<Answer> {
    const { body } = await this.get(service, `/v1/cases/${caseId}`, as);
    const { version = 1, epoch = 1 } = {
      version: body['version'] as number | undefined,
      epoch: body['epoch'] as number | undefined,
      ...seen,
    };
    return this.request(service, 'POST', `/v1/cases/${caseId}/acts/${act}`, {
      as,
      body: { version, epoch, form },
      headers: { 'idempotency-key': randomUUID() },
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.values()].map((service) => service.close()));
    await this.broker.stop();
    this.issuer.close();
    await this.admin.end();
    await withClient(this.postgresUrl, (client) => client.query(`DROP DATABASE ${this.database} WITH (FORCE)`));
    if (process.env['LIANXI_KEEP'] === undefined) rmSync(this.directory, { recursive: true, force: true });
  }

  private async postsAreKnown(services: readonly string[]): Promise<void> {
    const schemas = services.map((name) => name.replaceAll('-', '_'));
    const count = schemas.map((schema) => `SELECT count(*)::int AS posts FROM ${schema}.posts`).join(' UNION ALL ');
    await waitFor(
      'every service knows the posts',
      async () => (await this.admin.query<{ posts: number }>(count)).rows.every(({ posts }) => posts === demoPosts().length),
      60_000,
    );
  }
}

/** Where people sign in: only tests about the portal need more than its keys. */
const startProvider = async (around: Surroundings, port: number): Promise<Server> =>
  (await import('../../deploy/embedded/src/open-id-provider.js')).startOpenIdProvider(around, port);

/** A copied database keeps its schemas' rights, but rights on the database itself are not copied. */
async function grantEverySchema(admin: Client): Promise<void> {
  await admin.query(`DO $$ DECLARE login text; BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    FOR login IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'lianxi\\_%' LOOP EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login); END LOOP; END $$`);
}

/** Waits for a fact, never for a time; says which fact did not come true. */
export async function waitFor(fact: string, isTrue: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain until ${fact}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
