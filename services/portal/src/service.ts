import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { problemMap } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { portalAnswers } from './answers';
import { readPortalConfiguration } from './portal-configuration';
import { PortalTables1700000000510, SavedFilters1700000000511, Uploads1700000000650 } from './portal-tables';
import { PortalModule } from './portal.module';

export const definition: Omit<ServiceDefinition, 'imports'> = {
  name: 'portal',
  title: { zh: '门户', en: 'Portal' },
  cities: register.cities.map(({ id }) => id),
  allServices: register.services.map(({ id }) => id),
  servesBody: () => false,
  problemMap,
  answers: [portalAnswers],
};

export const tables = [PortalTables1700000000510, SavedFilters1700000000511, Uploads1700000000650];
export const start = async (env: Environment): Promise<RunningService> =>
  startService({ ...definition, imports: [PortalModule.with(readPortalConfiguration(env))] }, env);
