import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigner } from '@lianxi/ledger';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';
import { findLie, sha256Of, unpacked, type Files } from '../support/repacked';

let lianxi: Lianxi;
let caseId = '';
const canary = `canary${randomUUID().replaceAll('-', '')}`;
const auditor = 'bj-joint-office-auditor';
const second = 'bj-joint-office-second-auditor';
const directory = mkdtempSync(join(tmpdir(), 'lianxi-exports-'));

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit'] });
  const appointed = await lianxi.request('coordination', 'POST', '/v1/posts', {
    as: 'bj-joint-office-security-administrator',
    body: { id: second, body: 'bj-joint-office', role: 'auditor', subject: second, validFrom: '2024-01-01' },
  });
  expect(appointed.status).toBe(200);
  const filed = await lianxi.file('agriculture', healthMatter(), {
    report: { title: canary, text: canary, contact: { name: canary, phone: '13800000000' } },
  });
  caseId = String(filed.body['caseId']);
  await waitFor(
    'it is held at health',
    async () => (await lianxi.get('health', `/v1/cases/${caseId}`, 'bj-health-head')).body['standing'] === 'holding',
  );
  for (const [act, as, form] of [
    ['register', 'bj-health-intake-officer', {}],
    ['note', 'bj-health-case-officer', { text: canary }],
    ['screen', 'bj-health-case-officer', { finding: canary }],
  ] as const)
    expect((await lianxi.act('health', caseId, act, as, form)).status).toBe(200);
  await lianxi.file('health', { ...healthMatter({ receivedBy: 'sz-health' }), city: 'shenzhen' });
  await waitFor('audit knows the second auditor', async () => (await lianxi.get('audit', '/v1/exports', second)).status === 200);
  await isRecorded();
});
afterAll(async () => {
  await lianxi.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Everything the services recorded is under a signed checkpoint. */
async function isRecorded(): Promise<void> {
  await waitFor(
    'the record is complete and signed',
    async () => {
      const { rows } = await lianxi.admin.query<{
        there: boolean;
      }>(`SELECT (SELECT count(*) FROM health.journal) + (SELECT count(*) FROM agriculture.journal) = (SELECT count(*) FROM audit.recorded_rows WHERE service IN ('health', 'agriculture') AND kind = 'journal')
      AND NOT EXISTS (SELECT 1 FROM audit.ledger_waiting) AND (SELECT max(size) FROM audit.ledger_checkpoints) = (SELECT count(*) FROM audit.ledger_leaves) AS there`);
      return rows[0]?.there ?? false;
    },
    40_000,
  );
}

const ask = (as: string, body: Record<string, unknown>, key: string = randomUUID()): Promise<Answer> =>
  lianxi.request('audit', 'POST', '/v1/exports', { as, body: { purpose: 'inspection', ...body }, headers: { 'idempotency-key': key } });
const act = (id: string, name: string, as: string, version: number, form: Record<string, unknown> = {}): Promise<Answer> =>
  lianxi.request('audit', 'POST', `/v1/exports/${id}/acts/${name}`, {
    as,
    body: { version, form },
    headers: { 'idempotency-key': randomUUID() },
  });
const read = async (id: string, as: string = auditor): Promise<Record<string, unknown>> =>
  (await lianxi.get('audit', `/v1/exports/${id}`, as)).body;
const isReady = (id: string, as: string = auditor): Promise<void> =>
  waitFor(
    'the package is ready',
    async () => {
      const { state, failure } = await read(id, as);
      if (state === 'failed') throw new Error(String(failure));
      return state === 'ready';
    },
    60_000,
  );

async function download(id: string, as: string = auditor): Promise<{ bytes: Buffer; sha256: string | null }> {
  const answer = await fetch(`${lianxi.url('audit')}/v1/exports/${id}/package`, {
    headers: { authorization: `Bearer ${await lianxi.token(as)}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return { bytes: Buffer.from(await answer.arrayBuffer()), sha256: answer.headers.get('x-lianxi-sha256') };
}

const logKey = (): string => openSigner(lianxi.around.secrets.ledger.log.private).public;
const rowsIn = (files: Files): { index: number; leaf: { service: string; row: Record<string, unknown> } }[] =>
  String(files.get('rows.jsonl'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as never);

describe('an export of one case', () => {
  let id = '';
  let files: Files;

  it('is asked for with a purpose, made in the background, and its package is whole', async () => {
    const asked = await ask(auditor, { filter: { caseId }, reasons: canary });
    expect([asked.status, asked.body['state']]).toEqual([201, 'approved']);
    id = String(asked.body['id']);
    await isReady(id);
    const { bytes, sha256 } = await download(id);
    expect(sha256Of(bytes)).toBe(sha256);
    expect(await findLie(bytes, { logKey: logKey() })).toBeUndefined();
    files = await unpacked(bytes);
    writeFileSync(join(directory, 'case.zip'), bytes);
  });

  it('has every act of the case of every service that held it, and every look at it', async () => {
    const { rows } = await lianxi.admin.query<{ id: string }>(
      `SELECT id FROM health.journal WHERE case_id = $1 UNION SELECT id FROM agriculture.journal WHERE case_id = $1 UNION SELECT id FROM health.access WHERE case_id = $1`,
      [caseId],
    );
    const exported = new Set(rowsIn(files).map(({ leaf }) => String(leaf.row['id'])));
    expect(rows.filter((row) => !exported.has(row.id))).toEqual([]);
    expect(new Set(rowsIn(files).map(({ leaf }) => leaf.service))).toEqual(new Set(['agriculture', 'health']));
    expect(rowsIn(files).every(({ leaf }) => leaf.row['case_id'] === caseId)).toBe(true);
  });

  it('is itself on the record: who asked for what and why, then how many rows with which hash', async () => {
    await isRecorded();
    const { rows } = await lianxi.admin.query<{ act: string; post: string | null; detail: Record<string, unknown> }>(
      `SELECT act, content ->> 'post' AS post, content -> 'detail' AS detail FROM audit.recorded_rows WHERE service = 'audit' AND kind = 'journal' AND case_id = $1 ORDER BY (content ->> 'version')::int`,
      [id],
    );
    expect(rows.map(({ act: name, post }) => [name, post])).toEqual([
      ['ask', auditor],
      ['begin', null],
      ['finish', null],
    ]);
    expect(rows[0]?.detail).toMatchObject({ filter: { caseId }, purpose: 'inspection' });
    expect(rows[2]?.detail).toMatchObject({
      filter: { caseId },
      rows: rowsIn(files).length,
      rowsSha256: sha256Of(files.get('rows.jsonl') ?? ''),
      sha256: (await read(id))['package'] && ((await read(id))['package'] as { sha256: string }).sha256,
    });
    const { rows: looks } = await lianxi.admin.query(`SELECT post FROM audit.access WHERE kind = 'export' AND case_id = $1`, [caseId]);
    expect(looks).toEqual([{ post: auditor }]);
  });

  it('can be checked with openssl and sha256sum alone, by the commands its README.txt gives', () => {
    const folder = join(directory, 'unpacked');
    expect(
      spawnSync('python3', ['-m', 'zipfile', '-e', join(directory, 'case.zip'), folder]).status ??
        spawnSync('unzip', ['-q', join(directory, 'case.zip'), '-d', folder]).status,
    ).toBe(0);
    const commands = String(files.get('README.txt'))
      .split('\n')
      .filter((line) => line.startsWith('$ '))
      .map((line) => line.slice(2))
      .join('\n');
    const run = (script: string): { status: number | null; stdout: string } =>
      spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8' });
    const { status, stdout } = run(commands);
    expect([status, stdout.match(/Signature Verified Successfully/g)?.length]).toEqual([0, 2]);
    expect(stdout).toMatch(
      /the signed one\n[^]*row 1 is entry \d+ of the log[^]*give the signed hash of the log\nversions 1 to \d+ are there/,
    );
    writeFileSync(join(folder, 'rows.jsonl'), String(files.get('rows.jsonl')).replace('"act":"note"', '"act":"vote"'));
    expect(run(commands).status).not.toBe(0);
  });

  it('names nobody: no word a person wrote stands in any file of it, nor on the disk, nor in the journal', async () => {
    const forms = [canary, Buffer.from(canary).toString('hex'), Buffer.from(canary).toString('base64').slice(0, -4)];
    for (const [name, bytes] of files) for (const form of forms) expect([name, bytes.includes(form)]).toEqual([name, false]);
    const { rows } = await lianxi.admin.query<{ text: string }>(
      `SELECT t::text AS text FROM audit.exports t UNION ALL SELECT t::text FROM audit.journal t UNION ALL SELECT t::text FROM audit.recorded_rows t`,
    );
    expect(rows.filter(({ text }) => forms.some((form) => text.includes(form)))).toEqual([]);
    const { rows: kept } = await lianxi.admin.query<{ kind: string }>(
      `SELECT kind FROM audit.particulars WHERE value::text LIKE '%' || $1 || '%'`,
      [canary],
    );
    expect(kept).toEqual([{ kind: 'export.ask.reasons' }]);
  });

  it('gives the same answer when asked for again with the same key, and refuses the key for something else', async () => {
    const key = randomUUID();
    const first = await ask(auditor, { filter: { caseId } }, key);
    expect((await ask(auditor, { filter: { caseId } }, key)).body).toEqual(first.body);
    expect((await ask(auditor, { filter: { act: 'note' } }, key)).body['code']).toBe('idempotency-key-reused');
  });
});

describe('an export of more than one case', () => {
  it('waits for another auditor, never the one who asked', async () => {
    const { body } = await ask(auditor, { filter: { body: 'bj-health', from: '2026-01-01' }, purpose: 'court' });
    const id = String(body['id']);
    expect(body['state']).toBe('asked');
    expect((await read(id))['acts']).toEqual([expect.objectContaining({ act: 'refuse' })]);
    expect((await act(id, 'approve', auditor, 1)).body['code']).toBe('same-person');
    expect((await act(id, 'approve', second, 1)).body['state']).toBe('approved');
    expect((await act(id, 'approve', second, 1)).body['code']).toBe('stale-version');
    await isReady(id);
    const files = await unpacked((await download(id, second)).bytes);
    expect(rowsIn(files).length).toBeGreaterThan(3);
    expect(rowsIn(files).every(({ leaf }) => leaf.row['body'] === 'bj-health')).toBe(true);
  });

  it('may be refused, with reasons that are no part of the record', async () => {
    const { body } = await ask(auditor, { filter: { post: 'bj-health-case-officer' } });
    expect((await act(String(body['id']), 'refuse', second, 1, {})).body['code']).toBe('field-missing');
    expect((await act(String(body['id']), 'refuse', second, 1, { reasons: canary })).body['state']).toBe('refused');
    expect((await lianxi.get('audit', `/v1/exports/${String(body['id'])}/package`, auditor)).status).toBe(404);
  });

  it.each([
    [{ post: 'bj-health-case-officer' }, ({ row }: { row: Record<string, unknown> }): boolean => row['post'] === 'bj-health-case-officer'],
    [{ act: 'note' }, ({ row }: { row: Record<string, unknown> }): boolean => row['act'] === 'note'],
    [{ act: 'case-opened' }, ({ row }: { row: Record<string, unknown> }): boolean => row['kind'] === 'case-opened'],
    [{ body: 'bj-nobody' }, (): boolean => false],
  ])(
    'by %j holds those rows and no others',
    async (filter, fits) => {
      const { body } = await ask(auditor, { filter });
      const id = String(body['id']);
      await act(id, 'approve', second, 1);
      await isReady(id);
      const { bytes } = await download(id);
      expect(await findLie(bytes, { logKey: logKey() })).toBeUndefined();
      const rows = rowsIn(await unpacked(bytes));
      expect(rows.every(({ leaf }) => fits(leaf))).toBe(true);
      expect(rows.length > 0).toBe(!('body' in filter));
    },
    90_000,
  );

  it.each([
    [{}],
    [{ from: '2026-03-01', until: '2026-02-01' }],
    [{ caseId: 'x' }],
    [{ post: 'A B' }],
    [{ from: '2026-02-30' }],
    [{ person: 'x' }],
  ])('is refused for the filter %j', async (filter) => {
    expect((await ask(auditor, { filter })).status).toBe(400);
  });
});

describe('an auditor of another city', () => {
  it('sees, approves and downloads nothing of this one, and exports none of its rows; each attempt is on the record', async () => {
    const { body } = await ask(auditor, { filter: { caseId } });
    const id = String(body['id']);
    const other = 'sz-coordination-office-auditor';
    await isReady(id);
    expect((await lianxi.get('audit', `/v1/exports/${id}`, other)).status).toBe(404);
    expect((await lianxi.get('audit', `/v1/exports/${id}/package`, other)).status).toBe(404);
    expect((await act(id, 'approve', other, 1)).status).toBe(404);
    expect((await lianxi.get('audit', '/v1/exports', other)).body['lines'] as unknown[]).toEqual([]);
    const { rows } = await lianxi.admin.query(`SELECT DISTINCT kind FROM audit.access WHERE post = $1 AND case_id = $2`, [other, id]);
    expect(rows).toEqual([{ kind: 'denied' }]);
    expect((await ask(other, { filter: { caseId } })).status).toBe(404);
    expect(
      (await lianxi.admin.query(`SELECT 1 FROM audit.access WHERE post = $1 AND case_id = $2 AND kind = 'denied'`, [other, caseId]))
        .rowCount,
    ).toBeGreaterThan(0);
  });

  it('is refused by the code as well, where the tables have no policy', async () => {
    const id = String((await ask(auditor, { filter: { caseId } })).body['id']);
    const other = 'sz-coordination-office-auditor';
    for (const table of ['exports', 'recorded_rows', 'look_releases'])
      await lianxi.admin.query(`ALTER TABLE audit.${table} DISABLE ROW LEVEL SECURITY`);
    const answers = [
      await lianxi.get('audit', `/v1/exports/${id}`, other),
      await lianxi.get('audit', `/v1/exports/${id}/package`, other),
      await act(id, 'approve', other, 1),
      await lianxi.get('audit', `/v1/cases/${caseId}/looks`, other),
    ];
    expect((await ask(other, { filter: { caseId } })).status).toBe(404);
    // As if the asking had let it pass: what writes the rows asks once more.
    const own = randomUUID();
    await lianxi.admin.query(
      `INSERT INTO audit.exports (id, city, state, version, history_hash, filter, purpose, asked_by, asked_post, asked_body, asked_at, changed_at)
      VALUES ($1, 'shenzhen', 'approved', 1, '', $2, 'inspection', 'somebody', $3, 'sz-coordination-office', lianxi.lianxi_now(), lianxi.lianxi_now())`,
      [own, JSON.stringify({ caseId }), other],
    );
    await isReady(own, other);
    const rows = rowsIn(await unpacked((await download(own, other)).bytes));
    for (const table of ['exports', 'recorded_rows', 'look_releases'])
      await lianxi.admin.query(`ALTER TABLE audit.${table} ENABLE ROW LEVEL SECURITY`);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(rows.filter(({ leaf }) => leaf.row['city'] !== 'shenzhen')).toEqual([]);
  });

  it('is kept to its city by the database itself', async () => {
    const { rows } = await lianxi.admin.query<{ policy: string }>(
      `SELECT polname AS policy FROM pg_policy WHERE polrelid IN ('audit.recorded_rows'::regclass, 'audit.exports'::regclass) ORDER BY 1`,
    );
    expect(rows.map(({ policy }) => policy)).toEqual([
      'auditors_ask_in_their_city',
      'auditors_see_their_city',
      'the_courier_carries',
      'the_courier_carries',
    ]);
  });
});

describe('a search of the record', () => {
  const find = (query: string, as: string = auditor): Promise<Answer> => lianxi.get('audit', `/v1/acts?${query}`, as);
  const linesOf = ({ body }: Answer): Record<string, unknown>[] => body['lines'] as Record<string, unknown>[];

  it('finds what was done on a case in whichever service, the latest first, each in words and with its place in the log', async () => {
    const acts = linesOf(await find(`caseId=${caseId}`)).filter(({ kind, procedure }) => kind === 'journal' && procedure === 'matter');
    expect(acts.map(({ act: name, service }) => `${String(name)} at ${String(service)}`).reverse()).toEqual([
      'file at agriculture',
      'register at health',
      'note at health',
      'screen at health',
    ]);
    expect(acts[0]).toMatchObject({
      label: { zh: '初审', en: 'Screen' },
      body: 'bj-health',
      post: 'bj-health-case-officer',
      from: 'registered',
      to: 'screened',
      clause: { id: 'misconduct-12' },
    });
    await isRecorded();
    expect(linesOf(await find(`caseId=${caseId}`)).filter(({ leaf }) => leaf === null)).toEqual([]);
  });

  it.each([
    ['post=bj-health-intake-officer&caseId=CASE', ['register']],
    ['act=screen&caseId=CASE', ['screen']],
    ['body=bj-health&act=note&caseId=CASE', ['note']],
    ['until=2024-01-01', []],
  ])('keeps to all that was asked: %s', async (query, found) => {
    expect(
      linesOf(await find(query.replace('CASE', caseId)))
        .filter(({ kind }) => kind === 'journal')
        .map(({ act: name }) => name),
    ).toEqual(found);
  });

  it('pages without leaving out or repeating a row', async () => {
    const whole = linesOf(await find(`caseId=${caseId}&until=2099-01-01&act=screen`)).concat(
      linesOf(await find(`caseId=${caseId}&act=note`)),
      linesOf(await find(`caseId=${caseId}&act=register`)),
      linesOf(await find(`caseId=${caseId}&act=file`)),
    );
    const paged: unknown[] = [];
    for (let after = ''; ;) {
      const page = await find(`caseId=${caseId}&limit=2${after}`);
      paged.push(...linesOf(page).map(({ id }) => id));
      if (page.body['next'] === null) break;
      after = `&after=${encodeURIComponent(String(page.body['next']))}`;
    }
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged).toEqual(expect.arrayContaining(whole.map(({ id }) => id)));
  });

  it('shows nothing of another city, is on the record, and is for auditors alone', async () => {
    expect(linesOf(await find('limit=200', 'sz-coordination-office-auditor')).filter(({ body }) => String(body).startsWith('bj-'))).toEqual(
      [],
    );
    const { rows } = await lianxi.admin.query(
      `SELECT 1 FROM audit.access WHERE post = $1 AND kind = 'search' AND case_id = $2 AND terms_hash IS NOT NULL`,
      [auditor, caseId],
    );
    expect(rows).not.toEqual([]);
    expect([
      (await find('limit=1', 'bj-health-head')).body['code'],
      (await find('caseId=x')).status,
      (await find('person=x')).status,
    ]).toEqual(['role-refused', 400, 400]);
  });
});

describe('others than auditors', () => {
  it.each(['bj-joint-office-coordinator', 'bj-health-head', 'bj-joint-office-audit-administrator', 'bj-joint-office-system-administrator'])(
    '%s may not export',
    async (post) => {
      expect((await ask(post, { filter: { caseId } })).body['code']).toBe('role-refused');
      expect((await lianxi.get('audit', '/v1/exports', post)).body['code']).toBe('role-refused');
    },
  );
});
