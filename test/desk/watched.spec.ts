import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const watcher = 'bj-health-reviewer';
const set = (id: string, what: 'watch' | 'unwatch', as = watcher): ReturnType<Lianxi['request']> =>
  lianxi.request('health', 'POST', `/v1/cases/${id}/${what}`, { as });
const watched = async (as = watcher): Promise<{ id: string; newActs: number }[]> =>
  (await lianxi.get('health', '/v1/worklists/watched', as)).body['lines'] as never;
const file = async (report: Record<string, unknown> = {}): Promise<string> =>
  String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), { report })).body['caseId']);
const act = async (id: string, name: string, as: string, form: Record<string, unknown> = {}): Promise<void> => {
  const { status, text } = await lianxi.act('health', id, name, as, form);
  expect([name, status, status === 200 ? '' : text]).toEqual([name, 200, '']);
};
const view = async (id: string, as = 'bj-health-head'): Promise<Record<string, unknown>> =>
  (await lianxi.get('health', `/v1/cases/${id}`, as)).body;

describe('watching a case', () => {
  it('says what is new since the last look, to the post that watches and to no other', async () => {
    const id = await file();
    for (let time = 0; time < 2; time += 1) expect((await set(id, 'watch')).body).toEqual({ caseId: id, watched: true });
    expect((await watched()).map(({ newActs }) => newActs)).toEqual([0]);
    await act(id, 'register', 'bj-health-intake-officer');
    await act(id, 'note', 'bj-health-case-officer', { text: '示例' });
    expect((await watched()).map(({ newActs }) => newActs)).toEqual([2]);
    expect((await view(id, watcher))['watch']).toMatchObject({ seenVersion: 1 });
    expect((await watched()).map(({ newActs }) => newActs)).toEqual([0]);
    expect((await view(id))['watch']).toBeNull();
    expect(await watched('bj-health-head')).toEqual([]);
    for (let time = 0; time < 2; time += 1) expect((await set(id, 'unwatch')).status).toBe(200);
    expect(await watched()).toEqual([]);
    const { rows } = await lianxi.admin.query<{ act: string }>(
      `SELECT act FROM health.journal WHERE procedure = 'watch' AND case_id = $1 ORDER BY recorded_at`,
      [id],
    );
    expect(rows.map((row) => row.act)).toEqual(['watch', 'unwatch']);
  });

  it('is for who may see the case: not another city, nor for long on one that was sealed meanwhile', async () => {
    const id = await file();
    expect((await set(id, 'watch', 'sz-health-head')).status).toBe(404);
    await set(id, 'watch');
    await act(id, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' });
    expect(await watched()).toEqual([]);
    expect((await set(id, 'unwatch')).status).toBe(404);
  });
});

describe('duplicates', () => {
  const report = { title: '示例研究所：未经审查', unitName: '示例研究所', contact: { phone: '010-0000-0001' } };
  const alike = async (id: string, as = 'bj-health-head'): Promise<{ id: string; alike: string[] }[]> =>
    (await lianxi.get('health', `/v1/cases/${id}/alike`, as)).body['lines'] as never;

  it('are suggested by the same title, unit or reporter, written with other spaces and signs too; never a sealed case to who is not named', async () => {
    const [one, two, unit, other] = [
      await file(report),
      await file({ ...report, title: ' 示例研究所 未经审查 ', contact: { phone: '01000000001' } }),
      await file({ title: '另一件', unitName: '示例研究所' }),
      await file({ title: '无关' }),
    ] as const;
    expect((await alike(one)).map(({ id, alike: what }) => [id, what])).toEqual([
      [two, ['reporter', 'title', 'unit']],
      [unit, ['unit']],
    ]);
    expect(await alike(other)).toEqual([]);
    expect((await lianxi.get('health', `/v1/cases/${one}/alike`, 'sz-health-head')).status).toBe(404);
    await act(two, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' });
    expect((await alike(one)).map(({ id }) => id)).toEqual([unit]);
  });

  it('are merged into the principal case, keep their number and stop; unmerged, they go on where they stood, due when they were', async () => {
    const [principal, duplicate] = [await file(), await file()] as const;
    for (const id of [principal, duplicate]) await act(id, 'register', 'bj-health-intake-officer');
    const before = await view(duplicate);
    await act(duplicate, 'merge', 'bj-health-reviewer', { principal, reasons: '同一事项' });
    const merged = await view(duplicate);
    expect(merged).toMatchObject({ state: 'merged', number: before['number'], principal: { id: principal }, dueAt: null });
    expect((merged['acts'] as { act: string }[]).map((each) => each.act)).toEqual([
      'compile-dossier',
      'unmerge',
      'set-retention',
      'place-hold',
    ]);
    expect((await view(principal))['duplicates']).toEqual([{ id: duplicate, number: before['number'] }]);
    expect(((await view(principal))['timeline'] as { act: string; label: unknown }[]).at(-1)).toMatchObject({
      act: 'take-in-duplicate',
      label: { en: 'A duplicate was merged into this case' },
    });
    expect(
      ((await lianxi.get('health', '/v1/worklists/body?limit=200', 'bj-health-head')).body['lines'] as { id: string }[]).some(
        ({ id }) => id === duplicate,
      ),
    ).toBe(false);
    await act(duplicate, 'unmerge', 'bj-health-reviewer', { reasons: '并非同一事项' });
    expect(await view(duplicate)).toMatchObject({ state: 'registered', number: before['number'], principal: null, dueAt: before['dueAt'] });
    expect((await view(principal))['duplicates']).toEqual([]);
    await act(duplicate, 'screen', 'bj-health-case-officer');
  });

  it('fire no period while merged, and what came due meanwhile once they go on', async () => {
    const [principal, duplicate] = [await file(), await file()] as const;
    await act(duplicate, 'merge', 'bj-health-head', { principal, reasons: '示例' });
    const firings = async (): Promise<number> =>
      (await lianxi.admin.query(`SELECT 1 FROM health.journal WHERE case_id = $1 AND procedure = 'clock'`, [duplicate])).rows.length;
    await lianxi.moveClock('20 days');
    await waitFor('the principal case fell due', async () =>
      ((await view(principal))['timeline'] as { act: string }[]).some((each) => each.act === 'fall-due'),
    );
    expect(await firings()).toBe(0);
    await act(duplicate, 'unmerge', 'bj-health-head', { reasons: '示例' });
    await waitFor('its period fell due', async () => (await firings()) === 3);
  });

  it('go only to a case of the same body that goes on and is marked alike; no chain of them is made', async () => {
    const [principal, duplicate, third, sealed] = [await file(), await file(), await file(), await file()] as const;
    const refused = async (id: string, into: string): Promise<unknown> =>
      (await lianxi.act('health', id, 'merge', 'bj-health-decider', { principal: into, reasons: '示例' })).body['code'];
    expect(await refused(duplicate, duplicate)).toBe('field-value');
    expect(await refused(duplicate, '01980000-0000-7000-8000-000000000001')).toBe('field-value');
    await act(sealed, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' });
    expect(await refused(duplicate, sealed)).toBe('marks-differ');
    await lianxi.admin.query(`UPDATE health.cases SET holder = 'bj-edu' WHERE id = $1`, [third]);
    expect(await refused(duplicate, third)).toBe('principal-elsewhere');
    await act(duplicate, 'merge', 'bj-health-decider', { principal, reasons: '示例' });
    expect(await refused(principal, await file())).toBe('is-principal');
    expect(await refused(await file(), duplicate)).toBe('principal-ended');
  });

  it("are nobody's if what they were merged into is void: it is voided once they are unmerged", async () => {
    const [principal, duplicate] = [await file(), await file()] as const;
    await act(duplicate, 'merge', 'bj-health-decider', { principal, reasons: '示例' });
    await act(principal, 'propose-void', 'bj-health-case-officer', { reasons: '误立' });
    expect((await lianxi.act('health', principal, 'confirm-void', 'bj-health-head')).body['code']).toBe('has-duplicates');
    await act(duplicate, 'unmerge', 'bj-health-decider', { reasons: '示例' });
    await act(principal, 'confirm-void', 'bj-health-head');
  });
});
