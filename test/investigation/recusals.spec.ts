import { Client } from 'pg';
import { loginsOf, personId } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
let login: Client;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination'] });
  const officer = loginsOf('health').officer;
  login = new Client({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
      username: officer,
      password: lianxi.around.secrets.passwords[officer],
    }).href,
    application_name: 'test',
  });
  await login.connect();
});
afterAll(async () => {
  await login.end();
  await lianxi.stop();
});

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

describe('a body whose own staff is concerned', () => {
  const desk = new InvestigationDesk(() => lianxi);
  const everybody = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head'].map((role) => `bj-health-${role}`);
  const coordinator = 'bj-joint-office-coordinator';
  const noted = (ofBody: string): Record<string, string> => ({ ofBody, reasons: '任职证明' });
  type Designation = { id: string; case_id: string; version: number };

  it('neither opens, finds nor counts the case it holds from then on; the office names another, which gets it without a hand of theirs', async () => {
    const id = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), { report: { title } })).body['caseId']);
    await desk.does('health', id, 'register', 'bj-health-intake-officer');
    const before = Number((await countsFor(decider))['open']);
    expect(await whereShown(id, decider)).toEqual(expect.arrayContaining([`/v1/cases/${id}`, 'search']));
    await desk.does('health', id, 'note-authority-staff', 'bj-health-case-officer', noted('bj-health'));
    for (const as of everybody) expect([as, await whereShown(id, as)]).toEqual([as, []]);
    expect([(await countsFor(decider))['open'], await rowsSeen(id, decider, decider)]).toEqual([before - 1, 0]);
    expect((await lianxi.act('health', id, 'offer-transfer', head, { toBody: 'bj-agri', reason: 'agreed' })).status).toBe(404);

    const { rows } = await lianxi.admin.query<{ id: string }>(
      `SELECT id FROM health.linked_work WHERE case_id = $1 AND procedure = 'escalation'`,
      [id],
    );
    const asked = rows[0]?.id ?? '';
    await waitFor('the office is asked', async () => (await lianxi.get('coordination', `/v1/cases/${asked}`, coordinator)).status === 200);
    const answer = { direction: 'holder-goes-on', answer: '示例' };
    await desk.isRefused('coordination', asked, 'answer-escalation', coordinator, 'body-recused', answer);
    await desk.does('coordination', asked, 'answer-escalation', coordinator, { ...answer, direction: 'designate' });
    const designation = async (): Promise<Designation | undefined> =>
      ((await lianxi.get('coordination', '/v1/designations', coordinator)).body['lines'] as Designation[]).find(
        ({ case_id }) => case_id === id,
      );
    await waitFor('the office is to name another', async () => (await designation()) !== undefined);
    const designate = async (lead: string): Promise<Answer> => {
      const { id: of = '', version = 1 } = (await designation()) ?? {};
      return lianxi.request('coordination', 'POST', `/v1/designations/${of}/acts/designate`, {
        as: coordinator,
        body: { version, form: { lead, reasons: '示例' } },
        headers: { 'idempotency-key': `${id}-${lead}` },
      });
    };
    const refused = await designate('bj-health');
    expect([refused.status, refused.body['field'], (refused.body['allowed'] as string[]).includes('bj-health')]).toEqual([
      400,
      'form.lead',
      false,
    ]);
    expect((await designate('bj-agri')).status).toBe(200);
    const there = async (): Promise<Answer['body']> => (await lianxi.get('agriculture', `/v1/cases/${id}`, 'bj-agri-head')).body;
    await waitFor('the other body holds it', async () => (await there())['standing'] === 'holding');
    const timeline = (await there())['timeline'] as { act: string; post: string | null }[];
    const after = timeline.slice(timeline.findIndex(({ act }) => act === 'note-authority-staff') + 1);
    expect(after.filter(({ post }) => post?.startsWith('bj-health') === true)).toEqual([]);
    for (const as of everybody) expect([as, await whereShown(id, as)]).toEqual([as, []]);
  });

  it('nor what it was asked to do for it, nor what it had of it before, in whatever post its people come', async () => {
    const agri = 'bj-agri-head';
    const id = String((await lianxi.file('agriculture', healthMatter())).body['caseId']);
    await desk.takenUp('health', 'bj-health', id);
    await desk.does('health', id, 'ask-co-handler', head, { coHandler: 'bj-agri', task: '示例' });
    const work = await desk.workOf('health', id, head, 'co-handling', agri);
    const sees = async (service: string, of: string, post: string): Promise<number> =>
      (await lianxi.request(service, 'GET', `/v1/cases/${of}`, { as: agri, headers: { 'x-lianxi-post': post } })).status;
    const seesThere = (of: string): Promise<number> => sees('agriculture', of, agri);
    expect([await seesThere(id), await seesThere(work)]).toEqual([200, 200]);
    const second = 'bj-health-second-reviewer';
    await lianxi.request('coordination', 'POST', '/v1/posts', {
      as: 'bj-joint-office-security-administrator',
      body: { id: second, body: 'bj-health', role: 'reviewer', subject: agri, validFrom: '2024-01-01' },
    });
    const seesHere = (): Promise<number> => sees('health', id, second);
    await waitFor('they hold a post here as well', async () => (await seesHere()) === 200);

    await desk.does('health', id, 'note-authority-staff', 'bj-health-case-officer', noted('bj-agri'));
    expect(await seesHere()).toBe(404);
    await waitFor('it is closed where it was', async () => (await seesThere(id)) === 404 && (await seesThere(work)) === 404);
    expect((await desk.read('health', id, head))['standing']).toBe('holding');
    // Of several notes the last counts: who was named in error sees it again.
    await desk.does('health', id, 'note-authority-staff', 'bj-health-case-officer', noted('bj-stc'));
    await waitFor('it is open again', async () => (await seesHere()) === 200 && (await seesThere(id)) === 200);
  });
});
