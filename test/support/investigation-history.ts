import { findActRow } from '@lianxi/casework';

/** An act that must lie behind a case before another can be done. */
export interface Happened { readonly act: string; readonly person: string; readonly detail?: Readonly<Record<string, unknown>> }

const teamGuards = ['is-named-member', 'is-member', 'team-complete', 'interests-declared'];

/** What must have happened in an investigation before this act, where all these persons are of its team. */
export function happenedBefore(act: string, members: readonly { person: string; post: string }[]): Happened[] {
  const guards = findActRow('investigation', act)?.guards ?? [];
  const needsTeam = act === 'remove-member' || guards.some((guard) => teamGuards.includes(guard));
  const team = needsTeam ? members.flatMap(({ person, post }) => [{ act: 'add-member', person: 'boss', detail: { member: person, post } }, { act: 'declare-no-interest', person }]) : [];
  return [...team, ...(guards.includes('plan-by-another') ? [{ act: 'propose-plan', person: 'somebody' }] : []), ...(guards.includes('ending-proposed') ? [{ act: 'propose-ending', person: 'somebody' }] : [])];
}
