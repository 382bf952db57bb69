import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { unitParty } from '@lianxi/casework';
import { loginsOf, personId } from '@lianxi/chassis';
import { aiMatter, healthMatter } from '../support/example-facts';
import { LetterDesk, officer, type Form } from '../support/letter-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

const [unit, otherUnit] = ['91350100M000100Y43', 'OWN-OTHER-LAB'];
const coordinator = 'bj-joint-office-coordinator';
const [contact, stranger, elsewhere] = ['contact-of-unit', 'contact-of-other-unit', 'contact-in-shenzhen'];
const strangers = [stranger, elsewhere];

let lianxi: Lianxi;
let matter = '';
let letter = '';
let enclosure = '';
let evidence = '';
const desk = new LetterDesk(() => lianxi);

const register = (form: Form, as = coordinator): Promise<Answer> =>
  lianxi.request('coordination', 'POST', '/v1/unit-contacts', { as, body: { validFrom: '2024-01-01', ...form } });
const get = (path: string, as: string): Promise<Answer> => lianxi.get('health', path, as);
const lettersOf = async (as: string): Promise<string[]> =>
  ((await get('/v1/letters', as)).body['lines'] as { id: string }[]).map(({ id }) => id);
const open = async (as = contact): Promise<Answer['body']> => (await get(`/v1/letters/${letter}`, as)).body;

async function act(name: string, form: Form, as = contact): Promise<Answer> {
  const { version = 1, epoch = 1 } = (await open(as)) as { version?: number; epoch?: number };
  return lianxi.request('health', 'POST', `/v1/letters/${letter}/acts/${name}`, {
    as,
    body: { version, epoch, form },
    headers: { 'idempotency-key': randomUUID() },
  });
}

async function send(kind: string, as = contact): Promise<Answer> {
  const { version = 1, epoch = 1 } = (await open(as)) as { version?: number; epoch?: number };
  return lianxi.sendForm(
    'health',
    `/v1/letters/${letter}/papers`,
    { kind, dated: '2026-10-08', origin: 'copy', version: String(version), epoch: String(epoch) },
    [{ name: 'reply.txt', bytes: Buffer.from('x') }],
    { as },
  );
}

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination'] });
  for (const [subject, of, as] of [
    [contact, unit, coordinator],
    [stranger, otherUnit, coordinator],
    [elsewhere, unit, 'sz-coordination-office-coordinator'],
  ] as const)
    expect((await register({ unit: of, subject }, as)).status).toBe(200);
  for (const each of [contact, ...strangers])
    await waitFor(`health knows ${each}`, async () => (await get('/v1/letters', each)).status === 200);
  matter = await desk.inHandling();
  letter = await desk.written(matter, { unit, addressee: '示例研究所' });
  enclosure = await desk.paper(letter, 'enclosure');
  evidence = await desk.paper(letter, 'evidence');
  await desk.does(letter, 'note', officer, { text: '内部备注' });
});
afterAll(() => lianxi.stop());

