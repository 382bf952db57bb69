import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { mayOpenSealed, type NamedPerson } from '@lianxi/casework';
import { loginsOf, personId } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
let officer: Client;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
  const login = loginsOf('health').officer;
  officer = new Client({
    connectionString: Object.assign(new URL(lianxi.around.databaseUrl), {
      username: login,
      password: lianxi.around.secrets.passwords[login],
    }).href,
    application_name: 'test',
  });
  await officer.connect();
});
afterAll(async () => {
  await officer.end();
  await lianxi.stop();
});

const [decider, head, caseOfficer, secretary] = [
  'bj-health-decider',
  'bj-health-head',
  'bj-health-case-officer',
  'bj-joint-office-secretary',
] as const;
const person = (post: string): string => personId(lianxi.around.issuer, post);

async function go(
  service: string,
  id: string,
  ...steps: readonly (readonly [act: string, post: string, form?: Record<string, unknown>])[]
): Promise<void> {
  for (const [act, post, form] of steps) {
    const { status, text } = await lianxi.act(service, id, act, post, form);
    expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  }
}

const filed = async (): Promise<string> => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
async function sealed(): Promise<string> {
  const id = await filed();
  await go('health', id, ['register', 'bj-health-intake-officer'], ['set-mark', decider, { mark: 'sealed', reasons: '示例' }]);
  return id;
}

const lists = ['mine', 'post', 'body', 'waiting', 'handed-on', 'overdue'];

/** Everywhere the case shows to somebody: answers that say nothing of it are left out. */
async function whereShown(service: string, id: string, as: string): Promise<string[]> {
  const shown = async (path: string): Promise<string[]> => ((await lianxi.get(service, path, as)).text.includes(id) ? [path] : []);
  const opened = (await lianxi.get(service, `/v1/cases/${id}`, as)).status;
  expect([200, 404]).toContain(opened);
  return [
    ...(opened === 200 ? ['case'] : []),
    ...(
      await Promise.all(
        [
          ...lists.map((name) => `/v1/worklists/${name}?limit=200`),
          '/v1/hand-overs?limit=200',
          '/v1/reminders?limit=200',
          ...(service === 'coordination' ? ['/v1/index?limit=200', '/v1/designations?limit=200'] : []),
        ].map(shown),
      )
    ).flat(),
  ];
}

/** What the officers' login sees of a case in all its tables, as somebody. */
async function rowsSeen(id: string, as: { body: string; post: string; person: string; role: string }): Promise<number> {
  await officer.query('BEGIN');
  for (const [name, value] of Object.entries(as)) await officer.query('SELECT set_config($1, $2, true)', [`lianxi.${name}`, value]);
  const tables = ['clocks', 'journal', 'history', 'particulars', 'papers', 'hand_overs', 'linked_work', 'case_access', 'named_people'];
  const { rows } = await officer.query<{ seen: string }>(
    `SELECT (SELECT count(*) FROM cases WHERE id = $1) + ${tables.map((table) => `(SELECT count(*) FROM ${table} WHERE case_id = $1)`).join(' + ')} AS seen`,
    [id],
  );
  await officer.query('ROLLBACK');
  return Number(rows[0]?.seen);
}

/** Switches row-level security off for everybody, as a mistake in a migration would. */
async function withoutPolicies(work: () => Promise<void>): Promise<void> {
  const logins = ['health', 'agriculture', 'coordination'].map((service) => loginsOf(service).officer);
  const set = async (attribute: string): Promise<void> => {
    for (const login of logins) await lianxi.admin.query(`ALTER ROLE ${login} ${attribute}`);
    // A prepared statement keeps the policies it was planned with: connections begin anew.
    await lianxi.admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = ANY ($1) AND application_name <> $2',
      [logins, 'test'],
    );
    await Promise.all(
      ['health', 'agriculture', 'coordination'].map((service) =>
        waitFor(
          `${service} is connected again`,
          async () =>
            (await lianxi.get(service, '/v1/me', service === 'coordination' ? secretary : service === 'health' ? head : 'bj-agri-head'))
              .status === 200,
        ),
      ),
    );
  };
  await set('BYPASSRLS');
  try {
    await work();
  } finally {
    await set('NOBYPASSRLS');
  }
}

