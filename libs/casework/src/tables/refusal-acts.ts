import type { ActRow, FormField, Role } from '../procedure/procedure';

const deciders: readonly Role[] = ['decider', 'head'];
const reasons: FormField = {
  name: 'reasons',
  label: { zh: '理由（提交人凭回执可见）', en: 'Reasons (shown to whoever has the receipt)' },
  type: 'text',
  required: true,
};
const answering = {
  from: ['objected'],
  parts: ['holder'],
  roles: deciders,
  clause: 'misconduct-14',
  guards: ['refusal-by-another'],
  form: [reasons],
} as const;
const objecting = {
  from: ['declined'],
  to: 'objected',
  clause: 'misconduct-14',
  clocks: [
    { do: 'meet', clock: 'refusal-objection' },
    { do: 'start', clock: 'refusal-objection-answer' },
  ],
} as const;

/** Whoever reported is told why their report is not taken up, may object once, and is answered by somebody who did not decline it. */
export const refusalActs = (desk: readonly Role[]): readonly ActRow[] => [
  {
    act: 'object-to-declining',
    label: { zh: '提交人对不予受理提出异议', en: 'The reporter objects to the refusal' },
    ...objecting,
    parts: ['reporter'],
    roles: [],
    byReporter: true,
    interim: true,
    guards: ['not-objected-yet', 'objection-window-open'],
    form: [{ name: 'objection', label: { zh: '异议理由', en: 'Why' }, type: 'text', required: true }],
  },
  {
    act: 'record-objection',
    label: { zh: '登记对不予受理的异议', en: 'Record an objection to the refusal' },
    ...objecting,
    parts: ['holder'],
    roles: desk,
    guards: ['not-objected-yet', 'proved-by-paper'],
    form: [
      { name: 'effectiveOn', label: { zh: '收到异议的日期', en: 'Day on which it came in' }, type: 'day', required: true },
      {
        name: 'proof',
        label: { zh: '异议材料（须先添加为材料）', en: 'The objection (added as a paper first)' },
        type: 'paper',
        required: true,
      },
      { name: 'objection', label: { zh: '异议要点', en: 'What it says' }, type: 'text', required: true },
    ],
    consequence: {
      zh: '由未作出不予受理决定的人员答复；是否逾期由答复人说明',
      en: 'Answered by somebody who did not decline it, who says whether it was late',
    },
  },
  {
    act: 'uphold-declining',
    label: { zh: '维持不予受理', en: 'Uphold the refusal' },
    ...answering,
    to: 'declined',
    clocks: [{ do: 'meet', clock: 'refusal-objection-answer' }],
  },
  {
    act: 'take-up-after-objection',
    label: { zh: '异议成立，重新审查', en: 'The objection is right: look at it anew' },
    ...answering,
    to: 'screened',
    clocks: [
      { do: 'meet', clock: 'refusal-objection-answer' },
      { do: 'start', clock: 'acceptance' },
    ],
    consequence: { zh: '重新计算受理期限', en: 'The acceptance period begins anew' },
  },
  {
    act: 'end-objection-window',
    label: { zh: '提出异议的期限届满', en: 'The time for an objection is over' },
    from: ['declined'],
    to: 'same',
    parts: ['holder'],
    roles: [],
    clause: 'misconduct-14',
    byCourier: true,
    byClock: 'refusal-objection',
    clocks: [{ do: 'cancel', clock: 'refusal-objection' }],
  },
];
