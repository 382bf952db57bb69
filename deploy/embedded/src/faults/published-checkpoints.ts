import { checkLog, DirectoryTileStore, openVerifier } from '@lianxi/ledger';
import type { Surroundings } from '../environment';

/** What an outsider was shown of the log while everything broke: each checkpoint that was ever published. */
export class PublishedCheckpoints {
  private readonly seen = new Set<string>();
  private readonly store: DirectoryTileStore;

  constructor(private readonly around: Surroundings) {
    this.store = new DirectoryTileStore(around.ledgerDirectory);
  }

  async look(): Promise<void> {
    const note = await this.store.read('checkpoint');
    if (note) this.seen.add(note.toString('utf8'));
  }

  /** Whether the log as it is now grew out of all of them, entry by entry; in words what is not true. */
  async contradictions(): Promise<string[]> {
    const log = openVerifier(this.around.secrets.ledger.log.public);
    try {
      await checkLog({ read: (path) => this.store.read(path), origin: log.name, log, seen: [...this.seen] });
      return [];
    } catch (error) {
      return [`The log has two histories, or is not whole: ${(error as Error).message}`];
    }
  }
}
