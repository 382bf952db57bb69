import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTilePath } from './tile';
import type { TileStore } from './tile-store';

export class PathRefused extends Error {
  readonly code = 'path-refused';
}

/** A log as files in a directory: what a web server could serve as it lies there. */
export class DirectoryTileStore implements TileStore {
  private readonly madeDirectories = new Set<string>();

  constructor(private readonly directory: string) {}

  async read(path: string): Promise<Buffer | undefined> {
    return readFile(this.place(path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
  }

  async write(path: string, bytes: Buffer): Promise<void> {
    const place = this.place(path);
    await this.makeDirectory(dirname(place));
    const fresh = `${place}.${randomUUID()}.new`;
    const file = await open(fresh, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, place);
    await syncDirectory(dirname(place));
  }

  async dropPartials(fullTilePath: string): Promise<void> {
    await rm(this.place(fullTilePath) + '.p', { recursive: true, force: true });
  }

  /** A new directory is only there after a crash when its parent was synced as well. */
  private async makeDirectory(path: string): Promise<void> {
    if (this.madeDirectories.has(path)) return;
    const first = await mkdir(path, { recursive: true, mode: 0o750 });
    for (let each = path; first !== undefined && each.length >= first.length; each = dirname(each)) await syncDirectory(dirname(each));
    if (!path.endsWith('.p')) this.madeDirectories.add(path);
  }

  private place(path: string): string {
    if (path !== 'checkpoint' && !readTilePath(path)) throw new PathRefused(`${path} is no path of a log.`);
    return join(this.directory, path);
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
