import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, Repeating, type Logger } from '@lianxi/chassis';
import type { Session } from '../session/session';
import { Sessions } from '../session/sessions';

interface OpenStream {
  readonly session: Session;
  readonly end: () => void;
}

/** Streams end with the session they were opened in, wherever it was ended, and with a change of its post. One question for all of them, and none while there are none. */
@Injectable()
export class OpenStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Set<OpenStream>();
  private readonly repeating: Repeating;

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('open-streams', 2_000, () => this.endWithSessions(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
    for (const { end } of this.streams) end();
  }

  /** Returns what takes it out again. */
  add(stream: OpenStream): () => void {
    this.streams.add(stream);
    return () => {
      this.streams.delete(stream);
    };
  }

  private async endWithSessions(): Promise<void> {
    if (this.streams.size === 0) return;
    const posts = await this.sessions.inForce([...new Set([...this.streams].map(({ session }) => session.handle))]);
    for (const { session, end } of this.streams) if (posts.get(session.handle) !== session.post) end();
  }
}
