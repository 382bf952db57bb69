import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import fc from 'fast-check';
import { aiMatter, healthMatter } from '../support/example-facts';
import { Lianxi, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
let caseId = '';
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
  caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
});
afterAll(() => lianxi.stop());

const officer = 'bj-health-case-officer';
const report = { title: '示例', text: '示例' };
const matter = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  facts: healthMatter({ receivedBy: 'bj-health' }),
  report,
  noStateSecrets: true,
  ...change,
});
const facts = (change: Record<string, unknown>): Record<string, unknown> =>
  matter({ facts: healthMatter({ receivedBy: 'bj-health', ...change }) });
const send = (body: unknown): Promise<Answer> =>
  lianxi.request('health', 'POST', '/v1/matters', { body, headers: { 'idempotency-key': randomUUID() } });
const raw = async (bytes: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> => {
  const answer = await fetch(`${lianxi.url('health')}/v1/matters`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(bytes)),
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
  });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as Answer['body'] };
};
const everything = async (): Promise<string> => {
  const { rows } = await lianxi.admin.query<{ state: string }>(
    `SELECT (SELECT count(*) FROM health.cases) || ' ' || (SELECT count(*) FROM health.journal) || ' ' || (SELECT count(*) FROM health.particulars) || ' ' || (SELECT string_agg(version::text, ',' ORDER BY id) FROM health.cases) AS state`,
  );
  return rows[0]?.state ?? '';
};

