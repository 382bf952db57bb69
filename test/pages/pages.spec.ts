import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

/** A browser without scripts: it keeps cookies and sends the forms it is shown. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async get(service: string, path: string): Promise<{ status: number; text: string; location: string }> {
    return this.keep(await fetch(`${lianxi.url(service)}${path}`, { redirect: 'manual', headers: { cookie: this.cookie() } }));
  }

  /** Sends the first form on a page whose action ends as given, with its hidden fields. */
  async send(
    service: string,
    page: string,
    action: string,
    fields: Record<string, string>,
    file?: { name: string; bytes: string },
  ): Promise<{ status: number; text: string; location: string }> {
    const { text } = await this.get(service, page);
    const form = text.split('<form').find((part) => part.split('>')[0]?.includes(`action="${action}"`)) ?? '';
    const shown = [...(form.split('</form>')[0]?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? [])].map(
      ([, name = '', value = '']) => [name, value],
    );
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...(Object.fromEntries(shown) as Record<string, string>), ...fields }))
      data.append(name, value);
    if (file) data.append('file', new Blob([file.bytes]), file.name);
    return this.keep(
      await fetch(`${lianxi.url(service)}${action}`, {
        method: 'POST',
        body: data,
        redirect: 'manual',
        headers: { cookie: this.cookie() },
      }),
    );
  }

  async signIn(service: string, person: string): Promise<this> {
    const answer = await this.send(service, '/pages/sign-in', '/pages/sign-in', { token: await lianxi.token(person) });
    expect([answer.status, answer.location]).toEqual([303, '/pages/worklist']);
    return this;
  }

  private cookie = (): string => [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  private async keep(answer: Response): Promise<{ status: number; text: string; location: string }> {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      expect(line).toMatch(/HttpOnly; SameSite=Strict|Expires=Thu, 01 Jan 1970/);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
  }
}

const hostile = `<script>alert('x')</script>"><img src=x onerror=alert(1)>`;
const reportOf = (title: string): Record<string, string> => ({
  'report.title': title,
  'report.text': '示例内容',
  'fact.receivedBy': 'bj-agri',
  'fact.kind': 'incident',
  'fact.field.human-life-medicine': 'on',
  'fact.unit.kind': 'medical-institution',
  'fact.unit.educationSystem': 'false',
  'fact.unit.affiliation': 'bj-health',
  'fact.funding': 'none',
  'fact.fundManager': 'none:null',
  'fact.aiStage': 'unknown',
  'fact.suspect': 'unknown',
  'fact.major': 'unknown',
  'fact.inProject': 'unknown',
  'fact.listedItem': 'unknown',
  'paper.kind': 'report-material',
  'paper.origin': 'copy',
  'paper.dated': '2026-10-01',
  noStateSecrets: 'on',
});

