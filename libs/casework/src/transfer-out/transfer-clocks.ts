import type { ClockRule } from '../clock/clock-rule';

const printed = { pausable: false, legal: true, clause: 'crime-transfer', confirmed: true } as const;

/** Periods in the transfer of a suspected crime; for other transfers none is printed, and none runs. */
export const transferClocks = {
  'transfer-decision': {
    id: 'transfer-decision',
    label: { zh: '负责人决定移送期限', en: 'The head decides on the transfer' },
    unit: 'calendar-day',
    amount: 3,
    ...printed,
  },
  'transfer-dispatch': {
    id: 'transfer-dispatch',
    label: { zh: '移送期限', en: 'Transfer once approved' },
    unit: 'hour',
    amount: 24,
    ...printed,
  },
  'transfer-acceptance': {
    id: 'transfer-acceptance',
    label: { zh: '公安机关决定是否立案期限', en: 'The police decide whether to open a case' },
    unit: 'calendar-day',
    amount: 3,
    ...printed,
  },
  'transfer-objection': {
    id: 'transfer-objection',
    label: { zh: '提请复议期限', en: 'Objection to a refusal' },
    unit: 'calendar-day',
    amount: 3,
    ...printed,
  },
} as const satisfies Readonly<Record<string, ClockRule>>;
