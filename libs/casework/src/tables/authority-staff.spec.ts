import { actsAllowed, perform, type Performed } from '../procedure/engine';
import { plainFacts } from '../procedure/guards';
import type { Form, Standing, Subject } from '../procedure/procedure';
import { suspectBodyIn } from './authority-staff';
import { matter } from './matter';

const subject = (recusedBodies: readonly string[]): Subject => ({
  state: 'handling',
  resumesIn: null,
  interim: false,
  past: [],
  facts: { ...plainFacts, number: 'n', holder: 'bj-a', today: '2026-11-02', recusedBodies },
});
const of = (body: string): Standing => ({
  actor: { person: 'me', post: 'p', body, role: 'head', city: 'beijing', bodies: [body] },
  parts: ['holder'],
});
const act = (name: string, form: Form, recused: readonly string[], who = of('bj-a')): Performed =>
  perform(matter, subject(recused), who, name, form);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a body whose own staff is concerned', () => {
  it('hands the case over, goes to the office and takes back what it asked, and does nothing else', () => {
    const mayDo = actsAllowed(matter, subject(['bj-a']), of('bj-a')).map((row) => row.act);
    expect(mayDo.sort()).toEqual(['escalate', 'note-authority-staff', 'offer-transfer']);
    expect(() => act('conclude', { outcome: 'answered', summary: 'x' }, ['bj-a'])).toThrow(refused('body-recused'));
    expect(act('conclude', { outcome: 'answered', summary: 'x' }, ['bj-b'])).toMatchObject({ to: 'concluded' });
  });

  it('is asked for nothing and given nothing', () => {
    for (const [name, form] of [
      ['ask-co-handler', { coHandler: 'bj-b', task: 'x' }],
      ['consult', { ofBody: 'bj-b', answerBy: '2026-12-01', question: 'x' }],
      ['offer-transfer', { toBody: 'bj-b', reason: 'agreed' }],
    ] as const) {
      expect(() => act(name, form, ['bj-b'])).toThrow(refused('body-recused'));
      expect(act(name, form, [])).toMatchObject({ act: name });
    }
  });

  it('is the one that was noted last', () => {
    const noted = (ofBody: string): { act: string; detail: Record<string, unknown> } => ({
      act: 'note-authority-staff',
      detail: { ofBody },
    });
    expect([suspectBodyIn([]), suspectBodyIn([noted('bj-a'), noted('bj-b')])]).toEqual([undefined, 'bj-b']);
  });
});
