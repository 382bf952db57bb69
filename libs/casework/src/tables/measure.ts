import { checkProcedure } from '../procedure/check-procedure';
import { everywhere } from './linked-work-parts';
import type { ActRow, FormField, Procedure, Role } from '../procedure/procedure';

const desk: readonly Role[] = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const deciders: readonly Role[] = ['decider', 'head'];
const holder = ['holder'] as const;

const open = ['ordered', 'in-force', 'without-end', 'to-carry-out', 'suspended', 'execution-suspended'];
const ended = ['carried-out', 'lapsed', 'lifted'];

const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });
const happened = (zh: string, en: string): readonly FormField[] => [
  { name: 'effectiveOn', label: { zh, en }, type: 'day', required: true },
  { name: 'proof', label: { zh: '凭证（须先添加为材料）', en: 'What shows it (added as a paper first)' }, type: 'paper', required: true },
];

/** Days bring a measure into force and let it end; nobody has to think of it. */
const byItself: readonly ActRow[] = [
  {
    act: 'take-effect',
    label: { zh: '开始生效', en: 'Takes effect' },
    from: ['ordered'],
    to: 'in-force',
    parts: holder,
    roles: [],
    clause: 'opinions-5-4',
    byCourier: true,
    byClock: 'measure-begins',
    clocks: [{ do: 'cancel', clock: 'measure-begins' }],
  },
  {
    act: 'lapse',
    label: { zh: '期满自动失效', en: 'Lapses on its last day' },
    from: ['in-force', 'suspended'],
    to: 'lapsed',
    parts: holder,
    roles: [],
    clause: 'opinions-5-4',
    byCourier: true,
    byClock: 'measure-ends',
  },
];

const carryingOut: readonly ActRow[] = [
  {
    act: 'take-in-money',
    label: { zh: '登记追回款项', en: 'Record money that came in' },
    from: ['to-carry-out'],
    to: 'same',
    parts: holder,
    roles: desk,
    clause: 'opinions-5-4',
    guards: ['recovers-money', 'money-is-owed', 'proved-by-paper', 'not-more-than-owed'],
    form: [
      { name: 'amount', label: { zh: '金额（元）', en: 'Amount (yuan)' }, type: 'amount', required: true },
      ...happened('到账日期', 'Day on which it came in'),
    ],
  },
  {
    act: 'order-body',
    label: { zh: '交办其他机关执行', en: 'Order another body to carry it out' },
    from: ['to-carry-out'],
    to: 'same',
    parts: holder,
    roles: deciders,
    clause: 'opinions-5-4',
    effect: 'order-body',
    form: [
      { name: 'toBody', label: { zh: '执行机关', en: 'Body' }, type: 'body', required: true },
      text('task', '执行事项', 'What it should do'),
    ],
    consequence: { zh: '该机关须在期限内执行并报告，附凭证', en: 'The body carries it out within its period and reports with proof' },
  },
  {
    act: 'release-work',
    label: { zh: '解除交办', en: 'Release a body' },
    from: open,
    to: 'same',
    parts: holder,
    roles: deciders,
    clause: 'documents-24',
    guards: ['work-open'],
    effect: 'release-work',
    form: [{ name: 'ofBody', label: { zh: '机关', en: 'Body' }, type: 'body', required: true }, text('reasons', '理由', 'Reasons')],
  },
  {
    act: 'carry-out',
    label: { zh: '登记执行完毕', en: 'Record that it was carried out' },
    from: ['to-carry-out'],
    to: 'carried-out',
    parts: holder,
    roles: deciders,
    clause: 'opinions-5-4',
    guards: ['money-is-in', 'orders-settled', 'proved-by-paper'],
    clocks: [{ do: 'meet', clock: 'carrying-out' }],
    form: happened('执行完毕日期', 'Day on which it was carried out'),
  },
];

