import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { healthMatter } from '../support/example-facts';
import { waitFor } from '../support/lianxi';
import { Browsing, inBrowser } from './browsing';
import { breakOffAt, loseConnectionAt, takenPieces } from './lost-connection';

const officer = 'bj-health-case-officer';
const says = { zh: { lost: '连接中断' }, en: { lost: 'The connection was lost' } } as const;

let here: Browsing;
inBrowser('papers at the portal', () => {
  beforeAll(async () => {
    here = await Browsing.start(['health', 'coordination', 'portal']);
  });
  afterAll(() => here.stop());
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  const file = async (): Promise<string> =>
    String((await here.lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
  const act = (page: Page, name: string): ReturnType<Page['locator']> => page.locator(`button[data-act="${name}"]`);
  const openCase = (page: Page, id: string): Promise<void> => here.open(page, `/case/health/${id}`);
  const describePaper = async (page: Page): Promise<void> => {
    await page.locator('form.act-form select').nth(0).selectOption('evidence');
    await page.locator('form.act-form input[type=date]').fill('2026-01-05');
    await page.locator('form.act-form select').nth(1).selectOption('copy');
  };
  const perform = (page: Page): Promise<void> => page.locator('form.act-form button[type=submit]').click();

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    const t = says[language];

    it('a paper is put on a case and downloaded again', async () => {
      const id = await file();
      const page = await here.official(officer, { language });
      await openCase(page, id);
      await here.press(page, act(page, 'add-paper'));
      await page
        .locator('form.act-form input[type=file]')
        .setInputFiles({ name: '证据 evidence.txt', mimeType: 'text/plain', buffer: Buffer.from('示例证据') });
      await describePaper(page);
      await perform(page);
      const link = page.getByRole('link', { name: '证据 evidence.txt' });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe('证据 evidence.txt');
      await page.context().close();
    });

    it('the connection is lost in the middle of a file: the form is filled in meanwhile, the file goes on where it stopped, and is on the case once', async () => {
      const id = await file();
      const page = await here.official(officer, { language });
      await openCase(page, id);
      const taken = takenPieces(page);
      await loseConnectionAt(page, '1048576');
      await here.press(page, act(page, 'add-paper'));
      const bytes = Buffer.from('示例证据。'.repeat(200_000));
      await page.locator('form.act-form input[type=file]').setInputFiles({ name: '证据.txt', mimeType: 'text/plain', buffer: bytes });
      await page.locator('.uploads li[data-way="waiting"]').getByText(t.lost).waitFor();
      await describePaper(page);
      await perform(page);
      await page.context().setOffline(false);
      await page.locator('.papers').getByRole('link', { name: '证据.txt' }).waitFor();
      expect(taken).toEqual(['0', '1048576', '2097152']);
      const { papers } = (await here.lianxi.get('health', `/v1/cases/${id}`, officer)).body as { papers: { sha256: string }[] };
      expect(papers.map(({ sha256 }) => sha256)).toEqual([createHash('sha256').update(bytes).digest('hex')]);
      await waitFor(
        'nothing of it lies anywhere else',
        async () => (await here.lianxi.admin.query('SELECT 1 FROM portal.uploads WHERE person IS NOT NULL')).rowCount === 0,
      );
      await page.context().close();
    });
  });

  it('a text and a picture are looked at on the page, as what they are; each look is on the record, and a script in them is text', async () => {
    const id = await file();
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    for (const given of [
      { name: '笔录.txt', bytes: Buffer.from('一 <script>document.title = "bad"</script>') },
      { name: '照片.png', bytes: dot },
      { name: '来文.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') },
    ])
      expect((await here.lianxi.addPaper('health', id, officer, given)).status).toBe(200);
    const page = await here.official(officer);
    await openCase(page, id);
    const looks = async (): Promise<number> =>
      Number(
        (
          await here.lianxi.admin.query<{ n: string }>(
            `SELECT count(*) AS n FROM health.access WHERE kind = 'paper-opened' AND case_id = $1 AND post = $2`,
            [id, officer],
          )
        ).rows[0]?.n,
      );
    expect([await page.locator('.papers li button').count(), await looks()]).toEqual([2, 0]);
    await page.getByRole('button', { name: '预览 笔录.txt' }).click();
    await page.locator('pre.paper-shown').getByText('<script>document.title').waitFor();
    await page.getByRole('button', { name: '预览 照片.png' }).click();
    await waitFor('the picture is a picture', () =>
      page.locator('img.paper-shown').evaluate((image) => (image as HTMLImageElement).naturalWidth === 1),
    );
    expect([await page.title(), await looks()]).toEqual([expect.not.stringContaining('bad'), 2]);
    await page.getByRole('button', { name: '收起 照片.png' }).click();
    expect(await page.locator('img.paper-shown').count()).toBe(0);
    await page.context().close();
  });

  it('a file that was left half way is chosen again on another computer, and goes on where it stopped', async () => {
    const id = await file();
    const path = join(here.lianxi.directory, '证据.txt');
    writeFileSync(path, '示例证据。'.repeat(100_000));
    const first = await here.official(officer);
    await openCase(first, id);
    await breakOffAt(first, '1048576');
    await here.press(first, act(first, 'add-paper'));
    await first.locator('form.act-form input[type=file]').setInputFiles(path);
    await first.locator('.uploads li[data-way="waiting"]').waitFor();
    await waitFor(
      'the draft is kept',
      async () =>
        ((await here.lianxi.admin.query('SELECT 1 FROM portal.drafts WHERE name = $1', [`act health ${id} add-paper`])).rowCount ?? 0) > 0,
    );
    await first.context().close();
    const other = await here.official(officer);
    await here.open(other, `/case/health/${id}?act=add-paper`);
    await other.locator('.uploads li[data-way="gone"]').waitFor();
    const taken = takenPieces(other);
    await other.locator('form.act-form input[type=file]').setInputFiles(path);
    await other.locator('.uploads li[data-way="arrived"]').waitFor();
    expect(taken).toEqual(['1048576']);
    await other.context().close();
  });
});
