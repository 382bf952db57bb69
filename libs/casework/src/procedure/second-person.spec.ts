import type { Guard } from './guard';
import { findGuard, guards, plainFacts } from './guards';
import type { Actor, PastAct, Standing, Subject } from './procedure';

const first = 'ann';
const did = (act: string, more: Partial<PastAct> = {}): PastAct => ({
  act,
  post: 'post-1',
  person: first,
  body: 'bj-a',
  detail: {},
  ...more,
});
const who = (person: string, post: string, more: Partial<Actor> = {}): Standing => ({
  actor: { person, post, body: 'bj-a', role: 'head', city: 'beijing', bodies: [], ...more },
  parts: ['holder'],
});
const refused = (guard: Guard, past: PastAct, standing: Standing): string | undefined =>
  guard.refuse({ state: 'x', resumesIn: null, interim: false, past: [past], facts: plainFacts } as Subject, standing, {});

/** Acts of two people, with the step that the first of them takes: every guard that asks for a second person. */
const pairs = Object.entries(guards as Readonly<Record<string, Guard>>).flatMap(([name, { secondTo }]) =>
  secondTo === undefined ? [] : [[name, secondTo] as const],
);

it('is asked for by many guards, those of decisions, letters, transfers and openings among them', () => {
  expect(pairs.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'other-than-proposer',
      'other-than-reviewer',
      'other-than-drafter',
      'other-than-checker',
      'checked-by-second',
      'approved-by-third',
      'approved-by-another',
      'erasure-by-another',
      'export-by-another',
    ]),
  );
});

describe.each(pairs)('%s', (name, act) => {
  const guard = findGuard(name) as Guard;

  it('lets another person in a post of their own', () => expect(refused(guard, did(act), who('bob', 'post-2'))).toBeUndefined());

  it.each<[string, PastAct, Standing]>([
    ['the same person', did(act), who(first, 'post-1')],
    ['the same person in another post', did(act), who(first, 'post-2')],
    ['who stands in for that person', did(act), who('bob', 'post-2', { forPost: 'post-1', forPerson: first })],
    ['the holder of the post for which somebody stood in', did(act, { post: 'post-3', forPost: 'post-2' }), who('bob', 'post-2')],
    [
      'a second deputy of the same post',
      did(act, { post: 'post-3', forPost: 'post-9' }),
      who('bob', 'post-2', { forPost: 'post-9', forPerson: 'cid' }),
    ],
  ])('refuses %s', (_who, past, standing) => expect(refused(guard, past, standing)).toBe('same-person'));
});
