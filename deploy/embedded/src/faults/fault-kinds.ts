import { Client } from 'pg';
import { schemaOf } from '@lianxi/chassis';
import { serviceNames } from '../load-service';
import type { BrokerTap } from './broker-tap';
import type { ProvingGround } from './proving-ground';
import { pause, type SeededRandom } from './seeded-random';

/** How often each fault is drawn in comparison with the others. */
export const faultWeights = {
  'broker killed': 3,
  'broker killed and its disk wiped': 3,
  'Postgres killed': 3,
  'service killed': 6,
  'service stalled': 2,
  'messages repeated in another order': 4,
  'everything owed sent again': 2,
  'poison messages': 2,
  'connections cut': 3,
  'every other message held back': 4,
  'words to the office held back': 4,
  'long transaction in another database': 1,
  'days passed': 2,
} as const;
export type FaultKind = keyof typeof faultWeights;

interface HeldBack {
  readonly name: string;
  readonly which: string;
  readonly seconds: number;
}
const everyOther: HeldBack = {
  name: 'every_other_is_held_back',
  which: "NEW.receiver <> 'audit' AND hashtext(NEW.id::text) % 2 = 0",
  seconds: 3,
};
/** Long enough for the case to change hands meanwhile: the office then hears the new holder before the old one. */
const toTheOffice: HeldBack = { name: 'words_to_the_office_are_held_back', which: "NEW.receiver = 'coordination'", seconds: 15 };

/** Injects faults and takes them back; what goes on beside the next fault is waited for at the end. */
export class FaultInjector {
  readonly counts = new Map<FaultKind, number>();
  private readonly pending: Promise<unknown>[] = [];

  constructor(
    private readonly ground: ProvingGround,
    private readonly tap: BrokerTap,
    private readonly random: SeededRandom,
  ) {}

  async injectOne(): Promise<FaultKind> {
    const kind = this.draw();
    await this.inject[kind]();
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return kind;
  }

  /** What has not been injected yet is preferred half of the time, so that a short campaign, too, sees most kinds. */
  private draw(): FaultKind {
    const fresh = (Object.keys(faultWeights) as FaultKind[]).filter((kind) => !this.counts.has(kind));
    return fresh.length > 0 && this.random.isLucky(0.5) ? this.random.pick(fresh) : this.random.weighted(faultWeights);
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
    'messages repeated in another order': async () => {
      this.tap.repeatShuffled();
    },
    'everything owed sent again': async () => {
      await this.tolerant(`UPDATE ${schemaOf(this.random.pick(serviceNames))}.delivery SET send_at = '-infinity'`);
    },
    'poison messages': async () => this.tap.poison(this.random.pick(serviceNames)),
    'connections cut': async () => {
      await this.tolerant(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'lianxi\\_${schemaOf(this.random.pick(serviceNames))}\\_%'`,
      );
    },
    'every other message held back': async () => {
      this.pending.push(this.holdBack(this.random.between(1_000, 4_000), everyOther));
    },
    'words to the office held back': async () => {
      this.pending.push(this.holdBack(this.random.between(3_000, 9_000), toTheOffice));
    },
    'long transaction in another database': async () => {
      this.pending.push(this.holdTransaction(this.random.between(3_000, 8_000)));
    },
    'days passed': async () => {
      await this.tolerant(`INSERT INTO lianxi.clock_offset VALUES (interval '${this.random.between(1, 5)} days')`);
    },
  };

  private stall(service: string, ms: number): void {
    this.ground.stallService(service);
    this.pending.push(pause(ms).then(() => this.ground.wakeService(service)));
  }

  /** As two ways of different length would: of what is said of one case, later words arrive before earlier ones. */
  private async holdBack(ms: number, { name, which, seconds }: HeldBack): Promise<void> {
    await this.tolerant(`
      CREATE OR REPLACE FUNCTION lianxi.send_later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.send_at := lianxi.lianxi_now() + (0.5 + random()) * TG_ARGV[0]::interval; RETURN NEW; END $$;
      ${serviceNames.map((service) => `CREATE OR REPLACE TRIGGER ${name} BEFORE INSERT ON ${schemaOf(service)}.delivery FOR EACH ROW WHEN (${which}) EXECUTE FUNCTION lianxi.send_later('${seconds} seconds')`).join(';\n      ')}`);
    await pause(ms);
    const release = serviceNames.map((service) => `DROP TRIGGER IF EXISTS ${name} ON ${schemaOf(service)}.delivery`).join('; ');
    while (!(await this.tolerant(release))) await pause(100);
  }

  /** False when Postgres was not there. */
  private tolerant(sql: string): Promise<boolean> {
    return this.ground.admin.query(sql).then(
      () => true,
      () => false,
    );
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
    } catch {
      /* Postgres was killed meanwhile: the transaction is over too */
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
