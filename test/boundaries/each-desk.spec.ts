import { register } from '@lianxi/jurisdiction';
import { aiMatter, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start();
});
afterAll(() => lianxi.stop());

const doors = register.services.filter(({ kind }) => ['department', 'coordination', 'investigation'].includes(kind)).map(({ id }) => id);
const shenzhen = { city: 'shenzhen', receivedBy: 'sz-rural' };
const matters: [string, Record<string, unknown>, string, string][] = [
  ['a medical one', healthMatter(), 'bj-health', 'health'],
  ['one about AI', aiMatter(), 'bj-stc', 'ai'],
  ['one that several bodies regulate', aiMatter({ fields: ['ai', 'human-life-medicine'] }), 'bj-stc', 'ai'],
  ['one whose facts are not complete', aiMatter({ aiStage: 'unknown' }), 'bj-agri', 'agriculture'],
  ['one for which no rule names a body', healthMatter({ fields: ['food'] }), 'bj-joint-office', 'coordination'],
  [
    'one about food in Shenzhen',
    healthMatter({ ...shenzhen, fields: ['food'], unit: { kind: 'enterprise', educationSystem: false, affiliation: null } }),
    'sz-amr',
    'food',
  ],
  [
    'one in the education system',
    healthMatter({ ...shenzhen, fields: ['other'], unit: { kind: 'university', educationSystem: true, affiliation: 'moe' } }),
    'sz-edu',
    'education',
  ],
];

describe('filed at each of the doors with the same desk of receipt', () => {
  it.each(matters)('%s reaches the same body and service, and is held there alone', async (_what, facts, holder, service) => {
    const answers = await Promise.all(doors.map((door) => lianxi.file(door, facts)));
    expect(answers.map(({ status, body }) => [status, body['holder'], body['service']])).toEqual(doors.map(() => [201, holder, service]));
    const ids = answers.map(({ body }) => body['caseId']);
    const holding = doors
      .map(
        (door) =>
          `SELECT '${door}' AS service, holder FROM ${door.replaceAll('-', '_')}.cases WHERE standing = 'holding' AND id = ANY ($1)`,
      )
      .join(' UNION ALL ');
    await waitFor('all are held', async () => (await lianxi.admin.query(holding, [ids])).rowCount === doors.length);
    expect((await lianxi.admin.query<{ service: string; holder: string }>(holding, [ids])).rows).toEqual(
      doors.map(() => ({ service, holder })),
    );
  });
});
