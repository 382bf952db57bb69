import type { ActRow, FormField, Role } from '../procedure/procedure';
import { documentKinds } from './document-kinds';

const drafting: readonly Role[] = [
  'intake-officer',
  'case-officer',
  'investigator',
  'reviewer',
  'decider',
  'head',
  'coordinator',
  'secretary',
];
const checking: readonly Role[] = ['case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const signing: readonly Role[] = ['decider', 'head', 'coordinator'];
const written = { parts: ['holder'], clause: 'documents-issue' } as const;

const text = (name: string, zh: string, en: string, required = true): FormField => ({
  name,
  label: { zh, en },
  type: 'text',
  ...(required ? { required } : {}),
});
const draft: readonly FormField[] = [
  {
    name: 'kind',
    label: { zh: '文种', en: 'Kind' },
    type: 'code',
    required: true,
    options: documentKinds.map(({ code, label }) => ({ code, label })),
  },
  text('subject', '事由（写入标题）', 'What it is about (stands in the title)'),
  text('addressee', '主送机关', 'Main addressee'),
  text('body', '正文（每段一行）', 'Text (a line for each paragraph)'),
  text('enclosures', '附件名称（每件一行）', 'Enclosures (a line for each)', false),
  text('copyTo', '抄送机关', 'Copies to', false),
];

/** States of a letter that is drawn up as an official document, between being written and being dispatched. */
export const documentStates = ['composed', 'sent-back', 'checked', 'signed-off', 'numbered', 'sealed-presented', 'sealed'] as const;

/** How a letter becomes an official document: drafted, checked and signed off by three people, numbered, sealed. It is then dispatched as every letter is. */
export const documentActs: readonly ActRow[] = [
  {
    act: 'draft-document',
    label: { zh: '拟制公文', en: 'Draft the document' },
    from: ['drafted', 'composed', 'sent-back'],
    to: 'composed',
    ...written,
    roles: drafting,
    guards: ['printable'],
    effect: 'draft-document',
    form: draft,
    consequence: {
      zh: '须由另外两人核稿、签发，编号用印后方可寄发',
      en: 'It is checked and signed off by two other people, numbered and sealed before it is dispatched',
    },
  },
  {
    act: 'check-document',
    label: { zh: '核稿', en: 'Check the draft' },
    from: ['composed'],
    to: 'checked',
    ...written,
    roles: checking,
    guards: ['other-than-drafter'],
  },
  {
    act: 'return-document',
    label: { zh: '退回修改', en: 'Send the draft back' },
    from: ['composed', 'checked'],
    to: 'sent-back',
    ...written,
    roles: checking,
    form: [text('reasons', '修改意见', 'What should be changed')],
  },
  {
    act: 'sign-off',
    label: { zh: '签发', en: 'Sign off' },
    from: ['checked'],
    to: 'signed-off',
    ...written,
    roles: signing,
    guards: ['other-than-drafter', 'other-than-checker'],
    consequence: {
      zh: '签发之日为成文日期，之后内容不能更改',
      en: 'The letter bears the day of today, and its text cannot be changed any more',
    },
  },
  {
    act: 'number-document',
    label: { zh: '编发文字号', en: 'Number' },
    from: ['signed-off'],
    to: 'numbered',
    ...written,
    roles: drafting,
    effect: 'number-document',
    consequence: { zh: '按机关和年度连续编号，不能重编', en: 'Numbers run on without a gap for each body and year' },
  },
  {
    act: 'present-sealed',
    label: { zh: '提交已用印文件', en: 'Present the sealed letter' },
    from: ['numbered'],
    to: 'sealed-presented',
    ...written,
    roles: drafting,
    guards: ['scan-on-letter'],
    effect: 'present-sealed',
    form: [
      {
        name: 'scan',
        label: {
          zh: '签名盖章后的扫描件（须先添加为材料；接入电子印章的可不选）',
          en: 'Scan of the signed and sealed letter (added as a paper first; not needed with an electronic seal)',
        },
        type: 'paper',
      },
    ],
    consequence: { zh: '须由另一人与原文核对', en: 'Somebody else compares it with the text' },
  },
  {
    act: 'confirm-seal',
    label: { zh: '核对一致，用印完成', en: 'Compared: sealed' },
    from: ['sealed-presented'],
    to: 'sealed',
    ...written,
    roles: checking,
    guards: ['compared-by-another'],
    effect: 'seal-document',
    consequence: { zh: '文本的哈希值记入记录', en: 'The hashes of the letter go on the record' },
  },
  {
    act: 'reject-seal',
    label: { zh: '核对不一致，退回', en: 'It differs: back' },
    from: ['sealed-presented'],
    to: 'numbered',
    ...written,
    roles: checking,
    guards: ['compared-by-another'],
    form: [text('reasons', '不一致之处', 'What differs')],
  },
];
