import type { Page } from 'playwright-core';
import { healthMatter } from '../support/example-facts';
import { waitFor } from '../support/lianxi';
import { Browsing, inBrowser } from './browsing';
import { loseConnectionAt } from './lost-connection';

const officer = 'bj-health-case-officer';
const says = {
  zh: {
    register: '登记',
    note: '备注',
    content: '内容',
    perform: '确认办理',
    goOn: '按最新状态办理',
    registered: '已登记',
    signedIn: '已登录，继续',
    receipt: '回执号',
    conflict: '事项已有变动',
    actingFor: '正在代行职责',
    accept: '同意接收',
    noneOffered: '没有其他机关提出移交',
    movedOn: '事项已被他人更新',
    signed: '最近签名的检查点',
    download: '下载',
    searchActs: '查找办理记录',
    filed: '提交',
    exportFound: '导出所查到的…',
  },
  en: {
    register: 'Register',
    note: 'Note',
    content: 'Text',
    perform: 'Do it',
    goOn: 'I have seen it',
    registered: 'Registered',
    signedIn: 'I have signed in',
    receipt: 'Receipt',
    conflict: 'The case moved on',
    actingFor: 'You are acting for',
    accept: 'Accept',
    noneOffered: 'No body offers a transfer',
    movedOn: 'has changed since you read it',
    signed: 'Last signed checkpoint',
    download: 'Download',
    searchActs: 'Search the record',
    filed: 'Filed',
    exportFound: 'Export what was found…',
  },
} as const;

