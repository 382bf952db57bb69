/** Where the log's files lie: a directory, or anything that keeps names and bytes. Names are paths of C2SP tlog-tiles. */
export interface TileStore {
  /** Undefined when it is not there. */
  read(path: string): Promise<Buffer | undefined>;
  /** On disk, under its name and whole, before it returns; a reader sees the old bytes or the new. */
  write(path: string, bytes: Buffer): Promise<void>;
  /** Forgets the partial tiles in the place of one that is full now. */
  dropPartials(fullTilePath: string): Promise<void>;
}
