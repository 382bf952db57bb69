import { appealClocks } from '../appeal/appeal-clocks';
import { investigationClocks } from '../investigation/investigation-clocks';
import { measureClocks } from '../measures/measure-clocks';
import { transferClocks } from '../transfer-out/transfer-clocks';
import type { Clause } from '../tables/clauses';
import type { ClockRule } from './clock-rule';

const office = { legal: false, confirmed: false, pausable: false } as const;

/** How days are counted: from the day after, and never ending on a day of rest. */
export const countingClause: Clause = {
  id: 'counting',
  instrument: { zh: '民法典', en: 'Civil Code' },
  section: '第二百零一条至第二百零三条',
  confirmed: false,
};

/** Every period in use. What is unconfirmed is marked so wherever the clock is shown. */
export const clockRules = {
  'complete-facts': {
    id: 'complete-facts',
    label: { zh: '补全事实期限', en: 'Completing the facts' },
    unit: 'working-day',
    amount: 5,
    clause: 'assignment-model',
    unsure: 'U19',
    ...office,
  },
  registration: {
    id: 'registration',
    label: { zh: '登记期限', en: 'Registration' },
    unit: 'working-day',
    amount: 3,
    clause: 'office-practice',
    ...office,
  },
  acceptance: {
    id: 'acceptance',
    label: { zh: '受理期限', en: 'Acceptance' },
    unit: 'working-day',
    amount: 15,
    pausable: true,
    legal: true,
    clause: 'misconduct-14',
    confirmed: false,
    unsure: 'U5',
  },
  'refusal-objection': {
    id: 'refusal-objection',
    label: { zh: '对不予受理提出异议的期限', en: 'Objecting to a refusal' },
    unit: 'working-day',
    amount: 15,
    shares: [1],
    clause: 'misconduct-14',
    unsure: 'U5',
    ...office,
  },
  'refusal-objection-answer': {
    id: 'refusal-objection-answer',
    label: { zh: '异议答复期限', en: 'Answer to an objection' },
    unit: 'working-day',
    amount: 15,
    clause: 'misconduct-14',
    unsure: 'U5',
    ...office,
  },
  'supplement-answer': {
    id: 'supplement-answer',
    label: { zh: '补充材料期限', en: 'Answer to the supplement request' },
    unit: 'working-day',
    amount: 15,
    clause: 'office-practice',
    ...office,
  },
  'hand-over-answer': {
    id: 'hand-over-answer',
    label: { zh: '移交答复期限', en: 'Answer to an offered transfer' },
    unit: 'working-day',
    amount: 5,
    clause: 'assignment-model',
    unsure: 'U19',
    ...office,
  },
  designation: {
    id: 'designation',
    label: { zh: '指定期限', en: 'Designation' },
    unit: 'working-day',
    amount: 7,
    clause: 'designation-model',
    unsure: 'U19',
    ...office,
  },
  'co-handling': {
    id: 'co-handling',
    label: { zh: '会办期限', en: 'Co-handling' },
    unit: 'working-day',
    amount: 15,
    clause: 'documents-24',
    unsure: 'U24',
    ...office,
  },
  countersigning: {
    id: 'countersigning',
    label: { zh: '会签期限', en: 'Countersigning' },
    unit: 'working-day',
    amount: 5,
    clause: 'documents-24',
    unsure: 'U24',
    ...office,
  },
  consultation: {
    id: 'consultation',
    label: { zh: '答复征求意见期限', en: 'Answer to a consultation' },
    unit: 'working-day',
    amount: 10,
    clause: 'documents-24',
    unsure: 'U24',
    ...office,
  },
  'letter-dispatch': {
    id: 'letter-dispatch',
    label: { zh: '寄发期限', en: 'Dispatch of a letter' },
    unit: 'working-day',
    amount: 3,
    clause: 'office-practice',
    ...office,
  },
  'letter-receipt': {
    id: 'letter-receipt',
    label: { zh: '送达凭证期限', en: 'Proof of receipt of a letter' },
    unit: 'working-day',
    amount: 10,
    clause: 'office-practice',
    ...office,
  },
  'letter-answer': {
    id: 'letter-answer',
    label: { zh: '复函期限', en: 'Answer to a letter' },
    unit: 'working-day',
    amount: 15,
    clause: 'documents-24',
    unsure: 'U24',
    ...office,
  },
  'escalation-answer': {
    id: 'escalation-answer',
    label: { zh: '办公室答复期限', en: 'Answer of the office' },
    unit: 'working-day',
    amount: 7,
    clause: 'designation-model',
    unsure: 'U19',
    ...office,
  },
  'dispute-consultation': {
    id: 'dispute-consultation',
    label: { zh: '争议协商期限', en: 'Consultation in a dispute' },
    unit: 'working-day',
    amount: 5,
    clause: 'designation-model',
    unsure: 'U19',
    ...office,
  },
  ...measureClocks,
  ...appealClocks,
  ...investigationClocks,
  ...transferClocks,
  handling: {
    id: 'handling',
    label: { zh: '办理期限', en: 'Handling' },
    unit: 'calendar-day',
    amount: 60,
    pausable: true,
    extension: { amount: 30, times: 1, approver: 'head' },
    legal: false,
    clause: 'handling-model',
    confirmed: false,
    unsure: 'U6',
  },
} as const satisfies Readonly<Record<string, ClockRule>>;

export type ClockRuleId = keyof typeof clockRules;
export const findClockRule = (id: string): ClockRule | undefined => (clockRules as Readonly<Record<string, ClockRule>>)[id];