let here: Browsing;
inBrowser('people at the portal', () => {
  beforeAll(async () => {
    here = await Browsing.start(['health', 'ai', 'lab-animals', 'agriculture', 'coordination', 'audit', 'portal']);
  });
  afterAll(() => here.stop());
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  const file = async (change: Record<string, unknown> = {}, report: Record<string, unknown> = {}): Promise<string> =>
    String(
      (
        await here.lianxi.file('health', healthMatter({ receivedBy: 'bj-health', ...change }), {
          report: { title: '示例标题', text: '示例内容', ...report },
        })
      ).body['caseId'],
    );
  const lastFiled = async (): Promise<string> =>
    (await here.lianxi.admin.query<{ id: string }>(`SELECT id FROM health.cases ORDER BY filed_at DESC LIMIT 1`)).rows[0]?.id ?? '';
  const act = (page: Page, name: string): ReturnType<Page['locator']> => page.locator(`button[data-act="${name}"]`);
  const openCase = (page: Page, id: string): Promise<void> => here.open(page, `/case/health/${id}`);
  const writeNote = async (page: Page, text: string): Promise<void> => {
    await here.press(page, act(page, 'note'));
    await page.locator('form.act-form textarea').fill(text);
  };
  const perform = (page: Page): Promise<void> => page.locator('form.act-form button[type=submit]').click();

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    const t = says[language];

    it('an officer finds a matter on the desk, opens it and registers it; the number and the act with its clause stand there', async () => {
      const id = await file();
      const page = await here.official(officer, { language });
      await page.locator('ul.counts').filter({ hasText: /\d/ }).waitFor();
      await page.locator(`a[href="/case/health/${id}"]`).click();
      await act(page, 'register').click();
      await page.getByRole('button', { name: t.perform }).click();
      await page.getByRole('heading', { level: 1, name: /〔\d{4}〕\d+号/ }).waitFor();
      await page.locator('.timeline li').first().getByText(t.registered).waitFor();
      expect(await page.locator('.timeline li').first().textContent()).toMatch(/第二十四条/);
      await page.context().close();
    });

    it('keys alone lead from the list into a case and back', async () => {
      await file();
      const page = await here.official(officer, { language });
      await page.locator('.worklist-row').first().waitFor();
      await page.keyboard.press('j');
      await page.locator('.worklist-row a:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.timeline').waitFor();
      await page.goBack();
      await page.locator('.worklist-row').first().waitFor();
      await page.context().close();
    });

    it('a case is found from the desk by the initials of its unit, and the terms stand in no address', async () => {
      const id = await file({}, { title: '示例审查', unitName: `示例卫健委${language === 'zh' ? '甲' : '乙'}处` });
      const page = await here.official(officer, { language });
      await page.getByRole('searchbox').fill(language === 'zh' ? 'slwjwjc' : 'slwjwyc');
      await page.keyboard.press('Enter');
      await page.locator(`.found a[href="/case/health/${id}"]`).waitFor();
      expect([await page.locator('.found li').count(), page.url()]).toEqual([1, `${here.portal}/search`]);
      await page.context().close();
    });

    it('a list is narrowed, kept under a name, and found again by it', async () => {
      const [incident, violation] = [await file({ kind: 'incident' }), await file({ kind: 'violation', suspect: 'unit', major: false })];
      const name = language === 'zh' ? '突发事件' : 'Incidents';
      const page = await here.official('bj-health-decider', { language });
      await page.locator('.filters summary').click();
      await page.locator('.filters select').first().selectOption('incident');
      await page.locator(`a[href="/case/health/${violation}"]`).waitFor({ state: 'detached' });
      await page.locator(`a[href="/case/health/${incident}"]`).waitFor();
      await page.locator('.filters form input').fill(name);
      await page.locator('.filters form button[type=submit]').click();
      const { rowCount } = await here.lianxi.admin.query(
        `SELECT 1 FROM health.cases WHERE kind = 'incident' AND holder = 'bj-health' AND standing = 'holding' AND state NOT IN ('archived', 'voided', 'merged')`,
      );
      await page.locator('.saved', { hasText: new RegExp(`${name} \\(${rowCount}\\+?\\)`) }).waitFor();
      await here.open(page, '/desk/mine');
      await page.locator('.saved').getByRole('link', { name }).click();
      await page.locator(`a[href="/case/health/${incident}"]`).waitFor();
      expect(await page.locator(`a[href="/case/health/${violation}"]`).count()).toBe(0);
      await page.context().close();
    });

    it('two officers write at once: the second sees who did what, keeps every word, and goes on', async () => {
      const id = await file();
      const page = await here.official(officer, { language });
      await openCase(page, id);
      await writeNote(page, '第二个人写的话');
      expect((await here.lianxi.act('health', id, 'register', 'bj-health-intake-officer')).status).toBe(200);
      await perform(page);
      const conflict = page.getByRole('alert').filter({ hasText: t.conflict });
      await conflict.getByText(t.registered, { exact: false }).waitFor();
      expect(await page.locator('form.act-form textarea').inputValue()).toBe('第二个人写的话');
      await page.getByRole('button', { name: t.goOn }).click();
      await page.locator('.said', { hasText: '第二个人写的话' }).waitFor();
      await page.context().close();
    });

    it('what others do appears by itself on the desk and on an open case, and what is being written stays', async () => {
      const page = await here.official(officer, { language });
      const id = await file();
      await page.locator(`a[href="/case/health/${id}"]`).waitFor();
      await openCase(page, id);
      await writeNote(page, '还在写');
      expect((await here.lianxi.act('health', id, 'register', 'bj-health-intake-officer')).status).toBe(200);
      await page.locator('.timeline li').first().getByText(t.registered).waitFor();
      await page.locator('form.act-form').getByText(t.conflict).waitFor();
      expect(await page.locator('form.act-form textarea').inputValue()).toBe('还在写');
      await page.context().close();
    });

    it('a sign-in ends while a form is open: nothing typed is lost', async () => {
      const id = await file();
      const page = await here.official(officer, { language, afresh: true });
      await openCase(page, id);
      await writeNote(page, '写到一半');
      await here.lianxi.admin.query('DELETE FROM portal.sessions WHERE began_at = (SELECT max(began_at) FROM portal.sessions)');
      // Keeping the draft may find out first, and the dialog then lies over the button.
      await page.locator('form.act-form button[type=submit]').dispatchEvent('click');
      const [second] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: language === 'zh' ? '在新窗口登录' : 'Sign in, in a new window' }).click(),
      ]);
      await second.locator(`button[value="${officer}"]`).click();
      await second.waitForURL(`${here.portal}/signed-in`);
      await second.close();
      await page.getByRole('button', { name: t.signedIn }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await page.locator('form.act-form textarea').inputValue()).toBe('写到一半');
      await perform(page);
      await page.locator('.said', { hasText: '写到一半' }).waitFor();
      await page.context().close();
    });

    it('what was begun is found again on another computer', async () => {
      const id = await file();
      const page = await here.official(officer, { language });
      await openCase(page, id);
      await writeNote(page, '明天接着写');
      await waitFor(
        'the draft is kept',
        async () =>
          ((await here.lianxi.admin.query('SELECT 1 FROM portal.drafts WHERE name = $1', [`act health ${id} note`])).rowCount ?? 0) > 0,
      );
      await page.context().close();
      const other = await here.official(officer, { language });
      await other.locator(`a[href="/case/health/${id}?act=note"]`).click();
      await waitFor('the words are back', async () => (await other.locator('form.act-form textarea').inputValue()) === '明天接着写');
      expect(
        (await here.lianxi.admin.query<{ line: string }>("SELECT encode(sealed, 'escape') AS line FROM portal.drafts")).rows.some(
          ({ line }) => line.includes('明天'),
        ),
      ).toBe(false);
      await other.context().close();
    });

    it('an anonymous reporter says what was forbidden, sees where it goes and why, and without scripts reads the status and a question, answers it and adds a file', async () => {
      const page = await here.visitor({ language });
      await here.open(page, '/report');
      const select = (place: number, value: string): Promise<unknown> =>
        page.locator('.filing .fields select').nth(place).selectOption(value);
      await page.locator('.filing-main .part').nth(1).locator('input').first().fill('示例举报');
      await page.locator('.filing-main textarea').first().fill('示例内容');
      await select(2, 'violation');
      await page.locator('.conduct input').first().check();
      await page.getByRole('checkbox').nth(1).check();
      await select(3, 'medical-institution');
      await select(4, 'false');
      await select(5, 'bj-health');
      await select(6, 'none');
      await select(7, 'person').then(() => select(8, 'false'));
      await loseConnectionAt(page, '0');
      await page
        .locator('.filing input[type=file]')
        .setInputFiles({ name: '照片.txt', mimeType: 'text/plain', buffer: Buffer.from('示例材料') });
      await page.locator('.uploads li[data-way="waiting"]').waitFor();
      await page.locator('.filing input[type=date]').fill('2026-01-05');
      await page.context().setOffline(false);
      await page.locator('.uploads li[data-way="arrived"]').waitFor();
      await page.locator('.foreseen .lead').waitFor();
      expect(await page.locator('.foreseen').textContent()).toMatch(/bj-human/);
      await page.locator('.confirm input').check();
      await page.locator('.filing-side button[type=submit]').click();
      const receipt = (await page.locator('.receipt').textContent()) ?? '';
      expect(receipt).toMatch(/^\d{4}-\d{4}-\d{4}-\d{4}$/);
      expect(
        await page.evaluate(() => [
          JSON.stringify(sessionStorage),
          JSON.stringify({ ...localStorage, 'lianxi-language': '' }),
          document.cookie,
        ]),
      ).toEqual(['{}', '{"lianxi-language":""}', '']);
      await page.context().close();

      const plain = await here.visitor({ scripts: false });
      await plain.goto(`${here.portal}/pages/status?lang=${language}`);
      await plain.locator('#receipt').fill(receipt);
      await plain.locator('button').click();
      await plain.locator('[role=status]').waitFor();
      expect(plain.url()).not.toContain(receipt);
      const reported = await lastFiled();
      expect((await here.lianxi.act('health', reported, 'ask-reporter', officer, { question: '<b>何时？</b>' })).status).toBe(200);
      await plain
        .locator('#receipt')
        .fill(receipt)
        .then(() => plain.locator('button').first().click());
      expect(await plain.locator('blockquote p').textContent()).toBe('<b>何时？</b>');
      const send = async (form: string): Promise<void> => {
        await plain.locator(`form[action*="/${form}"] button`).click();
        await plain.locator('.sent').waitFor();
      };
      await plain
        .locator('#answer')
        .fill('十月八日')
        .then(() => send('answer'));
      expect([await plain.locator('#answer').count(), (await plain.content()).includes('十月八日'), plain.url().includes(receipt)]).toEqual(
        [0, false, false],
      );
      await plain
        .locator('#file')
        .setInputFiles({ name: '材料.txt', mimeType: 'text/plain', buffer: Buffer.from('示例') })
        .then(() => send('file'));
      await plain.context().close();
      const seen = (await here.lianxi.get('health', `/v1/cases/${reported}`, officer)).body as {
        timeline: { act: string }[];
        particulars: { value: unknown }[];
        papers: unknown[];
      };
      expect(seen.timeline.map((line) => line.act).slice(-3)).toEqual(['ask-reporter', 'answer-question', 'add-report-file']);
      expect([seen.particulars.some(({ value }) => value === '十月八日'), seen.papers.length]).toEqual([true, 2]);
    });

    it('one person with two posts chooses, and acting for somebody is shown on every page', async () => {
      const page = await here.official('bj-stc-two-posts', { language, afresh: true });
      await page
        .locator('.choices button')
        .filter({ hasText: language === 'zh' ? '负责人' : 'Head' })
        .click();
      await page.locator('.acting').waitFor();
      for (const address of ['/desk', '/offers', '/file', '/sessions']) {
        await here.open(page, address);
        expect(await page.locator('.acting').textContent()).toContain(t.actingFor);
      }
      await page.locator('.acts-as select').selectOption('bj-stc-second-case-officer');
      await page.locator('.acting').waitFor({ state: 'detached' });
      await page.context().close();
    });

    it('a transfer is offered at one desk and accepted at another', async () => {
      const id = await file();
      expect((await here.lianxi.act('health', id, 'register', officer)).status).toBe(200);
      const from = await here.official('bj-health-head', { language });
      await openCase(from, id);
      await here.press(from, act(from, 'offer-transfer'));
      await from.locator('form.act-form select').first().selectOption('bj-stc');
      for (const [place, field] of (await from.locator('form.act-form .field:has(.must)').all()).entries()) {
        if (place > 0 && (await field.locator('select').count()) > 0) await field.locator('select').selectOption({ index: 1 });
        if ((await field.locator('textarea').count()) > 0) await field.locator('textarea').fill('示例理由');
      }
      await perform(from);
      await from.locator('form.act-form').waitFor({ state: 'detached' });
      await from.context().close();
      const to = await here.official('bj-stc-head', { language });
      await waitFor('it is offered', async () => {
        await here.open(to, '/offers');
        return (await act(to, 'accept').count()) > 0;
      });
      await act(to, 'accept').first().click();
      await perform(to);
      await to.getByText(t.noneOffered).waitFor();
      await to.context().close();
    });

    it('a head ticks cases on the desk and gives them to another post: each has its result, one that moved on meanwhile says why', async () => {
      const [moved, ...others] = [await file(), await file(), await file()];
      const page = await here.official('bj-health-head', { language });
      await page.locator('.bar button').first().click();
      for (const id of [moved, ...others])
        await page
          .locator('.worklist-row')
          .filter({ has: page.locator(`a[href="/case/health/${id}"]`) })
          .locator('input')
          .check();
      expect((await here.lianxi.act('health', String(moved), 'register', officer)).status).toBe(200);
      await page.locator('.bar button.ant-btn-primary').click();
      await page.locator('form.act-form select').selectOption('bj-health-reviewer');
      await page.locator('form.act-form button[type=submit]').click();
      await page.waitForURL(/\/reassignments\/health\//);
      await page.locator('tr[data-outcome="refused"]').getByText(t.movedOn).waitFor();
      await waitFor('each of the others is done', async () => (await page.locator('tr[data-outcome="done"]').count()) === 2);
      for (const id of others)
        expect((await here.lianxi.get('health', `/v1/cases/${id}`, officer)).body['assignedPost']).toBe('bj-health-reviewer');
      await page.context().close();
    });

    it('who may not reassign is offered no ticks', async () => {
      await file();
      const page = await here.official(officer, { language });
      await page.locator('.worklist-row').first().waitFor();
      expect(await page.locator('.bar').count()).toBe(0);
      await page.context().close();
    });

    it('an auditor finds what was done on one case, asks for it as an export, sees it being made, and downloads the package', async () => {
      const id = await file();
      const page = await here.official('bj-joint-office-auditor', { language });
      await waitFor(
        'the case’s record has arrived',
        async () => ((await here.lianxi.admin.query('SELECT 1 FROM audit.recorded_rows WHERE case_id = $1', [id])).rowCount ?? 0) > 0,
      );
      await here.open(page, '/audit');
      await page.getByText(t.signed).waitFor();
      const search = page.getByRole('form', { name: t.searchActs });
      await search.locator('input').first().fill(id);
      await search.locator('button[type=submit]').click();
      await page.getByRole('cell', { name: t.filed }).first().waitFor();
      await page.getByRole('button', { name: t.exportFound }).click();
      await page.locator('.filters select').first().selectOption('inspection');
      await page.locator('.filters button[type=submit]').click();
      const card = page.locator('.export', { hasText: id });
      const link = card.getByRole('link', { name: t.download });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toMatch(/^lianxi-.*\.zip$/);
      await page.context().close();
    });

    it('who signs out everywhere is out at the next press, on every computer', async () => {
      const [here1, there] = [
        await here.official('bj-agri-head', { language, afresh: true }),
        await here.official('bj-agri-head', { language, afresh: true }),
      ];
      await here.open(here1, '/sessions');
      await here1.locator('.page-head button').click();
      await here1.waitForURL(`${here.portal}/signed-out`);
      await there.locator('.tabs a').nth(1).click();
      await there.getByRole('dialog').waitFor();
      await Promise.all([here1.context().close(), there.context().close()]);
    });
  });

  it.each([['bj-health-case-officer'], ['bj-health-intake-officer'], ['bj-health-decider'], ['bj-health-head'], ['bj-health-reviewer']])(
    '%s is offered exactly the acts that the service allows, in each state',
    async (person) => {
      const page = await here.official(person);
      const id = await file();
      for (const next of [undefined, 'register', 'screen']) {
        if (next !== undefined)
          expect(
            (
              await here.lianxi.act(
                'health',
                id,
                next,
                'bj-health-case-officer',
                next === 'screen' ? { summary: '示例', opinion: '示例', text: '示例' } : {},
              )
            ).status,
          ).toBeLessThan(500);
        await openCase(page, id);
        const allowed = ((await here.lianxi.get('health', `/v1/cases/${id}`, person)).body['acts'] as { act: string }[]).map(
          ({ act: name }) => name,
        );
        const offered = await page
          .locator('#acts button[data-act]')
          .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['act']));
        expect(offered.sort()).toEqual(allowed.sort());
      }
      await page.context().close();
    },
  );
});
