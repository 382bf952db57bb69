import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { freePort } from '../../deploy/embedded/src/free-port';
import { healthMatter } from '../support/example-facts';
import { hostileFiles, type HostileFile } from '../support/hostile-files';
import { InvestigationDesk } from '../support/investigation-desk';
import { LetterDesk, officer, type Form } from '../support/letter-desk';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';
import { PortalVisitor } from '../support/portal-visitor';
import { TestScanner } from '../support/test-scanner';

let lianxi: Lianxi;
let scanner: TestScanner;
let visitor: PortalVisitor;
const letters = new LetterDesk(() => lianxi);
const desk = new InvestigationDesk(() => lianxi);
const [unit, contact] = ['OWN-EXAMPLE-LAB', 'contact-of-lab'];
/** Where each door leads: the receipt of a report, an official letter that waits for its scan, a letter to a unit, an investigation. */
const at = { matter: '', receipt: '', letter: '', sealed: '', investigation: '' };

beforeAll(async () => {
  const port = await freePort();
  scanner = await new TestScanner(port).start();
  lianxi = await Lianxi.start({
    services: ['health', 'investigation', 'coordination', 'portal'],
    people: true,
    settings: { LIANXI_SCANNER: `clamd://127.0.0.1:${port}` },
  });
  visitor = await new PortalVisitor(lianxi.url('portal')).signIn(officer);
  const { body } = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
  [at.matter, at.receipt] = [String(body['caseId']), String(body['receipt'])];
  expect(
    (
      await lianxi.request('coordination', 'POST', '/v1/unit-contacts', {
        as: 'bj-joint-office-coordinator',
        body: { unit, subject: contact, validFrom: '2024-01-01' },
      })
    ).status,
  ).toBe(200);
  await waitFor('health knows the contact', async () => (await lianxi.get('health', '/v1/letters', contact)).status === 200);
  const inHandling = await letters.inHandling();
  at.letter = await letters.written(inHandling, { unit });
  await letters.does(at.letter, 'dispatch', officer, { method: 'to-contact' });
  at.sealed = await letters.written(inHandling, { addressee: '示例研究所', purpose: 'telling', periodFrom: 'none' });
  const text = { kind: 'reply', subject: '示例', addressee: '示例研究所', body: '示例' };
  for (const [act, as, form] of [
    ['draft-document', officer, text],
    ['check-document', 'bj-health-reviewer', {}],
    ['sign-off', 'bj-health-decider', {}],
    ['number-document', officer, {}],
  ] as const)
    await letters.does(at.sealed, act, as, form);
  const violation = await desk.accepted(
    'health',
    'bj-health',
    healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
  );
  at.investigation = await desk.ordered('health', violation, 'bj-health', 'bj-health');
  await desk.planned(at.investigation, 'bj-health');
});
afterAll(async () => {
  await lianxi.stop();
  await scanner.stop();
});

type Sent = Pick<Answer, 'status' | 'body'>;
/** A door: how a file comes through it, and the case it is on afterwards; by an upload, what the portal's own service answers. */
interface Door {
  readonly what: string;
  readonly service: 'health' | 'investigation';
  readonly send: (file: HostileFile, key: string) => Promise<Sent>;
  readonly onCase: (answer: Sent) => string;
}
const described = { kind: 'report-material', dated: '2026-10-01', origin: 'copy' };
const matter = (papers: number): Record<string, unknown> => ({
  facts: healthMatter({ receivedBy: 'bj-health' }),
  report: { title: '示例', text: '示例内容' },
  papers: Array(papers).fill(described),
  noStateSecrets: true,
});
const filedCase = ({ body }: Sent): string => String(body['caseId']);
const version = async (path: string, as: string, service = 'health'): Promise<Record<string, string>> => {
  const { version: seen, epoch } = (await lianxi.get(service, path, as)).body;
  return { version: String(seen), epoch: String(epoch) };
};
const ofOfficer =
  (service: string, on: () => string, kind: string, as = officer) =>
  async (file: HostileFile, key: string): Promise<Sent> =>
    lianxi.sendForm(
      service,
      `/v1/cases/${on()}/papers`,
      { ...described, kind, ...(await version(`/v1/cases/${on()}`, as, service)) },
      [file],
      { as, key },
    );

