import { coHandling } from '@lianxi/casework';
import { factLabels, register } from '@lianxi/jurisdiction';
import { waitFor } from '../support/lianxi';
import { AtTheWindow } from './at-the-window';
import { Browsing, inBrowser } from './browsing';

let here: Browsing;
inBrowser('the story that the demonstration tells, by its people at their windows', () => {
  beforeAll(async () => {
    here = await Browsing.start(['agriculture', 'ai', 'health', 'coordination', 'audit', 'portal']);
  });
  afterAll(() => here.stop());
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));

  const incident = factLabels.kind.codes.incident;
  const bodyOf = (id: string): { zh: string; en: string } => register.bodies.find((body) => body.id === id)?.names ?? { zh: '', en: '' };
  const at = (person: string, language: 'zh' | 'en', address?: string): Promise<AtTheWindow> =>
    AtTheWindow.of(here, person, language, address);
  const opened = async (person: string, language: 'zh' | 'en', what = incident as { zh: string; en: string }): Promise<AtTheWindow> => {
    const window = await at(person, language);
    await window.openFromDesk(what);
    return window;
  };
  const textOf = (window: AtTheWindow, part: string): Promise<string | null> => window.page.locator(part).textContent();

  it('an incident of artificial intelligence and human subjects goes from agriculture, where it was filed, to the archive of who was designated, and everybody sees as much of it as they should', async () => {
    const clerk = await at('bj-agri-intake-officer', 'zh', '/file');
    await fileAtAgriculture(clerk);
    expect(await textOf(clerk, '.slip')).toContain(bodyOf('bj-stc').zh);

    const stc = await opened('bj-stc-intake-officer', 'en');
    await stc.page.locator('.page-head .tag.unsure').waitFor();
    for (const body of ['bj-stc', 'bj-eit', 'bj-health']) expect(await textOf(stc, '.case-main')).toContain(bodyOf(body).en);
    await stc.does('register');
    await stc.leave();
    const interim = await opened('bj-stc-head', 'zh');
    await interim.does('secure-evidence', { what: '示例：训练日志' });
    await interim.page.getByText('示例：训练日志').waitFor();

    const office = await at('bj-joint-office-coordinator', 'en', '/office');
    await office.does('record-view', { ofBody: 'bj-eit', view: 'would-co-handle' }, 'designation');
    await office.does('record-view', { ofBody: 'bj-health', view: 'would-lead' }, 'designation');
    await office.page.locator('.card', { hasText: 'Would lead' }).waitFor();
    await office.does('designate', { lead: 'bj-health', reasons: 'Mainly clinical research' }, 'designation');
    await interim.page.locator('.ant-alert', { hasText: bodyOf('bj-health').zh }).waitFor();
    expect(await interim.page.locator('#acts button').count()).toBe(0);
    await interim.leave();

    const [officer, decider, head] = [
      await opened('bj-health-case-officer', 'zh'),
      await opened('bj-health-decider', 'en'),
      await opened('bj-health-head', 'zh'),
    ];
    await officer.does('screen', { finding: '材料齐全' });
    await decider.does('accept');
    await head.does('assign', { post: 'bj-health-case-officer' });
    await officer.does('begin-handling');

    await head.does('ask-co-handler', { coHandler: 'bj-eit', task: '请就模型训练合规性提出意见' });
    const co = await opened('bj-eit-case-officer', 'en', coHandling.label);
    await co.does('take-up', {}, 'co-handling');
    await co.leave();
    const second = await opened('bj-eit-reviewer', 'zh', coHandling.label);
    await second.does('give-opinion', { view: 'agree-with-conditions', opinion: '须删除已训练的数据' }, 'co-handling');
    await second.leave();
    await head.page.getByText('须删除已训练的数据').waitFor();

    await head.does('offer-transfer', { toBody: 'bj-agri', reason: 'facts-changed', reasons: '涉及动物样本' });
    const agriculture = await at('bj-agri-head', 'en', '/offers');
    await agriculture.does('return', { basis: 'in-charge-supervises', alternative: 'bj-health', reasons: 'Not ours' }, 'hand-over');
    await agriculture.page.getByText('No body offers').waitFor();
    await agriculture.leave();
    await head.sees('return', 'hand-over');

    const [outcome, summary] = ['violation-found', '未经告知使用患者数据'];
    await decider.does('propose-conclusion', { outcome, summary });
    const signs = await opened('bj-eit-decider', 'en', coHandling.label);
    await signs.does('countersign', {}, 'co-handling');
    await signs.leave();
    await head.sees('countersign', 'co-handling');
    await decider.does('conclude', { outcome, summary });
    await officer.does('archive');
    await head.page.locator('.page-head .tag.state', { hasText: '已归档' }).waitFor();

    await clerk.leave();
    const auditor = await at('bj-joint-office-auditor', 'en', '/audit');
    await waitFor('everything has arrived', async () => {
      await auditor.goTo('/audit');
      return ((await textOf(auditor, 'main')) ?? '').includes('no number is missing');
    });
  }, 420_000);

  async function fileAtAgriculture(clerk: AtTheWindow): Promise<void> {
    const { page } = clerk;
    for (const [zh, value] of [
      ['来源', 'letter'],
      ['收到日期', '2026-01-05'],
      ['提供者', '示例来信人'],
      ['记录', '来信一封，示例。'],
      ['标题', '示例：影像辅助诊断试验使用患者数据'],
      ['内容', '示例医院在未告知患者的情况下，用其影像数据训练诊断模型。'],
      ['事项类型', 'incident'],
    ] as const)
      await clerk.fill(clerk.field({ zh, en: '' }), value);
    for (const field of [factLabels.fields.codes.ai, factLabels.fields.codes['human-life-medicine']])
      await page.getByRole('checkbox', { name: field.zh }).check();
    for (const [fact, value] of [
      ['unit.kind', 'medical-institution'],
      ['unit.educationSystem', 'false'],
      ['unit.affiliation', 'bj-health'],
      ['funding', 'none'],
      ['aiStage', 'research'],
    ] as const)
      await clerk.fill(clerk.field(factLabels[fact].label), value);
    await page.locator('.foreseen .lead', { hasText: bodyOf('bj-stc').zh }).waitFor();
    await page.locator('.confirm input').check();
    await page.locator('.filing-side button[type=submit]').click();
    await page.locator('.slip .receipt').waitFor();
  }
});
