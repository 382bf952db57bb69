import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import type { Page } from 'playwright-core';
import { waitFor } from '../support/lianxi';
import { healthMatter } from '../support/example-facts';
import { listOfMatters } from '../support/list-of-matters';
import { LetterDesk, officer } from '../support/letter-desk';
import { Browsing, inBrowser } from './browsing';

let caseId: string;
let withPaperId: string;
let letterId: string;
let sealedId: string;
let paperId: string;
let orderId: string;
let here: Browsing;
let health: NatsConnection;
const administrator = 'bj-joint-office-system-administrator';
/** Every page, with somebody who may see it, and what is done there before it is looked at. */
const pages: readonly (readonly [name: string, person: string | undefined, address: () => string, then?: (page: Page) => Promise<void>])[] =
  [
    ['the welcome', undefined, () => '/'],
    ['the public report', undefined, () => '/report'],
    [
      'a file that lost its connection',
      undefined,
      () => '/report',
      async (page) => {
        await page.route('**/api/public/uploads', (route) => route.abort('internetdisconnected'));
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: '一份名称很长的示例材料（用于检查换行）.txt', mimeType: 'text/plain', buffer: Buffer.from('示例') });
        await page.locator('.uploads li[data-way="waiting"]').waitFor();
      },
    ],
    ['the status page', undefined, () => '/pages/status'],
    ['signed out', undefined, () => '/signed-out'],
    ['a page that is not there', undefined, () => '/nowhere'],
    ['the desk', 'bj-health-case-officer', () => '/desk', (page) => page.locator('.worklist-row').first().waitFor()],
    ['an empty list', 'bj-health-reviewer', () => '/desk/overdue'],
    ['a case', 'bj-health-case-officer', () => `/case/health/${caseId}`],
    [
      'a case with an act’s form',
      'bj-health-head',
      () => `/case/health/${caseId}`,
      (page) => here.press(page, page.locator('#acts button[data-act]').last()),
    ],
    [
      'a correction of facts',
      'bj-health-case-officer',
      () => `/case/health/${caseId}`,
      (page) => here.press(page, page.locator('button[data-act="correct-facts"]')),
    ],
    ['a case that is not there', 'bj-agri-head', () => `/case/health/${caseId}`],
    ['filing', 'bj-health-case-officer', () => '/file'],
    [
      'a list that was checked',
      'bj-health-intake-officer',
      () => '/import',
      async (page) => {
        await page.locator('input[type=file]').setInputFiles({
          name: '清单.xlsx',
          mimeType: 'application/octet-stream',
          buffer: await listOfMatters([
            { 'report.title': '一份标题很长的来信，用来检查换行是否得当' },
            { 'facts.kind': '投诉', 'report.text': '' },
            {},
            {},
          ]),
        });
        await page.locator('tr[data-row="repeated"]').waitFor();
      },
    ],
    [
      'a paper that is looked at',
      'bj-health-case-officer',
      () => `/case/health/${withPaperId}`,
      async (page) => {
        await page.locator('.papers button').first().click();
        await page.locator('pre.paper-shown').waitFor();
      },
    ],
    ['the chain of custody of a paper', 'bj-health-head', () => `/case/health/${withPaperId}/papers/${paperId}`],
    [
      'a sealed letter beside its scan',
      'bj-health-reviewer',
      () => `/case/health/${sealedId}/compare`,
      (page) => page.locator('.compare iframe').nth(1).waitFor(),
    ],
    ['offers', 'bj-health-head', () => '/offers'],
    ['the office', 'bj-joint-office-coordinator', () => '/office', (page) => page.locator('table tbody tr').first().waitFor()],
    ['the audit', 'bj-joint-office-auditor', () => '/audit'],
    ['who saw a case', 'bj-joint-office-auditor', () => `/looks/${caseId}`],
    ['the operation of the services', administrator, () => '/operation', (page) => page.locator('[data-dead-letter]').waitFor()],
    ['the desk with cases ticked', 'bj-health-head', () => '/desk', (page) => page.locator('.bar button').first().click()],
    [
      'what was found',
      'bj-health-case-officer',
      () => '/desk',
      async (page) => {
        await page.getByRole('searchbox').fill('yljg');
        await page.keyboard.press('Enter');
        await page.locator('.found li').first().waitFor();
      },
    ],
    ['the desk narrowed', 'bj-health-decider', () => '/desk?kind=violation', (page) => page.locator('.filters form').waitFor()],
    ['reminders', 'bj-health-case-officer', () => '/inbox'],
    ['giving many cases over', 'bj-health-head', () => '/reassignments'],
    [
      'what became of each case',
      'bj-health-head',
      () => `/reassignments/health/${orderId}`,
      (page) => page.locator('tr[data-outcome]').first().waitFor(),
    ],
    ['sign-ins', 'bj-health-case-officer', () => '/sessions'],
    ['the choice of a post', 'bj-stc-two-posts', () => '/desk'],
    [
      'what stands against somebody',
      'bj-health-case-officer',
      () => '/standing',
      async (page) => {
        await page.locator('input[type="text"], input:not([type])').first().fill('OWN-EXAMPLE');
        await page.locator('main button[type=submit]').click();
        await page.locator('main .part').nth(1).waitFor();
      },
    ],
    ['reporters’ identities', 'bj-joint-office-identity-custodian', () => '/identities'],
    ['training', 'bj-health-head', () => '/training', (page) => page.locator('ol.steps').first().waitFor()],
    ['help', 'bj-health-case-officer', () => '/help/matter', (page) => page.locator('.diagram img').waitFor()],
    ['the letters to a unit', 'example-lab-contact', () => '/desk', (page) => page.locator('.plain a').first().waitFor()],
    [
      'a letter and its answer',
      'example-lab-contact',
      () => `/letter/health/${letterId}`,
      (page) => page.locator('button[data-act="answer"]').click(),
    ],
  ];

