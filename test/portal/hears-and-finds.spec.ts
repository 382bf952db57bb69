import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { newId } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';
import { PortalVisitor } from '../support/portal-visitor';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit', 'portal'], people: true });
});
afterAll(() => lianxi.stop());

const officer = 'bj-health-case-officer';
const signedIn = (person = officer): Promise<PortalVisitor> => new PortalVisitor(lianxi.url('portal')).signIn(person);
const file = async (report: Record<string, unknown> = {}, facts: Record<string, unknown> = {}): Promise<string> =>
  String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...facts }), { report })).body['caseId']);
async function sealed(): Promise<string> {
  const id = await file();
  expect((await lianxi.act('health', id, 'register', 'bj-health-intake-officer')).status).toBe(200);
  expect((await lianxi.act('health', id, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' })).status).toBe(200);
  return id;
}

interface Stream {
  readonly status: number;
  readonly type: string;
  readonly told: { id: string; version: number }[];
  lastId: string;
  hasEnded: boolean;
  readonly leave: () => void;
}

/** Listens as a browser does, which comes again when a stream ends before it began. */
async function listen(who: PortalVisitor, last?: string): Promise<Stream> {
  for (;;) {
    const stream = await open(who, last);
    if (stream.status !== 200) return stream;
    await waitFor('the stream has begun, or ended', async () => stream.lastId !== '' || stream.hasEnded, 60_000);
    if (stream.lastId !== '') return stream;
  }
}

async function open(who: PortalVisitor, last?: string): Promise<Stream> {
  const away = new AbortController();
  const answer = await fetch(`${who.portal}/api/changes`, {
    signal: away.signal,
    headers: {
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(last === undefined ? {} : { 'last-event-id': last }),
    },
  });
  const stream: Stream = {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    told: [],
    lastId: '',
    hasEnded: false,
    leave: () => away.abort(),
  };
  void (async () => {
    for await (const line of createInterface({ input: Readable.fromWeb(answer.body as never) })) {
      if (line.startsWith('id: ')) stream.lastId = line.slice(4);
      if (line.startsWith('data: ')) stream.told.push(...(JSON.parse(line.slice(6)) as { cases: Stream['told'] }).cases);
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      stream.hasEnded = true;
    });
  return stream;
}
const heard = (stream: Stream, id: string): Promise<void> =>
  waitFor(`${id} is heard of`, async () => stream.told.some((each) => each.id === id));

describe('an open page', () => {
  it('hears of each act on a case of its body, by id and version alone, and of none that another body holds', async () => {
    const [ours, theirs] = [await listen(await signedIn()), await listen(await signedIn('bj-agri-head'))];
    expect([ours.status, ours.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const id = await file({ title: '不应传出的标题' });
    await heard(ours, id);
    await lianxi.act('health', id, 'register', 'bj-health-intake-officer');
    await waitFor('the second act is heard of', async () => ours.told.some((each) => each.id === id && each.version === 2));
    expect(ours.told.every((each) => Object.keys(each).sort().join() === 'id,service,version')).toBe(true);
    const own = await lianxi.file('agriculture', healthMatter({ receivedBy: 'bj-agri' }));
    expect(own.status).toBe(201);
    await heard(theirs, String(own.body['caseId']));
    expect(theirs.told.some((each) => each.id === id)).toBe(false);
    ours.leave();
    theirs.leave();
  });

  it('hears of a sealed case only where its person is named', async () => {
    const id = await sealed();
    expect((await lianxi.get('health', `/v1/cases/${id}`, officer)).status).toBe(404);
    const [named, others] = [await listen(await signedIn('bj-health-decider')), await listen(await signedIn())];
    expect((await lianxi.act('health', id, 'note', 'bj-health-decider', { text: '示例' })).status).toBe(200);
    const open = await file();
    await Promise.all([heard(named, id), heard(others, open)]);
    expect(others.told.some((each) => each.id === id)).toBe(false);
    named.leave();
    others.leave();
  });

  it('goes on where it was: what happened while it was away is told once it is back', async () => {
    const who = await signedIn();
    const before = await listen(who);
    before.leave();
    const id = await file();
    await heard(await listen(who, before.lastId), id);
  });

  it('hears nothing more when its sign-in is ended elsewhere, when it acts in another post, and when its post ends', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const stream = await listen(here);
    await there.ask('DELETE', '/api/sessions');
    await waitFor('the stream has ended', async () => stream.hasEnded);
    expect((await listen(here)).status).toBe(401);

    const two = await signedIn('bj-stc-two-posts');
    expect((await listen(two)).status).toBe(400);

    const leaving = await listen(await signedIn('bj-health-reviewer'));
    await lianxi.admin.query(`UPDATE health.posts SET valid_until = '2024-12-31' WHERE id = 'bj-health-reviewer'`);
    await file();
    await waitFor('the stream has ended', async () => leaving.hasEnded);
    expect(leaving.told).toEqual([]);
    await lianxi.admin.query(`UPDATE health.posts SET valid_until = NULL WHERE id = 'bj-health-reviewer'`);
  });

  it('keeps no sign-in alive by listening, nor by what it asks unasked', async () => {
    const who = await signedIn();
    const lastUse = async (): Promise<unknown> =>
      (
        await lianxi.admin.query(
          `SELECT max(seen_at) FILTER (WHERE seen_at < lianxi.lianxi_now() - interval '1 hour') AS at FROM portal.sessions`,
        )
      ).rows[0];
    await lianxi.admin.query(
      `UPDATE portal.sessions SET seen_at = lianxi.lianxi_now() - interval '90 minutes' WHERE began_at = (SELECT max(began_at) FROM portal.sessions)`,
    );
    const before = await lastUse();
    (await listen(who)).leave();
    expect((await who.ask('GET', '/api/desk/counts', undefined, { 'x-lianxi-unasked': '1' })).status).toBe(200);
    expect(await lastUse()).toEqual(before);
    expect((await who.ask('GET', '/api/desk/counts')).status).toBe(200);
    expect(await lastUse()).toEqual({ at: null });
  });
});

interface Found {
  readonly lines: { id: string; title: string; person: string | null }[];
  readonly next: string | null;
}
const found = async (terms: string, as = officer, more: Record<string, unknown> = {}, service = 'health'): Promise<Found> =>
  (await lianxi.request(service, 'POST', '/v1/search', { as, body: { terms, ...more } })).body as never;
const ids = ({ lines }: Found): string[] => lines.map(({ id }) => id);

describe('searching', () => {
  const report = { title: '关于示例精准诊疗平台的伦理审查', unitName: '朝阳区卫健委示例医院', partyName: '欧阳示例' };

  it('finds a case by a piece of its number, title, unit or person, as written, in pinyin, or by initials', async () => {
    const id = await file(report);
    await lianxi.act('health', id, 'register', 'bj-health-intake-officer');
    const number = String((await lianxi.get('health', `/v1/cases/${id}`, officer)).body['number']);
    for (const terms of [
      number,
      number.slice(-6),
      '精准诊疗',
      '朝阳区卫健委',
      'wjw',
      'weijianwei',
      'jing zhun',
      'cyqwjw',
      '欧阳示例',
      'ouyang',
    ])
      expect([terms, ids(await found(terms))]).toEqual([terms, [id]]);
    expect((await found('ouyang')).lines.map(({ person }) => person)).toEqual(['欧***']);
    expect(JSON.stringify((await (await signedIn()).ask('POST', '/api/desk/search', { terms: 'ouyang' })).body)).not.toContain('阳示例');
    for (const terms of ['精准医疗', 'ingzhun', 'wjb', '%', '._', '示例内容'])
      expect([terms, ids(await found(`${terms}${terms}`))]).toEqual([terms, []]);
  });

  it('finds nothing of what another body holds, nor a sealed case but for who is named, nor one from which the reader stepped back', async () => {
    const title = '只此一件的标题';
    const [open, recused] = [await file({ title }), await file({ title })];
    const hidden = await file({ title });
    await lianxi.act('health', hidden, 'register', 'bj-health-intake-officer');
    expect((await lianxi.act('health', hidden, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' })).status).toBe(200);
    expect((await lianxi.act('health', recused, 'declare-recusal', officer, { reasons: '示例' })).status).toBe(200);
    expect(ids(await found('zhiciyijian')).sort()).toEqual([open]);
    expect(ids(await found(title, 'bj-health-decider')).sort()).toEqual([open, recused, hidden].sort());
    for (const service of ['health', 'agriculture']) expect(ids(await found(title, 'bj-agri-head', {}, service))).toEqual([]);
  });

  it('goes on page by page without showing a case twice, in the services and in the portal', async () => {
    const title = '逐页查找';
    const filed = [await file({ title }), await file({ title }), await file({ title })].reverse();
    const first = await found(title, officer, { limit: 2 });
    expect([...ids(first), ...ids(await found(title, officer, { limit: 2, after: first.next }))]).toEqual(filed);
    const who = await signedIn();
    const page = (await who.ask('POST', '/api/desk/search', { terms: 'zycz', limit: 2 })).body as never as Found;
    expect([
      ...ids(page),
      ...ids((await who.ask('POST', '/api/desk/search', { terms: 'zycz', limit: 2, after: page.next })).body as never),
    ]).toEqual(filed);
  });

  it('is on the record, and of the terms only a keyed hash', async () => {
    await found('查了什么不应留下');
    const { rows } = await lianxi.admin.query<{ line: string; hash: string }>(
      `SELECT a::text AS line, terms_hash AS hash FROM health.access a WHERE kind = 'search'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ line, hash }) => /^[0-9a-f]{64}$/.test(hash) && !line.includes('不应留下'))).toBe(true);
  });

  it.each([['a'], [' '], [''], ['x'.repeat(101)]])('refuses terms that say too little or too much: %j', async (terms) =>
    expect((await lianxi.request('health', 'POST', '/v1/search', { as: officer, body: { terms } })).status).toBe(400),
  );
});

describe('a desk of one’s own', () => {
  const id = randomUUID();
  const filter = { name: '我的逾期', list: 'body', filter: { kind: 'violation', due: 3 } };

  it('keeps filters for its person alone, on every computer, and nobody reads their names in the database', async () => {
    const who = await signedIn();
    for (let time = 0; time < 2; time += 1) expect((await who.ask('PUT', `/api/filters/${id}`, filter)).status).toBe(200);
    expect((await (await signedIn()).ask('GET', '/api/filters')).body['lines']).toEqual([{ id, ...filter }]);
    expect((await (await signedIn('bj-health-head')).ask('GET', '/api/filters')).body['lines']).toEqual([]);
    await (await signedIn('bj-health-head')).ask('DELETE', `/api/filters/${id}`);
    expect(
      (await lianxi.admin.query<{ line: string }>(`SELECT encode(sealed, 'escape') AS line FROM portal.saved_filters`)).rows.map(
        ({ line }) => line.includes('violation'),
      ),
    ).toEqual([false]);
    expect((await who.ask('DELETE', `/api/filters/${id}`)).status).toBe(200);
    expect((await who.ask('GET', '/api/filters')).body['lines']).toEqual([]);
  });

  it.each([
    [{ ...filter, name: '' }],
    [{ ...filter, list: '../x' }],
    [{ ...filter, filter: { kind: 'x y' } }],
    [{ ...filter, filter: { colour: 'red' } }],
  ])('refuses a filter that is none: %j', async (form) => {
    expect((await (await signedIn()).ask('PUT', `/api/filters/${id}`, form)).status).toBe(400);
  });

  it('passes a filter on to the services', async () => {
    const [violation, incident] = [
      await file({}, { kind: 'violation', suspect: 'unit', major: false }),
      await file({}, { kind: 'incident' }),
    ];
    const lines = (await (await signedIn()).ask('GET', '/api/desk/worklists/body?kind=incident&limit=100')).body['lines'] as {
      id: string;
      kind: string;
    }[];
    expect([
      lines.some((line) => line.id === incident),
      lines.some((line) => line.id === violation),
      lines.every(({ kind }) => kind === 'incident'),
    ]).toEqual([true, false, true]);
  });

  it('shows the reminders that reached a post, and which are new to whom: what was read stays read, also when an older page says so again', async () => {
    const caseId = await file();
    for (const share of [0.5, 0.8])
      await lianxi.admin.query(
        `INSERT INTO health.reminders (id, city, body, post, case_id, clock_id, rule, share, reminded_at)
      SELECT $2, city, 'bj-health', 'bj-health-reviewer', case_id, id, rule, $3, lianxi.lianxi_now() FROM health.clocks WHERE case_id = $1`,
        [caseId, newId(), share],
      );
    const who = await signedIn('bj-health-reviewer');
    const inbox = async (of = who): Promise<{ lines: { id: string; caseId: string; servedBy: string }[]; readUntil: string | null }> =>
      (await of.ask('GET', '/api/inbox')).body as never;
    const { lines, readUntil } = await inbox();
    expect([readUntil, ...lines.map((line) => [line.caseId, line.servedBy])]).toEqual([null, [caseId, 'health'], [caseId, 'health']]);
    expect((await inbox(await signedIn('bj-agri-head'))).lines.some((line) => line.caseId === caseId)).toBe(false);
    for (const line of [lines[0], lines.at(-1)]) expect((await who.ask('PUT', '/api/inbox/read', { until: line?.id })).status).toBe(200);
    expect((await inbox(await signedIn('bj-health-reviewer'))).readUntil).toBe(lines[0]?.id);
  });
});
