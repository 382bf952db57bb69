import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const administrator = 'bj-joint-office-system-administrator';
const value = async (service: string, line: string): Promise<number | undefined> => {
  const { text } = await lianxi.get(service, '/metrics', administrator);
  const found = text.split('\n').find((each) => each.startsWith(line));
  return found === undefined ? undefined : Number(found.split(' ').at(-1));
};

describe('metrics', () => {
  it('say what is owed to whom and for how long, as the tables say it', async () => {
    await lianxi.stopService('health');
    await lianxi.file('agriculture', healthMatter());
    const owed = 'lianxi_deliveries_owed{receiver="health",service="agriculture"}';
    expect(await value('agriculture', owed)).toBe(2);
    expect(await value('agriculture', 'lianxi_hand_overs_on_their_way{receiver="health"')).toBe(1);
    expect(await value('agriculture', 'lianxi_deliveries_oldest_seconds{receiver="health"')).toBeGreaterThanOrEqual(0);
    await lianxi.startService('health');
    await waitFor('nothing is owed any more', async () => (await value('agriculture', owed)) === undefined);
    expect(await value('agriculture', 'lianxi_dead_letters')).toBeUndefined();
  });

  it('are for the system administrator alone, and hold no word of a case', async () => {
    expect((await lianxi.get('health', '/metrics')).status).toBe(401);
    expect((await lianxi.get('health', '/metrics', 'bj-health-head')).status).toBe(403);
    expect((await lianxi.get('health', '/metrics', administrator)).text).not.toContain('示例');
  });
});
