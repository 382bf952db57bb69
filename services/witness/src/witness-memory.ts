import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DirectoryTileStore, type TileStore } from '@lianxi/ledger';

/** What stands against a log. `proved`: two roots of one size, both signed; `unproved`: a checkpoint without a good proof, which anybody could send. */
export type Suspicion = 'proved' | 'unproved';
/** How much of each is kept; one proof is enough. */
const mostKept = 100;

/** What a witness remembers of a log: the last checkpoint it cosigned, and, if ever, a checkpoint the log signed against it. */
export class WitnessMemory {
  private readonly stores = new Map<string, TileStore>();

  constructor(private readonly directory: string) {}

  /** The signed checkpoint that was cosigned last. */
  async findLast(origin: string): Promise<string | undefined> {
    return (await this.store(origin).read('checkpoint'))?.toString('utf8');
  }

  /** On disk before it returns, and so before any cosignature is given. */
  keep(origin: string, note: string): Promise<void> {
    return this.store(origin).write('checkpoint', Buffer.from(note));
  }

  /** Keeps a request that carries the log's own signature and that was refused all the same. */
  async keepSuspicion(origin: string, suspicion: Suspicion, request: string): Promise<void> {
    const place = join(this.directory, placeOf(origin), suspicion);
    await mkdir(place, { recursive: true, mode: 0o700 });
    if ((await readdir(place)).length < mostKept)
      await writeFile(join(place, `${createHash('sha256').update(request).digest('hex')}.txt`), request, { mode: 0o600 });
  }

  async isProved(origin: string): Promise<boolean> {
    return (await readdir(join(this.directory, placeOf(origin), 'proved')).catch(() => [])).length > 0;
  }

  private store(origin: string): TileStore {
    const known = this.stores.get(origin) ?? new DirectoryTileStore(join(this.directory, placeOf(origin)));
    this.stores.set(origin, known);
    return known;
  }
}

/** The hex SHA-256 of an origin: origins hold slashes, and a name given from outside never becomes a path. */
export const placeOf = (origin: string): string => createHash('sha256').update(origin).digest('hex');
