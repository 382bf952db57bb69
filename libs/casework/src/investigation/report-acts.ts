import type { ActRow, FormField } from '../procedure/procedure';
import { held, ofMember, reasons, text } from './act-parts';
import { investigationOutcomes } from './outcomes';

export const outcome: FormField = {
  name: 'outcome',
  label: { zh: '认定', en: 'Finding' },
  type: 'code',
  required: true,
  options: investigationOutcomes,
};
const sign = {
  act: 'sign-report',
  label: { zh: '在调查报告上签名', en: 'Sign the report' },
  from: ['report-drafted'],
  ...ofMember,
  clause: 'misconduct-24',
} as const;

/** The report is everybody's who investigated: the last signature makes it one. */
export const reportActs: readonly ActRow[] = [
  {
    act: 'draft-report',
    label: { zh: '起草调查报告', en: 'Draft the report' },
    from: ['investigating'],
    to: 'report-drafted',
    ...ofMember,
    clause: 'misconduct-24',
    guards: [
      'is-member',
      'team-complete',
      'administrative-part-done',
      'assessment-done',
      'subject-heard',
      'findings-in',
      'letters-settled',
    ],
    form: [
      outcome,
      text('facts', '线索来源、组织过程、查明的事实及当事人确认情况', 'Source, course, facts found and whether the parties confirm them'),
      text('conclusion', '调查结论', 'Conclusion'),
      text('proposal', '处理建议及依据', 'What is proposed, and on what basis'),
    ],
    consequence: { zh: '须由调查组全体成员签名', en: 'Every member of the team signs it' },
  },
  { ...sign, to: 'same', guards: ['is-member', 'not-signed-yet', 'others-to-sign'] },
  {
    ...sign,
    to: 'report-signed',
    guards: ['is-member', 'not-signed-yet', 'last-to-sign'],
    effect: 'report-work',
    clocks: [{ do: 'meet', clock: 'investigation' }],
    consequence: { zh: '全体签名后调查终结', en: 'With the last signature the investigation is done' },
  },
  {
    act: 'return-to-investigation',
    label: { zh: '退回补充调查', en: 'Back to the investigation' },
    from: ['report-drafted'],
    to: 'investigating',
    ...held,
    roles: [...ofMember.roles, 'head'],
    clause: 'misconduct-24',
    form: [reasons('理由', 'Reasons')],
    consequence: { zh: '已有签名作废', en: 'Signatures given so far are void' },
  },
];
