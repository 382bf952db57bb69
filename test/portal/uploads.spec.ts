import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { largestPaper } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';
import { PortalVisitor } from '../support/portal-visitor';

let lianxi: Lianxi;
let portal: string;
let officer: PortalVisitor;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'portal'], people: true });
  portal = lianxi.url('portal');
  officer = await new PortalVisitor(portal).signIn('bj-health-case-officer');
});
afterAll(() => lianxi.stop());
beforeEach(() => lianxi.admin.query('DELETE FROM portal.uploads'));

const tus = { 'tus-resumable': '1.0.0' };
const text = (length: number): Buffer => Buffer.from('示例证据。'.repeat(Math.ceil(length / 15))).subarray(0, length - (length % 15));
const anybody = (): PortalVisitor => new PortalVisitor(portal);
type Uploader = { readonly who: PortalVisitor; readonly at: string };
const mine = (): Uploader => ({ who: officer, at: '/api/uploads' });
const publics = (): Uploader => ({ who: anybody(), at: '/api/public/uploads' });

const begin = ({ who, at }: Uploader, size: number | string): Promise<Response> =>
  who.go(at, { method: 'POST', headers: { ...tus, 'x-lianxi-csrf': who.csrf, 'upload-length': String(size) } });
const look = ({ who }: Uploader, place: string): Promise<Response> => who.go(place, { method: 'HEAD', headers: tus });
const goOn = ({ who }: Uploader, place: string, from: number, bytes: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(place, portal), {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: {
      ...tus,
      'x-lianxi-csrf': who.csrf,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(from),
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...headers,
    },
  });
const begun = async (by: Uploader, size: number): Promise<string> => (await begin(by, size)).headers.get('location') ?? '';
const uploaded = async (by: Uploader, bytes: Buffer): Promise<string> => {
  const place = await begun(by, bytes.length);
  expect((await goOn(by, place, 0, bytes)).status).toBe(204);
  return place;
};
const idOf = (place: string): string => place.split('/').at(-1) ?? '';
const kept = async (): Promise<{ received: number; pieces: number }> =>
  (
    await lianxi.admin.query<{ received: number; pieces: number }>(
      'SELECT coalesce(sum(received), 0)::int AS received, (SELECT count(*)::int FROM portal.upload_pieces) AS pieces FROM portal.uploads',
    )
  ).rows[0] as { received: number; pieces: number };
const filing = (files: readonly { id: string; name: string }[]): Record<string, unknown> => ({
  files,
  form: {
    facts: healthMatter({ receivedBy: 'bj-health' }),
    report: { title: '示例', text: '示例内容' },
    noStateSecrets: true,
    papers: files.map(() => ({ kind: 'report-material', dated: '2026-01-05', origin: 'copy' })),
  },
});

/** Sends the head of a request and `bytes` of its body, and then the connection is gone, as when a cable is pulled. */
function cutOff({ who }: Uploader, place: string, from: number, bytes: Buffer, promised: number): Promise<void> {
  const { port, hostname } = new URL(portal);
  const head = [
    `PATCH ${place} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    'tus-resumable: 1.0.0',
    `x-lianxi-csrf: ${who.csrf}`,
    'content-type: application/offset+octet-stream',
    `upload-offset: ${from}`,
    `content-length: ${promised}`,
    `cookie: ${[...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')}`,
  ];
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]), () => setImmediate(() => socket.destroy())),
    );
    socket.on('close', () => resolve());
  });
}

