import type { Guard } from './guard';
import { guards, plainFacts } from './guards';
import type { Actor, PastAct, Standing, Subject } from './procedure';

const first = 'ann';
const did = (act: string, more: Partial<PastAct> = {}): PastAct => ({ act, post: 'post-1', person: first, body: 'bj-a', detail: {}, ...more });
const who = (person: string, post: string, more: Partial<Actor> = {}): Standing => ({ actor: { person, post, body: 'bj-a', role: 'head', city: 'beijing', bodies: [], ...more }, parts: ['holder'] });
const refused = (guard: Guard, past: PastAct, standing: Standing): string | undefined => guard.refuse({ state: 'x', resumesIn: null, interim: false, past: [past], facts: plainFacts } as Subject, standing, {});

/** Acts of two people, with the step that the first of them takes. */
const pairs = [
  ['void-by-another', 'propose-void'], ['reopen-by-another', 'request-reopen'], ['export-by-another', 'ask'], ['proposed-by-another', 'propose'], ['erasure-by-another', 'propose-erasure'], ['lift-by-another', 'propose-lift-hold'],
  ['plan-by-another', 'propose-plan'], ['ending-by-another', 'propose-ending'], ['summary-by-another', 'write-summary'], ['approved-by-another', 'approve'], ['result-by-another', 'propose-result'],
] as const satisfies readonly (readonly [keyof typeof guards, string])[];

describe.each(pairs)('%s', (name, act) => {
  const guard: Guard = guards[name];

  it('lets another person in a post of their own', () => expect(refused(guard, did(act), who('bob', 'post-2'))).toBeUndefined());

  it.each<[string, PastAct, Standing]>([
    ['the same person', did(act), who(first, 'post-1')],
    ['the same person in another post', did(act), who(first, 'post-2')],
    ['who stands in for that person', did(act), who('bob', 'post-2', { forPost: 'post-1', forPerson: first })],
    ['the holder of the post for which somebody stood in', did(act, { post: 'post-3', forPost: 'post-2' }), who('bob', 'post-2')],
    ['a second deputy of the same post', did(act, { post: 'post-3', forPost: 'post-9' }), who('bob', 'post-2', { forPost: 'post-9', forPerson: 'cid' })],
  ])('refuses %s', (_who, past, standing) => expect(refused(guard, past, standing)).toBe('same-person'));
});
