import { refusalLabels } from '../errors/refusal-labels';
import { plainFacts } from '../procedure/guards';
import type { Guard } from '../procedure/guard';
import type { PastAct, Standing, Subject } from '../procedure/procedure';
import { namesSomebody } from './names-somebody';
import { publicationGuards, whyNotPublic } from './publication-guards';
import { fewestShown, shownCount } from './small-numbers';

const did = (act: string, detail: Record<string, unknown> = {}, person = 'somebody'): PastAct => ({
  act,
  post: 'p',
  person,
  body: 'bj-a',
  detail,
});
const work = (procedure: string, state: string, final: boolean, kind?: string): Subject['facts']['works'][number] => ({
  procedure,
  body: 'bj-a',
  state,
  final,
  ...(kind === undefined ? {} : { subject: { kind } }),
});
const subject = (past: readonly PastAct[], works: Subject['facts']['works'] = [], sealed = false): Subject => ({
  state: 'served',
  resumesIn: null,
  interim: false,
  past,
  facts: { ...plainFacts, works, sealed },
});
const me: Standing = { actor: { person: 'me', post: 'p', body: 'bj-a', role: 'decider', city: 'beijing', bodies: [] }, parts: ['holder'] };
const refuse = (guard: keyof typeof publicationGuards, of: Subject, form: Record<string, unknown> = {}): string | undefined =>
  (publicationGuards[guard] as Guard).refuse(of, me, form);
const decided = (outcome: string, ...since: readonly PastAct[]): PastAct[] => [did('propose-decision', { outcome }), ...since];
const overdue = did('end-recheck-window');

describe('what may be made public of a violation', () => {
  it.each<[string, readonly PastAct[], Subject['facts']['works'], string, string | undefined]>([
    ['a typical case of a minor violation that can change no more', decided('minor', overdue), [], 'typical-case', undefined],
    ['a decision of a serious violation', decided('serious', overdue), [], 'decision', undefined],
    ['a decision of a violation that is not serious', decided('considerable', overdue), [], 'decision', 'not-serious'],
    ['anything where nothing was found', decided('no-violation', overdue), [], 'typical-case', 'nothing-found'],
    ['anything while a re-check may still be asked for', decided('serious'), [], 'decision', 'decision-may-change'],
    [
      'anything while a re-check is open',
      decided('serious', overdue),
      [work('recheck', 'rechecking', false)],
      'decision',
      'decision-may-change',
    ],
    [
      'anything while a superior outside reviews it',
      decided('serious', overdue),
      [work('outside-review', 'asked', false)],
      'typical-case',
      'decision-may-change',
    ],
    [
      'what a re-check upheld',
      decided('serious', did('decide-result', { result: 'upheld' })),
      [work('recheck', 'completed', true)],
      'decision',
      undefined,
    ],
    [
      'what a review revoked',
      decided('serious', did('decide-result', { result: 'revoked' })),
      [work('recheck', 'completed', true)],
      'typical-case',
      'decision-revoked',
    ],
  ])('%s', (_name, past, works, kind, code) => {
    expect(whyNotPublic(subject(past, works), kind)).toBe(code);
    if (code !== undefined) expect(refusalLabels[code]).toBeDefined();
  });

  it('is nothing of a sealed case', () => {
    expect(whyNotPublic(subject(decided('serious', overdue), [], true), 'typical-case')).toBe('sealed-off');
  });

  it('is made public once, and again only after it was withdrawn or left', () => {
    for (const [state, final, code] of [
      ['drafted', false, 'published-before'],
      ['completed', true, 'published-before'],
      ['lifted', true, undefined],
      ['refused', true, undefined],
    ] as const) {
      expect(refuse('not-published-before', subject([], [work('publication', state, final, 'decision')]), { kind: 'decision' })).toBe(code);
    }
    expect(
      refuse('not-published-before', subject([], [work('publication', 'completed', true, 'typical-case')]), { kind: 'decision' }),
    ).toBeUndefined();
  });

  it('is settled before the case closes: nothing half written, and nothing left to read that an appeal has changed', () => {
    const published = [did('publish'), did('decide-result', { result: 'changed' })];
    expect(refuse('publications-settled', subject([], [work('publication', 'drafted', false)]))).toBe('publication-open');
    expect(refuse('publications-settled', subject(published, [work('publication', 'completed', true)]))).toBe('publication-open');
    expect(refuse('publications-settled', subject(published, [work('publication', 'lifted', true)]))).toBeUndefined();
    expect(
      refuse(
        'publications-settled',
        subject([did('decide-result', { result: 'changed' }), did('publish')], [work('publication', 'completed', true)]),
      ),
    ).toBeUndefined();
  });

  it('is looked at by two who did not write it', () => {
    for (const [guard, act] of [
      ['drafted-by-another', 'draft-publication'],
      ['checked-by-another', 'check-publication'],
    ] as const) {
      expect([refuse(guard, subject([did(act, {}, 'me')])), refuse(guard, subject([did(act)]))]).toEqual(['same-person', undefined]);
    }
    expect([
      refuse('found-anonymous', subject([]), { anonymous: false }),
      refuse('found-anonymous', subject([]), { anonymous: true }),
    ]).toEqual(['not-found-anonymous', undefined]);
  });
});

describe('a text that tells who somebody is', () => {
  const names = ['张三丰', 'Example Hospital'];
  it.each<[string, string | undefined]>([
    ['某医院未经审查即开展活动，已责令停止。', undefined],
    ['2026年共3起，罚款100000元，依据第112条。', undefined],
    ['由张三丰负责', 'name'],
    ['由张 三·丰负责', 'name'],
    ['at EXAMPLE  hospital', 'name'],
    ['身份证990105194912310023', 'number'],
    ['身份证 990105 19491231 0023', 'number'],
    ['单位91350100M000100Y43', 'number'],
    ['电话13800000000', 'number'],
    ['010-62345678', 'number'],
    ['写信到a.b@example.org', 'number'],
  ])('%s: %s', (text, what) => {
    expect(namesSomebody(text, names)).toBe(what);
  });

  it('is none for a name of one character, which would be in every text', () => {
    expect(namesSomebody('一项违规', ['一'])).toBeUndefined();
  });
});

describe('a small number', () => {
  it('is not shown, and the next one is', () => {
    expect([0, 1, fewestShown - 1, fewestShown].map(shownCount)).toEqual([null, null, null, fewestShown]);
  });
});