describe('a file on its way', () => {
  it.each([
    ['an officer’s', mine],
    ['one of the public', publics],
  ])('goes on where the connection was lost, keeps what had arrived, and is on the case once and whole: %s', async (_whose, as) => {
    const by = as();
    const bytes = text(900_000);
    const place = await begun(by, bytes.length);
    await cutOff(by, place, 0, bytes.subarray(0, 600_000), bytes.length);
    await waitFor('something has arrived', async () => (await kept()).received > 0);
    let from = 0;
    // What had come when the cable was pulled may still be written: whoever is a little early is refused, and asks again where to go on.
    await waitFor('it goes on from where it stopped', async () => {
      from = Number((await look(by, place)).headers.get('upload-offset'));
      return (await goOn(by, place, from, bytes.subarray(from))).headers.get('upload-offset') === String(bytes.length);
    });
    expect([from > 0, from <= 600_000]).toEqual([true, true]);
    const sent = await by.who.ask('POST', `${by.at}/sent-to/health/v1/matters`, filing([{ id: idOf(place), name: '证据 "一".txt' }]), {
      'idempotency-key': randomUUID(),
    });
    expect(sent).toMatchObject({ status: 201 });
    const { body } = await lianxi.get('health', `/v1/cases/${String(sent.body['caseId'])}`, 'bj-health-case-officer');
    expect(body['papers']).toMatchObject([{ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]);
    expect(JSON.stringify(body['particulars'])).toContain('证据 一.txt');
  });

  it('is kept once where the same bytes come twice, one after the other or at the same moment', async () => {
    const place = await begun(mine(), 600_000);
    const bytes = randomBytes(300_000);
    const answers = await Promise.all([goOn(mine(), place, 0, bytes), goOn(mine(), place, 0, bytes)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await goOn(mine(), place, 0, bytes)).status).toBe(409);
    expect((await kept()).received).toBe(300_000);
  });

  it('is sent again with its form after a refusal, and after an answer that was lost: the case is one', async () => {
    const place = await uploaded(mine(), text(3_000));
    const form = filing([{ id: idOf(place), name: 'a.txt' }]);
    const path = '/api/uploads/sent-to/health/v1/matters';
    const key = { 'idempotency-key': randomUUID() };
    expect(
      (
        await officer.ask(
          'POST',
          path,
          { ...form, form: { ...(form['form'] as object), noStateSecrets: false } },
          { 'idempotency-key': randomUUID() },
        )
      ).status,
    ).toBe(400);
    const [first, second] = [await officer.ask('POST', path, form, key), await officer.ask('POST', path, form, key)];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect((await officer.go(place, { method: 'DELETE', headers: { ...tus, 'x-lianxi-csrf': officer.csrf } })).status).toBe(204);
    expect(await kept()).toEqual({ received: 0, pieces: 0 });
    expect((await officer.ask('POST', path, form, { 'idempotency-key': randomUUID() })).body).toMatchObject({
      code: 'upload-unknown',
      field: 'files.0',
    });
  });

  it('is put on no case before it has arrived whole', async () => {
    const place = await begun(mine(), 100);
    await goOn(mine(), place, 0, text(60));
    expect(
      await officer.ask('POST', '/api/uploads/sent-to/health/v1/matters', filing([{ id: idOf(place), name: 'a.txt' }]), {
        'idempotency-key': randomUUID(),
      }),
    ).toMatchObject({ status: 409, body: { code: 'upload-unfinished' } });
  });

  it('belongs to whoever began it: to everybody else it is not there', async () => {
    const place = await uploaded(mine(), text(300));
    const other = { who: await anybody().signIn('bj-health-head'), at: '/api/uploads' };
    const nobody = publics();
    for (const [by, at] of [
      [other, place],
      [nobody, place.replace('/api/', '/api/public/')],
    ] as const) {
      const answers = [
        await look(by, at),
        await goOn(by, at, 300, text(15)),
        await by.who.go(at, { method: 'DELETE', headers: { ...tus, 'x-lianxi-csrf': by.who.csrf } }),
      ];
      expect([answers[0]?.status, answers[1]?.status]).toEqual([404, 404]);
      expect(
        (
          await by.who.ask('POST', `${by.at}/sent-to/health/v1/matters`, filing([{ id: idOf(place), name: 'a.txt' }]), {
            'idempotency-key': randomUUID(),
          })
        ).body['code'],
      ).toBe('upload-unknown');
    }
    expect((await anybody().go('/api/uploads', { method: 'POST', headers: { ...tus, 'upload-length': '3' } })).status).toBe(401);
    expect((await kept()).received).toBe(300);
  });

  it('lies in the database so that a copy of it shows neither the file nor the address', async () => {
    const place = await uploaded(publics(), Buffer.from('机密的词'.repeat(40)));
    const { rows } = await lianxi.admin.query<{ line: string }>(
      `SELECT u::text || encode(p.sealed, 'escape') AS line FROM portal.uploads u JOIN portal.upload_pieces p USING (id_hash)`,
    );
    expect(rows.map(({ line }) => line.includes('机密') || line.includes(idOf(place)))).toEqual([false]);
  });
});

describe('what is limited', () => {
  it.each([
    ['larger than a paper may be', String(largestPaper + 1), 413, 'too-large'],
    ['empty', '0', 400, 'form-refused'],
    ['of a size that is none', '1e9', 400, 'form-refused'],
  ])('a file that is %s is not begun', async (_what, size, status, code) => {
    const answer = await begin(mine(), size);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it('more bytes than were announced are refused, and nothing of them is kept', async () => {
    const place = await begun(mine(), 30);
    expect([(await goOn(mine(), place, 0, text(45))).status, await kept()]).toEqual([413, { received: 0, pieces: 0 }]);
  });

  it('a person’s twenty-first takes the place of the one left alone longest', async () => {
    const [oldest, ...others] = await Promise.all(
      Array.from({ length: 20 }, async (_, place) => {
        const at = await begun(mine(), 30);
        await lianxi.admin.query(`UPDATE portal.uploads SET moved_at = moved_at - $2 * interval '1 minute' WHERE id_hash = $1`, [
          createHash('sha256').update(idOf(at)).digest(),
          60 - place,
        ]);
        return at;
      }),
    );
    await begun(mine(), 30);
    expect([(await look(mine(), oldest ?? '')).status, (await look(mine(), others[0] ?? '')).status]).toEqual([404, 200]);
  });

  it('the public may have a gibibyte under way, and no more; officials go on', async () => {
    await lianxi.admin.query(
      `INSERT INTO portal.uploads (id_hash, person, size, received, begun_at, moved_at) SELECT sha256(n::text::bytea), NULL, 20971520, 20971520, lianxi.lianxi_now(), lianxi.lianxi_now() FROM generate_series(1, 52) n`,
    );
    expect([(await begin(publics(), 30)).status, (await begin(mine(), 30)).status]).toEqual([503, 201]);
  });

  it.each([
    ['an officer’s a day', mine, '23 hours 59 minutes', '24 hours'],
    ['one of the public two hours', publics, '1 hour 59 minutes', '2 hours'],
  ])('what is left alone is forgotten: %s after it last moved', async (_whose, as, before, after) => {
    const by = as();
    const place = await begun(by, 30);
    const agoes = async (interval: string): Promise<number> => {
      await lianxi.admin.query('UPDATE portal.uploads SET moved_at = lianxi.lianxi_now() - $1::interval', [interval]);
      return (await look(by, place)).status;
    };
    expect([await agoes(before), await agoes(after)]).toEqual([200, 404]);
  });

  it.each([
    ['without saying which protocol', { 'tus-resumable': '' }, 412],
    ['in another form than bytes', { 'content-type': 'application/json' }, 415],
    ['at no place', { 'upload-offset': '-1' }, 400],
    ['from another site', { origin: 'https://example.org' }, 403],
    ['without the proof of this page', { 'x-lianxi-csrf': 'x' }, 403],
  ] as [string, Record<string, string>, number][])('bytes that come %s are refused', async (_how, headers, status) => {
    const place = await begun(mine(), 30);
    expect([
      (await goOn(mine(), place, 0, headers['content-type'] === 'application/json' ? Buffer.from('{}') : text(30), headers)).status,
      (await kept()).received,
    ]).toEqual([status, 0]);
  });

  it('bytes of an upload are a body nowhere else, and forms with files go only where services take them', async () => {
    const bytes = await officer.go('/api/drafts/filing', {
      method: 'PUT',
      body: 'x',
      headers: { 'x-lianxi-csrf': officer.csrf, 'content-type': 'application/offset+octet-stream' },
    });
    const place = await uploaded(publics(), text(30));
    const elsewhere = await anybody().ask(
      'POST',
      '/api/public/uploads/sent-to/health/v1/matters/on-behalf',
      filing([{ id: idOf(place), name: 'a.txt' }]),
      { 'idempotency-key': randomUUID() },
    );
    const outside = await officer.ask('POST', '/api/uploads/sent-to/health/v1/%2e%2e/x', filing([{ id: idOf(place), name: 'a.txt' }]));
    expect([bytes.status, elsewhere.status, outside.status]).toEqual([415, 404, 404]);
  });
});