describe('a sealed case', () => {
  it('is there for whoever is named, and for nobody else of the same body: not in a list, not by its id, for no act and no paper', async () => {
    const id = await sealed();
    const plain = await filed();
    await go('health', id, ['offer-transfer', decider, { toBody: 'bj-agri', reason: 'agreed' }], ['recall-offer', decider]);
    expect(await whereShown('health', id, decider)).toEqual(['case', '/v1/worklists/body?limit=200']);
    for (const post of [head, caseOfficer, 'bj-health-reviewer', 'bj-health-intake-officer']) {
      expect([post, await whereShown('health', id, post)]).toEqual([post, []]);
      const act = await lianxi.request('health', 'POST', `/v1/cases/${id}/acts/note`, {
        as: post,
        body: { version: 3, epoch: 1, form: { text: '示例' } },
        headers: { 'idempotency-key': randomUUID() },
      });
      expect([post, act.status, act.body['code']]).toEqual([post, 404, 'not-found']);
      expect((await lianxi.get('health', `/v1/cases/${id}/papers/${randomUUID()}`, post)).status).toBe(404);
    }
    expect(await whereShown('health', plain, head)).toContain('case');
  });

  it('stays hidden when row-level security is off, and from the login when the code asks for everything', async () => {
    const id = await sealed();
    await withoutPolicies(async () => {
      expect(await whereShown('health', id, decider)).toContain('case');
      for (const post of [head, caseOfficer]) expect([post, await whereShown('health', id, post)]).toEqual([post, []]);
    });
    const as = (post: string, role: string): { body: string; post: string; person: string; role: string } => ({
      body: 'bj-health',
      post,
      person: person(post),
      role,
    });
    expect(await rowsSeen(id, as(decider, 'decider'))).toBeGreaterThan(4);
    expect([
      await rowsSeen(id, as(head, 'head')),
      await rowsSeen(id, as(caseOfficer, 'case-officer')),
      await rowsSeen(id, { ...as(decider, 'decider'), person: person(head) }),
    ]).toEqual([0, 0, 0]);
  });

  it('is opened to others by an act with a reason, and closed again by one; the last named stays', async () => {
    const id = await sealed();
    await go('health', id, ['name-person', decider, { post: caseOfficer, reasons: '承办' }]);
    expect(await whereShown('health', id, caseOfficer)).toContain('case');
    await go('health', id, ['note', caseOfficer, { text: '示例' }], ['unname-person', decider, { post: caseOfficer, reasons: '调岗' }]);
    expect(await whereShown('health', id, caseOfficer)).toEqual([]);
    expect((await lianxi.act('health', id, 'unname-person', decider, { post: decider, reasons: '示例' })).body['code']).toBe('same-person');
    expect((await lianxi.act('health', id, 'name-person', decider, { post: 'bj-agri-head', reasons: '示例' })).body['code']).toBe(
      'field-value',
    );
    expect((await lianxi.act('health', id, 'name-person', decider, { post: caseOfficer })).body['code']).toBe('field-missing');
    const timeline = (await lianxi.get('health', `/v1/cases/${id}`, decider)).body['timeline'] as {
      act: string;
      detail: Record<string, unknown>;
    }[];
    expect(timeline.filter(({ act }) => act.endsWith('name-person')).map(({ act, detail }) => [act, detail['post']])).toEqual([
      ['name-person', caseOfficer],
      ['unname-person', caseOfficer],
    ]);
  });

  it('is assigned to nobody who is not named', async () => {
    const id = await sealed();
    const refused = await lianxi.act('health', id, 'reassign', decider, { post: caseOfficer });
    expect([refused.status, refused.body['allowed']]).toEqual([400, [decider]]);
  });

  it('was named to a person: whoever has the post next does not see it, and the head opens what nobody else can', async () => {
    const id = await sealed();
    await lianxi.admin.query(`UPDATE health.posts SET person = $1, revision = revision + 1 WHERE id = $2`, [
      person('somebody-else'),
      decider,
    ]);
    try {
      expect(await whereShown('health', id, 'somebody-else')).toEqual([]);
      expect(await whereShown('health', id, head)).toContain('case');
      await go('health', id, ['name-person', head, { post: caseOfficer, reasons: '接办' }]);
      expect(await whereShown('health', id, head)).toContain('case');
    } finally {
      await lianxi.admin.query(`UPDATE health.posts SET person = $1 WHERE id = $2`, [person(decider), decider]);
    }
  });

  it('is in no index of the office but for the officer of it who is named', async () => {
    const id = await filed();
    const inIndex = async (as: string): Promise<boolean> => (await whereShown('coordination', id, as)).includes('/v1/index?limit=200');
    await waitFor('the office knows the case', () => inIndex(secretary));
    await go('health', id, ['set-mark', decider, { mark: 'sealed', reasons: '示例' }]);
    await waitFor('it is gone from the index', async () => !(await inIndex(secretary)));
    await withoutPolicies(async () =>
      expect([
        await inIndex(secretary),
        await inIndex('bj-joint-office-head'),
        (await lianxi.get('coordination', `/v1/index/${id}`, secretary)).body['intervals'],
      ]).toEqual([false, false, []]),
    );
    await go('health', id, ['name-person', decider, { post: secretary, reasons: '联络' }]);
    await waitFor('the secretary sees it', () => inIndex(secretary));
    expect(await inIndex('bj-joint-office-head')).toBe(false);
    expect((await lianxi.get('coordination', `/v1/index/${id}`, 'bj-joint-office-head')).body['intervals']).toEqual([]);
    await go('health', id, ['unname-person', decider, { post: secretary, reasons: '示例' }]);
    await waitFor('it is gone again', async () => !(await inIndex(secretary)));
    await go('health', id, ['set-mark', decider, { mark: 'internal', reasons: '示例' }]);
    await waitFor('it is back', () => inIndex('bj-joint-office-head'));
  });

  it('that is handed over stays sealed: its head opens it there, and whoever had it only where they were named', async () => {
    const id = await sealed();
    await go('health', id, ['offer-transfer', decider, { toBody: 'bj-agri', reason: 'agreed', reasons: '示例' }]);
    let offer = '';
    await waitFor('the head is offered it', async () => {
      offer =
        (
          (await lianxi.get('agriculture', '/v1/hand-overs?limit=200', 'bj-agri-head')).body as unknown as {
            lines: { id: string; case_id: string }[];
          }
        ).lines.find((line) => line.case_id === id)?.id ?? '';
      return offer !== '';
    });
    const answer = (as: string): ReturnType<Lianxi['request']> =>
      lianxi.request('agriculture', 'POST', `/v1/hand-overs/${offer}/acts/accept`, {
        as,
        body: { form: {} },
        headers: { 'idempotency-key': randomUUID() },
      });
    for (const isOff of [false, true]) {
      const look = async (): Promise<void> => {
        expect([await whereShown('agriculture', id, 'bj-agri-reviewer'), (await answer('bj-agri-reviewer')).status]).toEqual([[], 404]);
      };
      await (isOff ? withoutPolicies(look) : look());
    }
    expect((await answer('bj-agri-head')).status).toBe(200);
    await waitFor(
      'it has arrived',
      async () => (await lianxi.get('agriculture', `/v1/cases/${id}`, 'bj-agri-head')).body['standing'] === 'holding',
    );
    expect((await lianxi.get('agriculture', `/v1/cases/${id}`, 'bj-agri-head')).body['mark']).toBe('sealed');
    for (const post of ['bj-agri-decider', 'bj-agri-case-officer'])
      expect([post, await whereShown('agriculture', id, post)]).toEqual([post, []]);
    expect(await whereShown('health', id, decider)).toEqual(['case', '/v1/worklists/handed-on?limit=200']);
    expect(await whereShown('health', id, head)).toEqual([]);
  });

  it('that was elsewhere before it was sealed is hidden there as well, and so is work that it asked for', async () => {
    const id = String((await lianxi.file('agriculture', healthMatter())).body['caseId']);
    await waitFor('it has arrived', async () => (await lianxi.get('health', `/v1/cases/${id}`, head)).body['standing'] === 'holding');
    await go('health', id, ['register', 'bj-health-intake-officer'], ['ask-co-handler', head, { coHandler: 'bj-agri', task: '示例' }]);
    const work = ((await lianxi.get('health', `/v1/cases/${id}`, head)).body['works'] as { id: string }[])[0]?.id ?? '';
    await waitFor(
      'the work is there',
      async () => (await lianxi.get('agriculture', `/v1/cases/${work}`, 'bj-agri-case-officer')).status === 200,
    );
    expect(await whereShown('agriculture', id, 'bj-agri-case-officer')).toContain('/v1/worklists/handed-on?limit=200');
    await go('health', id, ['set-mark', decider, { mark: 'sealed', reasons: '示例' }]);
    await waitFor(
      'both are hidden',
      async () =>
        [
          ...(await whereShown('agriculture', id, 'bj-agri-case-officer')),
          ...(await whereShown('agriculture', work, 'bj-agri-case-officer')),
        ].length === 0,
    );
    expect(await whereShown('agriculture', work, 'bj-agri-head')).toContain('case');
    await withoutPolicies(async () => expect(await whereShown('agriculture', work, 'bj-agri-case-officer')).toEqual([]));
    await go(
      'agriculture',
      work,
      ['name-person', 'bj-agri-head', { post: 'bj-agri-case-officer', reasons: '示例' }],
      ['take-up', 'bj-agri-case-officer'],
    );
  });
});

