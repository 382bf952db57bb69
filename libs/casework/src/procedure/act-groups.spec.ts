import { procedures } from '../tables/procedures';
import { actGroupOf, actGroups } from './act-groups';

const known = new Set(procedures.flatMap(({ acts }) => acts.map(({ act }) => act)));

describe('the groups in which acts are offered', () => {
  it('name acts that there are, each once', () => {
    const named = actGroups.flatMap(({ acts }) => acts);
    expect(named.filter((act) => !known.has(act))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('hide none of what leads out of a state: every state that people leave is left by a step that is shown first', () => {
    const isDoneByPeople = ({ byCourier, byClock, byReporter }: { byCourier?: true; byClock?: string; byReporter?: true }): boolean =>
      !byCourier && byClock === undefined && !byReporter;
    const hidden = procedures.flatMap(({ id, states, acts }) =>
      Object.keys(states).flatMap((state) => {
        const leaving = acts.filter((row) => isDoneByPeople(row) && row.from.includes(state) && !['same', state].includes(row.to));
        return leaving.length > 0 && leaving.every((row) => actGroupOf(row) !== null) ? [`${id} ${state}`] : [];
      }),
    );
    // What is over, signed or in force is left in unusual cases alone.
    expect(hidden.sort()).toEqual(['edition signed', 'matter archived', 'matter merged', 'measure in-force', 'measure without-end']);
  });
});
