import S3rver from '@20minutes/s3rver';
import type { S3Place } from '../../services/audit/src/ledger/s3-tile-store';

export interface RunningS3 {
  readonly place: S3Place;
  readonly stop: () => Promise<void>;
}

const bucket = 'tiles';

/** A server that speaks S3 and checks signatures, on a directory of its own. */
export async function startS3(directory: string): Promise<RunningS3> {
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] });
  const { port } = await server.run();
  return { place: { url: `http://127.0.0.1:${port}/${bucket}`, region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }, stop: () => server.close() };
}
