import type { ActRow, FormField, Role } from '../procedure/procedure';

/** To whom a letter goes, as far as it matters for who reported. */
export const sides: FormField = {
  name: 'side',
  label: { zh: '收函单位是否为被反映一方', en: 'Is the addressee on the side that is accused' },
  type: 'code',
  options: [
    { code: 'other', label: { zh: '否', en: 'No' } },
    {
      code: 'accused',
      label: {
        zh: '是：只能依据经审核的摘要，不得引用举报内容',
        en: 'Yes: only from the approved summary, without the words of the report',
      },
    },
  ],
};

/** What the accused side may be told is written anew, and looked at by a second person, before anything goes there. */
export const summaryActs = (open: readonly string[], officers: readonly Role[], signing: readonly Role[]): readonly ActRow[] => [
  {
    act: 'write-summary',
    label: { zh: '拟写对外摘要', en: 'Write the summary' },
    from: open,
    to: 'same',
    parts: ['holder'],
    roles: officers,
    clause: 'reporter-protection',
    effect: 'write-summary',
    form: [
      {
        name: 'summary',
        label: {
          zh: '摘要（可告知被反映一方，不得引用举报原文，不得透露举报人）',
          en: 'Summary (what the accused side may be told; no words of the report, nothing of the reporter)',
        },
        type: 'text',
        required: true,
      },
    ],
    consequence: { zh: '须由另一人审核', en: 'Another person must approve it' },
  },
  {
    act: 'approve-summary',
    label: { zh: '审核对外摘要', en: 'Approve the summary' },
    from: open,
    to: 'same',
    parts: ['holder'],
    roles: signing,
    clause: 'reporter-protection',
    guards: ['summary-written', 'summary-by-another'],
    consequence: { zh: '此后可向被反映一方发函', en: 'From now on the accused side can be written to' },
  },
];
