import { when, type Guard } from '../procedure/guard';
import { smallestTeam, teamOf } from './team';

/** Who may act in an investigation, and when its team is complete. */
export const teamGuards = {
  'is-named-member': { refuse: ({ past }, { actor }) => when(!teamOf(past).some(({ person }) => person === actor.person), 'not-in-team') },
  'is-member': {
    refuse: ({ past }, { actor }) =>
      when(!teamOf(past).some(({ person, hasDeclared }) => person === actor.person && hasDeclared), 'not-in-team'),
  },
  'team-complete': { refuse: ({ past }) => when(teamOf(past).length < smallestTeam, 'team-too-small') },
  'interests-declared': { refuse: ({ past }) => when(!teamOf(past).every(({ hasDeclared }) => hasDeclared), 'interests-undeclared') },
} as const satisfies Readonly<Record<string, Guard>>;
