import type { ActRow, Role } from '../procedure/procedure';
import { openingReasons, openingTellings } from './identity-opening';
import { paperOrigins, reportMaterial } from './paper-kinds';

/** What a reporter does has no post and no body: whoever has the receipt may do it, and need not be anybody. */
const byReporter = { parts: ['reporter'], roles: [], byReporter: true, interim: true, clause: 'misconduct-12' } as const;

/** Officer and reporter ask and answer each other while the case is open, also where nobody knows who the reporter is. */
export const reporterActs = (
  { open, afterwards }: { readonly open: readonly string[]; readonly afterwards: readonly string[] },
  desk: readonly Role[],
  officers: readonly Role[],
): readonly ActRow[] => [
  {
    act: 'ask-identity',
    label: { zh: '申请查看提交人身份', en: "Ask to see the reporter's identity" },
    from: open,
    to: 'same',
    parts: ['holder'],
    roles: officers,
    clause: 'reporter-protection',
    effect: 'ask-identity',
    form: [
      { name: 'reason', label: { zh: '事由', en: 'Why' }, type: 'code', required: true, options: openingReasons },
      { name: 'tell', label: { zh: '是否告知提交人', en: 'Is the reporter told' }, type: 'code', required: true, options: openingTellings },
      { name: 'reasons', label: { zh: '具体理由', en: 'Reasons' }, type: 'text', required: true },
    ],
    consequence: {
      zh: '须两名身份信息保管员批准；仅申请人本人可在限定时间内查看，全程留痕；提交人可能并未留下身份',
      en: 'Two identity custodians must approve; only you can look, for a limited time, on the record; there may be nothing to see',
    },
  },
  {
    act: 'ask-reporter',
    label: { zh: '向提交人提问', en: 'Ask the reporter' },
    from: open,
    to: 'same',
    parts: ['holder'],
    roles: desk,
    clause: 'misconduct-12',
    interim: true,
    form: [
      {
        name: 'question',
        label: { zh: '问题（提交人凭回执可见）', en: 'Question (shown to whoever has the receipt)' },
        type: 'text',
        required: true,
      },
    ],
    consequence: {
      zh: '提交人凭回执查看并答复，无须表明身份；不答复不停止办理',
      en: 'The reporter reads and answers it with the receipt and need not say who they are; no answer stops nothing',
    },
  },
  {
    act: 'tell-reporter',
    label: { zh: '告知提交人结果', en: 'Tell the reporter the outcome' },
    from: afterwards,
    to: 'same',
    parts: ['holder'],
    roles: officers,
    clause: 'misconduct-26',
    form: [
      {
        name: 'told',
        label: {
          zh: '告知内容（提交人凭回执可见；不得写入其他人的个人信息）',
          en: 'What is told (shown to whoever has the receipt; no personal data of others)',
        },
        type: 'text',
        required: true,
      },
    ],
    consequence: {
      zh: '提交人凭回执可见；经过调查的，告知后方可归档',
      en: 'Shown to whoever has the receipt; what was investigated is filed away only after this',
    },
  },
  {
    act: 'answer-question',
    label: { zh: '提交人答复', en: 'The reporter answers' },
    from: open,
    to: 'same',
    ...byReporter,
    guards: ['question-open'],
    form: [{ name: 'answer', label: { zh: '答复', en: 'Answer' }, type: 'text', required: true }],
  },
  {
    act: 'add-to-report',
    label: { zh: '提交人补充', en: 'The reporter adds something' },
    from: open,
    to: 'same',
    ...byReporter,
    guards: ['room-to-add'],
    form: [{ name: 'text', label: { zh: '补充内容', en: 'What is added' }, type: 'text', required: true }],
  },
  {
    act: 'add-report-file',
    label: { zh: '提交人补充材料', en: 'The reporter adds a file' },
    from: open,
    to: 'same',
    ...byReporter,
    clause: 'archive-37',
    guards: ['room-to-add'],
    effect: 'add-paper',
    form: [
      { name: 'paper', label: { zh: '材料文件', en: 'File' }, type: 'paper', required: true },
      { name: 'kind', label: { zh: '材料类别', en: 'Kind' }, type: 'code', required: true, options: [reportMaterial] },
      { name: 'dated', label: { zh: '材料日期', en: 'Date of the paper' }, type: 'day', required: true },
      { name: 'origin', label: { zh: '原件或复制件', en: 'Original or copy' }, type: 'code', required: true, options: paperOrigins },
    ],
  },
];
