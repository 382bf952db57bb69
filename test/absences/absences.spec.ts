import { randomUUID } from 'node:crypto';
import { addCalendarDays } from '@lianxi/casework';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor, type Answer } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const [head, decider, reviewer, officer, clerk] = ['head', 'decider', 'reviewer', 'case-officer', 'intake-officer'].map(
  (role) => `bj-health-${role}`,
) as [string, string, string, string, string];
const today = async (): Promise<string> =>
  (await lianxi.admin.query<{ day: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`)).rows[0]
    ?.day ?? '';
async function absence(as: string, change: Record<string, unknown> = {}, key = randomUUID()): Promise<Answer> {
  const from = await today();
  return lianxi.request('coordination', 'POST', '/v1/absences', {
    as,
    body: { posts: [as], deputy: reviewer, from, until: addCalendarDays(from, 3), kind: 'leave', ...change },
    headers: { 'idempotency-key': key },
  });
}
const isKnownAt = async (schema: string, id: string, until?: string): Promise<boolean> =>
  ((await lianxi.admin.query(`SELECT 1 FROM ${schema}.posts WHERE id = $1 AND ($2::date IS NULL OR valid_until = $2)`, [id, until ?? null]))
    .rowCount ?? 0) > 0;
/** Names a deputy and waits until the department knows. */
async function standIn(as: string, change: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await absence(as, change);
  expect(status).toBe(201);
  const id = (body['absences'] as { id: string }[])[0]?.id ?? '';
  await waitFor('the department knows who stands in', () => isKnownAt('health', id));
  return id;
}
const end = (id: string, as = head): Promise<Answer> => lianxi.request('coordination', 'POST', `/v1/absences/${id}/end`, { as });
async function ended(id: string): Promise<void> {
  expect((await end(id)).status).toBe(200);
  const yesterday = addCalendarDays(await today(), -1);
  await waitFor('the department knows that it is over', () => isKnownAt('health', id, yesterday));
}
const file = async (): Promise<string> => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
/** Does an act as a person in the post they stand in with. */
async function act(caseId: string, name: string, person: string, post: string, form: Record<string, unknown> = {}): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID(), 'x-lianxi-post': post };
  const { rows } = await lianxi.admin.query<{ version: number }>('SELECT version FROM health.cases WHERE id = $1', [caseId]);
  return lianxi.request('health', 'POST', `/v1/cases/${caseId}/acts/${name}`, {
    as: person,
    body: { version: rows[0]?.version, epoch: 1, form },
    headers,
  });
}
const me = (person: string, post: string): Promise<Answer> =>
  lianxi.request('health', 'GET', '/v1/me', { as: person, headers: { 'x-lianxi-post': post } });

describe('somebody who stands in for a holder on leave', () => {
  it('acts for that post, and the record, the page and the audit service say for whom', async () => {
    const acting = await standIn(decider);
    const caseId = await file();
    expect((await me(reviewer, acting)).body).toMatchObject({ post: acting, forPost: decider, role: 'decider' });
    expect((await act(caseId, 'order-urgent-stop', reviewer, acting, { reasons: '紧急' })).status).toBe(200);
    const { body } = await lianxi.get('health', `/v1/cases/${caseId}`, head);
    expect((body['timeline'] as Record<string, unknown>[]).at(-1)).toMatchObject({
      act: 'order-urgent-stop',
      post: acting,
      forPost: decider,
    });
    await waitFor(
      'the audit service has it',
      async () =>
        ((
          await lianxi.admin.query(`SELECT 1 FROM audit.recorded_rows WHERE case_id = $1 AND content ->> 'for_post' = $2`, [
            caseId,
            decider,
          ])
        ).rowCount ?? 0) === 1,
    );
    expect((await act(caseId, 'order-urgent-stop', reviewer, reviewer, { reasons: '紧急' })).body['code']).toBe('wrong-role');
    await ended(acting);
    expect((await act(caseId, 'order-urgent-stop', reviewer, acting, { reasons: '紧急' })).status).toBe(403);
  });

  it('may do nothing where the holder has a conflict of interest, nor where they have one themselves', async () => {
    const acting = await standIn(decider);
    const [theirs, own, free] = [await file(), await file(), await file()];
    expect((await lianxi.act('health', theirs, 'declare-recusal', decider, { reasons: '示例' })).status).toBe(200);
    expect((await act(own, 'declare-recusal', reviewer, reviewer, { reasons: '示例' })).status).toBe(200);
    for (const [caseId, code] of [
      [theirs, 'recused'],
      [own, 'not-found'],
    ] as const)
      expect((await act(caseId, 'order-urgent-stop', reviewer, acting, { reasons: '紧急' })).body['code']).toBe(code);
    expect((await act(free, 'order-urgent-stop', reviewer, acting, { reasons: '紧急' })).status).toBe(200);
    await ended(acting);
  });

  it('is no second person: what they proposed in one post they cannot confirm in the other', async () => {
    const acting = await standIn(decider);
    const [same, other] = [await file(), await file()];
    expect((await act(same, 'propose-void', reviewer, reviewer, { reasons: '误立' })).status).toBe(200);
    expect((await act(same, 'confirm-void', reviewer, acting)).body['code']).toBe('same-person');
    expect((await lianxi.act('health', same, 'confirm-void', head)).status).toBe(200);
    expect((await lianxi.act('health', other, 'propose-void', officer, { reasons: '误立' })).status).toBe(200);
    expect((await act(other, 'confirm-void', reviewer, acting)).status).toBe(200);
    await ended(acting);
  });

  it('cannot be given what was asked for while nobody was there to hear it any later than the department comes back', async () => {
    await lianxi.stopService('health');
    const { body } = await absence(decider);
    const acting = (body['absences'] as { id: string }[])[0]?.id ?? '';
    await lianxi.startService('health');
    await waitFor('the department knows', () => isKnownAt('health', acting));
    expect((await me(reviewer, acting)).status).toBe(200);
    await ended(acting);
  });

  it('is assigned no work: it stays with the post that is stood in for', async () => {
    const acting = await standIn(officer);
    expect((await lianxi.act('health', await file(), 'reassign', head, { post: acting })).status).toBe(400);
    const caseId = await file();
    expect((await lianxi.act('health', caseId, 'reassign', head, { post: officer })).status).toBe(200);
    const list = await lianxi.request('health', 'GET', '/v1/worklists/post', { as: reviewer, headers: { 'x-lianxi-post': acting } });
    expect(list.text).toContain(caseId);
    await ended(acting);
  });
});

describe('who stands in', () => {
  it.each([
    ['a colleague asks for the leave of somebody else', officer, { posts: [decider] }, 403],
    ['duty is arranged by somebody other than the head', decider, { kind: 'holiday-duty' }, 403],
    ['the deputy is at another body', decider, { deputy: 'bj-agri-reviewer' }, 400],
    ['the post is at another body', head, { posts: ['bj-agri-decider'] }, 400],
    ['the deputy is the same person', decider, { deputy: decider }, 400],
    ['it began yesterday', decider, { from: '2026-01-05' }, 400],
    ['it ends before it begins', decider, { until: '2026-01-05' }, 400],
    ['it lasts for years', decider, { until: '2099-01-05' }, 400],
    ['nobody is named', decider, { posts: [] }, 400],
    [
      "an administrator's post is given on by the office's head",
      'bj-joint-office-head',
      { posts: ['bj-joint-office-security-administrator'], deputy: 'bj-joint-office-case-officer' },
      403,
    ],
  ])('is refused where %s', async (_what, as, change, status) => {
    expect((await absence(as, change)).status).toBe(status);
  });

  it('never makes one person two of the three administrators', async () => {
    const { status, body } = await absence('bj-joint-office-security-administrator', {
      posts: ['bj-joint-office-audit-administrator'],
      deputy: 'bj-joint-office-system-administrator',
    });
    expect([status, body['code']]).toEqual([409, 'administrators-apart']);
  });

  it('is named once for a day, and once however often the same form arrives', async () => {
    const key = randomUUID();
    const answers = await Promise.all([absence(decider, {}, key), absence(decider, {}, key)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    const again = await absence(head, { posts: [decider], deputy: officer });
    expect([again.status, again.body['code']]).toEqual([409, 'deputy-there']);
    await end((answers[0]?.body['absences'] as { id: string }[])[0]?.id ?? '');
  });

  it('can be named by the head for several posts on a holiday, seen by the body alone, and ended by nobody outside it', async () => {
    const { status, body } = await absence(head, { posts: [officer, clerk, decider], deputy: reviewer, kind: 'holiday-duty' });
    expect([status, (body['absences'] as unknown[]).length]).toEqual([201, 3]);
    const ids = (body['absences'] as { id: string }[]).map(({ id }) => id);
    const shown = (await lianxi.get('coordination', '/v1/absences', clerk)).body['lines'] as { id: string; kind: string; deputy: string }[];
    expect(shown.filter(({ id }) => ids.includes(id)).map(({ kind, deputy }) => [kind, deputy])).toEqual(
      Array(3).fill(['holiday-duty', reviewer]),
    );
    expect((await lianxi.get('coordination', '/v1/absences', 'bj-agri-head')).body['lines']).toEqual([]);
    for (const [as, refused] of [
      ['bj-agri-head', 404],
      [reviewer, 403],
    ] as const)
      expect((await end(ids[0] ?? '', as)).status).toBe(refused);
    for (const id of ids) await ended(id);
  });

  it('does so no longer once they leave their own post, or another person takes the post they stood in for', async () => {
    const acting = await standIn(decider, { deputy: officer });
    const appoint = (id: string, role: string, subject: string): Promise<Answer> =>
      lianxi.request('coordination', 'POST', '/v1/posts', {
        as: 'bj-joint-office-security-administrator',
        body: { id, body: 'bj-health', role, subject, validFrom: '2024-01-01' },
      });
    expect((await me(officer, acting)).status).toBe(200);
    expect((await appoint(officer, 'case-officer', 'somebody-new')).status).toBe(200);
    await waitFor('the right has ended', async () => (await me(officer, acting)).status === 403);
    expect((await appoint(officer, 'case-officer', officer)).status).toBe(200);
    await waitFor('the officer is back', async () => (await me(officer, acting)).status === 200);
    expect((await appoint(decider, 'decider', 'another-decider')).status).toBe(200);
    await waitFor('the right has ended', async () => (await me(officer, acting)).status === 403);
    expect((await appoint(decider, 'decider', decider)).status).toBe(200);
  });
});

describe('a reminder of a period', () => {
  const reminded = async (caseId: string): Promise<Record<string, string[]>> => {
    const { rows } = await lianxi.admin.query<{ share: string; posts: string[] }>(
      `SELECT share::text, array_agg(post ORDER BY post) AS posts FROM health.reminders WHERE case_id = $1 GROUP BY share`,
      [caseId],
    );
    return Object.fromEntries(rows.map(({ share, posts }) => [Number(share), posts]));
  };
  it('goes to the holder and whoever stands in, at the end to the head, and never to whom the case is closed; the right to stand in ends with its day', async () => {
    const acting = await standIn(officer, { deputy: decider, until: addCalendarDays(await today(), 1) });
    const [plain, recused] = [await file(), await file()];
    for (const caseId of [plain, recused])
      expect((await lianxi.act('health', caseId, 'reassign', head, { post: officer })).status).toBe(200);
    expect((await lianxi.act('health', recused, 'declare-recusal', head, { reasons: '示例' })).status).toBe(200);
    await lianxi.admin.query(`UPDATE health.clocks SET fires_at = lianxi.lianxi_now() WHERE case_id = ANY ($1)`, [[plain, recused]]);
    await waitFor(
      'half of the period has passed',
      async () => (await reminded(plain))['0.5'] !== undefined && (await reminded(recused))['0.5'] !== undefined,
    );
    expect((await reminded(plain))['0.5']).toEqual([officer, acting].sort());
    const listed = async (person: string, post: string): Promise<string> =>
      (await lianxi.request('health', 'GET', '/v1/reminders', { as: person, headers: { 'x-lianxi-post': post } })).text;
    for (const [person, post] of [
      [officer, officer],
      [decider, acting],
    ] as const)
      expect(await listed(person, post)).toContain(plain);
    expect(await listed(decider, decider)).not.toContain(plain);

    await lianxi.moveClock('20 days');
    await waitFor(
      'the period is over',
      async () => (await reminded(plain))['1'] !== undefined && (await reminded(recused))['1'] !== undefined,
    );
    expect(await reminded(plain)).toMatchObject({ 0.8: [officer, head].sort(), 1: [officer, head].sort() });
    expect(await reminded(recused)).toMatchObject({ 0.8: [officer], 1: [officer] });
    expect((await me(decider, acting)).body['code']).toBe('post-not-yours');
    expect((await lianxi.get('health', '/v1/reminders', 'bj-agri-head')).body['lines']).toEqual([]);
  });
});
