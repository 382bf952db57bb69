import { DataSource } from 'typeorm';
import type { Pool } from 'pg';
import type { Configuration } from '../configuration/configuration';
import { loginsOf, schemaOf } from './logins';

/** A service's two doors to its schema: people's requests go through one, the courier and the clocks through the other. */
export interface DataSources {
  readonly officer: DataSource;
  readonly courier: DataSource;
}

export function dataSourcesFor(service: string, configuration: Configuration): DataSources {
  const schema = schemaOf(service);
  const logins = loginsOf(schema);
  const open = (username: string, password: string): DataSource => {
    const url = new URL(configuration.LIANXI_PG_URL);
    return new DataSource({
      type: 'postgres',
      host: url.hostname,
      port: Number(url.port || 5432),
      database: url.pathname.slice(1),
      username,
      password,
      schema,
      poolSize: configuration.LIANXI_POOL ?? 10,
      applicationName: username,
      connectTimeoutMS: 10_000,
      extra: { options: `-c search_path=${schema},lianxi` },
      poolErrorHandler: () => undefined,
    });
  };
  return {
    officer: open(logins.officer, configuration.LIANXI_PG_OFFICER_PASSWORD),
    courier: open(logins.courier, configuration.LIANXI_PG_COURIER_PASSWORD),
  };
}

/** The pg pool below a TypeORM data source, for the prepared statements that TypeORM cannot name. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}
