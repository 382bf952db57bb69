import { randomUUID } from 'node:crypto';
import { connect, nkeyAuthenticator, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { type ProvingGround } from './proving-ground';
import type { SeededRandom } from './seeded-random';

const kept = 400;

/** Listens to everything on the broker, to send it again: what a network and a careless operator can do, and no service may. */
export class BrokerTap {
  private readonly heard: { subject: string; bytes: Uint8Array }[] = [];
  private connection: NatsConnection | undefined;

  constructor(
    private readonly ground: ProvingGround,
    private readonly random: SeededRandom,
  ) {}

  async open(): Promise<void> {
    this.connection = await connect({
      servers: this.ground.around.natsUrl,
      authenticator: nkeyAuthenticator(this.ground.tapSeed),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 100,
      reconnectJitter: 20,
    });
    this.connection.subscribe('v1.>', {
      callback: (_error, message: Msg) => {
        this.heard.push({ subject: message.subject, bytes: message.data });
        if (this.heard.length > kept) this.heard.shift();
      },
    });
  }

  /** Recent messages once more, in another order. */
  repeatShuffled(): number {
    const again = this.random.shuffled(this.heard).slice(0, 120);
    for (const { subject, bytes } of again) this.connection?.publish(subject, bytes);
    return again.length;
  }

  /** Messages that no attempt can make right: bytes, an unknown shape, a body without what it needs, a box nobody can open. */
  poison(service: string): void {
    const subject = (kind: string): string => `v1.beijing.health.${service}.${kind}`;
    const envelope = (change: Record<string, unknown>): string =>
      JSON.stringify({ id: randomUUID(), kind: 'handed-over@1', caseId: randomUUID(), n: 1, body: {}, ...change });
    this.connection?.publish(subject('handed-over'), new Uint8Array([0xff, 0x00, 0x7b]));
    this.connection?.publish(subject('handed-over'), '{"id":1}');
    this.connection?.publish(subject('handed-over'), envelope({}));
    this.connection?.publish(subject('handed-over'), envelope({ sealed: 'AAAA' }));
    this.connection?.publish(subject('case-indexed'), envelope({ kind: 'case-indexed@1' }));
  }

  async close(): Promise<void> {
    await this.connection?.close();
  }
}
