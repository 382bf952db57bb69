import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiMatter, healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'ai', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const officer = 'bj-health-case-officer';
const pdf = (filling = 'x'): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(filling), Buffer.from('\n%%EOF')]);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const papersOn = async (
  service: string,
  caseId: string,
  as: string,
): Promise<{ id: string; sha256: string; size: number; kind: string; origin: string; media_type: string }[]> =>
  ((await lianxi.get(service, `/v1/cases/${caseId}`, as)).body['papers'] ?? []) as never;

async function download(service: string, path: string, as: string): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const answer = await fetch(`${lianxi.url(service)}${path}`, { headers: { authorization: `Bearer ${await lianxi.token(as)}` } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}

async function atHealth(): Promise<string> {
  const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
  return String(filed.body['caseId']);
}

async function filedWithPaper(service: string, facts: Record<string, unknown>, file: { name: string; bytes: Buffer }): Promise<Answer> {
  const matter = {
    facts,
    report: { title: '示例', text: '示例内容' },
    papers: [{ kind: 'report-material', dated: '2026-10-01', origin: 'copy' }],
    noStateSecrets: true,
  };
  return lianxi.sendForm(service, '/v1/matters', { json: JSON.stringify(matter) }, [file]);
}

describe('a paper that comes with a filing', () => {
  it.each(['2026-02-30', '2026-99-99', '0000-00-00', '2090-01-01'])('is refused with a date that cannot be: %s', async (dated) => {
    const json = JSON.stringify({
      facts: healthMatter({ receivedBy: 'bj-health' }),
      report: { title: '示例', text: '示例' },
      papers: [{ kind: 'evidence', dated, origin: 'copy' }],
      noStateSecrets: true,
    });
    const { status, body } = await lianxi.sendForm('health', '/v1/matters', { json }, [{ name: 'a.txt', bytes: Buffer.from('x') }]);
    expect([status, body['field']]).toEqual([400, 'papers.0.dated']);
  });

  it('or a note is needed where an officer files for somebody; a letter older than every rule is taken in all the same', async () => {
    const send = (onBehalf: Record<string, unknown>): Promise<Answer> =>
      lianxi.request('health', 'POST', '/v1/matters/on-behalf', {
        as: 'bj-health-intake-officer',
        headers: { 'idempotency-key': randomUUID() },
        body: {
          facts: healthMatter({ receivedBy: 'bj-health' }),
          report: { title: '示例', text: '示例' },
          noStateSecrets: true,
          onBehalf: { channel: 'letter', receivedOn: '2026-01-05', givenBy: '示例', ...onBehalf },
        },
      });
    expect((await send({})).body).toMatchObject({ status: 400, field: 'onBehalf.note' });
    expect((await send({ receivedOn: '2026-13-45', note: '示例' })).body).toMatchObject({ status: 400, field: 'onBehalf.receivedOn' });
    expect((await send({ receivedOn: '2020-01-06', note: '旧信' })).status).toBe(201);
  });
});

describe('a paper put on a case', () => {
  it('is kept byte for byte, with its SHA-256 in the journal, and its name only among the particulars', async () => {
    const caseId = await atHealth();
    const bytes = pdf('知情同意书');
    expect((await lianxi.addPaper('health', caseId, officer, { name: '王某的知情同意书.pdf', bytes })).status).toBe(200);
    const [paper] = await papersOn('health', caseId, officer);
    expect(paper).toMatchObject({
      sha256: sha256(bytes),
      size: bytes.length,
      media_type: 'application/pdf',
      kind: 'evidence',
      origin: 'copy',
    });
    const { rows } = await lianxi.admin.query<{ detail: string }>(
      `SELECT detail::text FROM health.journal WHERE case_id = $1 AND act = 'add-paper'`,
      [caseId],
    );
    expect(rows[0]?.detail).toContain(sha256(bytes));
    expect(rows[0]?.detail).not.toContain('王某');
    const got = await download('health', `/v1/cases/${caseId}/papers/${paper?.id}`, officer);
    expect(sha256(got.bytes)).toBe(sha256(bytes));
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('王某的知情同意书.pdf')}`);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    const looked = await lianxi.admin.query(`SELECT 1 FROM health.access WHERE kind = 'paper-opened' AND case_id = $1 AND post = $2`, [
      caseId,
      officer,
    ]);
    expect(looked.rowCount).toBe(1);
  });

  it('lies encrypted on the disk, and one that was changed there is not handed out', async () => {
    const caseId = await atHealth();
    const bytes = pdf(randomBytes(40).toString('hex'));
    await lianxi.addPaper('health', caseId, officer, { name: 'a.pdf', bytes });
    const [paper] = await papersOn('health', caseId, officer);
    const file = join(lianxi.directory, 'papers', 'health', `${paper?.id}.paper`);
    expect(
      readdirSync(join(lianxi.directory, 'papers', 'health')).every(
        (name) => !readFileSync(join(lianxi.directory, 'papers', 'health', name)).includes('%PDF'),
      ),
    ).toBe(true);
    const stored = readFileSync(file);
    writeFileSync(file, Buffer.concat([stored.subarray(0, -1), Buffer.from([(stored.at(-1) ?? 0) ^ 1])]));
    expect((await download('health', `/v1/cases/${caseId}/papers/${paper?.id}`, officer)).status).toBe(500);
  });

  it.each([
    [
      'a program under the name of a PDF',
      'report.pdf',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0]),
      415,
      'media-refused',
    ],
    ['a web page under the name of a text', 'a.txt', Buffer.from('<html><script>alert(1)</script>'), 415, 'media-refused'],
    ['an empty file', 'a.pdf', Buffer.alloc(0), 400, 'form-refused'],
    ['more than 20 MB', 'a.pdf', Buffer.concat([pdf(), Buffer.alloc(20 * 1024 * 1024)]), 413, 'too-large'],
  ])('is refused when it is %s, and nothing is written', async (_what, name, bytes, status, code) => {
    const caseId = await atHealth();
    const answer = await lianxi.addPaper('health', caseId, officer, { name, bytes });
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(await papersOn('health', caseId, officer)).toEqual([]);
  });

  it.each(['../../../etc/passwd', 'a\u202Efdp.exe', '"; rm -rf /.pdf', 'x'.repeat(5_000), '<script>.pdf'])(
    'named %j is kept under a plain name',
    async (name) => {
      const caseId = await atHealth();
      expect((await lianxi.addPaper('health', caseId, officer, { name, bytes: pdf() })).status).toBe(200);
      const [paper] = await papersOn('health', caseId, officer);
      const given = decodeURIComponent(
        (await download('health', `/v1/cases/${caseId}/papers/${paper?.id}`, officer)).headers.get('content-disposition')?.split("''")[1] ??
          '',
      );
      expect(given).toMatch(/^[^/\\"<>;\u202E\p{Cc}]{1,200}$/u);
    },
  );

  it('is put there once, however often the same request is sent', async () => {
    const caseId = await atHealth();
    const fields = { kind: 'evidence', dated: '2026-10-08', origin: 'copy', version: '1', epoch: '1' };
    const send = (bytes: Buffer): Promise<Answer> =>
      lianxi.sendForm('health', `/v1/cases/${caseId}/papers`, fields, [{ name: 'a.pdf', bytes }], { as: officer, key: `paper-${caseId}` });
    const answers = [await send(pdf()), await send(pdf())];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect((await send(pdf('other'))).body['code']).toBe('idempotency-key-reused');
    expect(await papersOn('health', caseId, officer)).toHaveLength(1);
  });

  it('is not there for bodies without a part in the case, and not added without a file', async () => {
    const caseId = await atHealth();
    await lianxi.addPaper('health', caseId, officer, { name: 'a.pdf', bytes: pdf() });
    const [paper] = await papersOn('health', caseId, officer);
    expect((await download('health', `/v1/cases/${caseId}/papers/${paper?.id}`, 'sz-health-head')).status).toBe(404);
    expect((await fetch(`${lianxi.url('health')}/v1/cases/${caseId}/papers/${paper?.id}/sealed-for/ai`)).status).toBe(404);
    const without = await lianxi.act('health', caseId, 'add-paper', officer, {
      paper: paper?.id,
      kind: 'evidence',
      dated: '2026-10-08',
      origin: 'copy',
    });
    expect([without.status, without.body['code'], without.body['field']]).toEqual([400, 'field-missing', 'form.paper']);
  });

  it('proves that an act took effect on an earlier day, from which its period then runs', async () => {
    const caseId = await atHealth();
    const refused = await lianxi.act('health', caseId, 'register', officer, { effectiveOn: '2026-01-05' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'proof-missing']);
    await lianxi.addPaper('health', caseId, officer, { name: 'stamp.pdf', bytes: pdf() }, { kind: 'delivery-proof' });
    const [paper] = await papersOn('health', caseId, officer);
    const before = await lianxi.act('health', caseId, 'register', officer, { effectiveOn: '2026-01-05', proof: paper?.id });
    expect([before.status, before.body['code'], before.body['field']]).toEqual([400, 'clock-ledger', 'form.effectiveOn']);
  });
});

describe('a paper filed with a matter at the wrong department', () => {
  it('is read where the case is held, fetched from where it was filed, and read again when that department is down', async () => {
    const bytes = pdf('举报材料');
    const filed = await filedWithPaper('agriculture', healthMatter(), { name: '举报信.pdf', bytes });
    expect(filed.status).toBe(201);
    const caseId = String(filed.body['caseId']);
    await waitFor(
      'it is held at health',
      async () => (await lianxi.get('health', `/v1/cases/${caseId}`, officer)).body['standing'] === 'holding',
    );
    const [paper] = await papersOn('health', caseId, officer);
    const path = `/v1/cases/${caseId}/papers/${paper?.id}`;
    const got = await download('health', path, officer);
    expect([got.status, sha256(got.bytes)]).toEqual([200, sha256(bytes)]);
    expect(decodeURIComponent(got.headers.get('content-disposition') ?? '')).toContain('举报信.pdf');
    await lianxi.stopService('agriculture');
    expect(sha256((await download('health', path, officer)).bytes)).toBe(sha256(bytes));
    await lianxi.startService('agriculture');
  });

  it('is said to be out of reach, with the reason, while that department is down and nobody has read it yet', async () => {
    const filed = await filedWithPaper('agriculture', aiMatter(), { name: 'a.pdf', bytes: pdf() });
    const caseId = String(filed.body['caseId']);
    await waitFor(
      'it is held at ai',
      async () => (await lianxi.get('ai', `/v1/cases/${caseId}`, 'bj-stc-head')).body['standing'] === 'holding',
    );
    const [paper] = await papersOn('ai', caseId, 'bj-stc-head');
    await lianxi.stopService('agriculture');
    const answer = await lianxi.get('ai', `/v1/cases/${caseId}/papers/${paper?.id}`, 'bj-stc-head');
    expect([answer.status, answer.body['code'], answer.body['service']]).toEqual([503, 'paper-unreachable', 'agriculture']);
    await lianxi.startService('agriculture');
    expect((await download('ai', `/v1/cases/${caseId}/papers/${paper?.id}`, 'bj-stc-head')).status).toBe(200);
  });

  it('is refused when files and descriptions differ in number', async () => {
    const form = { facts: healthMatter(), report: { title: '示例', text: '示例' }, noStateSecrets: true };
    const answer = await lianxi.sendForm('agriculture', '/v1/matters', { json: JSON.stringify(form) }, [{ name: 'a.pdf', bytes: pdf() }]);
    expect([answer.status, answer.body['code'], answer.body['field']]).toEqual([400, 'form-refused', 'papers']);
  });
});
