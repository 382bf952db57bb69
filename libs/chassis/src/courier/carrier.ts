import type { JsMsg } from '@nats-io/jetstream';

/** A message of the broker that may carry many of ours: it is done when each of them is, and is brought again when one must be. */
export class Carrier {
  private again: number | undefined;

  constructor(
    private readonly message: Pick<JsMsg, 'ack' | 'nak'>,
    private open: number,
  ) {}

  done(): void {
    this.settleOne();
  }

  /** What was taken in from it meanwhile will be recognised and receipted once more. */
  comeAgain(afterMs: number): void {
    this.again = Math.min(this.again ?? afterMs, afterMs);
    this.settleOne();
  }

  private settleOne(): void {
    this.open -= 1;
    if (this.open !== 0) return;
    if (this.again === undefined) this.message.ack();
    else this.message.nak(this.again);
  }
}
