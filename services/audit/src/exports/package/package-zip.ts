import { createHash, hash } from 'node:crypto';
import { memberOf, PlainZip, unpackedMember, type ZipMember, type ZipTarget } from '@lianxi/documents';

/** A zip written file by file; of each file the hash and the length are kept for the manifest. */
export class PackageZip {
  readonly listed: Record<string, { bytes: number; sha256: string }> = {};
  private readonly zip: PlainZip;
  private readonly hash = createHash('sha256');
  private bytes = 0;
  /** Headers and tiles are small and many: they are hashed and handed on together. */
  private readonly block = Buffer.alloc(2 ** 18);
  private filled = 0;

  constructor(private readonly target: ZipTarget) {
    this.zip = new PlainZip({ write: (part) => this.take(part) });
  }

  async addMember(name: string, member: ZipMember & { readonly sha256: string }): Promise<void> {
    this.listed[name] = { bytes: member.bytes, sha256: member.sha256 };
    await this.zip.add(name, member);
  }

  async add(name: string, bytes: Buffer, isPacked = true): Promise<void> {
    await this.addMember(name, { ...(await memberOf(bytes, isPacked)), sha256: hash('sha256', bytes) });
  }

  /** `read` is asked twice: for what the header says, and to be written. */
  async addStream(name: string, read: () => AsyncIterable<Uint8Array>): Promise<void> {
    await this.addMember(name, await unpackedMember(read));
  }

  /** The hash and the length of the zip itself, whole now. */
  async end(): Promise<{ sha256: string; bytes: number }> {
    await this.zip.end();
    await this.flush();
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }

  private async take(part: Uint8Array): Promise<void> {
    if (this.filled + part.length > this.block.length) await this.flush();
    if (part.length > this.block.length) await this.write(part);
    else {
      this.block.set(part, this.filled);
      this.filled += part.length;
    }
  }

  private async flush(): Promise<void> {
    if (this.filled > 0) await this.write(this.block.subarray(0, this.filled));
    this.filled = 0;
  }

  private async write(part: Uint8Array): Promise<void> {
    this.hash.update(part);
    this.bytes += part.length;
    await this.target.write(part);
  }
}
