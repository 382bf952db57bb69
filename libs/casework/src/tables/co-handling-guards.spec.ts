import { perform } from '../procedure/engine';
import { plainFacts } from '../procedure/guards';
import type { PastAct, Standing, Subject } from '../procedure/procedure';
import { matter } from './matter';

type Work = Subject['facts']['works'][number];
const head: Standing = {
  actor: { person: 'me', post: 'p', body: 'bj-a', role: 'head', city: 'beijing', bodies: ['bj-a'] },
  parts: ['holder'],
};
const proposed = (proposal: number | undefined, outcome = 'answered'): PastAct => ({
  act: 'propose-conclusion',
  post: 'p',
  body: 'bj-a',
  detail: { outcome, ...(proposal === undefined ? {} : { proposal }) },
});
const signed = (body: string, proposal: number | undefined): PastAct => ({
  act: 'countersign',
  post: 'q',
  body,
  detail: proposal === undefined ? {} : { proposal },
});
const coHandling = (body: string, state: string): Work => ({ procedure: 'co-handling', body, state, final: true });
const conclude = (past: readonly PastAct[], works: readonly Work[], outcome = 'answered'): unknown =>
  perform(matter, { state: 'handling', resumesIn: null, interim: false, past, facts: { ...plainFacts, works } }, head, 'conclude', {
    outcome,
    summary: 'x',
  });

describe('a case that others countersigned', () => {
  it.each<[string, readonly PastAct[], readonly Work[]]>([
    ['nobody was asked', [], []],
    [
      'all signed what was proposed last',
      [proposed(7), signed('bj-b', 7), signed('bj-c', 7)],
      [coHandling('bj-b', 'completed'), coHandling('bj-c', 'completed')],
    ],
    [
      'one signed an earlier proposal and, asked again, the last',
      [proposed(7), signed('bj-b', 7), proposed(9), signed('bj-b', 9)],
      [coHandling('bj-b', 'completed'), coHandling('bj-b', 'completed')],
    ],
    [
      'one signed an earlier proposal and was released when asked again',
      [proposed(7), signed('bj-b', 7), proposed(9)],
      [coHandling('bj-b', 'completed'), coHandling('bj-b', 'released')],
    ],
    ['it was signed before proposals had numbers', [proposed(undefined), signed('bj-b', undefined)], [coHandling('bj-b', 'completed')]],
  ])('is concluded where %s', (_what, past, works) => {
    expect(conclude(past, works)).toMatchObject({ to: 'concluded' });
  });

  it.each<[string, readonly PastAct[], string]>([
    ['another outcome than the one proposed', [proposed(7), signed('bj-b', 7)], 'no-violation'],
    ['what was proposed after the signature, also with the same outcome', [proposed(7), signed('bj-b', 7), proposed(9)], 'answered'],
    ['what was proposed while the signature was on its way', [proposed(7), proposed(9), signed('bj-b', 7)], 'answered'],
    ['what one body signed and another did not', [proposed(7), signed('bj-b', 7), proposed(9), signed('bj-c', 9)], 'answered'],
  ])('is not concluded with %s', (_what, past, outcome) => {
    expect(() =>
      conclude(
        past,
        [coHandling('bj-b', 'completed'), ...(past.some(({ body }) => body === 'bj-c') ? [coHandling('bj-c', 'completed')] : [])],
        outcome,
      ),
    ).toThrow(expect.objectContaining({ code: 'not-as-countersigned' }) as Error);
  });
});
