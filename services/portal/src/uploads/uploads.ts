import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIGURATION, largestPaper, LOGGER, OFFICER_POOL, problems, Repeating, type Configuration, type Logger } from '@lianxi/chassis';
import { portalProblems } from '../portal-problems';
import { SealedBox } from '../session/sealed-box';

/** An upload as whoever began it sees it; `id` is a secret, and where there is no person the only proof. */
export interface UploadRef {
  readonly id: string;
  /** Null for the public's. */
  readonly person: string | null;
}

export interface UploadState {
  readonly size: number;
  readonly received: number;
  /** When it is forgotten unless it moves on. */
  readonly expiresAt: Date;
}

/** What is left alone as long is forgotten: the public's soon, since nobody can be asked about them. */
const keptFor = `CASE WHEN person IS NULL THEN interval '2 hours' ELSE interval '24 hours' END`;
const mostOfAPerson = 20;
const mostBytesOfThePublic = 1024 * 1024 * 1024;
const mostOfThePublic = 2_000;
const stateOf = `size, received, moved_at + ${keptFor} AS "expiresAt"`;
const isTheirs = `id_hash = $1 AND person IS NOT DISTINCT FROM $2 AND moved_at > lianxi_now() - ${keptFor}`;

/**
 * Files that are not on any case yet, in sealed pieces. They lie in the database: so an upload goes on at whichever process is asked, a piece and how far the upload
 * is commit together, and nothing has to be cleaned up after a crash.
 */
@Injectable()
export class Uploads implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.repeating = new Repeating('uploads', 60_000, () => this.forgetOld(), logger);
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  /** Throws a 413 problem beyond what a paper may have, a 503 one while the public has too much under way. What a person left alone longest makes room for a new one. */
  async begin(person: string | null, size: number): Promise<UploadRef & UploadState> {
    if (!Number.isSafeInteger(size) || size < 1) throw problems.formRefused({ field: 'upload-length' });
    if (size > largestPaper) throw problems.tooLarge({ field: 'upload-length', allowed: largestPaper });
    const id = randomBytes(32).toString('base64url');
    if (person !== null)
      await this.pool.query(
        `DELETE FROM uploads WHERE id_hash IN (SELECT id_hash FROM uploads WHERE person = $1 ORDER BY moved_at DESC OFFSET ${mostOfAPerson - 1})`,
        [person],
      );
    const { rows } = await this.pool.query<UploadState>(
      `INSERT INTO uploads (id_hash, person, size, begun_at, moved_at) SELECT $1, $2, $3, lianxi_now(), lianxi_now()
      WHERE $2::text IS NOT NULL OR (SELECT count(*) < ${mostOfThePublic} AND coalesce(sum(received), 0) < ${mostBytesOfThePublic} FROM uploads WHERE person IS NULL) RETURNING ${stateOf}`,
      [hashOf(id), person, size],
    );
    if (!rows[0]) throw portalProblems.tooManyUploads();
    return { id, person, ...rows[0] };
  }

  /** Undefined for one that is not theirs, or is forgotten. */
  async find({ id, person }: UploadRef): Promise<UploadState | undefined> {
    const { rows } = await this.pool.query<UploadState>({
      name: 'upload',
      text: `SELECT ${stateOf} FROM uploads WHERE ${isTheirs}`,
      values: [hashOf(id), person],
    });
    return rows[0];
  }

  /** As {@link find}, and throws a 404 problem instead. */
  async get(upload: UploadRef): Promise<UploadState> {
    const state = await this.find(upload);
    if (!state) throw portalProblems.uploadUnknown();
    return state;
  }

  /** Keeps bytes that go on exactly where the upload is; so bytes sent twice, or by two at once, are kept once. Throws as {@link get}, a 409 problem for another place, a 413 one beyond the end. */
  async append(upload: UploadRef, from: number, bytes: Buffer): Promise<number> {
    const { rows } = await this.pool.query<{ received: number }>({
      name: 'append-to-upload',
      values: [hashOf(upload.id), upload.person, from, bytes.length, this.boxOf(upload.id, from).sealBytes(bytes)],
      text: `WITH moved AS (UPDATE uploads SET received = received + $4, moved_at = lianxi_now() WHERE ${isTheirs} AND received = $3 AND received + $4 <= size RETURNING received),
          piece AS (INSERT INTO upload_pieces (id_hash, from_byte, sealed) SELECT $1, $3, $5 FROM moved)
        SELECT received FROM moved`,
    });
    if (rows[0]) return rows[0].received;
    const { received } = await this.get(upload);
    throw received === from
      ? problems.tooLarge({ field: 'upload-offset' })
      : portalProblems.uploadElsewhere({ field: 'upload-offset', allowed: received });
  }

  /** The bytes of an upload that has arrived whole, a piece at a time. Throws where it is forgotten meanwhile: half a file never passes for the whole. */
  async *read({ id }: UploadRef, size: number): AsyncGenerator<Buffer> {
    for (let from = 0; from < size;) {
      const { rows } = await this.pool.query<{ sealed: Buffer }>({
        name: 'piece-of-upload',
        text: 'SELECT sealed FROM upload_pieces WHERE id_hash = $1 AND from_byte = $2',
        values: [hashOf(id), from],
      });
      if (!rows[0]) throw portalProblems.uploadUnknown();
      const piece = this.boxOf(id, from).openBytes(rows[0].sealed);
      yield piece;
      from += piece.length;
    }
  }

  async forget({ id, person }: UploadRef): Promise<void> {
    await this.pool.query('DELETE FROM uploads WHERE id_hash = $1 AND person IS NOT DISTINCT FROM $2', [hashOf(id), person]);
  }

  private async forgetOld(): Promise<void> {
    await this.pool.query(`DELETE FROM uploads WHERE moved_at < lianxi_now() - ${keptFor}`);
  }

  /** A piece opens only at its own place of its own upload. */
  private boxOf(id: string, from: number): SealedBox {
    return new SealedBox(this.configuration.LIANXI_RECEIPT_KEY, 'upload', `${id} ${from}`);
  }
}

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();
