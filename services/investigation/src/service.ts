import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { departmentService } from '@lianxi/department';
import { profile } from './profile';
import { withThreePeople } from './decision/refused-by-database';
import { ThreePeople1700000000511 } from './decision/three-people';
import { evidenceEffects } from './evidence/evidence-effects';
import { teamEffects } from './team/team-effects';

const definition: ServiceDefinition = { ...departmentService(profile, { effects: { ...teamEffects, ...evidenceEffects } }), problemMap: withThreePeople };

export const tables = [ThreePeople1700000000511];
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
