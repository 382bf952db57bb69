import { Client } from 'pg';
import { loginsOf, schemaOf } from '@lianxi/chassis';
import { serviceNames } from '../../deploy/embedded/src/load-service';
import { healthMatter } from '../support/example-facts';
import { Lianxi } from '../support/lianxi';

let lianxi: Lianxi;
const clients = new Map<string, Client>();
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit'] });
  await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
  for (const service of serviceNames)
    for (const login of Object.values(loginsOf(schemaOf(service)))) {
      const client = new Client({
        connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
          username: login,
          password: lianxi.around.secrets.passwords[login],
        }).href,
      });
      await client.connect();
      clients.set(login, client);
    }
});
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await lianxi.stop();
});

const refusal = async (login: string, sql: string): Promise<string> =>
  clients
    .get(login)
    ?.query(`BEGIN; ${sql}; ROLLBACK`)
    .then(
      () => 'allowed',
      async (error: { code?: string }) => {
        await clients.get(login)?.query('ROLLBACK');
        return error.code ?? 'unknown';
      },
    ) ?? 'no client';
const forbidden = '42501';
const kept = [
  'journal',
  'access',
  'journal_position',
  'history',
  'clock_firings',
  'inbox',
  'particulars',
  'papers',
  'idempotency',
  'receipts',
];
const serving = serviceNames.flatMap((service) => (['officer', 'courier'] as const).map((kind) => [service, kind] as const));

describe('the logins that serve a service', () => {
  it.each(serving)('%s %s may not change, delete or empty what is on the record', async (service, kind) => {
    const schema = schemaOf(service);
    const login = loginsOf(schema)[kind];
    for (const table of kept) {
      const column = { idempotency: 'key', journal_position: 'position' }[table] ?? 'city';
      for (const sql of [
        `UPDATE ${schema}.${table} SET ${column} = ${column}`,
        `DELETE FROM ${schema}.${table}`,
        `TRUNCATE ${schema}.${table}`,
      ])
        expect([sql, await refusal(login, sql)]).toEqual([sql, forbidden]);
    }
  });

  it.each(serving)('%s %s cannot read or write a table of any other service', async (service, kind) => {
    const login = loginsOf(schemaOf(service))[kind];
    const { rows } = await lianxi.admin.query<{ schema: string; name: string }>(
      `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'v') AND n.nspname = ANY ($1) AND n.nspname <> $2`,
      [serviceNames.map(schemaOf), schemaOf(service)],
    );
    expect(rows.length).toBeGreaterThan(150);
    const { rows: rights } = await lianxi.admin.query<{ found: string }>(
      `SELECT t.s || '.' || t.n AS found FROM unnest($1::text[], $2::text[]) AS t(s, n)
      WHERE has_schema_privilege($3, t.s, 'USAGE') OR has_table_privilege($3, (t.s || '.' || t.n)::regclass, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')`,
      [rows.map(({ schema }) => schema), rows.map(({ name }) => name), login],
    );
    expect(rights).toEqual([]);
    expect(await refusal(login, `SELECT 1 FROM ${schemaOf(service === 'ai' ? 'health' : 'ai')}.cases`)).toBe(forbidden);
  });

  it.each(serving)('%s %s cannot make tables, become another login or move the clock', async (service, kind) => {
    const schema = schemaOf(service);
    const login = loginsOf(schema)[kind];
    for (const sql of [
      `CREATE TABLE ${schema}.mine ()`,
      'CREATE TABLE public.mine ()',
      `SET ROLE ${loginsOf(schema).migrator}`,
      'SET ROLE postgres',
      `INSERT INTO lianxi.clock_offset VALUES ('1 day')`,
      `UPDATE lianxi.deployment SET mode = 'production'`,
    ]) {
      expect([sql, await refusal(login, sql)]).toEqual([sql, forbidden]);
    }
  });

  it("an officer's login without a body set sees no case, with a foreign body none either, with the holder's its own", async () => {
    const officer = clients.get(loginsOf('health').officer);
    const count = async (body: string): Promise<number> => {
      await officer?.query('BEGIN');
      await officer?.query(`SELECT set_config('lianxi.body', $1, true)`, [body]);
      const seen = await officer?.query<{ cases: number }>(
        `SELECT (SELECT count(*) FROM cases) + (SELECT count(*) FROM particulars) + (SELECT count(*) FROM journal WHERE case_id IS NOT NULL) AS cases`,
      );
      await officer?.query('ROLLBACK');
      return Number(seen?.rows[0]?.cases);
    };
    expect([await count(''), await count('sz-health'), await count('bj-agri')]).toEqual([0, 0, 0]);
    expect(await count('bj-health')).toBeGreaterThan(2);
  });

  it("the courier's login reads particulars only of what it still has to deliver", async () => {
    const { rows } = await (clients.get(loginsOf('health').courier) as Client).query('SELECT 1 FROM particulars');
    expect(rows).toEqual([]);
  });
});
