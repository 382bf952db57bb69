import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { S3Place } from '../../services/audit/src/ledger/s3-tile-store';

export interface RunningS3 {
  readonly place: S3Place;
  readonly stop: () => Promise<void>;
}

const bucket = 'tiles';
const program = `const S3rver = require('@20minutes/s3rver');
new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: process.argv[1], configureBuckets: [{ name: '${bucket}', configs: [] }] }).run().then(({ port }) => console.log(port));`;

/** A server that speaks S3 and checks signatures, on a directory of its own: a process of its own, since Jest cannot load what it is made of. */
export async function startS3(directory: string): Promise<RunningS3> {
  const child = spawn(process.execPath, ['-e', program, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    place: { url: `http://127.0.0.1:${String(port).trim()}/${bucket}`, region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' },
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