describe('a filing that is not right is refused with the field and what is allowed, and nothing is written', () => {
  it.each<[string, () => Promise<Answer>, number, string, string | undefined]>([
    ['an unknown field', () => send(matter({ priority: 'high' })), 400, 'form-refused', 'priority'],
    ['an unknown fact', () => send(facts({ weather: 'fine' })), 400, 'fact-unknown', 'facts.weather'],
    ['a fact that is missing', () => send(facts({ funding: undefined })), 400, 'fact-missing', 'facts.funding'],
    ['a value that is none', () => send(facts({ kind: 'complaint' })), 400, 'fact-value', 'facts.kind'],
    ['a wrong type', () => send(matter({ report: { title: 7, text: 'x' } })), 400, 'form-refused', 'report.title'],
    ['facts that are a list', () => send(matter({ facts: [] })), 400, 'form-refused', 'facts'],
    ['an unknown body', () => send(facts({ receivedBy: 'bj-nowhere' })), 400, 'fact-value', 'facts.receivedBy'],
    ['a body without a desk', () => send(facts({ receivedBy: 'moe' })), 400, 'fact-value', 'facts.receivedBy'],
    ['an unknown city', () => send(facts({ city: 'atlantis' })), 400, 'fact-value', 'facts.city'],
    ['a day that is none', () => send(facts({ on: '2026-02-30' })), 400, 'fact-value', 'facts.on'],
    ['a day to come', () => send(facts({ on: '2090-01-01' })), 400, 'fact-value', 'facts.on'],
    ['"unknown" where it can be known', () => send(facts({ kind: 'unknown' })), 400, 'fact-value', 'facts.kind'],
    ['a stage of a matter that has none', () => send(facts({ aiStage: 'research' })), 400, 'fact-unknown', 'facts.aiStage'],
    [
      'a text that is too long',
      () => send(matter({ report: { ...report, text: 'x'.repeat(20_001) } })),
      400,
      'form-refused',
      'report.text',
    ],
    ['no word about state secrets', () => send(matter({ noStateSecrets: false })), 400, 'form-refused', 'noStateSecrets'],
    ['malformed JSON', () => raw('{"facts": '), 400, 'malformed-json', undefined],
    ['an empty body', () => raw(''), 400, 'form-refused', 'facts'],
    ['a body that is a number', () => raw('7'), 400, 'form-refused', 'facts'],
    [
      'a body of 1 MB',
      () => raw(JSON.stringify(matter({ report: { ...report, text: 'x'.repeat(1_048_576) } }))),
      413,
      'too-large',
      undefined,
    ],
    [
      'invalid UTF-8',
      () => raw(Buffer.concat([Buffer.from('{"facts":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
      400,
      'invalid-text',
      undefined,
    ],
    ['a null byte', () => send(matter({ report: { title: 'a\0b', text: 'x' } })), 400, 'invalid-text', 'report.title'],
    [
      'half of a surrogate pair',
      () => raw('{"facts":{},"report":{"title":"\\ud800","text":"x"},"noStateSecrets":true}'),
      400,
      'invalid-text',
      'report.title',
    ],
    ['a prototype in the JSON', () => raw('{"__proto__":{"admin":true}}'), 400, 'form-refused', '__proto__'],
    [
      'JSON 40 levels deep',
      () => raw(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
      400,
      'form-refused',
      Array.from({ length: 33 }, () => 'a').join('.'),
    ],
    ['another content type', () => raw('<matter/>', { 'content-type': 'application/xml' }), 415, 'media-refused', undefined],
    ['a form without a boundary', () => raw('x', { 'content-type': 'multipart/form-data' }), 400, 'form-refused', undefined],
    [
      'a form that breaks off',
      () => raw('--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n{', { 'content-type': 'multipart/form-data; boundary=x' }),
      400,
      'form-refused',
      undefined,
    ],
  ])('%s', async (_what, ask, status, code, field) => {
    const before = await everything();
    const answer = await ask();
    expect([answer.status, answer.body['code'], answer.body['field']]).toEqual([status, code, field]);
    expect(answer.body).toMatchObject({
      type: `urn:lianxi:problem:${code}`,
      status,
      title: expect.stringMatching(/\p{Script=Han}/u) as string,
    });
    expect(await everything()).toBe(before);
  });

  it('is told in English to whoever asks for it', async () => {
    const { body } = await lianxi.request('health', 'POST', '/v1/matters', {
      body: facts({ kind: 'complaint' }),
      headers: { 'idempotency-key': randomUUID(), 'accept-language': 'en' },
    });
    expect(body['title']).toMatch(/^[\x20-\x7e]+$/);
    expect(body['allowed']).toContain('violation');
  });

  it('is not lost for a fact the reporter cannot know', async () => {
    expect((await send({ ...matter(), facts: aiMatter({ aiStage: 'unknown', receivedBy: 'bj-health' }) })).status).toBe(201);
  });
});

describe('an act that is not right is refused, and the case stays as it is', () => {
  const act = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    lianxi.request('health', 'POST', path, { as: officer, body, headers: { 'idempotency-key': randomUUID(), ...headers } });
  const now = { version: 1, epoch: 1, form: {} };
  it.each<[string, () => Promise<Answer>, number, string, string | undefined]>([
    ['an id that is no UUID', () => act('/v1/cases/42/acts/register', now), 400, 'id-malformed', 'id'],
    ['an id with a quote', () => act(`/v1/cases/${encodeURIComponent("' OR 1=1 --")}/acts/register`, now), 400, 'id-malformed', 'id'],
    ['a case that is not there', () => act(`/v1/cases/${randomUUID()}/acts/register`, now), 404, 'not-found', undefined],
    ['an act that is not there', () => act(`/v1/cases/${caseId}/acts/celebrate`, now), 404, 'unknown-act', 'act'],
    ['an act of the courier', () => act(`/v1/cases/${caseId}/acts/commit`, now), 404, 'unknown-act', 'act'],
    ['a version that is text', () => act(`/v1/cases/${caseId}/acts/register`, { ...now, version: '1' }), 400, 'form-refused', 'version'],
    [
      'a version beyond integers',
      () => act(`/v1/cases/${caseId}/acts/register`, { ...now, version: 1e15 }),
      400,
      'form-refused',
      'version',
    ],
    ['a stale version', () => act(`/v1/cases/${caseId}/acts/register`, { ...now, version: 9 }), 409, 'stale-version', undefined],
    ['a stale epoch', () => act(`/v1/cases/${caseId}/acts/register`, { ...now, epoch: 9 }), 409, 'stale-epoch', undefined],
    [
      'a field the form has not',
      () => act(`/v1/cases/${caseId}/acts/register`, { ...now, form: { number: '1' } }),
      400,
      'field-unknown',
      'form.number',
    ],
    [
      'a day that is none',
      () => act(`/v1/cases/${caseId}/acts/register`, { ...now, form: { effectiveOn: '2026-13-01' } }),
      400,
      'field-value',
      'form.effectiveOn',
    ],
    [
      'a post of another body',
      () => act(`/v1/cases/${caseId}/acts/note`, { ...now, form: { text: 'x' } }, { 'x-lianxi-post': 'sz-health-head' }),
      403,
      'post-not-yours',
      'x-lianxi-post',
    ],
  ])('%s', async (_what, ask, status, code, field) => {
    const before = await everything();
    const answer = await ask();
    expect([answer.status, answer.body['code'], answer.body['field']]).toEqual([status, code, field]);
    expect(await everything()).toBe(before);
  });
});

describe('a token', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = (): Record<string, unknown> => ({
    iss: lianxi.around.issuer,
    aud: 'lianxi',
    sub: officer,
    iat: Math.floor(performance.timeOrigin / 1000),
    exp: Math.floor(performance.timeOrigin / 1000) + 3_600,
  });
  const signedBy = (header: Record<string, unknown>, key: Parameters<ReturnType<typeof createSign>['sign']>[0]): string => {
    const text = `${part(header)}.${part(claims())}`;
    return `${text}.${createSign('SHA256')
      .update(text)
      .sign({ key: key as never, dsaEncoding: 'ieee-p1363' } as never)
      .toString('base64url')}`;
  };
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = (): string => String(lianxi.around.secrets.issuerKey['kid']);

  it.each<[string, () => Promise<string> | string]>([
    ['that expired', () => lianxi.token(officer, { minutes: -1 })],
    ['for another audience', () => lianxi.token(officer, { audience: 'other' })],
    ['of another issuer', () => lianxi.token(officer, { issuer: 'http://127.0.0.1:1' })],
    ["signed by a stranger under the issuer's key id", () => signedBy({ alg: 'ES256', kid: kid() }, stranger.privateKey as never)],
    ['without a signature ("none")', () => `${part({ alg: 'none' })}.${part(claims())}.`],
    [
      'signed with the public key as a shared secret (HS256)',
      () => {
        const { d: _d, ...open } = lianxi.around.secrets.issuerKey;
        const text = `${part({ alg: 'HS256', kid: kid() })}.${part(claims())}`;
        return `${text}.${createHmac('sha256', JSON.stringify(open)).update(text).digest('base64url')}`;
      },
    ],
    [
      'that brings its own key',
      () => signedBy({ alg: 'ES256', jwk: stranger.publicKey.export({ format: 'jwk' }) }, stranger.privateKey as never),
    ],
    ['that points to its own key', () => signedBy({ alg: 'ES256', jku: 'http://127.0.0.1:1/keys' }, stranger.privateKey as never)],
    [
      'whose subject was changed afterwards',
      async () => {
        const [head, , signature] = (await lianxi.token(officer)).split('.');
        return `${head}.${part({ ...claims(), sub: 'bj-health-head' })}.${signature}`;
      },
    ],
    ['that is no token', () => 'x.y.z'],
  ])('%s is refused', async (_what, make) => {
    const { status, body } = await lianxi.request('health', 'GET', '/v1/me', { headers: { authorization: `Bearer ${await make()}` } });
    expect([status, body['code']]).toEqual([401, 'token-refused']);
  });

  it('missing, or sent another way, is refused; a person without a post is told so', async () => {
    expect((await lianxi.get('health', '/v1/me')).body['code']).toBe('not-signed-in');
    expect((await lianxi.request('health', 'GET', `/v1/me?access_token=${await lianxi.token(officer)}`)).status).toBe(401);
    expect(
      (await lianxi.request('health', 'GET', '/v1/me', { headers: { authorization: `Basic ${await lianxi.token(officer)}` } })).status,
    ).toBe(401);
    expect((await lianxi.get('health', '/v1/me', 'nobody-in-particular')).body['code']).toBe('no-post');
  });
});

describe('whatever is sent', () => {
  it('is never answered with an error of the server: 500 generated requests', async () => {
    const token = await lianxi.token('bj-joint-office-coordinator');
    const someText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', '\0', '../../etc/passwd', "' OR 1=1--", '${7*7}', '示例', '-1', '1e309', 'null'),
    );
    const segment = fc.oneof(
      fc.constantFrom(
        'v1',
        'cases',
        'matters',
        'worklists',
        'body',
        'hand-overs',
        'designations',
        'index',
        'posts',
        'papers',
        'receipts',
        'acts',
        'register',
        'me',
        'dead-letters',
        'pages',
        'worklist',
        'file',
        'docs',
        'health',
        'completeness',
      ),
      fc.uuid(),
      someText,
    );
    const request = fc.record({
      service: fc.constantFrom('health', 'coordination', 'audit'),
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
      path: fc.array(segment, { minLength: 1, maxLength: 6 }),
      query: fc.dictionary(fc.constantFrom('after', 'limit', 'list', 'lang', 'x'), someText, { maxKeys: 3 }),
      body: fc.oneof(fc.json({ maxDepth: 4 }), someText, fc.constant(undefined)),
      signedIn: fc.boolean(),
      type: fc.constantFrom('application/json', 'multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded'),
      cookie: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ service, method, path, query, body, signedIn, type, cookie }) => {
        const url = `${lianxi.url(service)}/${path.map((each) => encodeURIComponent(each.toWellFormed())).join('/')}?${new URLSearchParams(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value.toWellFormed()])))}`;
        const headers = {
          'content-type': type,
          'idempotency-key': randomUUID(),
          ...(signedIn ? { authorization: `Bearer ${token}` } : {}),
          ...(cookie ? { cookie: `lianxi_token=${token}; lianxi_post=bj-joint-office-coordinator` } : {}),
        };
        const answer = await fetch(url, {
          method,
          headers,
          redirect: 'manual',
          ...(body === undefined || method === 'GET' ? {} : { body: body.toWellFormed() }),
        });
        await answer.arrayBuffer();
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 500, seed: 20261121 },
    );
  });

  it('in bytes that are no HTTP at all, leaves the service answering', async () => {
    await new Promise<void>((resolve) => {
      const socket = connectSocket(Number(new URL(lianxi.url('health')).port), '127.0.0.1', () =>
        socket.end(Buffer.from([0, 255, 1, 2, 13, 10, 13, 10])),
      );
      socket
        .on('close', () => resolve())
        .on('error', () => resolve())
        .resume();
    });
    expect((await lianxi.get('health', '/health')).status).toBe(200);
  });
});
