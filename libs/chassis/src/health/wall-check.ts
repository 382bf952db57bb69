import type { Pool } from 'pg';
import type { HealthCheck } from './health.controller';

/**
 * A connection for people that nobody speaks through must know nobody and be held by row-level security: otherwise a standing
 * stayed behind for whoever comes next, a policy is gone, or the login may pass it.
 */
export const wallCheck = (officers: Pool): HealthCheck => ({
  name: 'row-level-security',
  trouble: async () => {
    const {
      rows: [found],
    } = await officers.query<{ left: boolean; walled: boolean }>({
      name: 'wall',
      text: `SELECT coalesce(current_setting('lianxi.body', true), '') <> '' AS left, row_security_active('cases') AS walled`,
    });
    if (found?.left) return 'a connection kept the standing of whoever used it before';
    return found?.walled ? undefined : 'row-level security does not hold this login';
  },
});