const suspension: readonly ActRow[] = [
  {
    act: 'suspend-measure',
    label: { zh: '暂停执行', en: 'Suspend' },
    from: ['in-force', 'without-end'],
    to: 'suspended',
    parts: holder,
    roles: deciders,
    clause: 'office-practice',
    effect: 'remember-state',
    form: [text('reasons', '理由', 'Reasons')],
    consequence: { zh: '届满日不变', en: 'Its last day stays as it is' },
  },
  {
    act: 'suspend-measure',
    label: { zh: '暂停执行', en: 'Suspend' },
    from: ['to-carry-out'],
    to: 'execution-suspended',
    parts: holder,
    roles: deciders,
    clause: 'office-practice',
    clocks: [{ do: 'cancel', clock: 'carrying-out' }],
    form: [text('reasons', '理由', 'Reasons')],
  },
  {
    act: 'resume-measure',
    label: { zh: '恢复执行', en: 'Resume' },
    from: ['suspended'],
    to: 'resume',
    parts: holder,
    roles: deciders,
    clause: 'office-practice',
    effect: 'forget-state',
    form: [text('reasons', '理由', 'Reasons')],
  },
  {
    act: 'resume-measure',
    label: { zh: '恢复执行', en: 'Resume' },
    from: ['execution-suspended'],
    to: 'to-carry-out',
    parts: holder,
    roles: deciders,
    clause: 'office-practice',
    clocks: [{ do: 'start', clock: 'carrying-out' }],
    form: [text('reasons', '理由', 'Reasons')],
  },
];

/** A measure against a violation, from the decision that orders it until it is carried out, has lapsed, or is lifted. */
export const measure: Procedure = checkProcedure({
  id: 'measure',
  label: { zh: '处理措施', en: 'Measure' },
  initial: ['ordered', 'in-force', 'without-end', 'to-carry-out'],
  states: {
    ordered: { label: { zh: '已作出，未到起始日', en: 'Ordered, its first day is to come' }, owner: 'holder', clock: 'measure-begins' },
    'in-force': { label: { zh: '生效中', en: 'In force' }, owner: 'holder', clock: 'measure-ends' },
    'without-end': { label: { zh: '生效中（未定届满日）', en: 'In force, without a last day' }, owner: 'holder' },
    'to-carry-out': { label: { zh: '待执行', en: 'To be carried out' }, owner: 'holder', clock: 'carrying-out' },
    suspended: { label: { zh: '已暂停', en: 'Suspended' }, owner: 'holder' },
    'execution-suspended': { label: { zh: '已暂停执行', en: 'Not carried out for now' }, owner: 'holder' },
    'carried-out': { label: { zh: '已执行完毕', en: 'Carried out' }, owner: 'holder', final: true },
    lapsed: { label: { zh: '期满失效', en: 'Lapsed' }, owner: 'holder', final: true },
    lifted: { label: { zh: '已解除', en: 'Lifted' }, owner: 'holder', final: true },
  },
  acts: [
    ...byItself,
    ...carryingOut,
    ...suspension,
    {
      act: 'lift',
      label: { zh: '复查、复核后解除', en: 'Lifted on appeal' },
      from: [...open, 'carried-out', 'lapsed'],
      to: 'lifted',
      parts: holder,
      roles: [],
      clause: 'appeal-result',
      byCourier: true,
    },
    {
      act: 'shorten',
      label: { zh: '复查、复核后缩短', en: 'Shortened on appeal' },
      from: ['ordered', 'in-force', 'suspended'],
      to: 'same',
      parts: holder,
      roles: [],
      clause: 'appeal-result',
      byCourier: true,
    },
    {
      act: 'note-appeal',
      label: { zh: '复查、复核进展', en: 'How far the appeal is' },
      from: [...open, ...ended],
      to: 'same',
      parts: holder,
      roles: [],
      clause: 'appeal-result',
      byCourier: true,
    },
    ...everywhere(open, ended),
  ],
});
