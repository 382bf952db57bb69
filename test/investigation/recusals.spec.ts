import { Client } from 'pg';
import { loginsOf, personId } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
let login: Client;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
  const officer = loginsOf('health').officer;
  login = new Client({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
      username: officer,
      password: lianxi.around.secrets.passwords[officer],
    }).href,
    application_name: 'test',
  });
  await login.connect();
}, 60_000);
afterAll(async () => {
  await login.end();
  await lianxi.stop();
}, 30_000);

const [head, decider] = ['bj-health-head', 'bj-health-decider'] as const;
const lists = ['mine', 'post', 'body', 'waiting', 'handed-on', 'overdue', 'watched'];
const title = '须回避的事项';
const countsFor = async (as: string): Promise<Record<string, unknown>> => (await lianxi.get('health', '/v1/counts', as)).body;

async function whereShown(id: string, as: string): Promise<string[]> {
  const paths = [`/v1/cases/${id}`, ...lists.map((name) => `/v1/worklists/${name}?limit=200`)];
  const read = await Promise.all(
    paths.map(async (path) => {
      const { status, text } = await lianxi.get('health', path, as);
      return status === 200 && text.includes(id) ? [path] : [];
    }),
  );
  const found = await lianxi.request('health', 'POST', '/v1/search', { as, body: { terms: title } });
  return [...read.flat(), ...(found.text.includes(id) ? ['search'] : [])];
}

/** What the officers' login sees of the case in all its tables, as this person in whatever post. */
async function rowsSeen(id: string, subject: string, post: string): Promise<number> {
  await login.query('BEGIN');
  const standing = { body: 'bj-health', post, person: personId(lianxi.around.issuer, subject), role: 'head' };
  for (const [name, value] of Object.entries(standing)) await login.query('SELECT set_config($1, $2, true)', [`lianxi.${name}`, value]);
  const tables = ['clocks', 'journal', 'history', 'particulars', 'papers', 'hand_overs', 'linked_work', 'case_access', 'watches'];
  const { rows } = await login.query<{ seen: string }>(
    `SELECT (SELECT count(*) FROM cases WHERE id = $1) + ${tables.map((table) => `(SELECT count(*) FROM ${table} WHERE case_id = $1)`).join(' + ')} AS seen`,
    [id],
  );
  await login.query('ROLLBACK');
  return Number(rows[0]?.seen);
}

describe('whoever is recused from a case', () => {
  let id = '';
  let before: Record<string, unknown> = {};

  it('neither opens, finds nor counts it from then on; others go on', async () => {
    id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), { report: { title } })).body['caseId']);
    await lianxi.moveClock('30 days');
    await lianxi.request('health', 'POST', `/v1/cases/${id}/watch`, { as: head });
    expect(await whereShown(id, head)).toEqual(
      expect.arrayContaining([`/v1/cases/${id}`, '/v1/worklists/body?limit=200', '/v1/worklists/overdue?limit=200', 'search']),
    );
    before = await countsFor(head);
    expect(before).toMatchObject({ open: 1, overdue: 1 });
    // A reminder that falls due meanwhile moves the case on: then it is declared again.
    await waitFor(
      'it is declared',
      async () => (await lianxi.act('health', id, 'declare-recusal', head, { reasons: '与当事人有亲属关系' })).status === 200,
    );
    expect(await whereShown(id, head)).toEqual([]);
    expect(await countsFor(head)).toMatchObject({ open: 0, overdue: 0, dueSoon: 0 });
    expect(await countsFor(decider)).toEqual(before);
    await waitFor(
      'others go on',
      async () => (await lianxi.act('health', id, 'order-urgent-stop', decider, { reasons: '示例' })).status === 200,
    );
  });

  it('is refused by the database itself, in whatever post, and by the code where the database says nothing', async () => {
    expect([await rowsSeen(id, head, head), await rowsSeen(id, head, decider)]).toEqual([0, 0]);
    expect(await rowsSeen(id, decider, decider)).toBeGreaterThan(4);
    const { rows } = await lianxi.admin.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relrowsecurity AND n.nspname = 'health'`,
    );
    for (const { name } of rows) await lianxi.admin.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    expect(await rowsSeen(id, head, head)).toBeGreaterThan(4);
    expect(await whereShown(id, head)).toEqual([]);
    for (const { name } of rows) await lianxi.admin.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
  });

  it('cannot be given the case, nor take the recusal back', async () => {
    const other = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    expect((await lianxi.act('health', other, 'declare-recusal', 'bj-health-case-officer', { reasons: '示例' })).status).toBe(200);
    const given = await lianxi.act('health', other, 'reassign', head, { post: 'bj-health-case-officer' });
    expect([given.status, given.body['code'], (given.body['allowed'] as string[]).includes('bj-health-reviewer')]).toEqual([
      400,
      'field-value',
      true,
    ]);
    for (const statement of [
      'DELETE FROM recusals',
      `UPDATE recusals SET person = ''`,
      `INSERT INTO recusals VALUES (gen_random_uuid(), 'beijing', 'x', now())`,
    ])
      await expect(login.query(statement)).rejects.toThrow('permission denied');
  });
});
