import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { median, quantile, timed, type Line } from './measure';

/** What the machine itself can do, to be read beside every figure. */
export async function references(pool: Pool): Promise<Line[]> {
  const trips: number[] = [];
  for (let place = 0; place < 500; place += 1) trips.push(await timed(() => pool.query({ name: 'one', text: 'SELECT 1' })));
  const synced = fsyncs(200);
  return [
    { name: 'machine: processors', value: cpus().length, unit: '', remark: cpus()[0]?.model ?? '' },
    { name: 'machine: fsync of 4 KiB, p50', value: median(synced), unit: 'ms', remark: `p99 ${quantile(synced, 0.99).toFixed(2)} ms` },
    { name: 'machine: round trip to Postgres, p50', value: median(trips), unit: 'ms' },
  ];
}

function fsyncs(count: number): number[] {
  const directory = mkdtempSync(join(tmpdir(), 'lianxi-fsync-'));
  const file = openSync(join(directory, 'file'), 'w');
  const block = Buffer.alloc(4_096, 1);
  try {
    return Array.from({ length: count }, () => {
      const began = performance.now();
      writeSync(file, block);
      fsyncSync(file);
      return performance.now() - began;
    });
  } finally {
    closeSync(file);
    rmSync(directory, { recursive: true, force: true });
  }
}
