import { randomInt, randomUUID } from 'node:crypto';
import { healthMatter } from '../support/example-facts';
import { Lianxi } from '../support/lianxi';

let lianxi: Lianxi;
let receipt = '';
const [each, together] = [5, 14];
const limits = { LIANXI_FILINGS_A_MINUTE: String(each), LIANXI_FILINGS_A_MINUTE_IN_TOTAL: String(together) };
const behindProxy = { LIANXI_TRUSTED_PROXIES: '127.0.0.0/8,::1' };

beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'portal'], people: true });
  receipt = String(
    (await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', kind: 'violation', suspect: 'person', major: false }))).body[
      'receipt'
    ],
  );
});
afterAll(() => lianxi.stop());

async function restarted(settings: Readonly<Record<string, string>>, name = 'health'): Promise<void> {
  await lianxi.stopService(name);
  await lianxi.startService(name, settings);
}
/** As a proxy passes on what came from that address. */
const look = async (from: string, as = receipt): Promise<number> =>
  (await lianxi.request('health', 'GET', '/v1/reports', { headers: { 'x-lianxi-receipt': as, 'x-forwarded-for': from } })).status;
const looks = async (from: (place: number) => string, count: number): Promise<number> => {
  let letIn = 0;
  for (let place = 0; place < count; place += 1) if ((await look(from(place))) !== 429) letIn += 1;
  return letIn;
};

describe('a flood', () => {
  it('from one address is let in so often in a minute; behind the proxy each address counts for itself', async () => {
    await restarted({ ...limits, ...behindProxy });
    expect(await looks(() => '203.0.113.1', each + 20)).toBe(each);
    expect(await looks(() => '203.0.113.2', 2)).toBe(2);
  });

  it('that says it comes from elsewhere is known by what the proxy saw', async () => {
    await restarted({ ...limits, ...behindProxy });
    expect(await looks((place) => `198.51.100.${place}, 203.0.113.1`, each + 3)).toBe(each);
  });

  it('from a network of one household counts as one address', async () => {
    await restarted({ ...limits, ...behindProxy });
    expect(await looks((place) => `2001:db8:1:2::${place + 1}`, each + 3)).toBe(each);
  });

  it('from many addresses is let in so often together; what one was refused is not counted against the others', async () => {
    await restarted({ ...limits, ...behindProxy });
    await looks(() => '203.0.113.1', 3 * together);
    expect(await looks((place) => `203.0.113.${place + 10}`, 2 * together)).toBe(together - each);
    expect((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).status).toBe(201);
  });

  it('is one address where no proxy is trusted, whatever the header says', async () => {
    await restarted(limits);
    expect(await looks((place) => `203.0.113.${place}`, each + 3)).toBe(each);
  });

  it('through the portal is that of its browsers, not of the portal', async () => {
    await restarted({ ...limits, ...behindProxy });
    await restarted(behindProxy, 'portal');
    const answers: number[] = [];
    for (let place = 0; place < 2 * each + 2; place += 1)
      answers.push(
        (
          await lianxi.request('portal', 'POST', '/api/public/at/health/matters', {
            headers: { 'idempotency-key': randomUUID(), 'x-forwarded-for': `203.0.113.${place % 2}` },
            body: { facts: healthMatter({ receivedBy: 'bj-health' }), report: { title: '示例', text: '示例' }, noStateSecrets: true },
          })
        ).status,
      );
    expect(answers.map((status) => status === 201)).toEqual([...Array<boolean>(2 * each).fill(true), false, false]);
  });
});

describe('a receipt', () => {
  it('is not guessed: a near miss is answered as any other, and takes no longer and no less', async () => {
    await restarted({ LIANXI_FILINGS_A_MINUTE: '100000' });
    const digits = receipt.replaceAll('-', '');
    const near = (place: number): string =>
      digits.replace(
        new RegExp(`^(.{${place % 16}})(\\d)`),
        (_all, before: string, digit: string) => `${before}${(Number(digit) + 1 + randomInt(9)) % 10}`,
      );
    const far = (): string => Array.from({ length: 16 }, () => randomInt(10)).join('');
    const times: { near: number[]; far: number[] } = { near: [], far: [] };
    const texts = new Set<string>();
    const guess = async (as: string, kept: number[]): Promise<void> => {
      const begun = performance.now();
      const answer = await lianxi.request('health', 'GET', '/v1/reports', { headers: { 'x-lianxi-receipt': as } });
      kept.push(performance.now() - begun);
      texts.add(`${answer.status} ${answer.text.replace(/"instance":"[^"]*"/, '')}`);
    };
    for (let place = 0; place < 250; place += 1)
      for (const which of place % 2 === 0 ? (['near', 'far'] as const) : (['far', 'near'] as const))
        await guess(which === 'near' ? near(place) : far(), times[which]);
    expect([texts.size, [...texts][0]?.startsWith('404')]).toEqual([1, true]);
    // How often a near miss took longer than a far one: half of the time, if nothing is to be learnt. Five hundred guesses tell a twentieth apart.
    const longer =
      times.near.flatMap((one) => times.far.map((other) => (one > other ? 1 : 0) as number)).reduce((sum, is) => sum + is, 0) /
      (times.near.length * times.far.length);
    expect(Math.abs(longer - 0.5)).toBeLessThan(0.15);
  });
});
