import { randomUUID } from 'node:crypto';
import { template } from '../../services/portal/src/imports/template';
import { Lianxi } from '../support/lianxi';
import { PortalVisitor } from '../support/portal-visitor';

let lianxi: Lianxi;
let portal: string;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit', 'portal'], people: true });
  portal = lianxi.url('portal');
});
afterAll(() => lianxi.stop());

const officer = 'bj-health-case-officer';
const visitor = (): PortalVisitor => new PortalVisitor(portal);
const signedIn = async (person = officer): Promise<PortalVisitor> => visitor().signIn(person);
const isIn = async (who: PortalVisitor): Promise<boolean> => (await who.ask('GET', '/api/session')).body['session'] !== null;

describe('signing in', () => {
  it('gives the browser a cookie that only this host reads, no script sees and no other site sends, and never a token', async () => {
    const who = visitor();
    const answer = await who.go(await who.untilReturn(officer));
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-lianxi='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
    const everything = [JSON.stringify((await who.ask('GET', '/api/session')).body), ...who.cookies.values()].join(' ');
    expect(everything).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('keeps neither the cookie nor a readable token in the database', async () => {
    const who = await signedIn();
    const { rows } = await lianxi.admin.query<{ line: string }>('SELECT row_to_json(s)::text AS line FROM portal.sessions s');
    const secret = who.cookies.get('__Host-lianxi') ?? '';
    expect(
      rows.some(({ line }) => line.includes(secret) || line.includes(Buffer.from(secret).toString('hex')) || line.includes('eyJ')),
    ).toBe(false);
  });

  it('says which posts the person holds, and lets a person of several choose', async () => {
    const who = await signedIn('bj-stc-two-posts');
    const { session } = (await who.ask('GET', '/api/session')).body as {
      session: { post: string | null; posts: { id: string; deputyFor: string | null }[] };
    };
    expect(session).toMatchObject({
      post: null,
      posts: [
        { id: 'bj-stc-acting-head', deputyFor: 'bj-stc-head' },
        { id: 'bj-stc-second-case-officer', deputyFor: null },
      ],
    });
    expect(await who.ask('GET', '/api/desk/worklists/body')).toMatchObject({ status: 400, body: { code: 'post-required' } });
    expect((await who.ask('POST', '/api/session/post', { post: 'bj-stc-head' })).body['code']).toBe('post-not-yours');
    expect((await who.ask('POST', '/api/session/post', { post: 'bj-stc-acting-head' })).status).toBe(200);
    expect((await who.ask('GET', '/api/desk/hand-overs')).status).toBe(200);
  });

  it("lets the contact of a unit to the unit's letters, and to no desk", async () => {
    const who = await signedIn('example-lab-contact');
    expect(await who.ask('GET', '/api/desk/letters')).toMatchObject({ status: 200, body: { lines: [], next: null } });
    for (const path of [
      '/api/desk/worklists/body',
      '/api/desk/counts',
      '/api/changes',
      '/api/posts?body=unit-own-example-lab',
      '/api/at/health/v1/worklists/body',
    ])
      expect([path, (await who.ask('GET', path)).status]).toEqual([path, 403]);
    expect((await (await signedIn()).ask('GET', '/api/desk/letters')).status).toBe(403);
  });

  it('begins a new session each time, and ends the one before', async () => {
    const who = await signedIn();
    const before = who.cookies.get('__Host-lianxi') ?? '';
    await who.signIn(officer);
    const old = visitor();
    old.cookies.set('__Host-lianxi', before);
    expect([who.cookies.get('__Host-lianxi') === before, await isIn(old), await isIn(who)]).toEqual([false, false, true]);
  });
});

describe('signing out', () => {
  it('ends this session, here and everywhere, at the next request', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const lines = (await here.ask('GET', '/api/sessions')).body['lines'] as { handle: string; isThis: boolean }[];
    expect(lines.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect((await here.ask('DELETE', '/api/session')).status).toBe(200);
    expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
    const again = await signedIn();
    expect((await again.ask('DELETE', '/api/sessions')).status).toBe(200);
    expect([await isIn(again), await isIn(there)]).toEqual([false, false]);
  });

  it('ends nobody else, whatever handle is named', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn('bj-health-head')];
    const [line] = (await theirs.ask('GET', '/api/sessions')).body['lines'] as { handle: string }[];
    expect((await mine.ask('DELETE', `/api/sessions/${line?.handle}`)).body).toEqual({ ended: 0 });
    expect(await isIn(theirs)).toBe(true);
  });

  it('comes by itself two hours after the last request, and ten after the first', async () => {
    const who = await signedIn();
    await lianxi.admin.query(`UPDATE portal.sessions SET seen_at = seen_at - interval '121 minutes'`);
    expect(await isIn(who)).toBe(false);
    const other = await signedIn();
    await lianxi.admin.query(`UPDATE portal.sessions SET ends_at = ends_at - interval '601 minutes'`);
    expect(await isIn(other)).toBe(false);
  });
});

