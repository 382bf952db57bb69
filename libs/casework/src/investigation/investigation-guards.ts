import { when, type Guard } from '../procedure/guard';
import { byTwo, proposed } from '../procedure/second-person';
import { decisionGuards } from './decision-guards';
import { evidenceGuards } from './evidence-guards';
import { orderGuards } from './order-guards';
import { reportGuards } from './report-guards';
import { teamGuards } from './team-guards';

/** Everything the tables about investigations ask of a case. */
export const investigationGuards = {
  ...orderGuards,
  ...teamGuards,
  ...evidenceGuards,
  ...reportGuards,
  ...decisionGuards,
  'plan-by-another': byTwo('propose-plan'),
  'ending-proposed': proposed('propose-ending', 'end-without-finding', 'resume-investigation'),
  'ending-by-another': byTwo('propose-ending'),
  'longer-once': {
    refuse: ({ past }) =>
      when(
        past.some(({ act }) => act === 'extend-investigation'),
        'extended-before',
      ),
  },
} as const satisfies Readonly<Record<string, Guard>>;
