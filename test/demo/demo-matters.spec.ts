import { addCalendarDays } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { demoMatters, fileDemoMatters } from '../../deploy/embedded/src/demo-matters';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
let filed = 0;
beforeAll(async () => {
  lianxi = await Lianxi.start();
  filed = await fileDemoMatters(lianxi.around);
});
afterAll(() => lianxi.stop());

const departments = register.services.filter(({ kind }) => kind !== 'audit').map(({ id }) => id.replaceAll('-', '_'));
const everywhere = async <T extends object>(columns: string, table: string, where: string): Promise<T[]> =>
  (await lianxi.admin.query<T>(departments.map((schema) => `SELECT ${columns} FROM ${schema}.${table} WHERE ${where}`).join(' UNION ALL ')))
    .rows;

describe('the demonstration', () => {
  it('has 24 matters, in both languages, of units that are marked as examples', () => {
    expect([demoMatters.length, filed, new Set(demoMatters.map(({ name }) => name)).size]).toEqual([24, 24, 24]);
    for (const { zh, en, unit } of demoMatters) {
      expect(unit).toMatch(/^示例/);
      expect([zh.title, zh.text].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
      expect([en.title, en.text].every((text) => /^[\x20-\x7e]+$/.test(text))).toBe(true);
    }
  });

  it('shows every rule of both cities at work', async () => {
    const used = await everywhere<{ rule: string }>(
      `jsonb_array_elements_text(coalesce(detail #> '{decision,decision,supervision,rules}', '[]')) AS rule`,
      'journal',
      `act = 'file'`,
    );
    const rules = register.cities.flatMap(({ editions }) => editions.flatMap((edition) => edition.rules.map(({ id }) => id)));
    expect([...new Set(used.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });

  it('has matters that wait for facts, for a designation and for a supplement, and matters designated, transferred, returned, declined, overdue and archived', async () => {
    await waitFor(
      'all have arrived',
      async () => (await everywhere('id', 'cases', `standing = 'holding' AND procedure = 'matter'`)).length === 24,
    );
    const held = await everywhere<{ state: string; interim: boolean; decided: boolean; overdue: boolean }>(
      'state, interim, decision IS NOT NULL AS decided, next_due_at < lianxi.lianxi_now() AS overdue',
      'cases',
      `standing = 'holding' AND procedure = 'matter'`,
    );
    expect(held.some(({ interim, decided }) => interim && !decided)).toBe(true);
    expect(held.some(({ interim, decided }) => interim && decided)).toBe(true);
    expect(held.some(({ overdue }) => overdue)).toBe(true);
    expect(held.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['received', 'registered', 'accepted', 'handling', 'declined', 'archived', 'supplement-requested']),
    );
    for (const kind of ['transfer', 'designation', 'filing'])
      await waitFor(
        `a ${kind} has arrived`,
        async () => (await everywhere('kind', 'hand_overs', `side = 'origin' AND state = 'received' AND kind = '${kind}'`)).length > 0,
      );
    await waitFor(
      'the returned offer is back',
      async () => (await everywhere<{ kind: string }>('kind', 'hand_overs', `side = 'origin' AND state = 'returned'`)).length === 1,
    );
  });

  it('has letters on their way: one by post to a ministry, one that the contact of a unit may answer by a day', async () => {
    expect(await everywhere('state', 'cases', `procedure = 'letter'`)).toEqual([{ state: 'dispatched' }, { state: 'dispatched' }]);
    const { rows } = await lianxi.admin.query<{ detail: unknown }>(
      `SELECT detail FROM health.journal j JOIN health.cases c ON c.id = j.case_id AND c.procedure = 'letter' WHERE j.act = 'dispatch'`,
    );
    expect(rows).toEqual([{ detail: expect.objectContaining({ method: 'registered-post' }) }]);
    const seen = (await lianxi.get('lab-animals', '/v1/letters', 'example-lab-contact')).body['lines'] as {
      purpose: string;
      dueOn: string;
    }[];
    expect(seen).toEqual([expect.objectContaining({ purpose: 'material', state: 'dispatched' })]);
    const today =
      (await lianxi.admin.query<{ day: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`)).rows[0]
        ?.day ?? '';
    expect([addCalendarDays(today, 30), addCalendarDays(today, 29)]).toContain(seen[0]?.dueOn);
  });

  it('is there once, however often it is asked for', async () => {
    expect(await fileDemoMatters(lianxi.around)).toBe(0);
    expect(await everywhere('id', 'cases', `standing = 'holding' AND procedure = 'matter'`)).toHaveLength(24);
    expect(await everywhere('id', 'cases', `procedure = 'letter'`)).toHaveLength(2);
  });
});
