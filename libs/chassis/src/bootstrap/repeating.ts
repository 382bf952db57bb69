import type { Logger } from '../health/logger';

/** Work that is begun again some time after it ended, until it is stopped. What fails is logged by its name and code alone, and tried again. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger,
  ) {}

  /** False once it is to stop: work that goes in turns asks before each. */
  get goesOn(): boolean {
    return this.timer !== undefined;
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.busy = this.work()
        .catch((error: Error & { code?: string }) => this.logger.warn({ error: error.name, code: error.code }, this.name))
        .then(() => {
          if (this.goesOn) this.start();
        });
    }, this.everyMs);
  }

  /** Resolves when what is under way has ended; nothing is begun any more. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.busy;
  }
}
