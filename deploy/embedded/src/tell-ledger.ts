import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInstallation } from './installation';
import { environmentFor } from './environment';
import { issuer, signToken } from './issuer';
import { home, lastPorts } from './places';
import type { Secrets } from './secrets';
import { rebuildTiles } from '../../../services/audit/src/ledger/rebuild-tiles';

interface Answer {
  readonly whole: boolean;
  readonly writer: { readonly state: string; readonly reason?: string };
  readonly recorded: number;
  readonly leaves: number;
  readonly waiting: number;
  readonly changed: readonly number[];
  readonly checkpoint: { readonly size: number; readonly signedAgo: number } | null;
  readonly cosignatures: readonly { readonly witness: string; readonly size: number; readonly cosignedAgo: number }[];
  readonly delay: { readonly median: number; readonly p99: number } | null;
}
interface Completeness {
  readonly complete: boolean;
  readonly services: readonly {
    readonly service: string;
    readonly announced: number;
    readonly received: number;
    readonly missing: readonly number[];
    readonly silentFor: number;
  }[];
}

const usage = 'Usage: npm run ledger [-- --json | --rebuild-tiles]';
const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** `npm run ledger`: whether the record of the running installation is whole; exits 1 when it is not. `--rebuild-tiles`, while it is stopped, writes the log's files again from the database. */
async function main([option]: readonly string[]): Promise<boolean> {
  if (option !== undefined && !['--json', '--rebuild-tiles'].includes(option)) throw new Error(usage);
  return option === '--rebuild-tiles' ? rebuild() : tell(option === '--json');
}

async function rebuild(): Promise<boolean> {
  const installation = await openInstallation(home());
  try {
    process.stdout.write(`已重建 ${await rebuildTiles(environmentFor('audit', installation.around))} 条 entries are in the tiles again.\n`);
    return true;
  } finally {
    await installation.stop();
  }
}

async function tell(isJson: boolean): Promise<boolean> {
  const secretsFile = join(home(), 'secrets.json');
  if (!existsSync(secretsFile)) throw new Error('Nothing is installed here yet: run npm start first.');
  const { issuerKey, ledger } = JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets;
  const token = await signToken(issuerKey, {
    subject: 'bj-joint-office-auditor',
    issuer,
    minutes: 5,
    now: performance.timeOrigin / 1000 + performance.now() / 1000,
  });
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${lastPorts(home())['audit']}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch(() => {
      throw new Error('The audit service does not answer: is npm start running?');
    });
    if (!answer.ok) throw new Error(`The audit service answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const [record, received] = [await ask<Answer>('/v1/ledger'), await ask<Completeness>('/v1/completeness')];
  process.stdout.write(
    isJson ? `${JSON.stringify({ ledger: record, completeness: received }, null, 1)}\n` : inWords(record, received, ledger.log.public),
  );
  return record.whole && received.complete;
}

function inWords(
  { whole, writer, recorded, leaves, waiting, checkpoint, cosignatures, delay, changed }: Answer,
  { complete, services }: Completeness,
  key: string,
): string {
  const missing = services.map(
    ({ service, announced, received, missing: gaps, silentFor }) =>
      `  ${service.padEnd(14)} ${String(received).padStart(8)} / ${announced}${gaps.length > 0 ? `  缺 missing ${gaps.slice(0, 10).join(', ')}` : ''}${silentFor >= 10 ? `  ${seconds(silentFor)} 未报 silent` : ''}`,
  );
  return [
    whole && complete ? '记录完整 The record is whole.' : '记录不完整 THE RECORD IS NOT WHOLE.',
    `书写 Writer: ${writer.state}${writer.reason === undefined ? '' : ` — ${writer.reason}`}`,
    `收到 Recorded ${recorded}，入账 leaves ${leaves}，待入账 waiting ${waiting}${changed.length > 0 ? `，有改动 changed ${changed.slice(0, 10).join(', ')}` : ''}`,
    checkpoint ? `检查点 Checkpoint of ${checkpoint.size}, signed ${seconds(checkpoint.signedAgo)} ago` : '尚无检查点 No checkpoint yet',
    ...cosignatures.map(({ witness, size, cosignedAgo }) => `见证 Cosigned by ${witness}: ${size}, ${seconds(cosignedAgo)} ago`),
    ...(delay ? [`到达至签署 From arrival to signature: median ${seconds(delay.median)}, p99 ${seconds(delay.p99)}`] : []),
    '各服务 Positions received / announced',
    ...missing,
    `公钥 Key: ${key}`,
    '',
  ].join('\n');
}

main(process.argv.slice(2)).then(
  (isWhole) => {
    process.exitCode = isWhole ? 0 : 1;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
