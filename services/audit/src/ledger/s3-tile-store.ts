import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { PathRefused, readTilePath, type TileStore } from '@lianxi/ledger';

/** A bucket and what may be done in it: read, write, list and delete under the prefix. */
export interface S3Place {
  /** `https://host/bucket` or `https://host/bucket/prefix`: addressed by path, as every S3 server understands. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

export class S3Failed extends Error {
  readonly code = 's3-failed';
}

const patience = 10_000;

/**
 * A log as objects of an S3 bucket. An object is there whole or not at all once PUT is answered, and read as it was written last: S3 promises both,
 * and the writer's comparison at every start rests on them. Who writes is settled by the database's lock, never here.
 */
export class S3TileStore implements TileStore {
  private readonly client: AwsClient;
  private readonly bucket: string;
  private readonly prefix: string;

  constructor({ url, region, keyId, secret }: S3Place) {
    const { origin, pathname } = new URL(url);
    const [bucket = '', ...prefix] = pathname.split('/').filter((part) => part !== '');
    if (bucket === '') throw new Error('The address of the bucket names no bucket.');
    this.bucket = `${origin}/${bucket}`;
    this.prefix = prefix.map((part) => `${part}/`).join('');
    this.client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 3 });
  }

  async read(path: string): Promise<Buffer | undefined> {
    const answer = await this.ask('GET', this.place(path));
    if (answer.ok) return Buffer.from(await answer.arrayBuffer());
    const code = await codeIn(answer);
    // A 404 of a proxy, or of a bucket that is not there, says nothing about the object.
    if (answer.status === 404 && code === 'NoSuchKey') return undefined;
    throw failure(answer, code, path);
  }

  async write(path: string, bytes: Buffer): Promise<void> {
    // The server refuses bytes that are not those whose hash was signed: what was damaged on its way is never a tile.
    const answer = await this.ask('PUT', this.place(path), bytes, {
      'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
      'content-type': 'application/octet-stream',
    });
    await answered(answer, path);
  }

  /** A full tile has at most 255 partial ones before it: one page of a listing. */
  async dropPartials(fullTilePath: string): Promise<void> {
    this.place(fullTilePath);
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${this.prefix}${fullTilePath}.p/` });
    const listed = await (await answered(await this.ask('GET', `${this.bucket}?${query.toString()}`), fullTilePath)).text();
    const keys = [...listed.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key);
    for (const key of keys) await answered(await this.ask('DELETE', `${this.bucket}/${key}`), key);
  }

  private ask(method: string, url: string, body?: Buffer, headers: Record<string, string> = {}): Promise<Response> {
    return this.client.fetch(url, {
      method,
      headers,
      signal: AbortSignal.timeout(patience),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  }

  private place(path: string): string {
    if (path !== 'checkpoint' && !readTilePath(path)) throw new PathRefused(`${path} is no path of a log.`);
    return `${this.bucket}/${this.prefix}${path}`;
  }
}

const codeIn = async (answer: Response): Promise<string | undefined> => /<Code>([A-Za-z]+)<\/Code>/.exec(await answer.text())?.[1];

/** Throws {@link S3Failed} with what the server said, never with which key it was asked. */
async function answered(answer: Response, what: string): Promise<Response> {
  if (answer.ok) return answer;
  throw failure(answer, await codeIn(answer), what);
}

const failure = ({ status }: Response, code: string | undefined, what: string): S3Failed =>
  new S3Failed(`S3 answered ${status} ${code ?? 'without a code'} for ${what}`);
