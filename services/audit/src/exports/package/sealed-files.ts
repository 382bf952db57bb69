import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const algorithm = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];

/** The files of one export on disk, encrypted with a key of its own. On disk whole, or not at all. */
export class SealedFiles {
  private readonly directory: string;
  private readonly key: Buffer;

  constructor(parent: string, exportId: string, masterKey: Buffer) {
    this.directory = join(parent, exportId);
    this.key = Buffer.from(hkdfSync('sha256', masterKey, exportId, 'lianxi export', 32));
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const { iv, cipher } = this.cipher(name);
    const closed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    await this.whole(name, async (path) => {
      const file = await open(path, 'w', 0o600);
      try {
        await file.writev([iv, closed, cipher.getAuthTag()]);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  /** Writes what `write` hands over part by part, and returns what it returns. */
  async putParts<T>(name: string, write: (target: { write(part: Uint8Array): Promise<void> }) => Promise<T>): Promise<T> {
    const { iv, cipher } = this.cipher(name);
    return this.whole(name, async (path) => {
      const file = await open(path, 'w', 0o600);
      try {
        await file.write(iv);
        const made = await write({
          write: async (part) => {
            await file.write(cipher.update(part));
          },
        });
        await file.writev([cipher.final(), cipher.getAuthTag()]);
        await file.sync();
        return made;
      } finally {
        await file.close();
      }
    });
  }

  /** Throws when the file is not there or was changed. */
  async get(name: string): Promise<Buffer> {
    const stored = await readFile(this.pathOf(name));
    const decipher = createDecipheriv(algorithm, this.key, stored.subarray(0, ivLength))
      .setAAD(Buffer.from(name))
      .setAuthTag(stored.subarray(-tagLength));
    return Buffer.concat([decipher.update(stored.subarray(ivLength, -tagLength)), decipher.final()]);
  }

  /** The stream fails at its end where the file was changed. */
  async getStream(name: string): Promise<Readable> {
    const path = this.pathOf(name);
    const { size } = await stat(path);
    const ends = Buffer.alloc(ivLength + tagLength);
    const file = await open(path, 'r');
    try {
      await file.read(ends, 0, ivLength, 0);
      await file.read(ends, ivLength, tagLength, size - tagLength);
    } finally {
      await file.close();
    }
    const decipher = createDecipheriv(algorithm, this.key, ends.subarray(0, ivLength))
      .setAAD(Buffer.from(name))
      .setAuthTag(ends.subarray(ivLength));
    const closed = createReadStream(path, { start: ivLength, end: size - tagLength - 1 });
    closed.once('error', (error) => decipher.destroy(error));
    return closed.pipe(decipher);
  }

  async has(name: string): Promise<boolean> {
    return stat(this.pathOf(name)).then(
      () => true,
      () => false,
    );
  }

  async drop(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private cipher(name: string): { iv: Buffer; cipher: ReturnType<typeof createCipheriv> & { getAuthTag(): Buffer } } {
    const iv = randomBytes(ivLength);
    return { iv, cipher: createCipheriv(algorithm, this.key, iv).setAAD(Buffer.from(name)) };
  }

  private async whole<T>(name: string, write: (path: string) => Promise<T>): Promise<T> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const path = this.pathOf(name);
    const made = await write(`${path}.new`);
    await rename(`${path}.new`, path);
    return made;
  }

  /** Names are ours; none given by a person ever becomes a path. */
  private pathOf(name: string): string {
    return join(this.directory, `${name}.sealed`);
  }
}
