import type { ClockRule } from '../clock/clock-rule';

export const investigationClocks = {
  investigation: {
    id: 'investigation', label: { zh: '调查期限', en: 'Investigation' }, unit: 'calendar-month', amount: 6, pausable: true, extension: { amount: 6, times: 1, approver: 'head' }, legal: true, clause: 'misconduct-24', confirmed: false, unsure: 'U5',
  },
  'unit-investigation': { id: 'unit-investigation', label: { zh: '单位调查期限', en: 'Investigation by the unit' }, unit: 'calendar-month', amount: 6, pausable: false, legal: true, clause: 'misconduct-24', confirmed: false, unsure: 'U5' },
  'joint-finding': { id: 'joint-finding', label: { zh: '联合调查意见期限', en: 'Findings in a joint investigation' }, unit: 'working-day', amount: 30, pausable: false, legal: false, clause: 'documents-24', confirmed: false, unsure: 'U24' },
  statement: { id: 'statement', label: { zh: '陈述申辩期限', en: 'Statement and defence' }, unit: 'working-day', amount: 5, pausable: false, legal: true, clause: 'penalties-63', confirmed: false, unsure: 'U5' },
  'decision-service': { id: 'decision-service', label: { zh: '决定送达期限', en: 'Service of the decision' }, unit: 'working-day', amount: 7, pausable: false, legal: true, clause: 'penalties-61', confirmed: false, unsure: 'U6' },
} as const satisfies Readonly<Record<string, ClockRule>>;
