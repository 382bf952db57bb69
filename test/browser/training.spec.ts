import { Browsing, inBrowser } from './browsing';

const says = {
  zh: {
    learner: 'bj-health-head',
    begin: '开始演练',
    done: '已完成',
    mark: '〔演练〕',
    perform: '确认办理',
    none: '没有哪个领域由本机关单独主管',
  },
  en: {
    learner: 'bj-agri-head',
    begin: 'Begin',
    done: 'done',
    mark: '〔TRAINING〕',
    perform: 'Do it',
    none: 'Your body leads no field by itself',
  },
} as const;

let here: Browsing;
inBrowser('training', () => {
  beforeAll(async () => {
    here = await Browsing.start(['health', 'agriculture', 'coordination', 'portal']);
  });
  afterAll(() => here.stop());
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  it.each(['zh', 'en'] as const)(
    'is done on an invented matter that cannot be taken for a real one, and shows how far one is (%s)',
    async (language) => {
      const t = says[language];
      const page = await here.official(t.learner, { language });
      await here.open(page, '/training');
      await page.locator('#take-in').getByRole('button', { name: t.begin, exact: true }).click();
      await page.locator('.timeline').waitFor();
      expect([await page.title(), await page.locator('.training-band').count()]).toEqual([expect.stringContaining(t.mark), 1]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.training-band').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await page.locator('button[data-act="register"]').click();
      await page.getByRole('button', { name: t.perform }).click();
      await page.getByRole('heading', { level: 1, name: /〔\d{4}〕\d+号/ }).waitFor();
      await here.open(page, '/training');
      expect(await page.locator('#take-in li').filter({ hasText: t.done }).count()).toBe(1);
      await page.context().close();
    },
  );

  it.each(['zh', 'en'] as const)('says why there is none for a body that leads nothing by itself (%s)', async (language) => {
    const page = await here.again('bj-joint-office-coordinator', { language });
    await here.open(page, '/training');
    await page.getByText(says[language].none).waitFor();
    await page.context().close();
  });
});
