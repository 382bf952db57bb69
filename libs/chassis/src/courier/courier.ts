import type { MessageKind } from '@lianxi/contracts';
import type { Pool } from 'pg';
import type { Configuration } from '../configuration/configuration';
import type { Logger } from '../health/logger';
import type { HealthCheck } from '../health/health.controller';
import { inTransaction } from '../postgres/transaction';
import type { Tracing } from '../tracing/tracing';
import type { ServiceDefinition } from '../bootstrap/service-definition';
import { DeadLetters } from './dead-letters';
import { Announcer } from './announcer';
import { Inbox, type TogetherHandler } from './inbox';
import { Intake, type UnrecordedHandler } from './intake';
import { JetStreamStrategy } from './jetstream-strategy';
import { NatsLink } from './nats-link';
import { handleParked } from './parked';
import { takeReceipt, type DeliveredListener } from './receipts';
import { Reconciler } from './reconciler';
import { Relay } from './relay';
import type { Sealing } from './sealing';
import { keepIncarnation } from './incarnation';

/** Everything of one service that touches the broker, started and stopped in the right order. */
export class Courier {
  readonly link: NatsLink;
  readonly strategy: JetStreamStrategy;
  readonly inbox: Inbox;
  readonly deadLetters: DeadLetters;
  private readonly relay: Relay;
  private readonly announcer: Announcer;
  private readonly reconciler: Reconciler | undefined;
  private readonly listeners: DeliveredListener[] = [];
  private serves: (body: string) => boolean;
  private readonly unrecorded = new Map<string, UnrecordedHandler>([
    ['receipt@1', (tx, subject, body) => takeReceipt(tx, subject, body, this.listeners)],
  ]);

  constructor(
    definition: ServiceDefinition,
    configuration: Configuration,
    private readonly pool: Pool,
    readonly sealing: Sealing,
    private readonly logger: Logger,
    tracing: Tracing,
  ) {
    const { name } = definition;
    const report = (error: unknown): void => this.report(error);
    this.link = new NatsLink(configuration.LIANXI_NATS_URL, name, configuration.LIANXI_NATS_SEED);
    this.serves = definition.servesBody;
    this.inbox = new Inbox(
      sealing,
      (body) => this.serves(body),
      (kind, body, context) => this.strategy.dispatch(kind, body, context),
      tracing,
    );
    this.deadLetters = new DeadLetters(name, pool, this.inbox);
    this.strategy = new JetStreamStrategy(
      name,
      this.link,
      new Intake(name, pool, this.link, this.inbox, this.unrecorded, report, () => this.relay.wake()),
    );
    this.relay = new Relay(name, pool, this.link, sealing, report, tracing);
    this.announcer = new Announcer(name, definition.cities[0] ?? 'all', pool, this.link, report);
    const seed = configuration.LIANXI_NATS_RECONCILER_SEED;
    this.reconciler =
      seed === undefined
        ? undefined
        : new Reconciler(new NatsLink(configuration.LIANXI_NATS_URL, 'reconciler', seed), definition.allServices);
  }

  /** Told in the receipt's own transaction what has arrived at its receiver. */
  onDelivered(listener: DeliveredListener): void {
    this.listeners.push(listener);
  }

  /** Whom a service serves may change while it runs: rules that are signed later may bring it another body's cases. */
  servesBodiesBy(serves: (body: string) => boolean): void {
    this.serves = serves;
  }

  /** For kinds of which the messages of a whole batch can be written by few statements. */
  onTogether(kinds: readonly MessageKind[], handler: TogetherHandler, isTraced = false): void {
    this.inbox.handleTogether({ kinds, handler, isTraced });
  }

  /** For messages that are said again anyway, so that losing one costs nothing. */
  onUnrecorded(kind: string, handler: UnrecordedHandler): void {
    this.unrecorded.set(kind, handler);
  }

  /** A hint after a commit: something is owed. */
  wake(): void {
    this.relay.wake();
  }

  async start(): Promise<void> {
    await inTransaction(this.pool, undefined, keepIncarnation);
    this.reconciler?.start();
    this.link.open();
    await handleParked(this.pool, this.inbox).catch((error: unknown) => this.report(error));
    this.relay.start();
    this.announcer.start();
  }

  /** Consumers stop first (Nest closes the strategy), then what sends, then the connection. */
  async stop(): Promise<void> {
    this.announcer.stop();
    await this.relay.stop();
    await this.reconciler?.stop();
    await this.link.close();
  }

  checks(): HealthCheck[] {
    return [
      { name: 'broker', trouble: () => this.link.trouble() },
      { name: 'inbox', trouble: () => this.strategy.whyNotConsuming() },
    ];
  }

  private report(error: unknown): void {
    this.logger.warn(
      { error: (error as Error).name, code: (error as { code?: string }).code, at: (error as Error).stack?.split('\n')[1]?.trim() },
      'courier',
    );
  }
}
