import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';

const tables = ['cases', 'clocks', 'journal', 'particulars', 'delivery', 'idempotency'] as const;
/** What must be new in each row; everything else is as a real filing wrote it. */
const fresh: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: { id: 'new.case_id' },
  clocks: { id: 'gen_random_uuid()', case_id: 'new.case_id' },
  journal: { id: 'new.act_id', case_id: 'new.case_id' },
  particulars: { id: 'gen_random_uuid()', case_id: 'new.case_id' },
  delivery: { id: 'gen_random_uuid()', case_id: 'new.case_id', journal_id: 'new.act_id' },
  idempotency: { key: 'gen_random_uuid()::text', case_id: 'new.case_id' },
};

/** The rows of one real filing as one statement on tables of the same shape, with the same indexes and nothing around it. */
export async function rawFiling(pool: Pool, caseId: string): Promise<string> {
  await pool.query(
    `DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench; ${tables.map((table) => `CREATE TABLE bench.${table} (LIKE health.${table} INCLUDING ALL);`).join(' ')}`,
  );
  const parts: string[] = [];
  for (const table of tables) {
    const { rows } = await pool.query<Record<string, unknown>>(
      `SELECT to_jsonb(r) AS row FROM health.${table} r WHERE ${table === 'cases' ? 'id' : 'case_id'} = $1`,
      [caseId],
    );
    const { rows: columns } = await pool.query<{ column_name: string; type: string }>(
      `SELECT column_name, format_type(a.atttypid, a.atttypmod) AS type FROM information_schema.columns c
      JOIN pg_attribute a ON a.attrelid = format('bench.%I', c.table_name)::regclass AND a.attname = c.column_name WHERE table_schema = 'bench' AND table_name = $1 ORDER BY ordinal_position`,
      [table],
    );
    rows.forEach(({ row }, place) =>
      parts.push(
        `${table}_${place} AS (INSERT INTO bench.${table} SELECT ${columns.map(({ column_name: column, type }) => fresh[table]?.[column] ?? literal((row as Record<string, unknown>)[column], type)).join(', ')} FROM new)`,
      ),
    );
  }
  return `WITH new AS MATERIALIZED (SELECT gen_random_uuid() AS case_id, gen_random_uuid() AS act_id), ${parts.join(', ')} SELECT 1`;
}

function literal(value: unknown, type: string): string {
  if (value === null || value === undefined) return `NULL::${type}`;
  const text =
    Array.isArray(value) && type.endsWith('[]')
      ? `{${value.map((each) => JSON.stringify(each)).join(',')}}`
      : typeof value === 'object' || type === 'jsonb'
        ? JSON.stringify(value)
        : String(value);
  // pgbench takes a colon before a word for a variable of its own.
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'::${type}`;
}

/** pgbench of this machine, or undefined. */
export function findPgbench(): string | undefined {
  const root = '/usr/lib/postgresql';
  const installed = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin/pgbench')) : [];
  return ['/usr/bin/pgbench', ...installed].find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0);
}

/** Transactions a second of the statement, prepared, by 8 clients on 2 threads. */
export function pgbench(program: string, superuserUrl: string, statement: string, seconds: number, directory: string): number {
  const file = join(directory, 'filing.sql');
  writeFileSync(file, `${statement};\n`);
  const url = new URL(superuserUrl);
  const said = execFileSync(
    program,
    [
      '-n',
      '-M',
      'prepared',
      '-f',
      file,
      '-c',
      '8',
      '-j',
      '2',
      '-T',
      String(seconds),
      '-h',
      url.hostname,
      '-p',
      url.port,
      '-U',
      url.username,
      'lianxi',
    ],
    { encoding: 'utf8', env: { ...process.env, PGPASSWORD: url.password }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? Number.NaN);
}