describe('the periods of a sealed case', () => {
  it('remind who is named on it and not its head, who hears nothing of it whichever wall is down', async () => {
    const id = await sealed();
    await lianxi.moveClock('40 days');
    await waitFor(
      'it is overdue for who is named',
      async () => (await whereShown('health', id, decider)).includes('/v1/reminders?limit=200'),
      30_000,
    );
    const { rows } = await lianxi.admin.query<{ post: string }>('SELECT DISTINCT post FROM health.reminders WHERE case_id = $1', [id]);
    expect(rows).toEqual([{ post: decider }]);
    await lianxi.admin.query(
      `INSERT INTO health.reminders (id, city, body, post, case_id, clock_id, rule, share, reminded_at) SELECT gen_random_uuid(), city, body, $2, case_id, clock_id, rule, share, reminded_at FROM health.reminders WHERE case_id = $1`,
      [id, head],
    );
    expect(await whereShown('health', id, head)).toEqual([]);
    await withoutPolicies(async () => expect(await whereShown('health', id, head)).toEqual([]));
  });
});

describe('the two walls', () => {
  it('say the same for anybody, whoever is named, unnamed or out of office', async () => {
    const id = await sealed();
    const people = [decider, head, caseOfficer];
    const roleOf: Readonly<Record<string, string>> = { [decider]: 'decider', [head]: 'head', [caseOfficer]: 'case-officer' };
    const anyNamed = fc.array(
      fc.record({ post: fc.constantFrom(...people), person: fc.constantFrom(...people, 'left'), until: fc.boolean() }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        anyNamed,
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        fc.constantFrom('bj-health', 'bj-agri'),
        async (given, post, who, body) => {
          const kept = given.filter(
            ({ until, ...each }, place) =>
              until || given.findIndex((other) => !other.until && other.post === each.post && other.person === each.person) === place,
          );
          await lianxi.admin.query('DELETE FROM health.named_people WHERE case_id = $1', [id]);
          for (const [place, { post: named, person: holder, until }] of kept.entries())
            await lianxi.admin.query(
              `INSERT INTO health.named_people (case_id, city, post, person, body, since, until) VALUES ($1, 'beijing', $2, $3, 'bj-health', lianxi.lianxi_now() + $4 * interval '1 second', $5)`,
              [id, named, person(holder), place, until ? '2026-01-05' : null],
            );
          const named: NamedPerson[] = kept.map(({ post: at, person: holder, until }) => ({
            post: at,
            person: person(holder),
            body: 'bj-health',
            until: until ? '2026-01-05' : null,
            inOffice: holder === at,
          }));
          const reader = { body, post, person: person(who), role: roleOf[post] ?? '' };
          await lianxi.admin.query('BEGIN');
          for (const [name, value] of Object.entries(reader))
            await lianxi.admin.query('SELECT set_config($1, $2, true)', [`lianxi.${name}`, value]);
          const {
            rows: [row],
          } = await lianxi.admin.query<{ may: boolean }>('SELECT health.may_open_sealed($1) AS may', [id]);
          await lianxi.admin.query('ROLLBACK');
          expect(row?.may).toBe(mayOpenSealed(named, reader));
        },
      ),
      { numRuns: 150 },
    );
  });
});
