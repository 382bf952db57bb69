import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';

/**
 * The one connection of a service to the broker. It is kept trying for ever: a missing or badly set broker makes the
 * service degraded, never absent, since Postgres holds what is owed.
 */
export class NatsLink {
  private connection: NatsConnection | undefined;
  private closing = false;
  private reason = 'not connected yet';
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly url: string,
    private readonly user: string,
    private readonly seed: string,
  ) {}

  /** Called after every new connection, also after the broker came back: whatever was in flight may be lost. */
  onConnected(listener: () => void): void {
    this.listeners.push(listener);
    if (this.connection) listener();
  }

  find(): NatsConnection | undefined {
    return this.connection && !this.connection.isClosed() ? this.connection : undefined;
  }

  /** Why there is no usable connection now, or undefined when there is one. */
  trouble(): string | undefined {
    return this.find() && this.reason === '' ? undefined : this.reason || 'connection closed';
  }

  /** Starts connecting and returns at once. */
  open(): void {
    void this.keepConnecting();
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.connection?.drain().catch(() => undefined);
  }

  private async keepConnecting(): Promise<void> {
    while (!this.closing) {
      try {
        const connection = await connect({
          servers: this.url,
          name: this.user,
          authenticator: nkeyAuthenticator(new TextEncoder().encode(this.seed)),
          inboxPrefix: `_INBOX_${this.user}`,
          maxReconnectAttempts: -1,
          reconnectTimeWait: 100,
          reconnectJitter: 50,
          ignoreAuthErrorAbort: true,
          timeout: 3_000,
        });
        this.connection = connection;
        this.reason = '';
        for (const listener of this.listeners) listener();
        void this.watch(connection);
        const closed = await connection.closed();
        this.reason = closed instanceof Error ? closed.message : 'connection closed';
      } catch (error) {
        this.reason = (error as Error).message;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') this.reason = 'disconnected';
      if (status.type !== 'reconnect') continue;
      this.reason = '';
      for (const listener of this.listeners) listener();
    }
  }
}