describe('a post that changed', () => {
  it('counts at the next request: who lost it may do nothing more, though signed in', async () => {
    const who = await signedIn('bj-health-reviewer');
    expect((await who.ask('GET', '/api/desk/worklists/body')).status).toBe(200);
    for (const schema of ['portal', 'health'])
      await lianxi.admin.query(`UPDATE ${schema}.posts SET valid_until = '2024-12-31' WHERE id = 'bj-health-reviewer'`);
    expect(await who.ask('GET', '/api/desk/worklists/body')).toMatchObject({ status: 403, body: { code: 'no-post' } });
    expect(await who.ask('GET', `/api/at/health/v1/cases/${randomUUID()}`)).toMatchObject({ status: 403, body: { code: 'no-post' } });
  });
});

/** Each is tried by somebody who would succeed but for what is named. */
const attacks: readonly [string, () => Promise<unknown>, unknown][] = [
  [
    'an answer without the browser that began',
    async () => {
      const victim = visitor();
      const back = await victim.untilReturn(officer);
      const thief = visitor();
      await thief.go(back);
      return isIn(thief);
    },
    false,
  ],
  [
    'an answer with another state',
    async () => {
      const who = visitor();
      const back = new URL(await who.untilReturn(officer));
      back.searchParams.set('state', 'x'.repeat(43));
      await who.go(back.href);
      return isIn(who);
    },
    false,
  ],
  [
    'an answer without a state',
    async () => {
      const who = visitor();
      const back = new URL(await who.untilReturn(officer));
      back.searchParams.delete('state');
      await who.go(back.href);
      return isIn(who);
    },
    false,
  ],
  [
    'an answer with another code',
    async () => {
      const who = visitor();
      const back = new URL(await who.untilReturn(officer));
      back.searchParams.set('code', 'x'.repeat(43));
      await who.go(back.href);
      return isIn(who);
    },
    false,
  ],
  [
    'an answer of another issuer',
    async () => {
      const who = visitor();
      const back = new URL(await who.untilReturn(officer));
      back.searchParams.set('iss', 'https://evil.example');
      await who.go(back.href);
      return isIn(who);
    },
    false,
  ],
  [
    'a code used a second time',
    async () => {
      const who = visitor();
      const back = await who.untilReturn(officer);
      const begun = who.cookies.get('__Host-lianxi-sign-in') ?? '';
      await who.go(back);
      const thief = visitor();
      thief.cookies.set('__Host-lianxi-sign-in', begun);
      await thief.go(back);
      return isIn(thief);
    },
    false,
  ],
  [
    'a forged memory of the sign-in',
    async () => {
      const who = visitor();
      const back = await who.untilReturn(officer);
      who.cookies.set('__Host-lianxi-sign-in', Buffer.from('{"state":"a"}').toString('base64url'));
      await who.go(back);
      return isIn(who);
    },
    false,
  ],
  [
    'the memory of another browser’s sign-in',
    async () => {
      const [one, two] = [visitor(), visitor()];
      const back = await one.untilReturn(officer);
      await two.untilReturn(officer);
      one.cookies.set('__Host-lianxi-sign-in', two.cookies.get('__Host-lianxi-sign-in') ?? '');
      await one.go(back);
      return isIn(one);
    },
    false,
  ],
  [
    'an error instead of a code',
    async () => {
      const who = visitor();
      const back = new URL(await who.untilReturn(officer));
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
      const answer = await who.go(back.href);
      return [await isIn(who), answer.headers.get('location')];
    },
    [false, '/signed-out?problem=sign-in-refused'],
  ],
  ...['//evil.example/', 'https://evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '/%5cevil\r\nx: y'].map(
    (to): [string, () => Promise<unknown>, unknown] => [
      `a way back that leads elsewhere: ${JSON.stringify(to)}`,
      async () => {
        const who = visitor();
        const begun = await who.go(`/sign-in?to=${encodeURIComponent(to)}`);
        let next = begun.headers.get('location') ?? '';
        const page = await who.go(next);
        next = new URL(page.headers.get('location') ?? '', next).href;
        const chosen = await who.go(next, {
          method: 'POST',
          body: `person=${officer}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
        const resumed = await who.go(new URL(chosen.headers.get('location') ?? '', next).href);
        return (await who.go(resumed.headers.get('location') ?? '')).headers.get('location');
      },
      '/',
    ],
  ),
  [
    'a made-up cookie',
    async () => {
      const who = visitor();
      who.cookies.set('__Host-lianxi', 'x'.repeat(43));
      return isIn(who);
    },
    false,
  ],
  [
    'the hash from the database as a cookie',
    async () => {
      await signedIn();
      const { rows } = await lianxi.admin.query<{ hash: Buffer }>('SELECT id_hash AS hash FROM portal.sessions LIMIT 1');
      const who = visitor();
      who.cookies.set('__Host-lianxi', rows[0]?.hash.toString('base64url') ?? '');
      return isIn(who);
    },
    false,
  ],
  [
    'a session whose row was given another person',
    async () => {
      const who = await signedIn();
      const other = await signedIn('bj-health-head');
      await lianxi.admin.query(
        `UPDATE portal.sessions s SET sealed = o.sealed FROM portal.sessions o WHERE s.person <> o.person AND s.handle <> o.handle`,
      );
      return [await isIn(who), await isIn(other)];
    },
    [false, false],
  ],
  [
    'a token of the browser’s own',
    async () =>
      (await visitor().ask('GET', '/api/at/health/v1/me', undefined, { authorization: `Bearer ${await lianxi.token(officer)}` })).status,
    401,
  ],
  [
    'a post of the browser’s own',
    async () =>
      (await (await signedIn('bj-stc-two-posts')).ask('GET', '/api/at/health/v1/me', undefined, { 'x-lianxi-post': 'bj-health-head' }))
        .body['code'],
    'post-required',
  ],
  [
    'no proof that our page sent it',
    async () => {
      const who = await signedIn();
      who.csrf = '';
      return (await who.ask('PUT', '/api/drafts/filing', { form: {} })).body['code'];
    },
    'not-from-here',
  ],
  [
    'another session’s proof',
    async () => {
      const [one, two] = [await signedIn(), await signedIn('bj-health-head')];
      one.csrf = two.csrf;
      return (await one.ask('PUT', '/api/drafts/filing', { form: {} })).body['code'];
    },
    'not-from-here',
  ],
  [
    'another site, says the browser',
    async () => (await (await signedIn()).ask('PUT', '/api/drafts/filing', { form: {} }, { 'sec-fetch-site': 'cross-site' })).body['code'],
    'not-from-here',
  ],
  [
    'a site next door, says the browser',
    async () => (await (await signedIn()).ask('PUT', '/api/drafts/filing', { form: {} }, { 'sec-fetch-site': 'same-site' })).body['code'],
    'not-from-here',
  ],
  [
    'another origin',
    async () => (await (await signedIn()).ask('PUT', '/api/drafts/filing', { form: {} }, { origin: 'https://evil.example' })).body['code'],
    'not-from-here',
  ],
  [
    'no origin at all',
    async () => (await (await signedIn()).ask('PUT', '/api/drafts/filing', { form: {} }, { origin: 'null' })).body['code'],
    'not-from-here',
  ],
  [
    'a form of another site for the public’s report',
    async () => (await visitor().ask('POST', '/api/public/at/health/matters', {}, { origin: 'https://evil.example' })).body['code'],
    'not-from-here',
  ],
  [
    'signing somebody out from outside',
    async () => {
      const who = await signedIn();
      const { csrf } = who;
      who.csrf = '';
      await who.ask('DELETE', '/api/session');
      who.csrf = csrf;
      return isIn(who);
    },
    true,
  ],
  [
    'a plain form',
    async () => {
      const who = await signedIn();
      return (
        await who.go('/api/session/post', {
          method: 'POST',
          body: 'post=bj-health-case-officer',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-lianxi-csrf': who.csrf },
        })
      ).status;
    },
    415,
  ],
  ...[
    '/api/at/health/v1/../docs',
    '/api/at/health/v1/%2e%2e/docs',
    '/api/at/health/v1/..%2fdocs',
    '/api/at/health/docs',
    '/api/at/health/metrics',
    '/api/at/nobody/v1/me',
    '/api/at/portal/api/session',
    '/api/at/health%2f..%2fx/v1/me',
  ].map((path): [string, () => Promise<unknown>, unknown] => [
    `a way out of the services' API: ${path}`,
    async () => {
      const who = await signedIn();
      const raw = await rawStatus(path, who);
      return raw;
    },
    404,
  ]),
];

/** Sent as it stands: fetch would tidy the path first. */
async function rawStatus(path: string, who: PortalVisitor): Promise<number> {
  const { request } = await import('node:http');
  const { hostname, port } = new URL(portal);
  return new Promise((resolve, reject) => {
    request(
      { hostname, port, path, headers: { cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('an attack on sign-in and cookies is refused', () => {
  it('in at least thirty ways', () => expect(attacks.length).toBeGreaterThanOrEqual(30));
  it.each(attacks)('%s', async (_what, attack, outcome) => expect(await attack()).toEqual(outcome));
});

describe('every answer of the portal', () => {
  const paths = [
    '/',
    '/desk',
    '/case/health/x',
    '/report',
    '/pages/status',
    '/api/session',
    '/api/public/words',
    '/api/nothing',
    '/api/at/health/v1/me',
    '/api/drafts',
    '/assets/nothing.js',
    '/nothing.php',
    '/sign-in',
    '/sign-in/callback',
    '/health',
    '/v1/nothing',
  ];
  it.each(paths)('carries the headers that make a browser careful: %s', async (path) => {
    const { headers } = await visitor().go(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'.*base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
    expect(
      Object.fromEntries(
        [
          'x-content-type-options',
          'x-frame-options',
          'referrer-policy',
          'cross-origin-opener-policy',
          'cross-origin-resource-policy',
          'strict-transport-security',
        ].map((name) => [name, headers.get(name)]),
      ),
    ).toEqual({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it.each(['/api/session', '/api/drafts', '/api/desk/worklists/body', '/api/at/health/v1/me', '/api/at/health/v1/worklists/body'])(
    'about a person or a case is kept by no cache: %s',
    async (path) => {
      expect((await (await signedIn()).go(path)).headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('a list of matters', () => {
  const send = async (who: PortalVisitor): Promise<number> => {
    const form = new FormData();
    form.append('paper', new Blob([new Uint8Array(await template('zh'))]), 'a.xlsx');
    return (
      await fetch(`${portal}/api/imports/checked`, {
        method: 'POST',
        body: form,
        headers: { 'x-lianxi-csrf': who.csrf, cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
    ).status;
  };

  it('is looked at for those who may file for others, and for nobody else', async () => {
    const people = [await signedIn(), await signedIn('bj-joint-office-auditor'), await signedIn('example-lab-contact'), visitor()];
    expect(await Promise.all(people.map(send))).toEqual([400, 403, 403, 401]);
    expect(await Promise.all(people.map(async (who) => (await who.go('/api/imports/template?lang=en')).status))).toEqual([
      200, 403, 403, 401,
    ]);
  });
});
