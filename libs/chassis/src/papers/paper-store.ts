import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where papers' bytes lie. The record names them by SHA-256; the store never learns what they are. */
export interface PaperStore {
  put(caseId: string, paperId: string, bytes: Buffer): Promise<void>;
  /** Undefined when it has none; throws when they were changed. */
  find(caseId: string, paperId: string): Promise<Buffer | undefined>;
  /** For good, and again without complaint. */
  remove(paperId: string): Promise<void>;
}

/** A directory of files, each encrypted (AES-256-GCM) with its case's own key; the key is derived, so none is stored. */
export class DirectoryPaperStore implements PaperStore {
  constructor(
    private readonly directory: string,
    private readonly masterKey: Buffer,
  ) {}

  /** On disk before it returns: the journal row that names it commits afterwards. */
  async put(caseId: string, paperId: string, bytes: Buffer): Promise<void> {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(caseId), iv).setAAD(Buffer.from(paperId));
    const closed = Buffer.concat([iv, cipher.update(bytes), cipher.final()]);
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const path = this.pathOf(paperId);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(Buffer.concat([cipher.getAuthTag(), closed]));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }

  async find(caseId: string, paperId: string): Promise<Buffer | undefined> {
    const stored = await readFile(this.pathOf(paperId)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!stored) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(caseId), stored.subarray(16, 28))
      .setAAD(Buffer.from(paperId))
      .setAuthTag(stored.subarray(0, 16));
    return Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()]);
  }

  async remove(paperId: string): Promise<void> {
    await rm(this.pathOf(paperId), { force: true });
  }

  private keyOf(caseId: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, caseId, 'lianxi paper', 32));
  }

  /** Paper ids are UUIDs made by us, so no name given by a person ever becomes a path. */
  private pathOf(paperId: string): string {
    return join(this.directory, `${paperId}.paper`);
  }
}
