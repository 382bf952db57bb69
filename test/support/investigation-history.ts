import { findActRow } from '@lianxi/casework';

/** An act that must lie behind a case before another can be done. */
export interface Happened {
  readonly act: string;
  readonly person: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const done = (act: string, detail: Happened['detail'] = {}): Happened => ({ act, person: 'somebody', detail });
const byGuard = (paper: string): Readonly<Record<string, readonly Happened[]>> => ({
  'plan-by-another': [done('propose-plan')],
  'dispute-open': [done('open-dispute')],
  'ending-proposed': [done('propose-ending')],
  'evidence-kept': [done('take-in-evidence', { evidence: paper })],
  'experts-enough': [1, 2, 3, 4, 5].map((expert) => done('name-expert', { expert })),
  'administrative-part-done': [done('record-administrative-part')],
  'assessment-done': [done('record-assessment')],
  'subject-heard': [done('record-interview', { spokeWith: 'subject' })],
  'statements-heard': [done('give-notice'), done('record-statement')],
  'hearing-asked': [done('give-notice'), done('request-hearing')],
  'hearing-noticed': [done('give-hearing-notice', { hearingOn: '2026-01-05' })],
  'appeal-succeeded': [done('decide-result', { result: 'changed' })],
  'may-be-public': [done('end-recheck-window')],
  'measure-proposed': [done('propose-measure', { place: 1, measure: 'order-correction' })],
  'recovers-money': [done('open', { measure: 'recover-funds', amount: '100.00' })],
  'took-no-part': [done('ask', { tookPart: [], measures: [{ place: 1, measure: 'funding-ban', from: '2026-01-01', to: '2028-01-01' }] })],
  'change-proposed': [done('propose-change', { place: 1, change: 'lift' })],
  'result-by-another': [done('propose-result', { result: 'upheld' })],
  'recorded-by-another': [done('record-outside-result', { result: 'upheld' })],
  'drafted-by-another': [done('draft-publication')],
  'checked-by-another': [done('check-publication')],
  'of-suspected-crime': [done('ask', { kind: 'suspected-crime' })],
  'legally-checked': [done('propose-decision', { legalCheck: 'none' })],
});

const ofTeam = ['is-named-member', 'is-member', 'team-complete', 'interests-declared'];

/** What must have happened in an investigation, or in what follows one, before this act, where all these people are of its team and this paper is on the case. */
export function happenedBefore(
  procedure: string,
  act: string,
  members: readonly { person: string; post: string }[],
  paper: string,
): Happened[] {
  const guards = findActRow(procedure, act)?.guards ?? [];
  const hasTeam = act === 'remove-member' || guards.some((guard) => ofTeam.includes(guard));
  const team = hasTeam
    ? members.flatMap(({ person, post }) => [
        { act: 'add-member', person: 'boss', detail: { member: person, post } },
        { act: 'declare-no-interest', person },
      ])
    : [];
  const appealed = act === 'propose-change' && procedure === 'outside-review' ? (byGuard(paper)['took-no-part'] ?? []) : [];
  return [...team, ...appealed, ...guards.flatMap((guard) => byGuard(paper)[guard] ?? [])];
}
