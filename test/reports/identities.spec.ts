import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { handIn, loginsOf, personId, type Challenge } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { LetterDesk } from '../support/letter-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';
import { unpacked } from '../support/repacked';

let lianxi: Lianxi;
const running = ['agriculture', 'health', 'coordination', 'audit', 'vault'];
const [officer, colleague] = ['bj-health-case-officer', 'bj-health-reviewer'];
const [first, second] = ['bj-joint-office-identity-custodian', 'bj-joint-office-second-identity-custodian'];
const canary = `canary${randomUUID().replaceAll('-', '')}`;
const identity = {
  name: `${canary} 姓名`,
  phone: '010-0000-4321',
  email: `${canary}@example.org`,
  address: `${canary} 号`,
  idNumber: `${canary.slice(0, 30)}`,
};

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: running, settings: { LIANXI_EXPORT_APPROVAL: 'never' } });
});
afterAll(() => lianxi.stop());

type Form = Record<string, unknown>;
const file = (report: Form, service = 'health', receivedBy = 'bj-health'): Promise<Answer> =>
  lianxi.file(service, healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy }), { report });
const secretOf = (key: string): string =>
  Object.values(lianxi.around.secrets.custodians)
    .flatMap((keys) => Object.entries(keys))
    .find(([name]) => name === key)?.[1].secret ?? '';
const opening = async (
  id: string,
  as: string,
): Promise<{ opening: { state: string; version: number }; challenge: Challenge | null; reasons: string }> =>
  (await lianxi.get('vault', `/v1/openings/${id}`, as)).body as never;
const show = (id: string, as = officer): Promise<Answer> =>
  lianxi.request('vault', 'POST', `/v1/openings/${id}/identity`, { as, body: {} });

/** Asks as an officer of the holder does, and waits until the custodians see it. */
async function asked(caseId: string, tell = 'tell'): Promise<string> {
  expect(
    (await lianxi.act('health', caseId, 'ask-identity', officer, { reason: 'verify-facts', tell, reasons: `${canary} 理由` })).status,
  ).toBe(200);
  const timeline = (await lianxi.get('health', `/v1/cases/${caseId}`, officer)).body['timeline'] as {
    act: string;
    detail: { opening?: string };
  }[];
  const id = timeline.findLast(({ act }) => act === 'ask-identity')?.detail.opening ?? '';
  await waitFor('the vault knows the opening', async () => (await lianxi.get('vault', `/v1/openings/${id}`, first)).status === 200);
  return id;
}

async function approve(
  id: string,
  as: string,
  key: string,
  { share, headers = {} }: { share?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const {
    opening: { version },
    challenge,
  } = await opening(id, second);
  const body = {
    version,
    form: {},
    share:
      share ?? handIn(challenge ?? { opening: id, vault: lianxi.around.secrets.sealing['vault']?.public ?? '', shares: [] }, secretOf(key)),
  };
  return lianxi.request('vault', 'POST', `/v1/openings/${id}/acts/approve`, {
    as,
    body,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
}

const forms = (text: string): string[] => [
  text,
  Buffer.from(text).toString('hex'),
  ...['', 'x', 'xx'].map((before) =>
    Buffer.from(`${before}${text}`)
      .toString('base64')
      .slice(before.length === 0 ? 0 : 4, -4),
  ),
  [...text].reverse().join(''),
];
const shows = (text: string): boolean => forms(canary).some((form) => text.toLowerCase().includes(form.toLowerCase()));

/** Where a row of any table of any schema, the vault's too, shows the canary; but for what officers wrote as their reasons. */
async function tablesWithCanary(): Promise<string[]> {
  const { rows } = await lianxi.admin.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: texts } = await lianxi.admin.query<{ text: string }>(
      `SELECT t::text AS text FROM ${name} t${name.endsWith('.particulars') ? ` WHERE kind <> 'ask-identity.reasons'` : ''}`,
    );
    if (texts.some(({ text }) => shows(text))) found.push(name);
  }
  return found;
}
const filesWithCanary = (directory: string): string[] =>
  readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesWithCanary(path) : shows(readFileSync(path).toString('latin1')) ? [path] : [];
  });

