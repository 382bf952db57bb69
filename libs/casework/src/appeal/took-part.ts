import type { PastAct } from '../procedure/procedure';

/** Acts by which somebody takes part in finding and deciding; whoever only records what came in or was served does not. */
export const decidingActs: readonly string[] = [
  'declare-no-interest',
  'propose-plan',
  'approve-plan',
  'propose-measure',
  'give-notice',
  'hold-hearing',
  'propose-decision',
  'review-decision',
  'check-legally',
  'decide',
  'accept-appeal',
  'decline-appeal',
  'propose-change',
  'propose-result',
  'decide-result',
];

/** Everybody who found or decided: they, and whoever was named to the team, do nothing on an appeal. */
export function tookPartIn(past: readonly PastAct[]): string[] {
  const members = past.filter(({ act }) => act === 'add-member').map(({ detail }) => detail['member']);
  const deciding = past.filter(({ act }) => decidingActs.includes(act)).map(({ person }) => person);
  return [...new Set([...members, ...deciding].filter((person): person is string => typeof person === 'string'))];
}
