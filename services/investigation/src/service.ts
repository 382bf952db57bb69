import { startService, type Environment, type RunningService } from '@lianxi/chassis';
import { departmentService } from '@lianxi/department';
import { profile } from './profile';
import { teamEffects } from './team/team-effects';

export const start = (env: Environment): Promise<RunningService> => startService(departmentService(profile, { effects: { ...teamEffects } }), env);
