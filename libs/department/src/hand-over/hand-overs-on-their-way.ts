import type { Pool } from 'pg';
import type { HealthCheck } from '@lianxi/chassis';

const tooLong = `SELECT count(*)::int AS late FROM hand_overs WHERE side = 'origin' AND state = 'committed' AND changed_at < (SELECT lianxi_now()) - interval '5 minutes'`;

/** A committed case is nobody's to act on until it has arrived: after five minutes the service says that it is not well. */
export const handOversOnTheirWay = (pool: Pool): HealthCheck => ({
  name: 'hand-overs',
  trouble: async () => {
    const { rows } = await pool.query<{ late: number }>(tooLong);
    return rows[0] && rows[0].late > 0 ? `${rows[0].late} cases have been on their way for more than five minutes` : undefined;
  },
});