describe('an official without scripts', () => {
  it('files a medical matter at agriculture, prints the receipt, and finds it at the health commission with reason and clause', async () => {
    const reporter = new Browser();
    const filed = await reporter.send('agriculture', '/pages/file', '/pages/file', reportOf('示例：参与者未获告知'), {
      name: '举报信.txt',
      bytes: '举报内容',
    });
    expect(filed.status).toBe(201);
    expect(filed.text).toMatch(/class="receipt">\d{4}-\d{4}-\d{4}-\d{4}</);
    for (const shown of ['市卫生健康委', '京科监发〔2024〕277号 二(一)', 'bj-human']) expect(filed.text).toContain(shown);

    const officer = await new Browser().signIn('health', 'bj-health-case-officer');
    let link = '';
    await waitFor('it is on the worklist', async () => {
      link = /href="(\/pages\/cases\/[^"]+)"/.exec((await officer.get('health', '/pages/worklist')).text)?.[1] ?? '';
      return link !== '';
    });
    const page = (await officer.get('health', link)).text;
    for (const shown of ['尚未编号', '示例：参与者未获告知', '京科监发〔2024〕277号 二(一)', '举报信.txt', '登记期限', '市农业农村局'])
      expect(page).toContain(shown);

    expect(await officer.send('health', link, `${link}/acts/register`, {})).toMatchObject({ status: 303, location: link });
    expect((await officer.get('health', link)).text).toMatch(/〔\d{4}〕\d+号/);
    expect(
      await officer.send(
        'health',
        link,
        `${link}/acts/add-paper`,
        { 'form.kind': 'evidence', 'form.dated': '2026-10-09', 'form.origin': 'original' },
        { name: '现场记录.txt', bytes: '记录' },
      ),
    ).toMatchObject({ status: 303 });
    const paper = /href="(\/pages\/cases\/[^"]+\/papers\/[^"]+)">现场记录/.exec((await officer.get('health', link)).text)?.[1] ?? '';
    expect((await officer.get('health', paper)).text).toBe('记录');
    expect(await officer.send('health', link, `${link}/acts/screen`, { 'form.finding': '符合条件' })).toMatchObject({ status: 303 });
    expect((await officer.get('health', link)).text).toContain('符合条件');
  });

  it('finds what was typed again, with the reason in words, when a filing is refused', async () => {
    const visitor = new Browser();
    for (const [language, field] of [
      ['zh', '标题'],
      ['en', 'Title'],
    ] as const) {
      await visitor.get('health', `/pages/file?lang=${language}`);
      const fields = Object.fromEntries(
        Object.entries({
          ...reportOf('示例'),
          'report.title': '',
          'report.text': '<b>写了很久的内容</b>',
          'contact.phone': '010-00000000',
        }).filter(([name]) => !name.startsWith('paper.')),
      );
      const refused = await visitor.send('health', '/pages/file', '/pages/file', fields);
      expect(refused.status).toBe(400);
      for (const kept of ['&lt;b&gt;写了很久的内容&lt;/b&gt;', '010-00000000', field]) expect(refused.text).toContain(kept);
    }
  });

  it('files a letter that came in days ago, whose periods run from that day', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-intake-officer');
    const fields = {
      ...reportOf('示例：来信'),
      'fact.receivedBy': 'bj-health',
      'onBehalf.channel': 'letter',
      'onBehalf.receivedOn': '2026-01-05',
      'onBehalf.givenBy': '示例来信人',
      'onBehalf.note': '来信一封',
    };
    const withoutPaper = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('paper.')));
    expect((await officer.send('health', '/pages/file', '/pages/file', withoutPaper)).status).toBe(201);
    const { text } = await officer.get('health', '/pages/worklist?list=overdue');
    expect(text).toContain('已逾期');
  });

  it('reads every page in English too, and finds no Chinese left in what the pages themselves say', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-decider');
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), { report: { title: 'Example', text: 'Example' } });
    for (const path of [
      '/pages/worklist?lang=en',
      '/pages/offers',
      '/pages/reminders',
      '/pages/rule-changes',
      '/pages/reassignments',
      '/pages/file',
      `/pages/cases/${String(filed.body['caseId'])}`,
    ]) {
      const { status, text } = await officer.get('health', path);
      expect(status).toBe(200);
      const ours = text
        .replaceAll(/<a href="[^"]*\?lang=zh"[^>]*>中文<\/a>/g, '')
        .replaceAll(
          /第[一二三四五六七八九十百]+[条章](至第[一二三四五六七八九十百]+条)?|二\(一\)|[\p{Script=Han}()a-z-]+〔\d+〕\d+号|示例(事项|内容)/gu,
          '',
        );
      const left = [...ours.matchAll(/\p{Script=Han}+/gu)].map(([word]) => word);
      expect([path, left]).toEqual([path, []]);
    }
  });

  it('gives all cases of a post to another, and reads what became of each', async () => {
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    await lianxi.act('health', String(filed.body['caseId']), 'reassign', 'bj-health-head', { post: 'bj-health-reviewer' });
    const officer = await new Browser().signIn('health', 'bj-health-decider');
    const { status, location } = await officer.send('health', '/pages/reassignments', '/pages/reassignments', {
      fromPost: 'bj-health-reviewer',
      toPost: 'bj-health-case-officer',
    });
    expect(status).toBe(303);
    await waitFor('the page says it is finished', async () =>
      (await officer.get('health', location)).text.includes('已完成 · 已改派 1 / 1'),
    );
    expect((await officer.get('health', location)).text).toContain(String(filed.body['caseId']));
    const clerk = await new Browser().signIn('health', 'bj-health-case-officer');
    expect((await clerk.get('health', '/pages/reassignments')).status).toBe(403);
    expect((await clerk.get('health', '/pages/worklist')).text).not.toContain('/pages/reassignments');
  });

  it('names who stands in while they are on leave, on the pages of the office, in both languages', async () => {
    const officer = await new Browser().signIn('coordination', 'bj-health-decider');
    const today =
      (await lianxi.admin.query<{ day: string }>(`SELECT (lianxi.lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`)).rows[0]
        ?.day ?? '';
    const asked = { post: 'bj-health-decider', deputy: 'bj-health-reviewer', kind: 'leave', from: today, until: today };
    expect((await officer.send('coordination', '/pages/absences', '/pages/absences', { ...asked, post: 'bj-health-head' })).status).toBe(
      403,
    );
    expect(await officer.send('coordination', '/pages/absences', '/pages/absences', asked)).toMatchObject({
      status: 303,
      location: '/pages/absences',
    });
    expect((await officer.get('coordination', '/pages/absences')).text).toContain('请假');
    const english = (await officer.get('coordination', '/pages/absences?lang=en')).text;
    expect(english).toContain('Leave and duty');
    expect([...english.replaceAll('中文', '').matchAll(/\p{Script=Han}+/gu)].map(([word]) => word)).toEqual([]);
    const action = /action="(\/pages\/absences\/[^"]+\/end)"/.exec(english)?.[1] ?? '';
    expect((await officer.send('coordination', '/pages/absences', action, {})).status).toBe(303);
  });

  it('reads which rules apply, and only the office finds where to propose others', async () => {
    const officer = await new Browser().signIn('coordination', 'bj-health-head');
    const english = (await officer.get('coordination', '/pages/editions?lang=en')).text;
    expect(english).toContain('beijing-2024-12-27');
    expect([...english.replaceAll('中文', '').matchAll(/\p{Script=Han}+/gu)].map(([word]) => word)).toEqual([]);
    expect(english).not.toContain('name="content"');
    const office = await new Browser().signIn('coordination', 'bj-joint-office-coordinator');
    expect((await office.get('coordination', '/pages/editions')).text).toContain('name="content"');
    expect((await office.send('coordination', '/pages/editions', '/pages/editions', { content: '{' })).status).toBe(400);
    expect((await office.send('coordination', '/pages/editions', '/pages/editions', { content: '{}' })).text).toContain(
      '填写内容不在允许范围内',
    );
  });

  it('is told in words why an act was refused and what changed since the page was opened', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-case-officer');
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    const link = `/pages/cases/${String(filed.body['caseId'])}`;
    await lianxi.act('health', String(filed.body['caseId']), 'register', 'bj-health-intake-officer');
    const refused = await officer.send('health', link, `${link}/acts/screen`, { version: '1' });
    expect(refused.status).toBe(409);
    for (const shown of ['事项已被他人更新', '登记', '市卫生健康委 收件员']) expect(refused.text).toContain(shown);
  });
});

