import fc from 'fast-check';
import { refusalLabels } from '../errors/refusal-labels';
import { plainFacts } from '../procedure/guards';
import type { Guard } from '../procedure/guard';
import type { Actor, PastAct, Standing, Subject } from '../procedure/procedure';
import { appealGuards } from './appeal-guards';
import { proposedChanges } from './proposed-changes';
import { decidingActs, tookPartIn } from './took-part';

const did = (act: string, person: string, detail: Record<string, unknown> = {}): PastAct => ({
  act,
  post: 'p',
  person,
  body: 'bj-a',
  detail,
});
const subject = (past: readonly PastAct[], works: Subject['facts']['works'] = []): Subject => ({
  state: 'asked',
  resumesIn: null,
  interim: false,
  past,
  facts: { ...plainFacts, works },
});
const as = (person: string, forPerson?: string): Standing => ({
  actor: {
    person,
    post: 'p',
    body: 'bj-a',
    role: 'decider',
    city: 'beijing',
    bodies: [],
    ...(forPerson === undefined ? {} : { forPerson }),
  } as Actor,
  parts: ['holder'],
});
const refuse = (
  guard: keyof typeof appealGuards,
  of: Subject,
  who: Standing = as('me'),
  form: Record<string, unknown> = {},
): string | undefined => (appealGuards[guard] as Guard).refuse(of, who, form);

describe('whoever took part before', () => {
  it('is everybody who found or decided and every member of the team, and nobody who only recorded', () => {
    const past = [
      did('add-member', 'head', { member: 'member' }),
      did('record-service', 'clerk'),
      did('note', 'clerk'),
      did('add-paper', 'clerk'),
      ...decidingActs.map((act) => did(act, `by ${act}`)),
    ];
    expect(tookPartIn(past).sort()).toEqual([...decidingActs.map((act) => `by ${act}`), 'member'].sort());
  });

  it('does nothing on the appeal, nor does anybody in their stead, nor they for somebody else', () => {
    const asked = subject([did('ask', 'clerk', { tookPart: ['decided-it'] })]);
    expect([
      refuse('took-no-part', asked, as('decided-it')),
      refuse('took-no-part', asked, as('deputy', 'decided-it')),
      refuse('took-no-part', asked, as('decided-it', 'somebody')),
      refuse('took-no-part', asked),
    ]).toEqual(['took-part-before', 'took-part-before', 'took-part-before', undefined]);
  });
});

describe('what an appeal changes', () => {
  it('is what was proposed last of each measure and not dropped', () => {
    const past = [
      did('propose-change', 'a', { place: '2', change: 'shorten', to: '2027-01-01' }),
      did('propose-change', 'a', { place: '1', change: 'shorten', to: '2027-02-01' }),
      did('propose-change', 'a', { place: '2', change: 'lift' }),
      did('propose-change', 'a', { place: '3', change: 'lift' }),
      did('drop-change', 'a', { place: '3' }),
    ];
    expect(proposedChanges(past)).toEqual([
      { place: 1, change: 'shorten', to: '2027-02-01' },
      { place: 2, change: 'lift' },
    ]);
  });

  it('is never more than one thing of one measure, and always one of those that were proposed', () => {
    const step = fc.record({
      act: fc.constantFrom('propose-change', 'drop-change'),
      place: fc.integer({ min: 1, max: 4 }).map(String),
      change: fc.constantFrom('lift', 'shorten'),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const changes = proposedChanges(steps.map(({ act, ...detail }) => did(act, 'a', detail)));
        expect(new Set(changes.map(({ place }) => place)).size).toBe(changes.length);
        for (const { place, change } of changes) expect(steps).toContainEqual({ act: 'propose-change', place: String(place), change });
      }),
    );
  });

  it.each<[string, boolean, string | undefined]>([
    ['upheld', false, undefined],
    ['upheld', true, 'changes-proposed'],
    ['revoked', true, 'changes-proposed'],
    ['revoked', false, undefined],
    ['changed', false, 'no-change-proposed'],
    ['changed', true, undefined],
  ])('fits a result that says %s, with changes proposed %s: %s', (result, isProposed, code) => {
    expect(
      refuse('fits-changes', subject(isProposed ? [did('propose-change', 'a', { place: '1', change: 'lift' })] : []), as('me'), { result }),
    ).toBe(code);
    if (code !== undefined) expect(refusalLabels[code]).toBeDefined();
  });
});

describe('against one decision', () => {
  const work = (procedure: string, final: boolean): Subject => subject([], [{ procedure, body: 'bj-a', state: 'asked', final }]);
  it.each<[keyof typeof appealGuards, Subject, string | undefined]>([
    ['no-appeal-open', work('recheck', false), 'appeal-open'],
    ['no-appeal-open', work('recheck', true), undefined],
    ['no-appeal-open', work('letter', false), undefined],
    ['recheck-not-asked', work('recheck', true), 'rechecked-before'],
    ['recheck-not-asked', subject([]), undefined],
    ['recheck-answered', subject([]), 'not-rechecked'],
    ['recheck-answered', work('recheck', true), undefined],
    ['final-review-not-asked', work('final-review', true), 'reviewed-finally'],
    ['final-review-not-asked', work('recheck', true), undefined],
  ])('%s', (guard, of, code) => {
    expect(refuse(guard, of)).toBe(code);
    if (code !== undefined) expect(refusalLabels[code]).toBeDefined();
  });
});
