import { Client } from 'pg';
import { schemaOf } from '@lianxi/chassis';
import { serviceNames } from '../load-service';
import type { BrokerTap } from './broker-tap';
import type { ProvingGround } from './proving-ground';
import { pause, type SeededRandom } from './seeded-random';

/** How often each fault is drawn in comparison with the others. */
export const faultWeights = {
  'broker killed': 3, 'broker killed and its disk wiped': 3, 'Postgres killed': 3, 'service killed': 6, 'service stalled': 2, 'messages repeated in another order': 4, 'everything owed sent again': 2,
  'poison messages': 2, 'connections cut': 3, 'messages to one service held back': 3, 'long transaction in another database': 1, 'days passed': 2,
} as const;
export type FaultKind = keyof typeof faultWeights;

/** Injects faults and takes them back; what goes on beside the next fault is waited for at the end. */
export class FaultInjector {
  readonly counts = new Map<FaultKind, number>();
  private readonly pending: Promise<unknown>[] = [];

  constructor(private readonly ground: ProvingGround, private readonly tap: BrokerTap, private readonly random: SeededRandom) {}

  async injectOne(): Promise<FaultKind> {
    const kind = this.random.weighted(faultWeights);
    await this.inject[kind]();
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return kind;
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  async whenTakenBack(): Promise<void> {
    await Promise.all(this.pending);
  }

  private readonly inject: Readonly<Record<FaultKind, () => Promise<void>>> = {
    'broker killed': () => this.ground.restartBroker({ downMs: this.random.between(0, 400), wipe: false }),
    'broker killed and its disk wiped': () => this.ground.restartBroker({ downMs: this.random.between(0, 200), wipe: true }),
    'Postgres killed': () => this.ground.restartPostgres(this.random.between(0, 400)),
    'service killed': async () => this.ground.killService(this.random.pick(serviceNames)),
    'service stalled': async () => this.stall(this.random.pick(serviceNames), this.random.between(500, 3_000)),
    'messages repeated in another order': async () => { this.tap.repeatShuffled(); },
    'everything owed sent again': () => this.tolerant(`UPDATE ${schemaOf(this.random.pick(serviceNames))}.delivery SET send_at = '-infinity'`),
    'poison messages': async () => this.tap.poison(this.random.pick(serviceNames)),
    'connections cut': () => this.tolerant(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'lianxi\\_${schemaOf(this.random.pick(serviceNames))}\\_%'`),
    'messages to one service held back': async () => { this.pending.push(this.holdBack(this.random.pick(serviceNames), this.random.pick(serviceNames), this.random.between(1_000, 4_000))); },
    'long transaction in another database': async () => { this.pending.push(this.holdTransaction(this.random.between(3_000, 8_000))); },
    'days passed': () => this.tolerant(`INSERT INTO lianxi.clock_offset VALUES (interval '${this.random.between(1, 5)} days')`),
  };

  private stall(service: string, ms: number): void {
    this.ground.stallService(service);
    this.pending.push(pause(ms).then(() => this.ground.wakeService(service)));
  }

  /** As a slow way between two services would: what others say meanwhile overtakes it. */
  private async holdBack(sender: string, receiver: string, ms: number): Promise<void> {
    for (const end = performance.now() + ms; performance.now() < end; await pause(10)) {
      await this.tolerant(`UPDATE ${schemaOf(sender)}.delivery SET send_at = lianxi.lianxi_now() + interval '3 seconds', attempts = 1 WHERE receiver = '${receiver}' AND attempts = 0`);
    }
  }

  private async tolerant(sql: string): Promise<void> {
    await this.ground.admin.query(sql).catch(() => undefined);
  }

  /** Keeps the server's oldest snapshot back, which must delay nobody. */
  private async holdTransaction(ms: number): Promise<void> {
    const client = new Client({ connectionString: this.ground.superuserUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await client.query('SELECT txid_current()');
      await pause(ms);
      await client.query('COMMIT');
    } catch { /* Postgres was killed meanwhile: the transaction is over too */ } finally {
      await client.end().catch(() => undefined);
    }
  }
}
