import { dayToCome, healthMatter } from '../support/example-facts';
import { endedStates } from '@lianxi/department';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['agriculture', 'health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

interface Page {
  readonly lines: { id: string }[];
  readonly next: string | null;
}
const page = async (service: string, name: string, as: string, query = ''): Promise<Page> =>
  (await lianxi.get(service, `/v1/worklists/${name}${query}`, as)).body as never;
const idsOf = ({ lines }: Page): string[] => lines.map(({ id }) => id);

describe('worklists', () => {
  it('page by what lies after the last line: each case once, also when others are filed meanwhile', async () => {
    const filed = await Promise.all(
      Array.from({ length: 23 }, async () =>
        String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']),
      ),
    );
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

  it("show mine, my post's and my body's cases, those that wait for others, and those overdue", async () => {
    const caseId = String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
    await lianxi.act('health', caseId, 'register', 'bj-health-intake-officer');
    expect(idsOf(await page('health', 'mine', 'bj-health-case-officer'))).not.toContain(caseId);
    expect((await lianxi.act('health', caseId, 'reassign', 'bj-health-head', { post: 'bj-health-case-officer' })).status).toBe(200);
    for (const name of ['mine', 'post', 'body'])
      expect([name, idsOf(await page('health', name, 'bj-health-case-officer'))[0]]).toEqual([name, caseId]);
    expect(idsOf(await page('health', 'mine', 'bj-health-head'))).toEqual([]);
    const passedOn = String((await lianxi.file('agriculture', healthMatter())).body['caseId']);
    expect(idsOf(await page('agriculture', 'handed-on', 'bj-agri-head'))).toContain(passedOn);
    await waitFor('it has arrived', async () => idsOf(await page('health', 'body', 'bj-health-head')).includes(passedOn));
    await lianxi.moveClock('30 days');
    expect(idsOf(await page('health', 'overdue', 'bj-health-head', '?limit=200'))).toContain(passedOn);
  });

  it('show what waits for somebody else: an offer, an answer of another body, a supplement; and no case that has ended', async () => {
    const [offered, consulted, supplement, voided, plain] = (await Promise.all(
      Array.from({ length: 5 }, async () =>
        String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']),
      ),
    )) as [string, string, string, string, string];
    await lianxi.act('health', offered, 'offer-transfer', 'bj-health-head', { toBody: 'bj-agri', reason: 'agreed' });
    await lianxi.act('health', consulted, 'consult', 'bj-health-head', { ofBody: 'bj-agri', answerBy: dayToCome, question: '示例' });
    await lianxi.act('health', supplement, 'register', 'bj-health-intake-officer');
    await lianxi.act('health', supplement, 'request-supplement', 'bj-health-case-officer', { missing: '示例' });
    await lianxi.act('health', voided, 'propose-void', 'bj-health-case-officer', { reasons: '示例' });
    await lianxi.act('health', voided, 'confirm-void', 'bj-health-head');
    expect(idsOf(await page('health', 'waiting', 'bj-health-head')).sort()).toEqual([offered, consulted, supplement].sort());
    const all = idsOf(await page('health', 'body', 'bj-health-head', '?limit=200'));
    expect([all.includes(plain), all.includes(voided)]).toEqual([true, false]);
  });

  it('say the day by which, not the first moment after it', async () => {
    const {
      rows: [clock],
    } = await lianxi.admin.query<{ case_id: string; due: string }>(
      `SELECT case_id, to_char((due_at AT TIME ZONE 'Asia/Shanghai') - interval '1 second', 'YYYY-MM-DD') AS due FROM health.clocks WHERE rule = 'registration' ORDER BY id DESC LIMIT 1`,
    );
    const { lines } = (await page('health', 'body', 'bj-health-head', '?limit=200')) as unknown as {
      lines: { id: string; dueOn: string }[];
    };
    expect(lines.find(({ id }) => id === clock?.case_id)?.dueOn).toBe(clock?.due);
  });

  it('are served by indexes that leave out what has ended, in every procedure', async () => {
    const { rows } = await lianxi.admin.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE schemaname = 'health' AND indexname LIKE 'open\_cases\_%'`,
    );
    expect(rows).toHaveLength(4);
    for (const { indexdef } of rows) expect(/'\{([a-z,-]+)\}'/.exec(indexdef)?.[1]?.split(',')).toEqual(endedStates);
  });

  it('show no case of another body, and refuse names, cursors and limits that are none', async () => {
    expect((await page('health', 'body', 'sz-health-head')).lines).toEqual([]);
    for (const path of [
      'everything',
      'body?after=x',
      'body?after=2026-99-99T00:00:00.000000Z~01980000-0000-7000-8000-000000000000',
      'body?after=2026-02-31T00:00:00.000000Z~01980000-0000-7000-8000-000000000000',
      `body?after=2026-11-20T00:00:00.000Z~${'-'.repeat(36)}`,
      'body?limit=0',
      'body?limit=100000',
      'body?order=state',
    ]) {
      const { status, body } = await lianxi.get('health', `/v1/worklists/${path}`, 'bj-health-head');
      expect([path, status >= 400 && status < 500, typeof body['code']]).toEqual([path, true, 'string']);
    }
  });
});

describe('a worklist narrowed', () => {
  const narrowed = async (query: string, name = 'body'): Promise<string[]> =>
    idsOf(await page('health', name, 'bj-health-head', `?limit=200&${query}`));

  it('holds what fulfils all that is asked, and nothing else', async () => {
    const [registered, received, other] = await Promise.all(
      [
        healthMatter({ receivedBy: 'bj-health', kind: 'violation', suspect: 'unit', major: false }),
        healthMatter({ receivedBy: 'bj-health', kind: 'violation', suspect: 'unit', major: false }),
        healthMatter({ receivedBy: 'bj-health', kind: 'incident' }),
      ].map(async (facts) => String((await lianxi.file('health', facts)).body['caseId'])),
    );
    await lianxi.act('health', String(registered), 'register', 'bj-health-intake-officer');
    await lianxi.act('health', String(registered), 'reassign', 'bj-health-head', { post: 'bj-health-reviewer' });
    const of = async (query: string): Promise<(string | undefined)[]> => {
      const found = await narrowed(query);
      return [registered, received, other].filter((id) => found.includes(String(id)));
    };
    expect(await of('kind=violation')).toEqual([registered, received]);
    expect(await of('kind=violation&state=registered')).toEqual([registered]);
    expect(await of('assigned=bj-health-reviewer')).toEqual([registered]);
    expect(await of('assigned=none')).toEqual([received, other]);
    expect(await of('field=human-life-medicine&kind=incident')).toEqual([other]);
    expect(await of('field=ai')).toEqual([]);
    expect(await of('due=0')).toEqual([]);
    expect(await of('due=30')).toEqual([registered, received, other]);
    expect(await narrowed('kind=violation', 'overdue')).toEqual(expect.not.arrayContaining([registered]));
  });

  it.each(['kind=%27', 'due=-1', 'due=x', 'assigned=A', 'colour=red'])('refuses what it does not know: %s', async (query) =>
    expect((await lianxi.get('health', `/v1/worklists/body?${query}`, 'bj-health-head')).status).toBe(400),
  );
});
