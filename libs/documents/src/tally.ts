import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What a manifest and a zip say of a file, counted as its bytes go by. */
export class Tally {
  bytes = 0;
  packedBytes = 0;
  crc = 0;
  private hash = createHash('sha256');

  take(content: Buffer, packed: Buffer): void {
    this.bytes += content.length;
    this.packedBytes += packed.length;
    // Where there is nothing to add, zlib may answer 0 instead of what it was given.
    if (content.length > 0) this.crc = crc32(content, this.crc);
    this.hash.update(content);
  }

  /** What it would be with this behind it; nothing is counted yet. */
  followedBy(content: Buffer, packed: Buffer): Tally {
    const more = new Tally();
    Object.assign(more, { bytes: this.bytes, packedBytes: this.packedBytes, crc: this.crc });
    more.hash = this.hash.copy();
    more.take(content, packed);
    return more;
  }

  sha256(): string {
    return this.hash.copy().digest('hex');
  }
}
