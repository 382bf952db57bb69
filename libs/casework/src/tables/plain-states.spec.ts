import { matter } from './matter';
import { plainStates } from './plain-states';

describe('what a reporter is told', () => {
  it('has a sentence in both languages for every state of a matter, and for no other', () => {
    expect(Object.keys(plainStates).sort()).toEqual(Object.keys(matter.states).sort());
    for (const { zh, en } of Object.values(plainStates)) expect([/。$/.test(zh), /^[\x20-\x7e]+\.$/.test(en)]).toEqual([true, true]);
  });
});
