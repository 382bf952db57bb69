import type { Client } from 'pg';
import { loginsOf, schemaOf } from './logins';

export type Mode = 'demo' | 'production' | 'test';

export interface Provisioning {
  readonly services: readonly string[];
  readonly passwordOf: (login: string) => string;
  readonly mode: Mode;
}

/**
 * Makes a database ready for every service: a schema, three logins and nothing shared but the clock. May be run again; the
 * mode is set once at creation, since a database of real cases must never be taken for a demo.
 */
export async function provision(admin: Client, { services, passwordOf, mode }: Provisioning): Promise<void> {
  await admin.query('SELECT pg_advisory_lock(4201)');
  try {
    await refuseOtherMode(admin, mode);
    const logins = services.flatMap((service) => Object.values(loginsOf(schemaOf(service))) as string[]);
    for (const login of logins) await keepLogin(admin, login, passwordOf(login));
    await sharedSchema(admin, mode, logins);
    for (const service of services) await ownSchema(admin, service);
  } finally {
    await admin.query('SELECT pg_advisory_unlock(4201)');
  }
}

async function refuseOtherMode(admin: Client, mode: Mode): Promise<void> {
  const { rows } = await admin.query<{ there: boolean }>(`SELECT to_regclass('lianxi.deployment') IS NOT NULL AS there`);
  if (!rows[0]?.there) return;
  const { rows: kept } = await admin.query<{ mode: Mode }>('SELECT mode FROM lianxi.deployment');
  if (kept[0] && kept[0].mode !== mode) throw new Error(`This database was made for ${kept[0].mode}, not for ${mode}.`);
}

async function keepLogin(admin: Client, login: string, password: string): Promise<void> {
  const literal = admin.escapeLiteral(password);
  const timeouts = login.endsWith('_officer')
    ? `ALTER ROLE ${login} SET statement_timeout = '15s'; ALTER ROLE ${login} SET idle_in_transaction_session_timeout = '10s'`
    : `ALTER ROLE ${login} SET statement_timeout = '60s'; ALTER ROLE ${login} SET idle_in_transaction_session_timeout = '30s'`;
  await admin.query(`
    DO $$ BEGIN
      CREATE ROLE ${login} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  // Policies make every estimate high, so that Postgres would spend half a second on compiling what takes milliseconds.
  await admin.query(`ALTER ROLE ${login} PASSWORD ${literal}; ALTER ROLE ${login} SET jit = off; ${timeouts}`);
}

async function sharedSchema(admin: Client, mode: Mode, logins: readonly string[]): Promise<void> {
  const { rows } = await admin.query<{ database: string }>('SELECT current_database() AS database');
  const database = admin.escapeIdentifier(rows[0]?.database ?? '');
  const everyone = logins.join(', ');
  await admin.query(`
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${database} TO ${everyone};
    CREATE SCHEMA IF NOT EXISTS lianxi;
    GRANT USAGE ON SCHEMA lianxi TO ${everyone};
    CREATE TABLE IF NOT EXISTS lianxi.deployment (mode text NOT NULL CHECK (mode IN ('demo', 'production', 'test')), created_at timestamptz NOT NULL DEFAULT clock_timestamp(), singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton));
    INSERT INTO lianxi.deployment (mode) VALUES ('${mode}') ON CONFLICT DO NOTHING;
    GRANT SELECT ON lianxi.deployment TO ${everyone}`);
  await admin.query(
    mode === 'test'
      ? testClock(everyone)
      : `CREATE OR REPLACE FUNCTION lianxi.lianxi_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()'`,
  );
}

/**
 * Only a test database can be told that it is another day. The clock is set into the function itself: one that looked it up would be
 * planned anew by each statement that asks for the time, which elsewhere costs nothing, and no measure would be of what runs there.
 */
const testClock = (everyone: string): string => `
  CREATE TABLE IF NOT EXISTS lianxi.clock_offset (value interval NOT NULL);
  GRANT SELECT ON lianxi.clock_offset TO ${everyone};
  CREATE OR REPLACE FUNCTION lianxi.set_clock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lianxi AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('lianxi.clock_offset'));
      EXECUTE format('CREATE OR REPLACE FUNCTION lianxi.lianxi_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS %L',
        format('SELECT clock_timestamp() + %L::interval', (SELECT coalesce(sum(value), '0') FROM clock_offset)));
      RETURN NULL;
    END $$;
  REVOKE ALL ON FUNCTION lianxi.set_clock() FROM PUBLIC;
  CREATE OR REPLACE TRIGGER the_clock_is_set AFTER INSERT OR UPDATE OR DELETE ON lianxi.clock_offset FOR EACH STATEMENT EXECUTE FUNCTION lianxi.set_clock();
  UPDATE lianxi.clock_offset SET value = value`;

async function ownSchema(admin: Client, service: string): Promise<void> {
  const schema = schemaOf(service);
  const { migrator, officer, courier } = loginsOf(schema);
  await admin.query(`
    CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${migrator};
    GRANT USAGE ON SCHEMA ${schema} TO ${officer}, ${courier};
    ALTER ROLE ${migrator} SET search_path = ${schema}, lianxi;
    ALTER ROLE ${officer} SET search_path = ${schema}, lianxi;
    ALTER ROLE ${courier} SET search_path = ${schema}, lianxi`);
}
