import { randomUUID } from 'node:crypto';
import { endedStates } from '@lianxi/department';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly returned: number;
}
const counts = async (service: string, as: string): Promise<Counts> => {
  const { open, overdue, dueSoon, returned } = (await lianxi.get(service, '/v1/counts', as)).body as unknown as Counts;
  return { open, overdue, dueSoon, returned };
};
const listed = async (name: string, as = 'bj-health-head'): Promise<number> =>
  ((await lianxi.get('health', `/v1/worklists/${name}?limit=200`, as)).body['lines'] as unknown[]).length;
const file = async (): Promise<string> => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
const act = async (id: string, name: string, as: string, form: Record<string, unknown> = {}): Promise<void> => {
  expect([name, (await lianxi.act('health', id, name, as, form)).status]).toEqual([name, 200]);
};

describe('how many cases a body has', () => {
  it('is what its lists hold: open ones, no ended ones, and those overdue, whatever day it is', async () => {
    const [one, two, three] = [await file(), await file(), await file()] as const;
    await act(one, 'register', 'bj-health-intake-officer');
    await act(two, 'propose-void', 'bj-health-case-officer', { reasons: '示例' });
    expect((await counts('health', 'bj-health-head')).open).toBe(await listed('body'));
    await act(two, 'confirm-void', 'bj-health-head');
    for (const days of [0, 4, 30]) {
      await lianxi.moveClock(`${days} days`);
      expect(await counts('health', 'bj-health-head')).toMatchObject({ open: await listed('body'), overdue: await listed('overdue') });
    }
    expect(await counts('health', 'bj-health-head')).toMatchObject({ open: 2, overdue: 2 });
    expect(await counts('agriculture', 'bj-agri-head')).toEqual({ open: 0, overdue: 0, dueSoon: 0, returned: 0 });
    expect(three).not.toBe('');
  });

  it('stays the same when it is summed up, and counts what ends in the middle of today', async () => {
    const before = await counts('health', 'bj-health-head');
    await waitFor('it is summed up', async () => (await lianxi.admin.query('SELECT 1 FROM health.case_count_changes')).rows.length === 0);
    expect(await counts('health', 'bj-health-head')).toEqual(before);
    const id = await file();
    expect((await counts('health', 'bj-health-head')).open).toBe(before.open + 1);
    await lianxi.admin.query(`UPDATE health.cases SET next_due_at = lianxi.lianxi_now() - interval '1 millisecond' WHERE id = $1`, [id]);
    expect((await counts('health', 'bj-health-head')).overdue).toBe(await listed('overdue'));
  });

  it('counts how often others gave a case back, and a case at whoever holds it now', async () => {
    const [start, id] = [await counts('health', 'bj-health-head'), await file()];
    await act(id, 'offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'agreed' });
    let offer = '';
    await waitFor('it is offered', async () => {
      offer = ((await lianxi.get('agriculture', '/v1/hand-overs', 'bj-agri-head')).body['lines'] as { id: string }[])[0]?.id ?? '';
      return offer !== '';
    });
    await lianxi.request('agriculture', 'POST', `/v1/hand-overs/${offer}/acts/return`, {
      as: 'bj-agri-head',
      headers: { 'idempotency-key': randomUUID() },
      body: { form: { basis: 'in-charge-supervises', alternative: 'bj-stc' } },
    });
    await waitFor('it is back', async () => (await counts('health', 'bj-health-head')).returned === start.returned + 1);
    expect((await counts('health', 'bj-health-head')).open).toBe(start.open + 1);
    await lianxi.file('agriculture', healthMatter());
    await waitFor('it is counted where it arrived', async () => (await counts('health', 'bj-health-head')).open === start.open + 2);
    expect((await counts('agriculture', 'bj-agri-head')).open).toBe(0);
  });

  it('counts a sealed case for those alone who are named on it', async () => {
    const [start, id] = [await counts('health', 'bj-health-head'), await file()];
    await act(id, 'set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' });
    expect([(await counts('health', 'bj-health-head')).open, (await counts('health', 'bj-health-decider')).open]).toEqual([
      start.open,
      start.open + 1,
    ]);
    await act(id, 'set-mark', 'bj-health-decider', { mark: 'ordinary', reasons: '示例' });
    expect((await counts('health', 'bj-health-head')).open).toBe(start.open + 1);
  });

  it('leaves out the same ended states as the lists do', async () => {
    const {
      rows: [row],
    } = await lianxi.admin.query<{ text: string }>(`SELECT pg_get_functiondef('health.case_is_open'::regproc) AS text`);
    expect(/'\{([a-z,-]+)\}'/.exec(row?.text ?? '')?.[1]?.split(',')).toEqual(endedStates);
  });
});
