import { startService, type Environment, type RunningService } from '@lianxi/chassis';
import { departmentService } from '@lianxi/department';
import { profile } from './profile';

export const start = (env: Environment): Promise<RunningService> => startService(departmentService(profile), env);
