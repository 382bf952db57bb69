import type { Environment, Migration, RunningService } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { PreparedService } from './prepare-database';

export const serviceNames: readonly string[] = register.services.map(({ id }) => id);

export interface ServiceFile {
  readonly start: (env: Environment) => Promise<RunningService>;
  readonly tables?: readonly Migration[];
}

/** A service by its name, as its own process would load it. */
export const loadService = async (name: string): Promise<ServiceFile> =>
  (await import(`../../../services/${name}/src/service`)) as ServiceFile;

export async function preparedServices(): Promise<PreparedService[]> {
  return Promise.all(
    serviceNames.map(async (name) => {
      const { tables } = await loadService(name);
      return { name, tables: tables ?? [] };
    }),
  );
}
