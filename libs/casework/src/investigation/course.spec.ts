import { workingCalendar } from '../calendar/working-calendar';
import { clockRules } from '../clock/clock-rules';
import { readClock, type ClockEntry } from '../clock/read-clock';
import { perform, type Performed } from '../procedure/engine';
import { plainFacts } from '../procedure/guards';
import type { Form, PastAct, Standing, Subject } from '../procedure/procedure';
import { investigation } from '../tables/investigation';
import { atWork, served, undecided } from './act-parts';

const done = (act: string, person = 'somebody', detail: Record<string, unknown> = {}): PastAct => ({
  act,
  post: 'p',
  person,
  body: 'bj-a',
  detail,
});
const as = (role: string): Standing => ({
  actor: { person: 'me', post: 'post-1', body: 'bj-a', role, city: 'beijing', bodies: ['bj-a'] },
  parts: ['holder'],
});
const on = (state: string, past: readonly PastAct[] = []): Subject => ({
  state,
  resumesIn: null,
  interim: false,
  past,
  facts: { ...plainFacts, papers: ['01980000-0000-7000-8000-000000000001'], today: '2026-11-02' },
});
const act = (name: string, role: string, state: string, form: Form = {}, past: readonly PastAct[] = []): Performed =>
  perform(investigation, on(state, past), as(role), name, form);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;
const reasons = { reasons: 'x' };

describe('the period of an investigation', () => {
  const dueOn = (...later: readonly ClockEntry[]): string =>
    readClock(clockRules.investigation, [{ kind: 'started', at: '2026-01-05T04:00:00Z' }, ...later], workingCalendar).dueOn;

  it('is six months, and six more once, which only the head decides', () => {
    expect(dueOn()).toBe('2026-07-06');
    expect(dueOn({ kind: 'extended', at: '2026-06-01T04:00:00Z', by: 6 })).toBe('2027-01-05');
    expect(act('extend-investigation', 'head', 'investigating', reasons)).toMatchObject({
      clocks: [{ do: 'extend', clock: 'investigation' }],
    });
    expect(() => act('extend-investigation', 'decider', 'investigating', reasons)).toThrow(refused('wrong-role'));
    expect(() => act('extend-investigation', 'head', 'investigating', reasons, [done('extend-investigation')])).toThrow(
      refused('extended-before'),
    );
    expect(() =>
      dueOn({ kind: 'extended', at: '2026-06-01T04:00:00Z', by: 6 }, { kind: 'extended', at: '2026-07-01T04:00:00Z', by: 6 }),
    ).toThrow(refused('clock-ledger'));
  });

  it('rests while it is suspended, and ends as much later', () => {
    expect(act('suspend-investigation', 'head', 'investigating', reasons)).toMatchObject({
      to: 'suspended',
      clocks: [{ do: 'pause', clock: 'investigation' }],
    });
    expect(() => act('suspend-investigation', 'decider', 'investigating', reasons)).toThrow(refused('wrong-role'));
    expect(act('resume-investigation', 'head', 'suspended')).toMatchObject({
      to: 'investigating',
      clocks: [{ do: 'resume', clock: 'investigation' }],
    });
    expect(dueOn({ kind: 'paused', at: '2026-03-02T04:00:00Z' }, { kind: 'resumed', at: '2026-04-01T04:00:00Z' })).toBe('2026-08-04');
  });
});

describe('an urgent stop', () => {
  it.each(atWork)('is ordered by whoever decides while the case is %s, and told at once', (state) => {
    for (const role of ['decider', 'head'])
      expect(act('order-urgent-stop', role, state, reasons)).toMatchObject({ to: state, effect: 'report-work' });
    expect(() => act('order-urgent-stop', 'case-officer', state, reasons)).toThrow(refused('wrong-role'));
  });

  it.each([...undecided, ...served])('is no matter of the investigation any more once it is %s', (state) => {
    expect(() => act('order-urgent-stop', 'head', state, reasons)).toThrow(refused('wrong-state'));
  });
});

describe('an academic assessment', () => {
  const team = ['me', 'colleague'].flatMap((person) => [
    done('add-member', 'boss', { member: person, post: person === 'me' ? 'post-1' : 'post-2' }),
    done('declare-no-interest', person),
  ]);
  const assess = (experts: number): Performed =>
    act('record-assessment', 'case-officer', 'investigating', { record: '01980000-0000-7000-8000-000000000001', conclusion: 'x' }, [
      ...team,
      ...Array.from({ length: experts }, () => done('name-expert')),
    ]);

  it('is that of five experts, never of four', () => {
    expect(assess(5)).toMatchObject({ act: 'record-assessment' });
    expect(() => assess(4)).toThrow(refused('too-few-experts'));
  });

  it('is none of an expert with an interest', () => {
    const name = (noInterest: boolean): Performed =>
      act('name-expert', 'case-officer', 'investigating', { name: 'x', specialty: 'ethics', noInterest }, team);
    expect(name(true)).toMatchObject({ act: 'name-expert' });
    expect(() => name(false)).toThrow(refused('expert-has-interest'));
  });
});

describe('a hearing', () => {
  const asked = [done('give-notice'), done('request-hearing')];
  const notice = (hearingOn: string, past: readonly PastAct[] = asked): Performed =>
    act(
      'give-hearing-notice',
      'case-officer',
      'statement-period',
      { hearingOn, place: 'x', effectiveOn: '2026-11-02', proof: '01980000-0000-7000-8000-000000000001' },
      past,
    );
  const hold = (heldOn: string, past: readonly PastAct[]): Performed =>
    act('hold-hearing', 'reviewer', 'statement-period', { heldOn, record: '01980000-0000-7000-8000-000000000001' }, past);

  it('is told of seven working days ahead, not six, and only where it was asked for and not yet held', () => {
    expect(notice('2026-11-11')).toMatchObject({ act: 'give-hearing-notice' });
    expect(() => notice('2026-11-10')).toThrow(refused('hearing-notice-too-late'));
    expect(() => notice('2026-11-11', [done('give-notice')])).toThrow(refused('hearing-not-asked'));
    expect(() => notice('2026-11-11', [...asked, done('hold-hearing')])).toThrow(refused('hearing-held'));
  });

  it('is held on the day of the last notice', () => {
    const noticed = [
      ...asked,
      done('give-hearing-notice', 'somebody', { hearingOn: '2026-10-20' }),
      done('give-hearing-notice', 'somebody', { hearingOn: '2026-10-30' }),
    ];
    expect(hold('2026-10-30', noticed)).toMatchObject({ act: 'hold-hearing' });
    expect(() => hold('2026-10-20', noticed)).toThrow(refused('hearing-on-another-day'));
    expect(() => hold('2026-10-30', asked)).toThrow(refused('hearing-not-noticed'));
  });
});
