import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { jetstream, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { lastValueFrom } from 'rxjs';
import type { NatsLink } from './nats-link';
import { streamOf } from './reconciler';
import type { Effect, InboxContext } from './incoming';
import type { Intake } from './intake';

/** What arrives within a moment is taken in together: a transaction costs the same for one message and for many. */
const gatherMs = 4;

/**
 * Nest's transport for the courier: message handlers are controllers with @EventPattern(kind); what arrives is taken in
 * batches, each in one transaction, and acknowledged to the broker only after the commit.
 */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  private stopped = false;
  private running: Promise<void> | undefined;
  private messages: ConsumerMessages | undefined;
  private trouble: string | undefined = 'not consuming yet';

  constructor(
    private readonly service: string,
    private readonly link: NatsLink,
    private readonly intake: Intake,
  ) {
    super();
  }

  /** Never fails: without a broker the service starts degraded and binds when there is one. */
  listen(callback: (error?: unknown) => void): void {
    this.running = this.run();
    callback();
  }

  async close(): Promise<void> {
    this.stopped = true;
    await this.messages?.close().catch(() => undefined);
    await this.running;
  }

  override on(): void {
    /* Nest asks for listeners of a broker client; the link has its own. */
  }

  override unwrap<T>(): T {
    return this.link.find() as T;
  }

  /** Why nothing is being consumed now, or undefined when it is. */
  whyNotConsuming(): string | undefined {
    return this.trouble;
  }

  /** Hands a body to the controller for its kind; undefined when this service has none. */
  dispatch(kind: string, body: unknown, context: InboxContext): Promise<Effect> | undefined {
    const handler = this.getHandlerByPattern(kind);
    if (!handler) return undefined;
    return (async () =>
      (await lastValueFrom(this.transformToObservable(await handler(body, context)), { defaultValue: undefined })) as Effect)();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.consume();
        this.trouble = 'consumption ended';
      } catch (error) {
        this.trouble = (error as Error).message;
      }
      if (!this.stopped) await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  private async consume(): Promise<void> {
    const connection = this.link.find();
    if (!connection) throw new Error('no connection to the broker');
    const consumer = await jetstream(connection, { timeout: 2_000 }).consumers.get(streamOf(this.service), this.service);
    const messages = await consumer.consume({ max_messages: 512, expires: 2_000, idle_heartbeat: 500, abort_on_missing_resource: true });
    this.messages = messages;
    // Asked to stop while it was binding, it would otherwise wait for messages for ever. The end comes as a message does: to whoever reads them.
    if (this.stopped) void messages.close();
    this.trouble = undefined;
    const waiting: JsMsg[] = [];
    let draining: Promise<void> | undefined;
    const drain = async (): Promise<void> => {
      while (waiting.length > 0) await this.intake.take(waiting.splice(0, 256));
      draining = undefined;
    };
    for await (const message of messages) {
      waiting.push(message);
      draining ??= new Promise((resolve) => setTimeout(resolve, gatherMs)).then(drain);
    }
    await draining;
    const closed = await messages.closed();
    if (closed instanceof Error) throw closed;
  }
}
