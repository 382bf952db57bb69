import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { loginsOf } from '@lianxi/chassis';
import { freePort } from '../../deploy/embedded/src/free-port';
import { healthMatter } from '../support/example-facts';
import { LetterDesk, officer } from '../support/letter-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';
import { eicar, TestScanner } from '../support/test-scanner';

let lianxi: Lianxi;
let scanner: TestScanner;
const desk = new LetterDesk(() => lianxi);
const [unit, contact, receiptOf] = ['OWN-EXAMPLE-LAB', 'contact-of-lab', new Map<string, string>()];
const clean = Buffer.from('示例材料');
const infected = Buffer.concat([Buffer.from('示例\n'), eicar]);

beforeAll(async () => {
  const port = await freePort();
  scanner = new TestScanner(port);
  lianxi = await Lianxi.start({
    services: ['agriculture', 'health', 'coordination', 'audit'],
    settings: { LIANXI_SCANNER: `clamd://127.0.0.1:${port}` },
  });
});
afterAll(async () => {
  await scanner.stop();
  await lianxi.stop();
});

interface Paper {
  readonly id: string;
  readonly sha256: string;
  readonly held: string | null;
}
interface Line {
  readonly act: string;
  readonly procedure: string;
  readonly post: string | null;
  readonly label: { zh: string; en: string };
  readonly clause: { id: string };
  readonly detail: Record<string, unknown>;
}
const seen = async (id: string): Promise<{ papers: Paper[]; timeline: Line[] }> => (await desk.read(id)) as never;
const heldOn = async (id: string): Promise<(string | null)[]> => (await seen(id)).papers.map(({ held }) => held);
const findings = async (id: string): Promise<Line[]> => (await seen(id)).timeline.filter(({ act }) => act === 'find-malware');
const download = async (id: string, paper: string, as = 'bj-health-head'): Promise<Answer> =>
  lianxi.get('health', `/v1/cases/${id}/papers/${paper}`, as);
const page = async (id: string, lang: string): Promise<string> =>
  (
    await fetch(`${lianxi.url('health')}/pages/cases/${id}?lang=${lang}`, {
      headers: { cookie: `lianxi_token=${await lianxi.token('bj-health-head')}; lianxi_post=bj-health-head` },
    })
  ).text();

/** With a paper, by the public, at a department that hands the matter on. */
async function filed(at: string, bytes: Buffer): Promise<string> {
  const matter = {
    facts: healthMatter(at === 'health' ? { receivedBy: 'bj-health' } : {}),
    report: { title: '示例', text: '示例内容' },
    papers: [{ kind: 'report-material', dated: '2026-10-01', origin: 'copy' }],
    noStateSecrets: true,
  };
  const { status, body } = await lianxi.sendForm(at, '/v1/matters', { json: JSON.stringify(matter) }, [{ name: '举报信.txt', bytes }]);
  expect(status).toBe(201);
  await waitFor('health holds it', async () => (await desk.read(String(body['caseId'])))['standing'] === 'holding');
  receiptOf.set(String(body['caseId']), String(body['receipt']));
  return String(body['caseId']);
}
const added = (id: string, bytes: Buffer): Promise<Answer> => lianxi.addPaper('health', id, officer, { name: '证据.txt', bytes });
const sentByReporter = (id: string, bytes: Buffer): Promise<Answer> =>
  lianxi.sendForm('health', '/v1/reports/papers', {}, [{ name: '补充.txt', bytes }], {
    headers: { 'x-lianxi-receipt': receiptOf.get(id) ?? '' },
  });

