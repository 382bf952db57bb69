import { Client } from 'pg';
import { loginsOf } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
  const { body } = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
  await waitFor(
    'the office knows of it',
    async () => (await lianxi.admin.query('SELECT 1 FROM coordination.case_index WHERE case_id = $1', [body['caseId']])).rowCount === 1,
  );
});
afterAll(() => lianxi.stop());

const paths = ['/v1/index', '/v1/designations', '/v1/posts'];

describe("what a city's office keeps", () => {
  it.each(paths)('%s is read by its officers', async (path) => {
    expect((await lianxi.get('coordination', path, 'bj-joint-office-coordinator')).status).toBe(200);
  });

  it.each(paths)('%s is refused to those who hold the same role in another body, or in another city', async (path) => {
    const refused = await lianxi.get('coordination', path, 'bj-agri-head');
    expect([refused.status, refused.body['code']]).toEqual([403, 'role-refused']);
    expect(JSON.stringify((await lianxi.get('coordination', path, 'sz-joint-office-coordinator')).body)).not.toContain('bj-');
  });

  it('is shown by the tables themselves to nobody who speaks for another body', async () => {
    const { officer } = loginsOf('coordination');
    const url = Object.assign(new URL(lianxi.around.databaseUrl), {
      username: officer,
      password: lianxi.around.secrets.passwords[officer] ?? '',
    });
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const seenBy = async (body: string): Promise<number> => {
      await client.query(`SELECT set_config('lianxi.body', $1, false), set_config('lianxi.city', 'beijing', false)`, [body]);
      return (await client.query('SELECT 1 FROM coordination.case_index')).rowCount ?? 0;
    };
    try {
      expect([await seenBy('bj-joint-office'), await seenBy('bj-agri'), await seenBy('')]).toEqual([1, 0, 0]);
    } finally {
      await client.end();
    }
  });
});