describe('a contact of a unit', () => {
  it('is registered by the office of the city, for a unit that is one', async () => {
    expect((await register({ unit: '示例研究所', subject: 'x' })).body).toMatchObject({ code: 'field-value', field: 'unit' });
    expect((await register({ unit, subject: 'x', validUntil: '2023-01-01' })).body).toMatchObject({
      code: 'field-value',
      field: 'validUntil',
    });
    for (const as of [officer, contact, 'bj-joint-office-security-administrator'])
      expect((await register({ unit, subject: 'x' }, as)).status).toBe(403);
    const listed = (await lianxi.get('coordination', '/v1/unit-contacts', coordinator)).body['lines'] as {
      body: string;
      person?: string;
    }[];
    expect(listed.map(({ body }) => body).sort()).toEqual([unitParty(unit), unitParty('OWN-EXAMPLE-LAB'), unitParty(otherUnit)].sort());
    expect(listed.filter(({ person }) => person !== undefined)).toEqual([]);
    const post = { id: 'bj-health-contact', body: 'bj-health', role: 'unit-contact', subject: 'x', validFrom: '2024-01-01' };
    expect(
      (await lianxi.request('coordination', 'POST', '/v1/posts', { as: 'bj-joint-office-security-administrator', body: post })).status,
    ).toBe(400);
  });

  it('sees nothing of a letter before it is sent to it, and nothing of one sent otherwise', async () => {
    expect([await lettersOf(contact), (await get(`/v1/letters/${letter}`, contact)).status]).toEqual([[], 404]);
    const onPaper = await desk.written(matter, { unit });
    await desk.does(onPaper, 'dispatch', officer, { method: 'registered-post' });
    expect([await lettersOf(contact), (await get(`/v1/letters/${onPaper}`, contact)).status]).toEqual([[], 404]);
    const unknown = await desk.written(matter, { unit: 'OWN-NOBODY-THERE' });
    expect((await desk.answerTo(unknown, 'dispatch', officer, { method: 'to-contact' })).body['code']).toBe('no-contact');
    await lianxi.admin.query(`UPDATE health.cases SET mark = 'sealed' WHERE id = $1`, [onPaper]);
    expect((await desk.answerTo(onPaper, 'dispatch', 'bj-health-head', { method: 'to-contact' })).body['code']).toBe('sealed-not-sent');
  });

  it('receives it by the first look, which starts the period for the answer and is on the matter', async () => {
    await desk.does(letter, 'dispatch', officer, { method: 'to-contact' });
    expect(await lettersOf(contact)).toEqual([letter]);
    expect((await desk.read(letter))['state']).toBe('dispatched');
    const view = await open();
    expect(view).toMatchObject({ state: 'received', body: 'bj-health', purpose: 'enquiry', dueOn: expect.any(String) as string });
    expect((await open())['version']).toBe(view['version']);
    expect(await desk.clocksOf(letter)).toEqual(['letter-answer running', 'letter-dispatch met', 'letter-receipt met']);
    await waitFor('the matter knows', async () => (await desk.actsOn(matter)).includes('letter open-letter'));
    const first = ((await desk.read(letter))['timeline'] as { act: string; body: string; post: string }[]).find(
      (each) => each.act === 'open-letter',
    );
    expect([first?.body, first?.post.startsWith(`${unitParty(unit)}-unit-contact`)]).toEqual([unitParty(unit), true]);
  });
});

/** What only the body that wrote may see, and what nobody of another unit or city may. */
async function seesNoMore(): Promise<void> {
  const view = await open();
  expect((view['texts'] as { text: string }[]).map(({ text }) => text)).toEqual(expect.arrayContaining(['请说明有关情况', '示例研究所']));
  expect(JSON.stringify(view)).not.toContain('内部备注');
  expect((view['papers'] as { id: string }[]).map(({ id }) => id)).toEqual([enclosure]);
  expect([
    (await get(`/v1/letters/${letter}/papers/${enclosure}`, contact)).status,
    (await get(`/v1/letters/${letter}/papers/${evidence}`, contact)).status,
    (await get(`/v1/letters/${matter}`, contact)).status,
  ]).toEqual([200, 404, 404]);
  for (const as of strangers)
    expect([
      as,
      await lettersOf(as),
      (await get(`/v1/letters/${letter}`, as)).status,
      (await get(`/v1/letters/${letter}/papers/${enclosure}`, as)).status,
      (await act('answer', { answer: '示例' }, as)).status,
      (await send('reply', as)).status,
    ]).toEqual([as, [], 404, 404, 404, 404]);
  expect((await get(`/v1/letters/${letter}`, officer)).status).toBe(403);
}

