import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { listOfMatters } from '../support/list-of-matters';
import { Browsing, inBrowser } from './browsing';

const officer = 'bj-health-intake-officer';
let here: Browsing;
inBrowser('a list of matters from Excel', () => {
  beforeAll(async () => {
    here = await Browsing.start(['health', 'agriculture', 'coordination', 'portal']);
  });
  afterAll(() => here.stop());
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  const filedCount = async (): Promise<number> =>
    Number((await here.lianxi.admin.query<{ n: string }>('SELECT count(*) AS n FROM health.cases')).rows[0]?.n);
  const choose = (page: Page, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name: '清单.xlsx', mimeType: 'application/octet-stream', buffer });
  const states = (page: Page): Promise<string[]> =>
    page.locator('tr[data-row]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['row'] ?? ''));
  const receipts = (page: Page): Promise<(string | null)[]> =>
    page.locator('tr[data-row="filed"] td:last-child [data-said]').allTextContents();
  const confirm = async (page: Page): Promise<void> => {
    await page.locator('.confirm input').check();
    await page.locator('main form button[type=submit]').click();
  };

  it.each(['zh', 'en'] as const)(
    'is checked row by row, filed row by row, goes on where the connection was lost, and again when it was corrected: nothing is filed twice (%s)',
    async (language) => {
      const page = await here.official(officer, { language });
      await here.open(page, '/import');
      const [template] = await Promise.all([page.waitForEvent('download'), page.locator(`a[href$="lang=${language}"]`).click()]);
      const empty = readFileSync(await template.path());
      const rows: Record<string, string>[] = [
        { 'report.title': `示例甲 ${language}` },
        { 'report.title': `示例乙 ${language}`, 'facts.fields': '农业', 'facts.unit.kind': '企业' },
        { 'report.title': `示例丙 ${language}` },
      ];
      const wrong = { 'report.title': `示例丁 ${language}`, 'facts.kind': '投诉' };
      const before = await filedCount();
      await choose(page, await listOfMatters([...rows, wrong, rows[0] ?? {}], empty));
      await page.locator('tr[data-row="repeated"]').waitFor();
      expect([await states(page), await filedCount()]).toEqual([['ready', 'ready', 'ready', 'faulty', 'repeated'], before]);
      expect(await page.locator('tr[data-row="ready"]').nth(1).textContent()).toMatch(language === 'zh' ? /农业农村局/ : /[Aa]gricultur/);

      let sent = 0;
      await page.route('**/matters/on-behalf', async (route) => {
        sent += 1;
        if (sent !== 2) return route.fallback();
        // It arrives, and the answer is lost: the worst moment.
        await route.fetch();
        return route.abort('internetdisconnected');
      });
      await confirm(page);
      await page.getByRole('alert').waitFor();
      await page.locator('main form button[type=submit]').click();
      await page.locator('tr[data-row="filed"]').nth(2).waitFor();
      const first = await receipts(page);
      expect([new Set(first).size, await filedCount()]).toEqual([3, before + 3]);

      await here.open(page, '/import');
      await choose(page, await listOfMatters([...rows, { ...wrong, 'facts.kind': '违规举报' }], empty));
      await page.locator('tr[data-row="ready"]').nth(3).waitFor();
      await confirm(page);
      await page.locator('tr[data-row="filed"]').nth(3).waitFor();
      expect([(await receipts(page)).slice(0, 3), await filedCount()]).toEqual([first, before + 4]);
      await page.context().close();
    },
  );

  it('a file that is no such list is refused in words, and nothing is offered', async () => {
    const page = await here.official(officer, { language: 'en' });
    await here.open(page, '/import');
    await choose(page, await listOfMatters(Array.from({ length: 501 }, () => ({}))));
    await page.getByRole('alert').getByText('At most 500 rows').waitFor();
    await choose(page, Buffer.from('no workbook'));
    await page.getByRole('alert').getByText('not accepted').waitFor();
    expect(await page.locator('main form').count()).toBe(0);
    await page.context().close();
  });
});
