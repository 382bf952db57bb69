import { perform, type Performed } from '../procedure/engine';
import { plainFacts } from '../procedure/guards';
import type { GuardFacts, PastAct, Standing, Subject } from '../procedure/procedure';
import { matter } from './matter';

const done = (act: string, person = 'somebody'): PastAct => ({ act, post: 'p', person, body: 'bj-a', detail: {} });
const subject = (state: string, past: readonly PastAct[], change: Partial<GuardFacts> = {}): Subject => ({
  state,
  resumesIn: null,
  interim: false,
  past,
  facts: { ...plainFacts, number: 'n', today: '2026-11-02', ...change },
});
const reporter: Standing = {
  actor: { person: 'reporter', post: '', body: '', role: 'reporter', city: 'beijing', bodies: [] },
  parts: ['reporter'],
};
const as = (person: string, forPerson?: string): Standing => ({
  actor: {
    person,
    post: 'post-1',
    body: 'bj-a',
    role: 'head',
    city: 'beijing',
    bodies: ['bj-a'],
    ...(forPerson === undefined ? {} : { forPerson }),
  },
  parts: ['holder'],
});
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a report that is not taken up', () => {
  const object = (past: readonly PastAct[], change: Partial<GuardFacts> = {}): Performed =>
    perform(matter, subject('declined', past, change), reporter, 'object-to-declining', { objection: 'x' });

  it('can be objected to once while the period runs, and not after it', () => {
    expect(object([done('decline')])).toMatchObject({
      to: 'objected',
      clocks: [
        { do: 'meet', clock: 'refusal-objection' },
        { do: 'start', clock: 'refusal-objection-answer' },
      ],
    });
    expect(() => object([done('decline'), done('object-to-declining'), done('uphold-declining')])).toThrow(refused('objected-before'));
    expect(() => object([done('decline'), done('record-objection'), done('uphold-declining')])).toThrow(refused('objected-before'));
    expect(() => object([done('decline')], { overdue: ['refusal-objection'] })).toThrow(refused('objection-too-late'));
    expect(() => object([done('decline'), done('end-objection-window')])).toThrow(refused('objection-too-late'));
  });

  it('can be objected to again when it was taken up and declined a second time', () => {
    expect(object([done('decline'), done('object-to-declining'), done('take-up-after-objection'), done('decline')])).toMatchObject({
      to: 'objected',
    });
  });

  it.each(['uphold-declining', 'take-up-after-objection'])(
    'is answered (%s) by somebody who did not decline it, nor in their stead',
    (act) => {
      const answer = (who: Standing): Performed =>
        perform(matter, subject('objected', [done('decline', 'decider'), done('object-to-declining')]), who, act, { reasons: 'x' });
      expect(answer(as('head'))).toMatchObject({ to: act === 'uphold-declining' ? 'declined' : 'screened' });
      expect(() => answer(as('decider'))).toThrow(refused('same-person'));
      expect(() => answer(as('deputy', 'decider'))).toThrow(refused('same-person'));
    },
  );

  it('is filed away once nobody can object any more', () => {
    const archive = (past: readonly PastAct[], change: Partial<GuardFacts> = {}): Performed =>
      perform(
        matter,
        subject('declined', past, change),
        { ...as('officer'), actor: { ...as('officer').actor, role: 'case-officer' } },
        'archive',
        {},
      );
    expect(() => archive([done('decline')])).toThrow(refused('objection-possible'));
    for (const past of [
      [done('decline'), done('end-objection-window')],
      [done('decline'), done('object-to-declining'), done('uphold-declining')],
    ])
      expect(archive(past)).toMatchObject({ to: 'archived' });
    expect(archive([done('decline')], { overdue: ['refusal-objection'] })).toMatchObject({ to: 'archived' });
  });
});

describe('the outcome of an investigation', () => {
  const investigated = {
    works: [{ procedure: 'investigation', body: 'bj-a', state: 'completed', final: true, subject: { decidedLead: 'bj-a' } }],
  };
  const archive = (past: readonly PastAct[], change: Partial<GuardFacts>): Performed =>
    perform(
      matter,
      subject('concluded', past, change),
      { ...as('officer'), actor: { ...as('officer').actor, role: 'case-officer' } },
      'archive',
      {},
    );

  it('is told to the reporter before the matter is filed away, and told anew after an appeal changed it', () => {
    expect(() => archive([], investigated)).toThrow(refused('reporter-not-told'));
    expect(archive([done('tell-reporter')], investigated)).toMatchObject({ to: 'archived' });
    expect(() => archive([done('tell-reporter'), done('notify-appeal-result')], investigated)).toThrow(refused('reporter-not-told'));
    expect(archive([done('notify-appeal-result'), done('tell-reporter')], investigated)).toMatchObject({ to: 'archived' });
    expect(archive([], {})).toMatchObject({ to: 'archived' });
  });
});
