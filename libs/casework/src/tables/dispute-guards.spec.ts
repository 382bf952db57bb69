import type { ActRefused } from '../errors/domain-error';
import { perform } from '../procedure/engine';
import { plainFacts } from '../procedure/guards';
import type { GuardFacts, Standing } from '../procedure/procedure';
import { handOver } from './hand-over';
import { matter } from './matter';

const head: Standing = {
  actor: { person: 'me', post: 'p', body: 'bj-a', role: 'head', city: 'beijing', bodies: ['bj-a'] },
  parts: ['holder', 'addressee'],
};
const escalation = { procedure: 'escalation', body: 'bj-office', state: 'asked', final: false };
const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'open-dispute': { position: 'x' },
  'settle-dispute': { settlement: 'x' },
  conclude: { outcome: 'answered', summary: 'x' },
  decline: { ground: 'out-of-scope', reasons: 'x' },
  forward: { toBody: 'most', reasons: 'x' },
};
const refusalOf = (act: string, acts: readonly string[], change: Partial<GuardFacts> = {}): string | undefined => {
  const state = act === 'conclude' ? 'handling' : 'screened';
  const past = acts.map((each) => ({ act: each, post: 'p', body: 'bj-a', detail: {} }));
  try {
    perform(
      matter,
      {
        state,
        resumesIn: null,
        interim: false,
        past,
        facts: { ...plainFacts, number: '示例〔2026〕1号', returnedBy: ['bj-b'], ...change },
      },
      head,
      act,
      forms[act] ?? {},
    );
  } catch (error) {
    return (error as ActRefused).code;
  }
  return undefined;
};

describe('a dispute', () => {
  it.each<[string, readonly string[]]>([
    ['was settled', ['open-dispute', 'settle-dispute']],
    ['went to the office', ['open-dispute', 'escalate']],
    ['ended with a hand-over', ['open-dispute', 'commit', 'receive']],
    ['ended with a designation', ['open-dispute', 'carry-out']],
    ['never was', []],
  ])('that %s keeps nobody from opening another, and cannot be settled', (_what, acts) => {
    expect([refusalOf('open-dispute', acts), refusalOf('settle-dispute', acts)]).toEqual([undefined, 'no-dispute-open']);
  });

  it('is opened once at a time, not while the office is asked, and settled while it is open', () => {
    expect([
      refusalOf('open-dispute', ['open-dispute']),
      refusalOf('open-dispute', [], { works: [escalation] }),
      refusalOf('settle-dispute', ['open-dispute']),
    ]).toEqual(['dispute-open', 'escalation-open', undefined]);
  });

  it.each(['conclude', 'decline', 'forward'])('must be over before a body may %s the case', (act) => {
    expect([refusalOf(act, ['open-dispute']), refusalOf(act, ['open-dispute', 'settle-dispute'])]).toEqual(['dispute-open', undefined]);
  });
});

describe('what went to the office', () => {
  it.each(['conclude', 'decline', 'forward'])('is answered before a body may %s the case', (act) => {
    expect([
      refusalOf(act, ['escalate'], { works: [escalation] }),
      refusalOf(act, ['escalate'], { works: [{ ...escalation, state: 'answered', final: true }] }),
    ]).toEqual(['office-not-answered', undefined]);
  });
});

describe('a body that returns what it was offered', () => {
  const giveBack = (alternative: string): unknown =>
    perform(handOver, { state: 'offered', resumesIn: null, interim: false, past: [], facts: plainFacts }, head, 'return', {
      basis: 'in-charge-supervises',
      alternative,
    });
  it('names another body than itself', () => {
    expect(giveBack('bj-b')).toMatchObject({ to: 'returned' });
    expect(() => giveBack('bj-a')).toThrow(expect.objectContaining({ code: 'alternative-is-self' }) as Error);
  });
});
