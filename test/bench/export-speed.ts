import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { checkPackage, FileReader, nodePrimitives } from '@lianxi/checker';
import { environmentFor } from '../../deploy/embedded/src/environment';
import { endOf, startChild } from '../../deploy/embedded/src/child-server';
import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { pause } from '../../deploy/embedded/src/faults/seeded-random';
import { freePort } from '../../deploy/embedded/src/free-port';
import { preparedServices } from '../../deploy/embedded/src/load-service';
import { prepareDatabase } from '../../deploy/embedded/src/prepare-database';
import { fillLog } from './fill-log';
import { median, timed, type Line } from './measure';
import { processorTimeOf } from './processor-time';
import { SealedFiles } from '../../services/audit/src/exports/package/sealed-files';
import { hasSheet } from '../../services/audit/src/exports/package/write-segments';

const selected = `SELECT l.leaf_index, r.content FROM audit.ledger_leaves l JOIN audit.recorded_rows r ON r.service = l.service AND r.position = l.position WHERE r.city = 'beijing' AND r.body = 'bj-food' ORDER BY l.leaf_index`;

/** An export of many rows by a service of its own, beside the database's own COPY of them; in turn; its memory, and how fast a package is checked. */
export async function exportSpeed(
  ground: ProvingGround,
  programs: string,
  { rows, rounds, directory }: { rows: number; rounds: number; directory: string },
): Promise<Line[]> {
  const databaseUrl = await prepareDatabase(ground.superuserUrl, 'lianxi_export', await preparedServices(), ground.around.secrets, 'test');
  const around = {
    ...ground.around,
    databaseUrl,
    natsUrl: `nats://127.0.0.1:${await freePort()}`,
    ledgerDirectory: join(directory, 'export-log'),
    papersDirectory: join(directory, 'export-papers'),
    witnesses: [],
    ports: { ...ground.around.ports, audit: await freePort() },
  };
  await fillLog({ databaseUrl, directory: around.ledgerDirectory, key: around.secrets.ledger.log.private, rows });
  const environment = environmentFor('audit', around);
  const child = startChild(process.execPath, [join(programs, 'services/audit/src/main.js')], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const pid = child.pid ?? 0;
    const idle = await settled(pid);
    const copies: { readonly took: number; readonly used: number }[] = [];
    const exports: Exported[] = [];
    for (let round = 0; round < rounds; round += 1) {
      copies.push(await copied(client));
      exports.push(await exported(client, pid));
    }
    const path = join(directory, 'export.zip');
    await unsealed(
      join(environment['LIANXI_PAPERS_DIR'] ?? '', 'exports'),
      exports.at(-1)?.id ?? '',
      Buffer.from(environment['LIANXI_PAPER_KEY'] ?? '', 'base64'),
      path,
    );
    const checked = await timed(() => check(path, rows));
    const copying = rows / (median(copies.map(({ took }) => took)) / 1_000);
    const ours = rows / median(exports.map(({ seconds }) => seconds));
    const [usedByCopy, used] = [copies, exports].map((each) => (median(each.map((one) => one.used)) / rows) * 1_000) as [number, number];
    const peak = Math.max(...exports.map((each) => each.peak));
    return [
      {
        name: `export of ${rows.toLocaleString('en')} rows ÷ COPY of the same SELECT, rows a second`,
        value: ours / copying,
        unit: '',
        remark: `${Math.round(ours)} and ${Math.round(copying)} rows/s, in turn; the whole package: rows, table, proofs, letter, packed${hasSheet(rows) ? ', workbook' : ''}`,
        atLeast: 0.5,
      },
      {
        name: 'processor time of the service for each row of an export',
        value: used,
        unit: 'µs',
        remark: `${usedByCopy.toFixed(1)} µs of the database for each row of COPY`,
      },
      {
        name: 'memory while exporting, above idle',
        value: peak - idle,
        unit: 'MB',
        remark: `${idle.toFixed(0)} MB idle, ${peak.toFixed(0)} MB at most`,
        atMost: 96,
      },
      { name: 'rows of a package checked', value: rows / (checked / 1_000), unit: '/s' },
    ];
  } finally {
    await client.end();
    child.kill('SIGTERM');
    await endOf(child);
  }
}

const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1_024;

/** From here on the system itself keeps the highest memory of the process: no moment between two looks is missed. */
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** The memory of a service once it has started and has nothing to do. */
async function settled(pid: number): Promise<number> {
  await pause(6_000);
  return memoryOf(pid, 'VmRSS');
}

/** The same rows as text, made by the database and thrown away by it: no network, no file, no packing. */
async function copied(client: Client): Promise<{ readonly took: number; readonly used: number }> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid ?? 0;
  const before = processorTimeOf(pid);
  const took = await timed(() => client.query(`COPY (${selected}) TO '/dev/null'`));
  return { took, used: processorTimeOf(pid) - before };
}

interface Exported {
  readonly id: string;
  readonly seconds: number;
  readonly peak: number;
  readonly used: number;
}

async function exported(client: Client, pid: number): Promise<Exported> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO audit.exports (id, city, state, version, history_hash, filter, purpose, asked_by, asked_post, asked_body, asked_at, changed_at)
    VALUES ($1, 'beijing', 'approved', 1, '', '{"body": "bj-food"}', 'own-check', '', 'p', 'bj-joint-office', lianxi.lianxi_now(), lianxi.lianxi_now())`,
    [id],
  );
  forgetPeak(pid);
  const before = processorTimeOf(pid);
  for (;;) {
    const {
      rows: [row],
    } = await client.query<{ state: string; failure: string | null }>('SELECT state, failure FROM audit.exports WHERE id = $1', [id]);
    if (row?.state === 'failed') throw new Error(`The export failed: ${row.failure}`);
    if (row?.state === 'ready') break;
    await pause(50);
  }
  const {
    rows: [took],
  } = await client.query<{ seconds: number }>(
    `SELECT extract(epoch FROM max(recorded_at) - min(recorded_at))::float8 AS seconds FROM audit.journal WHERE case_id = $1`,
    [id],
  );
  return { id, seconds: took?.seconds ?? Number.NaN, peak: memoryOf(pid, 'VmHWM'), used: processorTimeOf(pid) - before };
}

async function unsealed(directory: string, id: string, key: Buffer, path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const part of await new SealedFiles(directory, id, key).getStream('package')) await file.write(part as Buffer);
  } finally {
    await file.close();
  }
}

/** A fast wrong export is a failed one. */
async function check(path: string, rows: number): Promise<void> {
  const file = await open(path);
  const told: string[] = [];
  try {
    for await (const { check: name, says } of checkPackage(new FileReader(file), {}, nodePrimitives)) told.push(`${name}: ${says}`);
  } finally {
    await file.close();
  }
  if (!told.some((line) => line.startsWith(`rows: ${rows} rows,`)))
    throw new Error(`The package does not hold ${rows} rows: ${told.join('; ')}`);
}
