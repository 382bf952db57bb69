import { type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { Pool } from 'pg';
import { loginsOf, schemaOf } from '@lianxi/chassis';
import { endOf, startChild } from '../child-server';
import { demoPosts } from '../demo-people';
import { environmentFor, type Surroundings } from '../environment';
import { freePort } from '../free-port';
import { issuer, keysAt, signToken, startIssuer } from '../issuer';
import { preparedServices, serviceNames } from '../load-service';
import { natsConfiguration } from '../nats-configuration';
import { getNatsServer, natsVersion, startNats, type RunningNats } from '../nats-server';
import { startPostgres, type RunningPostgres } from '../postgres-server';
import { prepareDatabase } from '../prepare-database';
import { makeSecrets } from '../secrets';
import { pause } from './seeded-random';

export const departments = serviceNames.filter((name) => !['audit', 'portal'].includes(name));

/** After a crash Postgres syncs every file of its data one by one; all at once leaves more of the campaign for the campaign. */
const quickRecovery: Readonly<Record<string, string>> = process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {};

/** A whole Lianxi with every part a process of its own, made to be broken. */
export class ProvingGround {
  private readonly children = new Map<string, ChildProcess>();
  private readonly tokens = new Map<string, string>();
  private readonly changes = new Map<string, Readonly<Record<string, string | undefined>>>();
  private stopping = false;

  private constructor(
    readonly around: Surroundings,
    readonly admin: Pool,
    readonly tapSeed: Uint8Array,
    private readonly programs: string,
    private readonly directory: string,
    private postgres: RunningPostgres,
    private readonly postgresPort: number,
    private broker: RunningNats,
    private readonly brokerPlan: { port: number; monitorPort: number; configuration: string },
    private readonly issuer: Server,
  ) {}

  /** `programs`: the folder of compiled services that are put to the test. */
  static async open(programs: string): Promise<ProvingGround> {
    const directory = mkdtempSync(join(tmpdir(), 'lianxi-faults-'));
    chmodSync(directory, 0o711);
    const [postgresPort, port, monitorPort, issuerPort] = [await freePort(), await freePort(), await freePort(), await freePort()];
    const secrets = await makeSecrets(
      serviceNames,
      serviceNames.flatMap((name) => Object.values(loginsOf(schemaOf(name))) as string[]),
    );
    const postgres = await startPostgres({ directory: join(directory, 'postgres'), port: postgresPort });
    const databaseUrl = await prepareDatabase(postgres.url, 'lianxi', await preparedServices(), secrets, 'test');
    const tap = createUser();
    const users = Object.fromEntries(Object.entries(secrets.nkeys).map(([name, { public: key }]) => [name, key]));
    const plain = natsConfiguration({
      port,
      monitorPort,
      storeDirectory: join(directory, 'nats', 'store'),
      users,
      version: natsVersion(getNatsServer()),
    });
    const configuration = plain.replace(
      'users = [',
      `users = [\n    { nkey: ${tap.getPublicKey()}, permissions: { publish: ">", subscribe: ">" } }`,
    );
    const broker = await startNats({ directory: join(directory, 'nats'), port, monitorPort, configuration });
    const postsFile = join(directory, 'posts.json');
    writeFileSync(postsFile, JSON.stringify(demoPosts()));
    mkdirSync(join(directory, 'papers'), { recursive: true });
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
      filingsAMinute: 1_000_000,
    };
    const admin = new Pool({ connectionString: databaseUrl, max: 6 });
    admin.on('error', () => undefined);
    const ground = new ProvingGround(
      around,
      admin,
      tap.getSeed(),
      programs,
      directory,
      postgres,
      postgresPort,
      broker,
      { port, monitorPort, configuration },
      await startIssuer(secrets.issuerKey, issuerPort),
    );
    for (const name of serviceNames) ground.startService(name);
    await ground.whenHealthy(60_000);
    await ground.whenPostsKnown();
    return ground;
  }

  url(service: string): string {
    return `http://127.0.0.1:${this.around.ports[service]}`;
  }

  get superuserUrl(): string {
    return this.postgres.url;
  }

  /** Valid for years, since the campaign moves the database's clock. */
  async tokenOf(post: string): Promise<string> {
    const known = this.tokens.get(post);
    if (known !== undefined) return known;
    const token = await signToken(this.around.secrets.issuerKey, {
      subject: post,
      issuer: this.around.issuer,
      minutes: 5_000_000,
      now: performance.timeOrigin / 1000,
    });
    this.tokens.set(post, token);
    return token;
  }

  /** Gives a service other variables from now on (undefined takes one away) and starts it anew with them. */
  async changeService(name: string, change: Readonly<Record<string, string | undefined>>): Promise<void> {
    this.changes.set(name, change);
    const before = this.children.get(name);
    this.killService(name);
    if (before) await endOf(before);
    await pause(300);
    await this.whenHealthy(60_000);
  }

  startService(name: string): void {
    const child = startChild(process.execPath, [join(this.programs, 'services', name, 'src/main.js')], {
      env: { PATH: process.env['PATH'], ...environmentFor(name, this.around), ...this.changes.get(name) },
    });
    child.stdout?.resume();
    child.stderr?.resume();
    child.once('exit', () => {
      if (!this.stopping && this.children.get(name) === child)
        setTimeout(() => {
          if (!this.stopping) this.startService(name);
        }, 100);
    });
    this.children.set(name, child);
  }

  /** A crash: no handler runs. The service is started again at once, as a supervisor would. */
  killService(name: string): void {
    this.children.get(name)?.kill('SIGKILL');
  }

  stallService(name: string): void {
    this.children.get(name)?.kill('SIGSTOP');
  }

  wakeService(name: string): void {
    this.children.get(name)?.kill('SIGCONT');
  }

  async restartBroker({ downMs, wipe }: { downMs: number; wipe: boolean }): Promise<void> {
    await this.broker.kill();
    if (wipe) rmSync(this.broker.storeDirectory, { recursive: true, force: true });
    await pause(downMs);
    this.broker = await startNats({ directory: join(this.directory, 'nats'), ...this.brokerPlan });
  }

  async restartPostgres(downMs: number): Promise<void> {
    if (this.postgres.pid !== undefined) process.kill(this.postgres.pid, 'SIGKILL');
    await pause(downMs);
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.postgres = await startPostgres({
          directory: join(this.directory, 'postgres'),
          port: this.postgresPort,
          settings: quickRecovery,
        });
        return;
      } catch (error) {
        if (attempt >= 40) throw error;
        await pause(150);
      }
    }
  }

  async isHealthy(): Promise<boolean> {
    const answers = await Promise.all(
      serviceNames.map((name) =>
        fetch(`${this.url(name)}/health`, { signal: AbortSignal.timeout(2_000) })
          .then(async (answer) => isWell((await answer.json()) as Health))
          .catch(() => false),
      ),
    );
    return answers.every(Boolean);
  }

  async whenHealthy(withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    while (!(await this.isHealthy())) {
      if (performance.now() > end) throw new Error(`Not every service became ready within ${withinMs} ms.`);
      await pause(100);
    }
  }

  async close(): Promise<void> {
    this.stopping = true;
    for (const name of serviceNames) this.wakeService(name);
    await Promise.all(
      [...this.children.values()].map((child) => {
        child.kill('SIGTERM');
        return endOf(child, 4_000);
      }),
    );
    await this.admin.end().catch(() => undefined);
    await this.broker.stop();
    await this.postgres.stop();
    this.issuer.close();
    if (process.env['LIANXI_KEEP'] === undefined) rmSync(this.directory, { recursive: true, force: true });
    else process.stderr.write(`kept: ${this.directory}\n`);
  }

  private async whenPostsKnown(): Promise<void> {
    const count = serviceNames.map((name) => `SELECT count(*)::int AS posts FROM ${schemaOf(name)}.posts`).join(' UNION ALL ');
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const { rows } = await this.admin.query<{ posts: number }>(count);
      if (rows.every(({ posts }) => posts === demoPosts().length)) return;
      await pause(50);
    }
    throw new Error('The posts did not reach every service.');
  }
}

interface Health {
  readonly status: string;
  readonly reasons: readonly { readonly name: string; readonly reason: string }[];
}

/** Poison leaves dead letters, and a service says so until somebody looks: in a campaign that is as it should be. */
const isWell = ({ status, reasons }: Health): boolean =>
  status === 'ok' || reasons.every(({ name, reason }) => name === 'integrity' && /^dead-letter: \d+$/.test(reason));
