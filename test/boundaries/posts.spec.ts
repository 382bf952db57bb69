import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const appoint = (change: Record<string, unknown>, as = 'bj-joint-office-security-administrator'): Promise<Answer> =>
  lianxi.request('coordination', 'POST', '/v1/posts', {
    as,
    body: {
      id: 'bj-health-second-officer',
      body: 'bj-health',
      role: 'case-officer',
      subject: 'somebody',
      validFrom: '2026-01-05',
      ...change,
    },
  });
const posts = async (as: string): Promise<{ id: string; city: string }[]> =>
  (await lianxi.get('coordination', '/v1/posts?limit=200', as)).body['lines'] as { id: string; city: string }[];

describe('who holds which post', () => {
  it('is kept by the security administrator of the city', async () => {
    expect((await appoint({})).body).toEqual({ id: 'bj-health-second-officer', revision: 1 });
    expect((await appoint({ validUntil: '2026-12-31', deputyFor: 'bj-health-case-officer' })).body).toEqual({
      id: 'bj-health-second-officer',
      revision: 2,
    });
    expect((await appoint({}, 'bj-joint-office-coordinator')).status).toBe(403);
  });

  it('is kept once where it is appointed to several people at once: every service has the last of them', async () => {
    const revisions = (
      await Promise.all(['one', 'two', 'three', 'four'].map((subject) => appoint({ id: 'bj-health-raced-officer', subject })))
    ).map(({ body }) => body['revision']);
    expect(revisions.sort()).toEqual([1, 2, 3, 4]);
    const kept = async (schema: string): Promise<unknown> =>
      (await lianxi.admin.query(`SELECT person, revision FROM ${schema}.posts WHERE id = 'bj-health-raced-officer'`)).rows;
    await waitFor(
      'the audit service has the last',
      async () => JSON.stringify(await kept('audit')) === JSON.stringify(await kept('coordination')),
    );
  });

  it('never makes one person two of the three administrators, not even by appointments at the same time', async () => {
    const administrators = ['system-administrator', 'security-administrator', 'audit-administrator'];
    const answers = await Promise.all(
      administrators.map((role) => appoint({ id: `bj-joint-office-another-${role}`, body: 'bj-joint-office', role, subject: 'ambitious' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it("is not another city's to change or to see", async () => {
    const before = (await lianxi.admin.query('SELECT * FROM coordination.posts WHERE id = $1', ['sz-sti-head'])).rows;
    expect((await appoint({ id: 'sz-sti-head', role: 'head' })).status).toBe(404);
    expect((await appoint({ body: 'sz-health' })).status).toBe(404);
    expect((await lianxi.admin.query('SELECT * FROM coordination.posts WHERE id = $1', ['sz-sti-head'])).rows).toEqual(before);
    expect((await posts('bj-joint-office-head')).every(({ city }) => city === 'beijing')).toBe(true);
    expect((await posts('sz-coordination-office-head')).every(({ city }) => city === 'shenzhen')).toBe(true);
  });

  it.each([
    ['a day that is none', { validFrom: '2026-99-99' }, 'validFrom'],
    ['an end before the beginning', { validUntil: '2025-12-31' }, 'validUntil'],
    ["a deputy of another city's post", { deputyFor: 'sz-health-head' }, 'deputyFor'],
    ['a deputy of a post that does not exist', { deputyFor: 'bj-health-nobody' }, 'deputyFor'],
    ["an office's duty at a department", { role: 'auditor' }, 'role'],
    ['a body without a desk', { body: 'moe' }, 'body'],
  ])('is not kept with %s', async (_what, change, field) => {
    const { status, body } = await appoint({ id: 'bj-health-third-officer', ...change });
    expect([status, body['field']]).toEqual([400, field]);
  });
});
