import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import { entryOptions } from './zip-entries';

/** A zip written file by file; of each file the hash and the length are kept for the manifest. */
export class PackageZip {
  readonly listed: Record<string, { bytes: number; sha256: string }> = {};
  private readonly zip = new ZipFile();
  private readonly hash = createHash('sha256');
  private bytes = 0;

  /** The zip's own bytes, hashed as they go by. */
  readonly output: Readable;

  constructor() {
    this.output = this.zip.outputStream.pipe(new Transform({ transform: (part: Buffer, _encoding, done) => { this.hash.update(part); this.bytes += part.length; done(null, part); } }));
    this.zip.on('error', (error: Error) => this.output.destroy(error));
  }

  /** Returns once the content has been read to its end. */
  async addStream(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    let bytes = 0;
    await new Promise<void>((resolve, reject) => {
      const source = Readable.from((async function* () { for await (const part of content) { hash.update(part); bytes += part.length; yield part; } })(), { objectMode: false });
      source.once('end', resolve).once('error', (error) => { this.output.destroy(error); reject(error); });
      this.output.once('error', reject);
      this.zip.addReadStream(source, name, entryOptions);
    });
    this.listed[name] = { bytes, sha256: hash.digest('hex') };
  }

  /** Hashes and letters do not get smaller by packing: `isPacked` false leaves them as they are. */
  add(name: string, bytes: Buffer, isPacked = true): void {
    this.listed[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    this.zip.addBuffer(bytes, name, isPacked ? entryOptions : { ...entryOptions, compressionLevel: 0 });
  }

  end(): void {
    this.zip.end();
  }

  /** Once the output has ended. */
  made(): { sha256: string; bytes: number } {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}
