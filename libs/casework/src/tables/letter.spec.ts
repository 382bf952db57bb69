import { ActRefused } from '../errors/domain-error';
import { actsAllowed, perform } from '../procedure/engine';
import { plainFacts } from '../procedure/guards';
import type { Form, GuardFacts, Procedure, Standing, Subject } from '../procedure/procedure';
import { letter } from './letter';
import { matter } from './matter';

const paper = '01980000-0000-7000-8000-000000000001';
const head: Standing = {
  actor: { person: 'me', post: 'p', body: 'bj-a', role: 'head', city: 'beijing', bodies: ['bj-a'] },
  parts: ['holder'],
};
const subjectIn = (state: string, periodFrom: 'receipt' | 'dispatch', change: Partial<GuardFacts> = {}): Subject => ({
  state,
  resumesIn: null,
  interim: false,
  past: [{ act: 'ask', post: null, body: 'bj-a', detail: { periodFrom } }],
  facts: { ...plainFacts, papers: [paper], today: '2026-11-02', ...change },
});
const refusal = (procedure: Procedure, subject: Subject, act: string, form: Form = {}): unknown => {
  try {
    perform(procedure, subject, head, act, form);
  } catch (error) {
    return (error as ActRefused).code;
  }
  return undefined;
};

describe('the period for the answer to a letter', () => {
  const proved = { effectiveOn: '2026-11-02', proof: paper };
  it.each([
    [
      'receipt',
      'drafted',
      'dispatch',
      { method: 'fax' },
      ['meet letter-dispatch', 'cancel letter-receipt', 'cancel letter-answer', 'start letter-receipt'],
    ],
    [
      'dispatch',
      'drafted',
      'dispatch',
      { method: 'fax' },
      ['meet letter-dispatch', 'cancel letter-receipt', 'cancel letter-answer', 'start letter-receipt', 'start letter-answer'],
    ],
    ['receipt', 'dispatched', 'record-receipt', proved, ['meet letter-receipt', 'start letter-answer']],
    ['dispatch', 'dispatched', 'record-receipt', proved, ['meet letter-receipt']],
  ] as const)('that begins with the %s: %s, %s does %j', (periodFrom, state, act, form, steps) => {
    expect(perform(letter, subjectIn(state, periodFrom), head, act, form).clocks.map(({ do: what, clock }) => `${what} ${clock}`)).toEqual(
      steps,
    );
    expect(actsAllowed(letter, subjectIn(state, periodFrom), head).filter((row) => row.act === act)).toHaveLength(1);
  });

  it.each([
    [[], 'answer-not-due'],
    [['letter-receipt'], 'answer-not-due'],
    [['letter-answer'], undefined],
  ] as const)('has run out where it says so, and no other does: %j', (overdue, code) => {
    expect(refusal(letter, subjectIn('dispatched', 'dispatch', { overdue }), 'record-no-answer')).toBe(code);
  });
});

describe('what happened outside', () => {
  const told = { answer: '示例', cause: 'moved' } as const;
  it.each([
    ['record-receipt', {}],
    ['record-answer', { answer: told.answer }],
    ['record-return', { cause: told.cause }],
  ])('%s: needs the paper that shows it, on the letter, and no day to come', (act, form) => {
    const subject = subjectIn('dispatched', 'receipt');
    expect(refusal(letter, subject, act, { ...form, effectiveOn: '2026-11-02', proof: '01980000-0000-7000-8000-000000000002' })).toBe(
      'paper-not-on-case',
    );
    expect(refusal(letter, subject, act, { ...form, effectiveOn: '2026-11-03', proof: paper })).toBe('effect-in-future');
    expect(refusal(letter, subject, act, { ...form, effectiveOn: '2026-10-30', proof: paper })).toBeUndefined();
  });
});

describe('a matter', () => {
  const concludes = (state: string, final: boolean): unknown =>
    refusal(
      matter,
      {
        ...subjectIn('handling', 'receipt'),
        facts: { ...plainFacts, today: '2026-11-02', works: [{ procedure: 'letter', body: 'bj-a', state, final }] },
      },
      'conclude',
      { outcome: 'answered', summary: '示例' },
    );
  it.each(Object.entries(letter.states).map(([state, { final }]) => [state, final ?? false] as const))(
    'with a letter that is %s is concluded only where the letter is settled',
    (state, final) => {
      expect(concludes(state, final)).toBe(final || state === 'unanswered' ? undefined : 'letter-open');
    },
  );
});