describe('what a contact cannot reach', () => {
  it('is everything that was not sent to the unit, also on the letter itself', seesNoMore);

  it.each(['health', 'coordination'])('is every other way into %s: lists, search, index, cases, papers, posts', async (service) => {
    const { paths } = (await lianxi.get(service, '/docs-json')).body as unknown as { paths: Record<string, Record<string, unknown>> };
    const ways = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) =>
          [
            method.toUpperCase(),
            path
              .replace('{id}', letter)
              .replace('{act}', 'note')
              .replace('{name}', 'body')
              .replace(/\{\w+\}/g, evidence),
          ] as const,
      ),
    );
    const reached: string[] = [];
    let refused = 0;
    for (const [method, path] of ways) {
      const ask = async (as?: string): Promise<number> =>
        (
          await lianxi.request(service, method, path, {
            ...(as === undefined ? {} : { as }),
            ...(method === 'GET' ? {} : { body: {} }),
            headers: { 'idempotency-key': randomUUID() },
          })
        ).status;
      if ((await ask()) !== 401 || /\/letters|\/for-unit/.test(path)) continue;
      const status = await ask(contact);
      if (status === 403 || status === 404) refused += 1;
      else reached.push(`${method} ${path}: ${status}`);
    }
    expect(reached).toEqual([]);
    expect(refused).toBeGreaterThan(15);
  });

  it('is the pages of officers', async () => {
    const headers = {
      cookie: `lianxi_token=${await lianxi.token(contact)}; lianxi_post=${unitParty(unit)}-unit-contact-beijing-${personId(lianxi.around.issuer, contact).slice(0, 8)}`,
    };
    for (const path of ['/pages/worklist', `/pages/cases/${letter}`, `/pages/cases/${letter}/papers/${evidence}`])
      expect([path, (await lianxi.request('health', 'GET', path, { headers })).status]).toEqual([path, 403]);
  });

  it('is nothing that row-level security would show: a query without any condition finds the one letter', async () => {
    const login = loginsOf('health').officer;
    const client = new Client({
      connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
        username: login,
        password: lianxi.around.secrets.passwords[login],
      }).href,
    });
    await client.connect();
    const seen = async (body: string, city: string): Promise<unknown[]> => {
      await client.query(
        `SELECT set_config('lianxi.body', $1, false), set_config('lianxi.city', $2, false), set_config('lianxi.role', 'unit-contact', false)`,
        [body, city],
      );
      const {
        rows: [found],
      } = await client.query<{
        found: unknown[];
      }>(`SELECT jsonb_build_array((SELECT jsonb_agg(id) FROM cases), (SELECT jsonb_agg(id) FROM papers), (SELECT count(*) FROM linked_work), (SELECT count(*) FROM hand_overs),
        (SELECT jsonb_agg(DISTINCT kind ORDER BY kind) FROM particulars), (SELECT count(DISTINCT case_id) FROM journal WHERE case_id IS NOT NULL)) AS found`);
      return found?.found ?? [];
    };
    try {
      expect(await seen(unitParty(unit), 'beijing')).toEqual([
        [letter],
        [enclosure],
        0,
        0,
        ['paper-name', 'write-letter.addressee', 'write-letter.content'],
        1,
      ]);
      for (const [body, city] of [
        [unitParty(unit), 'shenzhen'],
        [unitParty(otherUnit), 'beijing'],
        ['', ''],
      ] as const)
        expect([body, city, await seen(body, city)]).toEqual([body, city, [null, null, 0, 0, null, 0]]);
    } finally {
      await client.end();
    }
  });
});

