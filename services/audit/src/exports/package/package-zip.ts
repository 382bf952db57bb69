import { createHash } from 'node:crypto';
import { memberOf, PlainZip, unpackedMember, type ZipMember, type ZipTarget } from '@lianxi/documents';

/** A zip written file by file; of each file the hash and the length are kept for the manifest. */
export class PackageZip {
  readonly listed: Record<string, { bytes: number; sha256: string }> = {};
  private readonly zip: PlainZip;
  private readonly hash = createHash('sha256');
  private bytes = 0;

  constructor(target: ZipTarget) {
    this.zip = new PlainZip({
      write: async (part) => {
        this.hash.update(part);
        this.bytes += part.length;
        await target.write(part);
      },
    });
  }

  async addMember(name: string, member: ZipMember & { readonly sha256: string }): Promise<void> {
    this.listed[name] = { bytes: member.bytes, sha256: member.sha256 };
    await this.zip.add(name, member);
  }

  async add(name: string, bytes: Buffer, isPacked = true): Promise<void> {
    await this.addMember(name, { ...(await memberOf(bytes, isPacked)), sha256: createHash('sha256').update(bytes).digest('hex') });
  }

  /** `read` is asked twice: for what the header says, and to be written. */
  async addStream(name: string, read: () => AsyncIterable<Uint8Array>): Promise<void> {
    await this.addMember(name, await unpackedMember(read));
  }

  /** The hash and the length of the zip itself, whole now. */
  async end(): Promise<{ sha256: string; bytes: number }> {
    await this.zip.end();
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}