inBrowser('every page', () => {
  beforeAll(async () => {
    here = await Browsing.start(['health', 'ai', 'lab-animals', 'coordination', 'investigation', 'vault', 'audit', 'portal']);
    caseId = String(
      (
        await here.lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), {
          report: { title: '关于某示例医疗机构未经伦理审查开展临床研究的举报（超长标题用于检查换行与排版是否得当）', text: '示例内容' },
        })
      ).body['caseId'],
    );
    const order = { toPost: 'bj-health-reviewer', cases: [`${caseId}~1~1`, `${caseId}~9~9`] };
    orderId = String(
      (
        await here.lianxi.request('health', 'POST', '/v1/reassignments', {
          as: 'bj-health-head',
          body: order,
          headers: { 'idempotency-key': 'pages-spec-order' },
        })
      ).body['id'],
    );
    withPaperId = String((await here.lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    expect(
      (
        await here.lianxi.addPaper('health', withPaperId, officer, {
          name: '一份名称很长的示例材料（用于检查换行）.txt',
          bytes: Buffer.from('示例内容'),
        })
      ).status,
    ).toBe(200);
    const { papers } = (await here.lianxi.get('health', `/v1/cases/${withPaperId}`, officer)).body as { papers: { id: string }[] };
    paperId = papers[0]?.id ?? '';
    letterId = await writtenToUnit();
    health = await connect({
      servers: here.lianxi.nats.url,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(here.lianxi.around.secrets.nkeys['health']?.seed ?? '')),
      inboxPrefix: '_INBOX_health',
    });
    await deadLetter();
    sealedId = await presentedSealed();
    await here.lianxi.file('health', healthMatter({ fields: ['ai', 'human-life-medicine'], aiStage: 'research', receivedBy: 'bj-health' }));
  });
  afterAll(async () => {
    await health.close();
    await here.stop();
  });
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  /** What a service of a faulty build might say; returns the id under which it could not be handled. */
  async function deadLetter(): Promise<string> {
    const id = randomUUID();
    const body = {
      epoch: 1,
      version: 1,
      kind: 'incident',
      holder: 'bj-health',
      service: 'health',
      rules: [],
      mark: 'ordinary',
      since: '2026-11-01T00:00:00.000000Z',
    };
    health.publish(
      'v1.beijing.health.coordination.case-indexed',
      JSON.stringify({ id, kind: 'case-indexed@1', caseId: randomUUID(), n: 1, body }),
    );
    const buried = async (): Promise<string | undefined> =>
      (await here.lianxi.admin.query<{ id: string }>('SELECT id FROM coordination.dead_letters WHERE delivery_id = $1', [id])).rows[0]?.id;
    await waitFor('it could not be handled', async () => (await buried()) !== undefined);
    return String(await buried());
  }

  /** A letter sent to the contact of an example unit. */
  async function writtenToUnit(): Promise<string> {
    const desk = new LetterDesk(() => here.lianxi);
    const id = await desk.written(caseId, { unit: 'OWN-EXAMPLE-LAB' });
    await desk.paper(id, 'enclosure');
    await desk.does(id, 'dispatch', officer, { method: 'to-contact' });
    return id;
  }

  /** An official letter that came back sealed and waits to be compared. */
  async function presentedSealed(): Promise<string> {
    const desk = new LetterDesk(() => here.lianxi);
    const id = await desk.written(caseId, { addressee: '示例研究所', purpose: 'telling', periodFrom: 'none' });
    await desk.does(id, 'draft-document', officer, { kind: 'reply', subject: '示例事项', addressee: '示例研究所', body: '来函收悉。' });
    await desk.does(id, 'check-document', 'bj-health-reviewer');
    await desk.does(id, 'sign-off', 'bj-health-decider');
    await desk.does(id, 'number-document', officer);
    await desk.does(id, 'present-sealed', officer, { scan: await desk.paper(id, 'enclosure') });
    return id;
  }

  /** The page as that person has it, in Chinese. */
  const shown = async ([, person, address, then]: (typeof pages)[number]): Promise<Page> => {
    const page = person === undefined ? await here.visitor() : await here.again(person);
    await here.open(page, address());
    await then?.(page);
    return page;
  };

  const found = async (page: Page): Promise<string[]> =>
    (
      await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        // What stands in a frame is a paper, not a page of ours: axe need not open a second page to gather what it found, nor describe what is well.
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze()
    ).violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  const overflow = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(
          (each) =>
            each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !each.closest('.scroll, .skip, .unseen'),
        )
        .map((each) => `${each.tagName}.${each.className}`)
        .slice(0, 5),
    );

  /** Texts that stand on the page without having been said in the pseudo-language, but for what people wrote. */
  const bare = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = (node.textContent ?? '').trim();
        const holder = node.parentElement;
        if (
          holder === null ||
          holder.closest('[data-said], script, style, noscript, code') !== null ||
          holder.closest('.unseen, .ant-empty-image') !== null
        )
          continue;
        const outside = text.replace(/⟦[^⟧]*⟧/g, '');
        if (/[A-Za-z\u4e00-\u9fff]{2,}/.test(outside)) found.push(text.slice(0, 80));
      }
      return found;
    });

  describe.each(pages)('%s', (...row) => {
    const of = row as unknown as (typeof pages)[number];
    const isPlain = of[2]().startsWith('/pages/');
    let page: Page;
    beforeAll(async () => {
      page = await shown(of);
    });
    afterAll(() => page.context().close());

    it('has nothing that axe finds, in Chinese', async () => {
      expect(await found(page)).toEqual([]);
      if (!isPlain) await here.pictures(page, of[0]);
    });

    it('has nothing that axe finds, in English, and fits a telephone (390 pixels) and a screen enlarged to 200 %', async () => {
      await (isPlain ? here.open(page, `${of[2]()}?lang=en`) : here.speak(page, 'en'));
      expect(await found(page)).toEqual([]);
      for (const [width, height] of [
        [390, 844],
        [640, 450],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect([width, await overflow(page)]).toEqual([width, []]);
      }
    });

    if (!isPlain)
      it('says nothing that is not in the dictionary or in the services’ own words', async () => {
        await here.speak(page, 'pseudo');
        expect(await bare(page)).toEqual([]);
      });
  });

  it.each([['/desk'], ['/case'], ['/office'], ['/file']])(
    'asks the server for nothing that waits for more than one other answer: %s',
    async (address) => {
      const page = await here.again('bj-joint-office-coordinator');
      const ended: number[] = [];
      const depths = new Map<string, number>();
      page.on('request', (request) => {
        if (request.url().includes('/api/') && request.resourceType() !== 'eventsource')
          depths.set(request.url(), 1 + Math.max(0, ...ended));
      });
      page.on('requestfinished', (request) => {
        const depth = depths.get(request.url());
        if (depth !== undefined) ended.push(depth);
      });
      await here.open(page, address === '/case' ? `/case/health/${caseId}` : address);
      expect(depths.size).toBeGreaterThan(2);
      expect([...depths].filter(([url, depth]) => depth > 2 && !url.endsWith('/api/public/decisions'))).toEqual([]);
      await page.context().close();
    },
  );

  it("an auditor keeps a case from being erased and sees who saw it; the holder's page says that it is kept, and its head sees who saw it, but no auditor", async () => {
    const id = String((await here.lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    const auditor = await here.official('bj-joint-office-auditor');
    await waitFor(
      'the case’s record has arrived',
      async () => ((await here.lianxi.admin.query('SELECT 1 FROM audit.recorded_rows WHERE case_id = $1', [id])).rowCount ?? 0) > 0,
    );
    await here.open(auditor, '/audit');
    const holds = auditor.getByRole('form', { name: '审计冻结' });
    await holds.locator('input').fill(id);
    await holds.locator('button[type=submit]').click();
    await auditor.locator('button[data-act="place-audit-hold"]').click();
    await auditor.locator('form.act-form select').selectOption('supervision');
    await auditor.locator('form.act-form button[type=submit]').click();
    await auditor.locator('.hold', { hasText: id }).getByText('已冻结', { exact: true }).waitFor();
    const head = await here.official('bj-health-head');
    await waitFor('the holder’s page says so', async () => {
      await here.open(head, `/case/health/${id}`);
      return ((await head.locator('main').textContent()) ?? '').includes('审计冻结销毁');
    });
    await here.open(auditor, `/looks/${id}`);
    await waitFor(
      'both looks are in the report',
      async () =>
        (
          await here.lianxi.admin.query(
            `SELECT DISTINCT content ->> 'post' FROM audit.recorded_rows WHERE case_id = $1 AND kind = 'access'`,
            [id],
          )
        ).rowCount === 2,
    );
    await here.open(auditor, `/looks/${id}`);
    await auditor.getByRole('button', { name: '公开监督查阅' }).waitFor();
    await head.getByRole('link', { name: '查阅记录' }).click();
    await head.locator('main table tbody tr').first().waitFor();
    expect(await head.locator('main table').textContent()).not.toContain('审计');
    await Promise.all([auditor.context().close(), head.context().close()]);
  });

  it('the system administrator sees what could not be handled and why, and has it handled once its cause is mended; nobody else sees the page', async () => {
    const id = await deadLetter();
    const page = await here.official(administrator);
    await here.open(page, '/operation');
    const card = page.locator(`[data-dead-letter="${id}"]`);
    expect(await card.textContent()).toContain('message-body-refused: state');
    await card.getByRole('button').click();
    await card.getByRole('alert').waitFor();
    await here.lianxi.admin.query(
      `UPDATE coordination.dead_letters SET envelope = convert_to(jsonb_set(convert_from(envelope, 'UTF8')::jsonb, '{body,state}', '"received"')::text, 'UTF8') WHERE id = $1`,
      [id],
    );
    await card.getByRole('button').click();
    await page.getByText('已处理 1 条', { exact: true }).waitFor();
    await card.waitFor({ state: 'detached' });
    const coordinator = await here.official('bj-joint-office-coordinator');
    await here.open(coordinator, '/operation');
    expect(await coordinator.locator('main').textContent()).toContain('您的岗位');
    expect(await coordinator.locator('nav').textContent()).not.toContain('运行');
    await Promise.all([page.context().close(), coordinator.context().close()]);
  });
});
