import { findGuard, procedures } from '@lianxi/casework';
import { actsOfTwo } from '@lianxi/chassis';

/** Where more than two take part, triggers of their own look at all of them. */
const byTriggersOfTheirOwn: readonly (readonly [procedure: string, act: string, why: string])[] = [
  ...['review-decision', 'check-legally', 'decide'].map((act) => ['investigation', act, 'a_decision_takes_three_people'] as const),
  ...['check-document', 'sign-off', 'confirm-seal', 'reject-seal'].map((act) => ['letter', act, 'a_letter_takes_three_people'] as const),
  ...['join-report', 'approve-transfer', 'decline-transfer'].map(
    (act) => ['transfer-out', act, 'a_transfer_takes_two_and_their_head'] as const,
  ),
  ['identity-opening', 'approve', 'an_identity_is_opened_by_two_custodians'],
];

/** Every act of the tables that a second person must do, with what the first one does. */
const ofTables = procedures.flatMap(({ id, acts }) =>
  acts.flatMap(({ act, guards = [] }) =>
    guards.flatMap((guard) => findGuard(guard)?.secondTo ?? []).map((first) => ({ procedure: id, act, first })),
  ),
);

describe('an act of two', () => {
  it('is refused to one person by the database as well, of whatever table it is', () => {
    const open = ofTables.filter(
      ({ procedure, act, first }) =>
        !byTriggersOfTheirOwn.some(([of, name]) => of === procedure && name === act) &&
        !actsOfTwo.some((each) => each.act === act && each.first === first && (each.procedure ?? procedure) === procedure),
    );
    expect(open).toEqual([]);
  });

  it('is known to the database only where a table has it', () => {
    const unknown = actsOfTwo.filter(
      (each) =>
        !ofTables.some(
          ({ procedure, act, first }) => each.act === act && each.first === first && (each.procedure ?? procedure) === procedure,
        ),
    );
    expect(unknown).toEqual([]);
    expect(
      byTriggersOfTheirOwn.filter(
        ([of, name]) =>
          !ofTables.some(({ procedure, act }) => of === procedure && name === act) && !['confirm-seal', 'reject-seal'].includes(name),
      ),
    ).toEqual([]);
  });
});
