import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Courier, COURIER_POOL, inTransaction, isPassing, LOGGER, Repeating, type Logger } from '@lianxi/chassis';
import { fireDue, type Batch } from './fire-due';

/** So many periods lock their cases for a tenth of a second or so: nobody who acts on one of them waits longer. */
const mostAtOnce = 256;
/** A period that cannot fire is tried again after so long; it is told of as one that did not fire. */
const setAsideMs = 60_000;
/** Most seconds nothing is, and no transaction need be begun. */
const isDue = 'SELECT EXISTS (SELECT 1 FROM clocks WHERE fires_at <= (SELECT lianxi_now())) AS due';

/**
 * Fires what is due, in order of when it was due, also what became due while everything was down: many firings, their clocks and
 * the changes of their cases in one transaction, so each moment fires once however many processes look. Where one cannot
 * fire, fewer are tried together, until it stands alone and is set aside: the others do not wait for it.
 */
@Injectable()
export class FireClocks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;
  private readonly setAside = new Map<string, number>();

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.repeating = new Repeating('clocks', 1_000, () => this.fireAll(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  private async fireAll(): Promise<void> {
    let most = mostAtOnce;
    const { rows } = await this.pool.query<{ due: boolean }>({ name: 'is-due', text: isDue });
    while (rows[0]?.due && this.repeating.goesOn) {
      const batch: Batch = { most, without: this.stillAside(), tried: [] };
      try {
        if ((await inTransaction(this.pool, undefined, (tx) => fireDue(tx, batch))) === 0) return;
        this.courier.wake();
        most = Math.min(most * 2, mostAtOnce);
      } catch (error) {
        if (isPassing(error)) throw error;
        if (batch.tried.length <= 1) this.putAside(batch.tried[0], error);
        most = Math.ceil(batch.tried.length / 2);
      }
    }
  }

  private putAside(clock: string | undefined, error: unknown): void {
    if (clock === undefined) throw error;
    const { name, code } = error as Error & { code?: string };
    this.logger.warn({ clock, error: name, code }, 'clock does not fire');
    this.setAside.set(clock, performance.now() + setAsideMs);
  }

  private stillAside(): string[] {
    for (const [clock, until] of this.setAside) if (until < performance.now()) this.setAside.delete(clock);
    return [...this.setAside.keys()];
  }
}