describe('for its unit, a contact', () => {
  it('answers with papers, which the matter is told, and which cannot be changed', async () => {
    expect((await send('evidence')).status).toBe(400);
    expect((await send('reply')).status).toBe(200);
    for (const [name, form] of [
      ['note', { text: '示例' }],
      ['close-letter', { reasons: '示例' }],
      ['record-answer', { answer: '示例', effectiveOn: '2026-10-08', proof: evidence }],
    ] as const)
      expect([name, (await act(name, form)).status]).toEqual([name, 403]);
    expect((await act('answer', { answer: '我单位已完成整改' })).body).toMatchObject({ state: 'answered' });
    expect((await act('answer', { answer: '更正' })).status).toBe(409);
    await waitFor('the matter knows', async () => (await desk.actsOn(matter)).includes('letter answer'));
    expect(JSON.stringify((await desk.read(matter))['particulars'])).toContain('我单位已完成整改');
    expect(((await desk.read(letter))['papers'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(['enclosure', 'evidence', 'reply']);
    expect(await open()).toMatchObject({ state: 'answered', acts: [], dueOn: null });
  });

  it('files a matter in its own city, and then sees as much of it as any reporter', async () => {
    const file = (facts: Form, as = contact): Promise<Answer> =>
      lianxi.request('health', 'POST', '/v1/matters/for-unit', {
        as,
        headers: { 'idempotency-key': randomUUID() },
        body: { facts, report: { title: '示例', text: '示例' }, noStateSecrets: true },
      });
    const filed = await file(healthMatter({ receivedBy: 'bj-health' }));
    expect([filed.status, typeof filed.body['receipt']]).toEqual([201, 'string']);
    const id = String(filed.body['caseId']);
    const view = await desk.read(id);
    expect(view).toMatchObject({ channel: 'unit', state: 'received' });
    expect((view['timeline'] as { detail: { unit?: string } }[])[0]?.detail.unit).toBe(unitParty(unit));
    expect([(await get(`/v1/cases/${id}`, contact)).status, (await get(`/v1/letters/${id}`, contact)).status]).toEqual([403, 404]);
    expect([
      (await file(aiMatter({ city: 'shenzhen', receivedBy: 'sz-sti' }))).status,
      (await file(healthMatter({ receivedBy: 'bj-health' }), officer)).status,
    ]).toEqual([400, 403]);
  });

  it('does nothing after the last day', async () => {
    const { id } = (await register({ unit: otherUnit, subject: 'soon-gone', validUntil: '2024-02-01' })).body;
    expect(String(id)).toContain(unitParty(otherUnit));
    const { body: ended } = await register({ unit, subject: contact, validUntil: '2024-02-01' });
    expect(ended).toMatchObject({ revision: 2 });
    await waitFor('health knows the end', async () => (await get('/v1/letters', contact)).status === 403);
    expect([(await get(`/v1/letters/${letter}`, contact)).status, (await get('/v1/letters', 'soon-gone')).body['code']]).toEqual([
      403,
      'no-post',
    ]);
    expect((await register({ unit, subject: contact })).body).toMatchObject({ revision: 3 });
    await waitFor('and the return', async () => (await get('/v1/letters', contact)).status === 200);
  });

  it('has a last day that the office of the city sets, and no other', async () => {
    const id = String((await register({ unit: otherUnit, subject: 'leaves-soon' })).body['id']);
    await waitFor('health knows the contact', async () => (await get('/v1/letters', 'leaves-soon')).status === 200);
    const end = (validUntil: string, as: string): Promise<Answer> =>
      lianxi.request('coordination', 'POST', `/v1/unit-contacts/${id}/end`, { as, body: { validUntil } });
    expect([
      (await end('2024-03-01', 'sz-coordination-office-coordinator')).status,
      (await end('2024-03-01', officer)).status,
      (await end('2023-03-01', coordinator)).body['field'],
    ]).toEqual([404, 403, 'validUntil']);
    expect((await end('2024-03-01', coordinator)).body).toEqual({ id, revision: 2 });
    await waitFor('health knows the end', async () => (await get('/v1/letters', 'leaves-soon')).body['code'] === 'no-post');
    const post = await lianxi.request('coordination', 'POST', '/v1/unit-contacts/bj-health-head/end', {
      as: coordinator,
      body: { validUntil: '2030-01-01' },
    });
    expect(post.status).toBe(404);
  });
});

describe('with row-level security switched off', () => {
  it('the code shows a contact no more than before', async () => {
    const { rows } = await lianxi.admin.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relrowsecurity AND n.nspname = 'health'`,
    );
    for (const { name } of rows) await lianxi.admin.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    await lianxi.admin.query(`DELETE FROM health.papers WHERE kind = 'reply'`);
    await seesNoMore();
  });
});