describe('the pages', () => {
  it('never send on a word of somebody else as markup', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-case-officer');
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }), {
      report: { title: hostile, text: hostile, unitName: hostile, contact: { name: hostile } },
    });
    const { text } = await officer.get('health', `/pages/cases/${String(filed.body['caseId'])}`);
    expect(text).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
    expect(text).not.toMatch(/<script|<img/);
  });

  it('show cases to nobody who has not signed in, and a foreign case to nobody', async () => {
    expect(await new Browser().get('health', '/pages/worklist')).toMatchObject({ status: 303, location: '/pages/sign-in' });
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    const stranger = await new Browser().signIn('health', 'sz-health-head');
    expect((await stranger.get('health', `/pages/cases/${String(filed.body['caseId'])}`)).status).toBe(404);
  });

  it('refuse a form that did not come from a page of the same session, and a token that is none', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-case-officer');
    const filed = await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    const link = `/pages/cases/${String(filed.body['caseId'])}`;
    expect((await officer.send('health', link, `${link}/acts/register`, { proof: 'x'.repeat(43) })).status).toBe(400);
    expect((await officer.get('health', link)).text).toContain('尚未编号');
    expect((await new Browser().send('health', '/pages/sign-in', '/pages/sign-in', { token: 'a.b.c' })).status).toBe(401);
  });

  it('forget the officer who signs out', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-case-officer');
    expect(await officer.send('health', '/pages/worklist', '/pages/sign-out', {})).toMatchObject({ status: 303 });
    expect((await officer.get('health', '/pages/worklist')).status).toBe(303);
  });

  it('say on each that state secrets must not be entered', async () => {
    const officer = await new Browser().signIn('health', 'bj-health-case-officer');
    for (const path of ['/pages/worklist', '/pages/offers', '/pages/file', '/pages/sign-in'])
      expect((await officer.get('health', path)).text).toContain('不得填写、上传国家秘密');
  });
});