describe('a reporter of a violation who gives a name', () => {
  let caseId = '';
  let receipt = '';
  let id = '';
  beforeAll(async () => {
    const { body } = await file({ contact: identity }, 'agriculture', 'bj-agri');
    [caseId, receipt] = [String(body['caseId']), String(body['receipt'])];
    await waitFor(
      'health holds it',
      async () => (await lianxi.get('health', `/v1/cases/${caseId}`, officer)).body['standing'] === 'holding',
    );
    id = await asked(caseId);
  });

  it('is unknown to whoever handles the case, and nobody sees that there is a name', async () => {
    const particulars = (await lianxi.get('health', `/v1/cases/${caseId}`, officer)).body['particulars'] as { kind: string }[];
    expect(particulars.map(({ kind }) => kind).sort()).toEqual(['ask-identity.reasons', 'report']);
    const anonymous = String((await file({})).body['caseId']);
    await waitFor(
      'both are in the vault',
      async () =>
        (await lianxi.admin.query('SELECT 1 FROM vault.sealed_identities WHERE case_id = ANY ($1)', [[caseId, anonymous]])).rowCount === 2,
    );
    expect((await lianxi.admin.query('SELECT DISTINCT length(sealed::text) FROM vault.sealed_identities')).rowCount).toBe(1);
  });

  it('is asked for with a reason that only custodians of the city read, beside the officer who gave it', async () => {
    expect((await opening(id, first)).reasons).toBe(`${canary} 理由`);
    expect((await lianxi.get('vault', `/v1/openings/${id}`, officer)).body).toMatchObject({
      opening: { state: 'asked', tell: 'tell' },
      challenge: null,
      acts: [],
    });
    for (const as of [colleague, 'bj-health-head', 'bj-joint-office-head', 'sz-coordination-office-identity-custodian'])
      expect([(await lianxi.get('vault', `/v1/openings/${id}`, as)).status, (await show(id, as)).status]).toEqual([404, 404]);
    expect(
      (
        await lianxi.request('vault', 'POST', `/v1/openings/${id}/acts/approve`, {
          as: officer,
          body: { version: 1, form: {} },
          headers: { 'idempotency-key': randomUUID() },
        })
      ).status,
    ).toBe(403);
    expect((await show(id)).body).toMatchObject({ status: 409, code: 'showing-over' });
  });

  it('is not opened by one custodian: not twice, not by a deputy, not with the same key, not with a wrong one', async () => {
    expect((await approve(id, first, 'beijing-first', { share: 'x' })).body).toMatchObject({ status: 409, code: 'share-wrong' });
    const other = await asked(caseId);
    const foreign = handIn((await opening(other, first)).challenge as Challenge, secretOf('beijing-first'));
    expect((await approve(id, first, '', { share: foreign })).body).toMatchObject({ code: 'share-wrong' });
    expect((await approve(id, first, 'beijing-first')).body).toMatchObject({ state: 'approved-once' });
    const share = handIn({ ...((await opening(other, first)).challenge as Challenge), opening: id }, secretOf('beijing-first'));
    const again = handIn({ ...((await opening(other, first)).challenge as Challenge), opening: id }, secretOf('beijing-second'));
    expect((await approve(id, first, '', { share: again })).body).toMatchObject({ status: 409, code: 'same-person' });
    for (const [post, person, deputyFor] of [
      ['bj-joint-office-deputy-1', first, null],
      ['bj-joint-office-deputy-2', 'stands-in', first],
    ] as const) {
      await lianxi.admin.query(
        `INSERT INTO vault.posts (id, city, body, role, person, valid_from, revision, deputy_for) VALUES ($1, 'beijing', 'bj-joint-office', 'identity-custodian', $2, '2024-01-01', 1, $3)`,
        [post, personId(lianxi.around.issuer, person), deputyFor],
      );
    }
    expect((await approve(id, first, '', { share: again, headers: { 'x-lianxi-post': 'bj-joint-office-deputy-1' } })).body).toMatchObject({
      code: 'same-person',
    });
    const byDeputy = await lianxi.request('vault', 'POST', `/v1/openings/${id}/acts/approve`, {
      as: 'stands-in',
      body: { version: 2, form: {}, share: again },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(byDeputy.body).toMatchObject({ status: 409, code: 'same-person' });
    await lianxi.admin.query(`DELETE FROM vault.posts WHERE id = 'bj-joint-office-deputy-1'`);
    expect((await approve(id, second, '', { share })).body).toMatchObject({ code: 'share-wrong' });
    expect((await show(id)).status).toBe(409);
  });

  it('is not opened by a statement beside the program either', async () => {
    const login = loginsOf('vault').officer;
    const url = Object.assign(new URL(lianxi.around.databaseUrl), {
      username: login,
      password: lianxi.around.secrets.passwords[login] ?? '',
    });
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(`SELECT set_config('lianxi.city', 'beijing', false)`);
      const open = (): Promise<unknown> => client.query(`UPDATE openings SET state = 'open' WHERE id = $1`, [id]);
      await expect(open()).rejects.toMatchObject({ constraint: 'an_identity_is_opened_by_two_custodians' });
      const insert = (person: string, post: string, key: string, actsAs = post): Promise<unknown> =>
        client.query(
          `INSERT INTO opening_approvals (opening, city, person, post, acts_as, key, at) VALUES ($1, 'beijing', $2, $3, $4, $5, now())`,
          [id, personId(lianxi.around.issuer, person), post, actsAs, key],
        );
      await expect(insert(first, 'bj-joint-office-deputy-1', 'k')).rejects.toMatchObject({ constraint: 'a_person_approves_once' });
      await expect(insert('stands-in', 'bj-joint-office-deputy-2', 'k', first)).rejects.toMatchObject({
        constraint: 'a_post_and_its_deputy_approve_once',
      });
      await expect(insert(second, second, 'beijing-first')).rejects.toMatchObject({ constraint: 'a_key_approves_once' });
      await client.query('BEGIN');
      await insert(officer, officer, 'k');
      await expect(open()).rejects.toMatchObject({ constraint: 'an_identity_is_opened_by_two_custodians' });
      await client.query('ROLLBACK');
      await expect(client.query('DELETE FROM opening_approvals')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  it('is shown, once two custodians agreed, to the one officer who asked, on the record, and the reporter is told', async () => {
    expect((await approve(id, second, 'beijing-second')).body).toMatchObject({ state: 'open' });
    for (const as of [colleague, first, second, 'bj-health-head']) expect((await show(id, as)).status).toBe(404);
    const shown = await show(id);
    expect([shown.status, shown.body['identity']]).toEqual([200, identity]);
    const { rows } = await lianxi.admin.query<{ act: string; post: string }>(
      `SELECT act, post FROM vault.journal WHERE case_id = $1 ORDER BY version`,
      [id],
    );
    expect(rows).toEqual([
      { act: 'ask', post: officer },
      { act: 'approve', post: first },
      { act: 'approve', post: second },
      { act: 'show', post: officer },
    ]);
    const told = (as: string): Promise<Answer> => lianxi.request('vault', 'GET', '/v1/told', { headers: { 'x-lianxi-receipt': as } });
    expect(JSON.parse((await told(receipt)).text)).toMatchObject([{ body: 'bj-health', reason: { zh: '核实情况，凭回执联系不到提交人' } }]);
    for (const as of ['', '0000-0000-0000-0000', canary]) expect((await told(as)).text).toBe('[]');
  });

  it('is not opened where posts change between the two steps: neither by the same person in another post, nor by another person in the same', async () => {
    const [third, newcomer] = ['bj-joint-office-third-identity-custodian', 'newcomer'];
    const holds = async (post: string, subject: string): Promise<void> => {
      const body = { id: post, body: 'bj-joint-office', role: 'identity-custodian', subject, validFrom: '2024-01-01' };
      const { status } = await lianxi.request('coordination', 'POST', '/v1/posts', {
        as: 'bj-joint-office-security-administrator',
        body,
      });
      expect([post, status]).toEqual([post, 200]);
      const holder = [post, personId(lianxi.around.issuer, subject)];
      await waitFor(
        `the vault knows who holds ${post}`,
        async () => (await lianxi.admin.query('SELECT 1 FROM vault.posts WHERE id = $1 AND person = $2', holder)).rowCount === 1,
      );
    };
    const of = await asked(caseId);
    const { challenge } = await opening(of, second);
    const shareOf = (key: string): string => handIn(challenge as Challenge, secretOf(key));
    expect((await approve(of, first, 'beijing-first')).body).toMatchObject({ state: 'approved-once' });
    await holds(third, first);
    await holds(first, newcomer);
    for (const as of [first, newcomer])
      expect([as, (await approve(of, as, '', { share: shareOf('beijing-second') })).body['code']]).toEqual([as, 'same-person']);

    const login = loginsOf('vault').officer;
    const password = lianxi.around.secrets.passwords[login] ?? '';
    const client = new Client({
      connectionString: Object.assign(new URL(lianxi.around.databaseUrl), { username: login, password }).href,
    });
    await client.connect();
    const beside = async (post: string, person: string, actsAs: string): Promise<void> => {
      await client.query('BEGIN');
      try {
        await client.query(
          `INSERT INTO opening_approvals (opening, city, person, post, acts_as, key, at) VALUES ($1, 'beijing', $2, $3, $4, 'beijing-second', now())`,
          [of, personId(lianxi.around.issuer, person), post, actsAs],
        );
        await client.query(`UPDATE openings SET state = 'open' WHERE id = $1`, [of]);
      } finally {
        await client.query('ROLLBACK');
      }
    };
    try {
      await client.query(`SELECT set_config('lianxi.city', 'beijing', false)`);
      await expect(beside(third, first, third)).rejects.toMatchObject({ constraint: 'a_person_approves_once' });
      await expect(beside(first, newcomer, first)).rejects.toMatchObject({ constraint: 'a_post_and_its_deputy_approve_once' });
      await expect(beside(first, newcomer, third)).rejects.toMatchObject({ constraint: 'an_identity_is_opened_by_two_custodians' });
    } finally {
      await client.end();
    }
    expect((await show(of)).status).toBe(409);
    await holds(third, 'nobody');
    await holds(first, first);
    expect((await approve(of, second, 'beijing-second')).body).toMatchObject({ state: 'open' });
  });

  it('is missed nowhere: what is left open is found, and has its recipe in the handbook', async () => {
    const refused = await asked(caseId);
    await approve(refused, first, 'beijing-first');
    expect(
      (
        await lianxi.request('vault', 'POST', `/v1/openings/${refused}/acts/refuse`, {
          as: second,
          body: { version: 2, form: { reasons: '示例' } },
          headers: { 'idempotency-key': randomUUID() },
        })
      ).body,
    ).toMatchObject({ state: 'refused' });
    const found = async (): Promise<{ id: string; recipe: { en: string }; subjects: string[] }> =>
      (
        (await lianxi.get('vault', '/v1/integrity', 'bj-joint-office-system-administrator')).body['checks'] as {
          id: string;
          recipe: { en: string };
          subjects: string[];
        }[]
      ).find((check) => check.id === 'identity-left-open') as never;
    expect((await found()).subjects).toEqual([]);
    await lianxi.admin.query(`UPDATE vault.opening_approvals SET shares = 'x' WHERE opening = $1`, [refused]);
    await waitFor('it is found', async () => (await found()).subjects.includes(refused));
    await lianxi.admin.query('UPDATE vault.opening_approvals SET shares = NULL WHERE opening = $1', [refused]);
    expect(readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8')).toContain((await found()).recipe.en);
  });

  it('is closed again when the time is over: the halves of the key are gone, and what nobody decided lapses', async () => {
    await lianxi.moveClock('61 minutes');
    await waitFor('it has ended', async () => (await opening(id, first)).opening.state === 'ended');
    expect((await show(id)).body).toMatchObject({ status: 409, code: 'showing-over' });
    expect(
      (await lianxi.admin.query('SELECT 1 FROM vault.opening_approvals WHERE opening = $1 AND shares IS NOT NULL', [id])).rowCount,
    ).toBe(0);
    const withheld = await asked(caseId, 'withheld');
    await approve(withheld, first, 'beijing-first');
    await lianxi.moveClock('8 days');
    await waitFor('it has lapsed', async () => (await opening(withheld, first)).opening.state === 'lapsed');
    expect(
      (await lianxi.admin.query('SELECT 1 FROM vault.opening_approvals WHERE opening = $1 AND shares IS NOT NULL', [withheld])).rowCount,
    ).toBe(0);
  });

  it('is asked for only of a report that went to the vault', async () => {
    const incident = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    expect(
      (await lianxi.act('health', incident, 'ask-identity', officer, { reason: 'verify-facts', tell: 'tell', reasons: '示例' })).body,
    ).toMatchObject({ status: 409, code: 'no-identity-sealed' });
  });
});

/** Every row of the body's record, as an auditor takes it outside, each file of it unpacked. */
async function exported(): Promise<Buffer[]> {
  await waitFor(
    'all of it is signed',
    async () => (await lianxi.admin.query('SELECT 1 FROM audit.ledger_waiting LIMIT 1')).rowCount === 0,
    60_000,
  );
  const auditor = 'bj-joint-office-auditor';
  const asked = await lianxi.request('audit', 'POST', '/v1/exports', {
    as: auditor,
    body: { purpose: 'inspection', filter: { body: 'bj-health' }, reasons: '示例' },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect([asked.status, asked.body['state']]).toEqual([201, 'approved']);
  const at = `/v1/exports/${String(asked.body['id'])}`;
  await waitFor('the package is ready', async () => (await lianxi.get('audit', at, auditor)).body['state'] === 'ready', 90_000);
  const answer = await fetch(`${lianxi.url('audit')}${at}/package`, {
    headers: { authorization: `Bearer ${await lianxi.token(auditor)}` },
  });
  const files = await unpacked(Buffer.from(await answer.arrayBuffer()));
  expect(String(files.get('rows.jsonl')).split('\n').length).toBeGreaterThan(1_000);
  return [...files.values()].map((bytes) => Buffer.from(bytes));
}

/** A letter about one of the reports, as it leaves. */
async function written(caseId: string): Promise<Buffer> {
  const desk = new LetterDesk(() => lianxi);
  await desk.does(caseId, 'register', 'bj-health-intake-officer');
  const letter = await desk.written(caseId, { addressee: '示例研究所' });
  await desk.does(letter, 'draft-document', officer, { kind: 'reply', subject: '示例', addressee: '示例研究所', body: '来函收悉。' });
  const answer = await fetch(`${lianxi.url('health')}/v1/cases/${letter}/document?as=docx`, {
    headers: { authorization: `Bearer ${await lianxi.token('bj-health-head')}` },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('a thousand identities', () => {
  it('stand in no row of any schema, in no file of the broker, in no log, in no export and in no letter', async () => {
    const files = Array.from({ length: 1_000 }, (_, place) => place);
    const work = async (): Promise<void> => {
      for (let place = files.pop(); place !== undefined; place = files.pop())
        expect((await file({ contact: { ...identity, name: `${canary}-${place}` } })).status).toBe(201);
    };
    await Promise.all(Array.from({ length: 8 }, work));
    await waitFor(
      'all are in the vault',
      async () =>
        (await lianxi.admin.query<{ kept: number }>('SELECT count(*)::int AS kept FROM vault.sealed_identities')).rows[0]?.kept === 1_002,
      90_000,
    );
    await waitFor(
      'everything has been delivered',
      async () =>
        (
          await lianxi.admin.query(
            running
              .map((schema) => `SELECT 1 AS owed FROM ${schema}.delivery WHERE receiver IN ('${running.join("', '")}')`)
              .join(' UNION ALL '),
          )
        ).rowCount === 0,
      90_000,
    );
    const one = String((await file({ contact: identity })).body['caseId']);
    const left = [await written(one), ...(await exported())];
    expect(left.filter((bytes) => shows(bytes.toString('latin1')) || shows(bytes.toString('utf8'))).length).toBe(0);
    expect(await tablesWithCanary()).toEqual([]);
    expect(filesWithCanary(lianxi.directory)).toEqual([]);
  }, 300_000);
});
