import { Pool } from 'pg';
import { loginsOf, wallCheck } from '@lianxi/chassis';
import { Lianxi } from '../support/lianxi';

let lianxi: Lianxi;
let officers: Pool;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health'] });
  const { officer } = loginsOf('health');
  officers = new Pool({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
      username: officer,
      password: lianxi.around.secrets.passwords[officer] ?? '',
    }).href,
    max: 1,
    options: '-c search_path=health,lianxi',
  });
});
afterAll(async () => {
  await officers.end();
  await lianxi.stop();
});

const reasons = async (): Promise<string[]> =>
  ((await lianxi.get('health', '/health')).body['reasons'] as { name: string }[]).map(({ name }) => name);

describe('the second wall', () => {
  it('stands, and health says nothing of it', async () => {
    expect(await wallCheck(officers).trouble()).toBeUndefined();
    expect(await reasons()).not.toContain('row-level-security');
  });

  it('is missed when the standing of the last one stayed behind on a connection', async () => {
    await officers.query(`SELECT set_config('lianxi.body', 'bj-health', false)`);
    expect(await wallCheck(officers).trouble()).toBe('a connection kept the standing of whoever used it before');
    await officers.query(`RESET lianxi.body`);
  });

  it('is missed when a table was opened', async () => {
    await lianxi.admin.query('ALTER TABLE health.cases DISABLE ROW LEVEL SECURITY');
    expect(await reasons()).toContain('row-level-security');
    await lianxi.admin.query('ALTER TABLE health.cases ENABLE ROW LEVEL SECURITY');
    expect(await reasons()).not.toContain('row-level-security');
  });
});