async function uploaded({ bytes }: HostileFile): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0' };
  const begun = await visitor.go('/api/uploads', {
    method: 'POST',
    headers: { ...tus, 'x-lianxi-csrf': visitor.csrf, 'upload-length': String(bytes.length) },
  });
  const place = begun.headers.get('location') ?? '';
  const went = await fetch(new URL(place, visitor.portal), {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: {
      ...tus,
      'x-lianxi-csrf': visitor.csrf,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  expect(went.status).toBe(204);
  return place.split('/').at(-1) ?? '';
}
async function byUpload(file: HostileFile, key: string, path: string, form: Form): Promise<Sent> {
  const files = [{ id: await uploaded(file), name: file.name }];
  return visitor.ask('POST', `/api/uploads/sent-to/health${path}`, { form, files }, { 'idempotency-key': key });
}

const doors: readonly Door[] = [
  {
    what: 'a report by the public',
    service: 'health',
    onCase: filedCase,
    send: (file, key) => lianxi.sendForm('health', '/v1/matters', { json: JSON.stringify(matter(1)) }, [file], { key }),
  },
  {
    what: 'a file that a reporter adds by receipt',
    service: 'health',
    onCase: () => at.matter,
    send: (file, key) => lianxi.sendForm('health', '/v1/reports/papers', {}, [file], { key, headers: { 'x-lianxi-receipt': at.receipt } }),
  },
  {
    what: 'a paper that an officer adds',
    service: 'health',
    onCase: () => at.matter,
    send: ofOfficer('health', () => at.matter, 'evidence'),
  },
  {
    what: 'an upload that goes on, with a filing',
    service: 'health',
    onCase: filedCase,
    send: (file, key) => byUpload(file, key, '/v1/matters', matter(1)),
  },
  {
    what: 'an upload that goes on, put on a case',
    service: 'health',
    onCase: () => at.matter,
    send: async (file, key) =>
      byUpload(file, key, `/v1/cases/${at.matter}/papers`, {
        ...described,
        kind: 'evidence',
        ...(await version(`/v1/cases/${at.matter}`, officer)),
      }),
  },
  {
    what: 'evidence in an investigation',
    service: 'investigation',
    onCase: () => at.investigation,
    send: ofOfficer('investigation', () => at.investigation, 'evidence'),
  },
  {
    what: 'the scan of a sealed letter',
    service: 'health',
    onCase: () => at.sealed,
    send: ofOfficer('health', () => at.sealed, 'enclosure'),
  },
  {
    what: 'what a unit’s contact encloses',
    service: 'health',
    onCase: () => at.letter,
    send: async (file, key) =>
      lianxi.sendForm(
        'health',
        `/v1/letters/${at.letter}/papers`,
        { ...described, kind: 'reply', ...(await version(`/v1/letters/${at.letter}`, contact)) },
        [file],
        { as: contact, key },
      ),
  },
  {
    what: 'a matter that a contact files for the unit',
    service: 'health',
    onCase: filedCase,
    send: (file, key) =>
      lianxi.sendForm('health', '/v1/matters/for-unit', { json: JSON.stringify(matter(1)) }, [file], { as: contact, key }),
  },
];

const statusOf: Readonly<Record<string, number>> = { 'media-refused': 415, 'form-refused': 400, 'too-large': 413 };
const isKept = (file: HostileFile): boolean => file.becomes.includes('/');
const called = (what: string): HostileFile => hostileFiles.find((file) => file.what === what) as HostileFile;
const virus = called('the file every scanner finds');
const harmless: HostileFile = { what: '', name: '材料.txt', bytes: Buffer.from('示例材料'), becomes: 'text/plain' };

/** Whatever may be left of a file: rows of papers and cases, bytes in the stores. */
async function left(): Promise<Record<string, number>> {
  const { rows } = await lianxi.admin.query<Record<string, number>>(
    `SELECT (SELECT count(*) FROM health.papers)::int AS "papers", (SELECT count(*) FROM investigation.papers)::int AS "evidence",
      (SELECT count(*) FROM health.cases)::int AS "cases", (SELECT count(*) FROM health.particulars)::int AS "particulars"`,
  );
  const stored = readdirSync(lianxi.directory, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && each.parentPath.startsWith(lianxi.around.papersDirectory),
  );
  return { ...rows[0], files: stored.length };
}
async function allScanned(): Promise<void> {
  await waitFor('all was scanned', async () => {
    const { rows } = await lianxi.admin.query<{ waiting: number }>(
      `SELECT (SELECT count(*) FROM health.papers WHERE scan IS NULL)::int + (SELECT count(*) FROM investigation.papers WHERE scan IS NULL)::int AS waiting`,
    );
    return rows[0]?.waiting === 0;
  });
}

/** A paper by the hash of its bytes and the name that its case shows, as who leads the body downloads it. */
async function given({ service, onCase }: Door, answer: Sent, { bytes }: HostileFile): Promise<unknown> {
  const address = `/v1/cases/${onCase(answer)}`;
  const papers = (await lianxi.get(service, address, 'bj-health-head')).body['papers'] as { id: string; sha256: string }[];
  const paper = papers.findLast(({ sha256 }) => sha256 === createHash('sha256').update(bytes).digest('hex'));
  const response = await fetch(`${lianxi.url(service)}${address}/papers/${paper?.id}`, {
    headers: { authorization: `Bearer ${await lianxi.token('bj-health-head')}` },
  });
  const came = Buffer.from(await response.arrayBuffer());
  if (!response.ok) return (JSON.parse(came.toString()) as { code: string }).code;
  const [type, disposition, sniff] = ['content-type', 'content-disposition', 'x-content-type-options'].map(
    (name) => response.headers.get(name) ?? '',
  );
  return [type?.split(';')[0], decodeURIComponent(disposition ?? ''), sniff, came.equals(bytes)];
}
/** A form of a browser says %22 for the mark that would end a name. */
const savedAs = ({ name, savedAs: other = name }: HostileFile, door: Door): string =>
  name.includes('"') && !door.what.includes('upload') ? 'a%22x=%22b.exe.pdf' : other;
const asKept = (file: HostileFile, door: Door): unknown =>
  file === virus ? 'paper-malware' : [file.becomes, `attachment; filename*=UTF-8''${savedAs(file, door)}`, 'nosniff', true];

/** Everything through the first door, where each file makes a case of its own; one of each sort through the others, whose case is one. */
const sample = [
  'a picture of vectors with a script',
  'a JPEG of four thousand million pixels',
  'a JPEG whose segment ends nowhere',
  'a zip bomb',
  'reads backwards',
  'the file every scanner finds',
].map(called);
async function sendAll(door: Door, files: readonly HostileFile[]): Promise<(readonly [HostileFile, Sent])[]> {
  const sent: (readonly [HostileFile, Sent])[] = [];
  const abreast = door === doors[0] ? 6 : 1;
  for (let at = 0; at < files.length; at += abreast)
    sent.push(
      ...(await Promise.all(files.slice(at, at + abreast).map(async (file) => [file, await door.send(file, randomUUID())] as const))),
    );
  return sent;
}

describe.each(doors.map((door, place) => [door.what, door, place === 0 ? hostileFiles : sample] as const))('%s', (_what, door, files) => {
  it('is refused with its reason and leaves nothing behind, and what it came with is sent again without it', async () => {
    const before = await left();
    for (const [{ what, becomes }, { status, body }] of await sendAll(
      door,
      files.filter((file) => !isKept(file)),
    ))
      expect([what, status, body['code']]).toEqual([what, statusOf[becomes], becomes]);
    const key = randomUUID();
    expect((await door.send(called('a zip bomb'), key)).status).toBe(415);
    expect(await left()).toEqual(before);
    const again = await door.send(harmless, key);
    await allScanned();
    expect([again.status < 300, await given(door, again, harmless)]).toEqual([true, asKept(harmless, door)]);
  });

  it('is kept as what it is, to be saved under a name that says so, or in quarantine and given to nobody', async () => {
    const sent = await sendAll(door, files.filter(isKept));
    await allScanned();
    for (const [file, answer] of sent) {
      expect([file.what, answer.status < 300, answer.body['code']]).toEqual([file.what, true, undefined]);
      // Of files with the same bytes on one case the last is found; through the first door each has its own.
      expect([file.what, await given(door, answer, file)]).toEqual([file.what, asKept(file, door)]);
    }
  });
});

describe('a list of matters', () => {
  it('is read from a workbook alone; of everything else nothing is filed and nothing kept', async () => {
    const before = await left();
    for (const file of [...sample, ...hostileFiles.filter(({ name }) => /\.xls/.test(name))]) {
      const form = new FormData();
      form.append('paper', new Blob([new Uint8Array(file.bytes)]), file.name);
      const answer = await fetch(new URL('/api/imports/checked', visitor.portal), {
        method: 'POST',
        body: form,
        headers: { 'x-lianxi-csrf': visitor.csrf, cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      const { code } = (await answer.json()) as { code: string };
      const expected = !isKept(file) ? file.becomes : file.becomes.includes('spreadsheet') ? 'workbook-damaged' : 'media-refused';
      expect([file.what, answer.status, code]).toEqual([file.what, statusOf[expected] ?? 400, expected]);
    }
    expect(await left()).toEqual(before);
  });
});

describe('all that is packed, at once', () => {
  it('takes no more memory than it has bytes, and who else files is answered', async () => {
    const bombs = hostileFiles.filter(({ what }) => /bomb|packed|says it is small/.test(what));
    const before = process.memoryUsage().rss;
    let most = 0;
    const watched = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    const answers = await Promise.all([
      ...bombs.flatMap((file) => doors.slice(0, 2).map((door) => door.send(file, randomUUID()))),
      lianxi.file('health', healthMatter({ receivedBy: 'bj-health' })),
    ]);
    clearInterval(watched);
    expect([answers.at(-1)?.status, answers.filter(({ status }) => status >= 500)]).toEqual([201, []]);
    expect(Math.max(most, process.memoryUsage().rss) - before).toBeLessThan(128 * 1024 * 1024);
  });
});
