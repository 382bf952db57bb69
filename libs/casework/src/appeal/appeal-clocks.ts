import type { ClockRule } from '../clock/clock-rule';

const unconfirmed = { unit: 'working-day', pausable: false, legal: true, clause: 'appeal-result', confirmed: false, unsure: 'U5' } as const;

/** How long a decision can be appealed against, and how long an answer may take. */
export const appealClocks = {
  'recheck-request': {
    id: 'recheck-request',
    label: { zh: '申请复查期限', en: 'Asking for a re-check' },
    amount: 15,
    shares: [1],
    ...unconfirmed,
  },
  'appeal-acceptance': {
    id: 'appeal-acceptance',
    label: { zh: '复查、复核受理期限', en: 'Accepting an appeal' },
    amount: 15,
    ...unconfirmed,
  },
  'appeal-result': { id: 'appeal-result', label: { zh: '复查、复核期限', en: 'Deciding on an appeal' }, amount: 90, ...unconfirmed },
  'clearing-notice': {
    id: 'clearing-notice',
    label: { zh: '更正通知答复期限', en: 'Answer to a clearing notice' },
    unit: 'working-day',
    amount: 15,
    pausable: false,
    legal: false,
    clause: 'appeal-result',
    confirmed: false,
    unsure: 'U5',
  },
} as const satisfies Readonly<Record<string, ClockRule>>;
