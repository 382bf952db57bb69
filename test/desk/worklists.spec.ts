import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => { lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] }); }, 60_000);
afterAll(() => lianxi.stop(), 30_000);

interface Page { readonly lines: { id: string }[]; readonly next: string | null }
const page = async (service: string, name: string, as: string, query = ''): Promise<Page> => (await lianxi.get(service, `/v1/worklists/${name}${query}`, as)).body as never;
const idsOf = ({ lines }: Page): string[] => lines.map(({ id }) => id);

describe('worklists', () => {
  it('page by what lies after the last line: each case once, also when others are filed meanwhile', async () => {
    const filed = await Promise.all(Array.from({ length: 23 }, async () => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId'])));
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { lines, next } = await page('health', 'body', 'bj-health-head', `?limit=5${after}`);
      seen.push(...lines.map(({ id }) => id));
      await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
      if (next === null) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect([...seen].sort()).toEqual([...filed].sort());
  });

  it('show mine, my post\'s and my body\'s cases, those that wait for others, and those overdue', async () => {
    const caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer');
    expect(idsOf(await page('health', 'mine', 'bj-health-case-officer'))).not.toContain(caseId);
    expect((await lianxi.act('health', caseId, 'reassign', 'bj-health-head', { post: 'bj-health-case-officer' })).status).toBe(200);
    for (const name of ['mine', 'post', 'body']) expect([name, idsOf(await page('health', name, 'bj-health-case-officer'))[0]]).toEqual([name, caseId]);
    expect(idsOf(await page('health', 'mine', 'bj-health-head'))).toEqual([]);
    const passedOn = String((await lianxi.file('agriculture', healthMatter())).body['caseId']);
    expect(idsOf(await page('agriculture', 'waiting', 'bj-agri-head'))).toContain(passedOn);
    await waitFor('it has arrived', async () => idsOf(await page('health', 'body', 'bj-health-head')).includes(passedOn));
    await lianxi.moveClock('30 days');
    expect(idsOf(await page('health', 'overdue', 'bj-health-head', '?limit=200'))).toContain(passedOn);
  });

  it('show no case of another body, and refuse names, cursors and limits that are none', async () => {
    expect((await page('health', 'body', 'sz-health-head')).lines).toEqual([]);
    for (const path of ['everything', 'body?after=x', 'body?after=2026-99-99T00:00:00.000000Z~01980000-0000-7000-8000-000000000000', 'body?limit=0', 'body?limit=100000', 'body?order=state']) {
      const { status, body } = await lianxi.get('health', `/v1/worklists/${path}`, 'bj-health-head');
      expect([path, status >= 400 && status < 500, typeof body['code']]).toEqual([path, true, 'string']);
    }
  });
});
