import { findGuard, plainFacts } from '../procedure/guards';
import type { GuardFacts, PastAct, Standing, Subject } from '../procedure/procedure';
import { transferOut } from '../tables/transfer-out';

const done = (act: string, kind = 'suspected-crime'): PastAct => ({ act, post: 'p', person: 'somebody', body: 'bj-a', detail: { kind } });
const transfer = (state: string, kind = 'suspected-crime'): GuardFacts['works'][number] => ({
  procedure: 'transfer-out',
  body: 'bj-a',
  state,
  final: transferOut.states[state]?.final === true,
  subject: { kind },
});
const officer: Standing = {
  actor: { person: 'me', post: 'p', body: 'bj-a', role: 'decider', city: 'beijing', bodies: ['bj-a'] },
  parts: ['holder'],
};
const refusal = (past: readonly PastAct[], works: GuardFacts['works']): string | undefined => {
  const subject: Subject = { state: 'reviewed', resumesIn: null, interim: false, past, facts: { ...plainFacts, works } };
  return findGuard('crime-not-replaced')?.refuse(subject, officer, {});
};

describe('a decision in the place of a transfer', () => {
  it('is refused once a crime is suspected, until its transfer is begun and taken up', () => {
    expect(refusal([], [])).toBeUndefined();
    expect(refusal([done('note-suspected-crime')], [])).toBe('crime-transfer-due');
    expect(refusal([done('note-suspected-crime'), done('begin-transfer')], [transfer('drafted')])).toBe('crime-transfer-open');
  });

  it.each(Object.entries(transferOut.states).filter(([state]) => state !== 'released'))(
    'with a transfer of a crime that is %s is allowed only where that is taken up or settled',
    (state, { final }) => {
      expect(refusal([done('note-suspected-crime'), done('begin-transfer')], [transfer(state)])).toBe(
        final || state === 'accepted' ? undefined : 'crime-transfer-open',
      );
    },
  );

  it('is refused where the transfer was taken back, where the crime was noted anew, and where only something else was transferred', () => {
    const begun = [done('note-suspected-crime'), done('begin-transfer')];
    expect(refusal(begun, [transfer('released')])).toBe('crime-transfer-due');
    expect(refusal([...begun, done('note-suspected-crime')], [transfer('completed')])).toBe('crime-transfer-due');
    expect(
      refusal([done('note-suspected-crime'), done('begin-transfer', 'supervisory-organ')], [transfer('completed', 'supervisory-organ')]),
    ).toBe('crime-transfer-due');
  });

  it('is not held up by a transfer to another organ', () => {
    expect(refusal([done('begin-transfer', 'supervisory-organ')], [transfer('dispatched', 'supervisory-organ')])).toBeUndefined();
  });
});
