import { readFileSync } from 'node:fs';
import { handIn, type Challenge } from '@lianxi/chassis';
import { healthMatter } from '../support/example-facts';
import { InvestigationDesk } from '../support/investigation-desk';
import { LetterDesk } from '../support/letter-desk';
import { waitFor } from '../support/lianxi';
import { AtTheWindow } from './at-the-window';
import { Browsing, inBrowser } from './browsing';

const [officer, colleague, reviewer, decider, head] = [
  'bj-health-case-officer',
  'bj-health-intake-officer',
  'bj-health-reviewer',
  'bj-health-decider',
  'bj-health-head',
] as const;

let here: Browsing;
inBrowser('the desks of those who investigate, keep identities, write letters, answer them and look after the system', () => {
  beforeAll(async () => {
    here = await Browsing.start(['health', 'investigation', 'coordination', 'vault', 'audit', 'portal']);
  });
  afterAll(() => here.stop());
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  const letters = new LetterDesk(() => here.lianxi);
  const investigations = new InvestigationDesk(() => here.lianxi);
  const at = (person: string, language: 'zh' | 'en', address: string): Promise<AtTheWindow> =>
    AtTheWindow.of(here, person, language, address);
  const leave = (...windows: readonly AtTheWindow[]): Promise<unknown> => Promise.all(windows.map((window) => window.leave()));

  it('a team takes evidence in, hands it over and gives it back; its chain of custody says how it came, whose hands it went through, and to the head who opened it', async () => {
    const matter = await investigations.accepted(
      'health',
      'bj-health',
      healthMatter({ kind: 'violation', suspect: 'unit-head', major: false, receivedBy: 'bj-health' }),
    );
    const id = await investigations.ordered('health', matter, 'bj-health', 'bj-health');
    const lead = await at(head, 'en', `/case/investigation/${id}`);
    for (const post of [officer, colleague]) await lead.does('add-member', { post }, 'investigation');
    const [first, second] = [await at(officer, 'zh', '/desk'), await at(colleague, 'en', `/case/investigation/${id}`)];
    await first.openFromDesk({ zh: '调查', en: 'Investigation' });
    for (const member of [first, second]) await member.does('declare-no-interest', {}, 'investigation');
    await first.does('propose-plan', { plan: '示例方案' }, 'investigation');
    await lead.does('approve-plan', {}, 'investigation');
    await first.addPaper({ name: '实验记录.txt', bytes: Buffer.from('示例记录') }, 'evidence', 'investigation');
    await first.does(
      'take-in-evidence',
      { evidence: '实验记录.txt', source: 'subject', borrowed: 'true', description: '示例' },
      'investigation',
    );
    await first.does('hand-over-evidence', { evidence: '实验记录.txt', post: colleague }, 'investigation');
    const [download] = await Promise.all([
      second.page.waitForEvent('download'),
      second.page.getByRole('link', { name: '实验记录.txt' }).click(),
    ]);
    await download.path();

    await first.page.locator('.custody-link').click();
    await first.page.getByText('证据现由谁保管').waitFor();
    const [paper] = (await investigations.read('investigation', id, officer))['papers'] as { id: string; sha256: string }[];
    const told = (await first.page.locator('main').textContent()) ?? '';
    expect([told.includes(String(paper?.sha256)), told.includes('与记录一致'), told.includes('未经扫描')]).toEqual([true, true, true]);
    expect((await first.page.locator('.timeline li strong').allTextContents()).slice(-3)).toEqual([
      '添加材料',
      '登记收取证据',
      '移交证据保管',
    ]);
    expect(told).toMatch(/证据现由谁保管.*收件员/);
    expect([told.includes('由持有机关的负责人和审计员查看'), await first.page.locator('main table').count()]).toEqual([true, 0]);
    await waitFor('the look has reached the record', async () => {
      await lead.goTo(`/case/investigation/${id}/papers/${paper?.id}`);
      return (await lead.page.locator('main tbody tr').count()) === 1;
    });
    expect(await lead.page.locator('main tbody tr').textContent()).toContain('Intake officer');
    await leave(lead, first, second);
  });

  it('two custodians, each with what their own machine opened, let the officer who asked see a reporter’s name', async () => {
    const contact = { name: '示例举报人', phone: '010-0000-4321' };
    const facts = healthMatter({ kind: 'violation', suspect: 'person', major: false, receivedBy: 'bj-health' });
    const id = String((await here.lianxi.file('health', facts, { report: { contact } })).body['caseId']);
    const asks = await at(officer, 'zh', `/case/health/${id}`);
    await asks.does('ask-identity', { reason: 'verify-facts', tell: 'tell', reasons: '须当面核实' });
    const keys = here.lianxi.around.secrets.custodians['beijing'] ?? {};
    for (const [person, key, language] of [
      ['bj-joint-office-identity-custodian', 'beijing-first', 'en'],
      ['bj-joint-office-second-identity-custodian', 'beijing-second', 'zh'],
    ] as const) {
      const custodian = await at(person, language, '/desk');
      await custodian.page.getByRole('link', { name: language === 'zh' ? '身份' : 'identit' }).click();
      const card = custodian.page.locator('article.card', { hasText: '须当面核实' });
      const challenge = await card.locator('textarea[readonly]').inputValue();
      await card.locator('textarea:not([readonly])').fill(handIn(JSON.parse(challenge) as Challenge, keys[key]?.secret ?? ''));
      await card.locator('form button[type=submit]').click();
      await card.locator('form').waitFor({ state: 'detached' });
      expect(await custodian.page.locator('main').textContent()).not.toContain(contact.name);
      await custodian.leave();
    }
    await asks.page.getByRole('link', { name: '身份' }).click();
    await asks.page.getByRole('button', { name: '查看身份' }).click();
    await asks.page.getByText(contact.name).waitFor();
    await leave(asks);
  });

  it('an official letter is drafted, checked, signed off, numbered, sealed, compared with its scan side by side, dispatched and served', async () => {
    const matter = await letters.inHandling();
    const id = await letters.written(matter, { addressee: '示例研究所', purpose: 'telling', periodFrom: 'none' });
    const address = `/case/health/${id}`;
    const [drafts, checks] = [await at(officer, 'zh', address), await at(reviewer, 'en', address)];
    await drafts.does('draft-document', { kind: 'reply', subject: '示例事项', addressee: '示例研究所', body: '来函收悉。' }, 'letter');
    await checks.does('check-document', {}, 'letter');
    const signs = await at(decider, 'zh', address);
    await signs.does('sign-off', {}, 'letter');
    const sends = await at(colleague, 'en', address);
    await sends.does('number-document', {}, 'letter');
    const [printed] = await Promise.all([sends.page.waitForEvent('download'), sends.page.locator('a[href$="document?as=pdf"]').click()]);
    await sends.addPaper({ name: '用印扫描件.pdf', bytes: readFileSync(await printed.path()) }, 'enclosure', 'letter');
    await sends.does('present-sealed', { scan: '用印扫描件.pdf' }, 'letter');
    expect(await sends.page.locator('button[data-act="confirm-seal"]').count()).toBe(0);

    await checks.page.getByRole('link', { name: 'Compare side by side' }).click();
    await checks.page.locator('.compare iframe[src^="blob:"]').nth(1).waitFor();
    const sides = async (): Promise<readonly (readonly number[])[]> =>
      checks.page
        .locator('.compare .part')
        .evaluateAll((parts) => parts.map((part) => [part.getBoundingClientRect().left, part.getBoundingClientRect().top]));
    const [[left, top] = [], [otherLeft, otherTop] = []] = await sides();
    expect([Number(otherLeft) > Number(left), otherTop]).toEqual([true, top]);
    await checks.page.setViewportSize({ width: 390, height: 844 });
    const [[, above] = [], [, below] = []] = await sides();
    expect(Number(below)).toBeGreaterThan(Number(above));
    await checks.does('confirm-seal', {}, 'letter');

    await drafts.does('dispatch', { method: 'registered-post' }, 'letter');
    await drafts.addPaper({ name: '回执.txt', bytes: Buffer.from('示例回执') }, 'delivery-proof', 'letter');
    await drafts.does('record-receipt', { effectiveOn: await letters.today(), proof: '回执.txt' }, 'letter');
    await drafts.page.locator('.page-head .tag.state', { hasText: '已送达' }).waitFor();
    await leave(drafts, checks, signs, sends);
  });

  it('the contact of a unit opens a letter, answers it with a paper, and the body that asked has the answer', async () => {
    const id = await letters.written(await letters.inHandling(), { unit: 'OWN-EXAMPLE-LAB' });
    await letters.does(id, 'dispatch', officer, { method: 'to-contact' });
    const contact = await at('example-lab-contact', 'en', '/desk');
    await contact.page.locator('.plain a').first().click();
    await contact.does('answer', { answer: 'We stopped on 5 January.' }, 'letter');
    await contact.leave();
    const asked = await at(officer, 'zh', `/case/health/${id}`);
    await asked.page.getByText('We stopped on 5 January.').waitFor();
    await asked.leave();
  });

  it('a system administrator sees how far the record of each service is, and no case', async () => {
    const administrator = await at('bj-joint-office-system-administrator', 'zh', '/audit');
    await administrator.page.getByText('最近签名的检查点').waitFor();
    await administrator.goTo('/desk');
    expect(await administrator.page.locator('.worklist-row').count()).toBe(0);
    await administrator.leave();
  });
});
