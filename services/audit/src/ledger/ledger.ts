import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, HealthChecks, LOGGER, type Configuration, type Logger } from '@lianxi/chassis';
import { LedgerRefused } from './ledger-refused';
import { LedgerSession } from './ledger-session';
import { ledgerParts } from './ledger-settings';
import { LedgerWriter, mostInARound, type LedgerParts } from './ledger-writer';
import { WitnessSilent } from './witness-client';

const betweenRounds = 1_000;
const betweenAttempts = 3_000;

/**
 * `off`: no ledger here; `standing-by`: another process writes; `writing`; `waiting`: too few witnesses answer, so nothing new is signed;
 * `unreachable`: database or disk cannot be reached; `refused`: two histories would begin here.
 */
export interface WriterState {
  readonly state: 'off' | 'starting' | 'standing-by' | 'writing' | 'waiting' | 'unreachable' | 'refused';
  readonly code?: string;
  readonly reason?: string;
}

/** Keeps the one writer going: off the commit path, at most once a second, started anew with a full comparison after whatever went wrong. */
@Injectable()
export class Ledger implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly parts: LedgerParts | undefined;
  private current: WriterState;
  private uncosigned: string | undefined;
  private session: LedgerSession | undefined;
  private writer: LedgerWriter | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(HealthChecks) private readonly checks: HealthChecks,
  ) {
    this.parts = ledgerParts(configuration);
    this.current = { state: this.parts ? 'starting' : 'off' };
  }

  onApplicationBootstrap(): void {
    if (!this.parts) return;
    this.checks.add({ name: 'ledger', trouble: () => this.trouble() });
    this.next(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.running;
    await this.session?.close();
  }

  get state(): WriterState {
    return this.current;
  }

  private trouble(): string | undefined {
    const { state, reason } = this.current;
    if (['refused', 'waiting', 'unreachable'].includes(state)) return reason ?? state;
    return this.uncosigned;
  }

  private next(ms: number): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.running = this.step().then((pause) => this.next(pause));
    }, ms);
  }

  /** One round, or one attempt to begin; returns how long to pause. Never throws. */
  private async step(): Promise<number> {
    try {
      this.writer ??= await this.begin();
      if (!this.writer) return betweenAttempts;
      const { added, cosigned } = await this.writer.round();
      if (added > 0)
        this.uncosigned =
          cosigned < (this.parts?.quorum ?? 0)
            ? `${cosigned} of ${this.parts?.witnesses.length} witnesses cosigned the last checkpoint, ${this.parts?.quorum} are wanted`
            : undefined;
      return added === mostInARound ? 0 : betweenRounds;
    } catch (error) {
      await this.giveUp(error as Error);
      return betweenAttempts;
    }
  }

  private async begin(): Promise<LedgerWriter | undefined> {
    this.session = await LedgerSession.open(this.configuration);
    if (!this.session) {
      this.current = { state: 'standing-by' };
      return undefined;
    }
    const writer = await LedgerWriter.open(this.parts as LedgerParts, this.session);
    if (this.current.state !== 'starting') this.logger.info('the ledger is written again');
    this.current = { state: 'writing' };
    return writer;
  }

  private async giveUp(error: Error): Promise<void> {
    await this.session?.close();
    this.session = undefined;
    this.writer = undefined;
    const { code } = error as { code?: string };
    const state = error instanceof LedgerRefused ? 'refused' : error instanceof WitnessSilent ? 'waiting' : 'unreachable';
    if (this.current.state !== state || this.current.code !== code)
      this.logger[state === 'refused' ? 'error' : 'warn']({ state, code, error: error.name }, 'ledger');
    this.current = {
      state,
      ...(code === undefined ? {} : { code }),
      reason: error instanceof LedgerRefused || error instanceof WitnessSilent ? error.message : `${error.name} ${code ?? ''}`.trim(),
    };
  }
}
