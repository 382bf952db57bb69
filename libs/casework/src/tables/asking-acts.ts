import type { ActRow, FormField, Role } from '../procedure/procedure';

const holder = ['holder'] as const;
const deciders: readonly Role[] = ['decider', 'head'];
const text = (name: string, zh: string, en: string, required = true): FormField => ({
  name,
  label: { zh, en },
  type: 'text',
  ...(required ? { required } : {}),
});

const letterPurposes = [
  { code: 'enquiry', label: { zh: '询问情况', en: 'Enquiry' } },
  { code: 'material', label: { zh: '调取材料', en: 'Asking for material' } },
  { code: 'opinion', label: { zh: '征求意见', en: 'Asking for a view' } },
  { code: 'investigation', label: { zh: '请予调查', en: 'Asking to investigate' } },
  { code: 'telling', label: { zh: '告知、送达文书', en: 'Telling, or serving a document' } },
  { code: 'transfer', label: { zh: '移送', en: 'Transfer' } },
  { code: 'review', label: { zh: '提请复核', en: 'Asking for a final review' } },
];
const periodStarts = [
  { code: 'receipt', label: { zh: '送达', en: 'Receipt' } },
  { code: 'dispatch', label: { zh: '寄发', en: 'Dispatch' } },
  { code: 'none', label: { zh: '无须答复（送达即了结）', en: 'No answer is awaited (service ends it)' } },
];

/** Whoever has no desk here is written to, from whatever case. */
export const writeLetter = (from: readonly string[]): ActRow => ({
  act: 'write-letter',
  label: { zh: '发函', en: 'Write a letter' },
  from,
  to: 'same',
  parts: holder,
  roles: [...deciders, 'reviewer', 'coordinator'],
  clause: 'documents-24',
  effect: 'write-letter',
  form: [
    { name: 'toBody', label: { zh: '收函机关（不在本系统办公）', en: 'Authority without a desk here' }, type: 'body', outside: true },
    text('addressee', '收函单位（不是上列机关时填写）', 'Addressee, where it is none of these authorities', false),
    {
      name: 'unit',
      label: {
        zh: '收函单位的统一社会信用代码（有联系人的可电子送达）',
        en: 'Its unified social credit code (with a contact it can be written to electronically)',
      },
      type: 'unit',
    },
    { name: 'purpose', label: { zh: '事由', en: 'Purpose' }, type: 'code', required: true, options: letterPurposes },
    {
      name: 'periodFrom',
      label: { zh: '答复期限起算', en: 'The period for the answer begins with' },
      type: 'code',
      required: true,
      options: periodStarts,
    },
    {
      name: 'answerBy',
      label: { zh: '请于此日前答复（不填写的，按答复期限）', en: 'Answer by (if empty, within the usual period)' },
      type: 'day',
    },
    text('content', '函件内容', 'Content'),
  ],
  consequence: {
    zh: '函件由本机关寄发，送达与答复由本机关登记；未了结前不能办结',
    en: 'This body dispatches it and records receipt and answer; nothing is concluded while it waits',
  },
});

/** What was asked of another is taken back. */
export const releaseWork = (from: readonly string[]): ActRow => ({
  act: 'release-work',
  label: { zh: '解除会办、征求意见或发函', en: 'Release a body' },
  from,
  to: 'same',
  parts: holder,
  roles: deciders,
  clause: 'documents-24',
  guards: ['work-open'],
  effect: 'release-work',
  form: [{ name: 'ofBody', label: { zh: '机关', en: 'Body' }, type: 'body', required: true }, text('reasons', '理由', 'Reasons')],
});
