import type { ClockRule } from '../clock/clock-rule';

/** Days that the decision itself names: nobody is reminded of them beforehand, and what they bring about comes by itself. */
const namedByDecision = {
  unit: 'calendar-day',
  amount: 1,
  pausable: false,
  shares: [1],
  legal: true,
  clause: 'opinions-5-4',
  confirmed: true,
} as const;
const office = { pausable: false, legal: false, clause: 'office-practice', confirmed: false } as const;

export const measureClocks = {
  'measure-begins': { id: 'measure-begins', label: { zh: '措施起始日', en: 'First day of the measure' }, ...namedByDecision },
  'measure-ends': { id: 'measure-ends', label: { zh: '措施届满日', en: 'Last day of the measure' }, ...namedByDecision },
  'carrying-out': {
    id: 'carrying-out',
    label: { zh: '执行期限', en: 'Carrying the measure out' },
    unit: 'working-day',
    amount: 30,
    ...office,
  },
  'measure-order': {
    id: 'measure-order',
    label: { zh: '交办执行期限', en: 'Carrying out what was ordered' },
    unit: 'working-day',
    amount: 30,
    ...office,
  },
} as const satisfies Readonly<Record<string, ClockRule>>;