async function sentByContact(letter: string, bytes: Buffer): Promise<Answer> {
  const { version, epoch } = (await lianxi.get('health', `/v1/letters/${letter}`, contact)).body;
  return lianxi.sendForm(
    'health',
    `/v1/letters/${letter}/papers`,
    { kind: 'reply', dated: '2026-10-08', origin: 'copy', version: String(version), epoch: String(epoch) },
    [{ name: 'reply.txt', bytes }],
    { as: contact },
  );
}
async function withContact(): Promise<string> {
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/unit-contacts', {
        as: 'bj-joint-office-coordinator',
        body: { unit, subject: contact, validFrom: '2024-01-01' },
      })
    ).status,
  ).toBe(200);
  await waitFor('health knows the contact', async () => (await lianxi.get('health', '/v1/letters', contact)).status === 200);
  const letter = await desk.written(await desk.inHandling(), { unit });
  await desk.does(letter, 'dispatch', officer, { method: 'to-contact' });
  return letter;
}

describe('while the scanner is away', () => {
  let [direct, handedOn, letter] = ['', '', ''];

  it('papers are taken in at every door, kept, and given to nobody', async () => {
    [direct, handedOn, letter] = [await filed('health', clean), await filed('agriculture', infected), await withContact()];
    for (const answer of [await added(direct, infected), await sentByReporter(direct, clean), await sentByContact(letter, infected)])
      expect([answer.status, answer.text.slice(0, 80)]).toEqual([200, expect.any(String)]);
    for (const [id, papers] of [
      [direct, 3],
      [handedOn, 1],
      [letter, 1],
    ] as const) {
      expect([id, await heldOn(id)]).toEqual([id, Array(papers).fill('waiting')]);
      for (const { id: paper } of (await seen(id)).papers)
        expect((await download(id, paper)).body).toMatchObject({ status: 503, code: 'paper-in-quarantine' });
    }
    const [reply] = (await lianxi.get('health', `/v1/letters/${letter}`, contact)).body['papers'] as Paper[];
    expect([reply?.held, (await lianxi.get('health', `/v1/letters/${letter}/papers/${reply?.id}`, contact)).body['code']]).toEqual([
      'waiting',
      'paper-in-quarantine',
    ]);
    expect(await page(direct, 'zh')).toContain('正在等待病毒扫描');
    expect((await lianxi.admin.query(`SELECT 1 FROM health.access WHERE kind = 'paper-opened'`)).rowCount).toBe(0);
  });

  it('nor does a service give one to another, and the health of the service says why', async () => {
    const [paper] = (await lianxi.admin.query<{ id: string }>('SELECT id FROM agriculture.papers WHERE case_id = $1', [handedOn])).rows;
    expect((await lianxi.get('agriculture', `/v1/cases/${handedOn}/papers/${paper?.id}/sealed-for/health`)).body).toMatchObject({
      status: 503,
      code: 'paper-in-quarantine',
    });
    await waitFor('the service says so', async () =>
      JSON.stringify((await lianxi.get('health', '/health')).body).includes('"name":"scanner"'),
    );
  });

  it('what waits too long is found, and has its recipe in the handbook', async () => {
    type Check = { id: string; recipe: { en: string }; subjects: string[] };
    await lianxi.moveClock('16 minutes');
    const found = async (): Promise<Check | undefined> =>
      ((await lianxi.get('health', '/v1/integrity', 'bj-joint-office-system-administrator')).body['checks'] as Check[]).find(
        (check) => check.id === 'paper-not-scanned',
      );
    await waitFor('it is found', async () => ((await found())?.subjects.length ?? 0) > 0);
    expect(readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8')).toContain((await found())?.recipe.en);
  });

  it('all is scanned once it is there: what is clean is opened, what is not never, and the record says it once', async () => {
    await scanner.start();
    const lastHeld = async (): Promise<unknown[]> => [await heldOn(direct), await heldOn(handedOn), await heldOn(letter)];
    await waitFor(
      'all is scanned',
      async () => JSON.stringify(await lastHeld()) === JSON.stringify([[null, 'malware', null], ['malware'], ['malware']]),
      30_000,
    );
    const { papers } = await seen(direct);
    expect(await Promise.all(papers.map(async ({ id }) => (await download(direct, id)).status))).toEqual([200, 403, 200]);
    for (const id of [direct, handedOn, letter]) {
      await waitFor('it is on the record', async () => (await findings(id)).length > 0);
      const [bad] = (await seen(id)).papers.filter(({ held }) => held === 'malware');
      expect(await findings(id)).toMatchObject([
        {
          procedure: 'quarantine',
          post: null,
          label: { zh: expect.stringContaining('恶意程序') as string, en: expect.stringContaining('Malware') as string },
          clause: { id: 'network-security-23' },
          detail: { paper: bad?.id, sha256: bad?.sha256 },
        },
      ]);
      expect((await download(id, bad?.id ?? '')).body).toMatchObject({ status: 403, code: 'paper-malware' });
    }
    expect(['Eicar-Test-Signature', 'found-by:agriculture']).toContain((await findings(handedOn))[0]?.detail['signature']);
    expect([await page(direct, 'zh'), await page(direct, 'en')].map((text) => /发现恶意程序，已隔离|Malware was found/.test(text))).toEqual(
      [true, true],
    );
    await waitFor(
      'the audit service has it',
      async () => (await lianxi.admin.query(`SELECT 1 FROM audit.recorded_rows r WHERE r::text LIKE '%find-malware%'`)).rowCount === 3,
    );
    expect(JSON.stringify((await lianxi.get('health', '/health')).body)).not.toContain('"name":"scanner"');
  });

  it('each look and hand-over of a paper is on the record, with the hash it arrived with', async () => {
    const { timeline, papers } = await seen(direct);
    const arrived = timeline.flatMap(({ detail }) => (detail['papers'] as Paper[] | undefined) ?? []);
    expect(arrived.map(({ id, sha256 }) => [id, sha256])).toEqual(papers.map(({ id, sha256 }) => [id, sha256]));
    const { rows } = await lianxi.admin.query<{ post: string }>(
      `SELECT post FROM health.access WHERE kind = 'paper-opened' AND case_id = $1`,
      [direct],
    );
    expect(rows.map(({ post }) => post)).toEqual(['bj-health-head', 'bj-health-head']);
  });

  it('malware stays where it is when nothing scans any more; what waits then is given out', async () => {
    await scanner.stop();
    expect((await added(direct, clean)).status).toBe(200);
    await lianxi.stopService('health');
    await lianxi.startService('health', { LIANXI_SCANNER: 'off' });
    expect(await heldOn(direct)).toEqual([null, 'malware', null, null]);
    const { papers } = await seen(direct);
    expect(await Promise.all(papers.map(async ({ id }) => (await download(direct, id)).status))).toEqual([200, 403, 200, 200]);
    await lianxi.stopService('health');
    await lianxi.startService('health');
    expect((await heldOn(direct)).at(-1)).toBe('waiting');
  });

  it('a paper without an answer keeps no other waiting, and does not pass for clean', async () => {
    await scanner.start();
    expect((await added(handedOn, Buffer.from('THIS-ONE-HAS-NO-ANSWER'))).status).toBe(200);
    expect((await added(handedOn, clean)).status).toBe(200);
    await waitFor('the one behind it is scanned', async () => (await heldOn(handedOn)).at(-1) === null);
    expect(await heldOn(handedOn)).toEqual(['malware', 'waiting', null]);
  });

  it('what had passed is scanned again by order, once the scanner knows more, and what is found then is given to nobody', async () => {
    type Order = { id: string; state: string; looked: number; found: number; finishedAt: string | null };
    const administrator = 'bj-joint-office-system-administrator';
    const key = randomUUID();
    const order = (as: string, reason = 'new-signatures'): Promise<Answer> =>
      lianxi.request('health', 'POST', '/v1/rescans', { as, body: { reason }, headers: { 'idempotency-key': key } });
    const orders = async (): Promise<Order[]> => (await lianxi.get('health', '/v1/rescans', administrator)).body['lines'] as Order[];
    const late = await filed('health', Buffer.from('LATE-KNOWN'));
    await waitFor('it passed', async () => (await heldOn(late))[0] === null);
    const [paper] = (await seen(late)).papers;
    expect((await download(late, paper?.id ?? '')).status).toBe(200);
    const passed = (await lianxi.admin.query(`SELECT 1 FROM health.papers WHERE scan = 'clean'`)).rowCount;

    scanner.learn('Late-Signature', Buffer.from('LATE-KNOWN'));
    for (const as of [officer, 'bj-health-head']) expect((await order(as)).body).toMatchObject({ status: 403, code: 'role-refused' });
    expect((await order(administrator, 'because')).body).toMatchObject({ code: 'form-refused', field: 'reason' });
    const ordered = await order(administrator);
    expect([ordered.status, (await order(administrator)).body]).toEqual([202, ordered.body]);
    await waitFor('all was looked at again', async () => (await orders())[0]?.state === 'finished', 30_000);
    expect(await orders()).toMatchObject([{ id: ordered.body['id'], looked: passed, found: 1 }]);
    expect((await download(late, paper?.id ?? '')).body).toMatchObject({ status: 403, code: 'paper-malware' });
    await waitFor('its case says so', async () => (await findings(late))[0]?.detail['signature'] === 'Late-Signature');
    // Who ordered it and what came of it is on the record, of no case.
    const { rows } = await lianxi.admin.query<{ act: string; post: string | null; detail: Record<string, unknown> }>(
      `SELECT act, post, detail FROM health.journal WHERE procedure = 'quarantine' AND case_id IS NULL ORDER BY recorded_at`,
    );
    expect(rows).toMatchObject([
      { act: 'order-rescan', post: administrator, detail: { reason: 'new-signatures', rescan: ordered.body['id'] } },
      { act: 'finish-rescan', post: null, detail: { looked: passed, found: 1 } },
    ]);
  });

  it('nothing is ordered where nothing scans', async () => {
    await lianxi.stopService('agriculture');
    await lianxi.startService('agriculture', { LIANXI_SCANNER: 'off' });
    const asked = {
      as: 'bj-joint-office-system-administrator',
      body: { reason: 'new-signatures' },
      headers: { 'idempotency-key': randomUUID() },
    };
    expect((await lianxi.request('agriculture', 'POST', '/v1/rescans', asked)).body).toMatchObject({ status: 409, code: 'nothing-scans' });
  });

  it('no statement beside the program makes a paper clean', async () => {
    const as = async (name: string): Promise<Client> => {
      const client = new Client({
        connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
          username: name,
          password: lianxi.around.secrets.passwords[name] ?? '',
        }).href,
      });
      await client.connect();
      await client.query(`SELECT set_config('lianxi.city', 'beijing', false), set_config('lianxi.body', 'bj-health', false)`);
      return client;
    };
    const [people, courier] = [await as(loginsOf('health').officer), await as(loginsOf('health').courier)];
    try {
      await expect(people.query(`UPDATE papers SET scan = 'clean' WHERE case_id = $1`, [handedOn])).rejects.toMatchObject({
        code: '42501',
      });
      await expect(
        courier.query(`UPDATE papers SET scan = 'clean' WHERE case_id = $1 AND scan = 'malware'`, [handedOn]),
      ).rejects.toMatchObject({ constraint: 'a_finding_is_put_down_once' });
      await expect(courier.query(`UPDATE papers SET scan = NULL WHERE case_id = $1 AND scan = 'clean'`, [handedOn])).rejects.toMatchObject({
        constraint: 'a_finding_is_put_down_once',
      });
      const id = randomUUID();
      await people.query(
        `INSERT INTO papers (id, case_id, city, owner_service, kind, dated, origin, media_type, size, sha256, name_particular, added_at, scan)
        VALUES ($1, $2, 'beijing', 'health', 'evidence', '2026-01-05', 'copy', 'text/plain', 1, '', $1, lianxi.lianxi_now(), 'clean')`,
        [id, handedOn],
      );
      expect((await lianxi.admin.query('SELECT scan FROM health.papers WHERE id = $1', [id])).rows).toEqual([{ scan: null }]);
    } finally {
      await Promise.all([people.end(), courier.end()]);
    }
  });
});
