import { jetstreamManager, AckPolicy, DiscardPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { NatsLink } from './nats-link';

export const streamOf = (service: string): string => `to-${service}`;

/**
 * Keeps every service's stream and consumer as they must be, also after the broker's disk was wiped. Only its own user may
 * create them; a service can neither make nor change one.
 */
export class Reconciler {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly link: NatsLink,
    private readonly services: readonly string[],
    private readonly everyMs = 2_000,
  ) {}

  start(): void {
    this.link.onConnected(() => void this.reconcile().catch(() => undefined));
    this.timer = setInterval(() => void this.reconcile().catch(() => undefined), this.everyMs);
    this.link.open();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.link.close();
  }

  /** Creates what is missing and returns the names of the streams it made anew. */
  async reconcile(): Promise<string[]> {
    const connection = this.link.find();
    if (!connection) return [];
    const manager = await jetstreamManager(connection, { timeout: 3_000 });
    const made: string[] = [];
    for (const service of this.services) if (await this.keep(manager, service)) made.push(streamOf(service));
    return made;
  }

  private async keep(manager: Awaited<ReturnType<typeof jetstreamManager>>, service: string): Promise<boolean> {
    const stream = streamOf(service);
    // A consumer is only where its stream is: as long as nothing is missing, one question says so.
    if (await manager.consumers.info(stream, service).then(() => true, isMissing)) return false;
    const isThere = await manager.streams.info(stream).then(() => true, isMissing);
    if (!isThere)
      await manager.streams.add({
        name: stream,
        subjects: [`v1.*.*.${service}.*`],
        storage: StorageType.File,
        retention: RetentionPolicy.Workqueue,
        discard: DiscardPolicy.New,
        max_msg_size: 1_048_576,
        duplicate_window: 120_000_000_000,
      });
    await manager.consumers.add(stream, {
      durable_name: service,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 15_000_000_000,
      max_ack_pending: 4_096,
      max_deliver: -1,
    });
    return !isThere;
  }
}

function isMissing(error: unknown): false {
  const text = `${(error as Error).name} ${(error as Error).message}`;
  if (/not found/i.test(text)) return false;
  throw error;
}
