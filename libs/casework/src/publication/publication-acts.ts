import { code, deciders, desk, held, reasons, text } from '../investigation/act-parts';
import type { ActRow } from '../procedure/procedure';
import { publicationKinds, withdrawalGrounds } from './publication-kinds';

/** Begun on an investigation whose decision was served and can change no more. */
export const beginPublication: ActRow = {
  act: 'begin-publication',
  label: { zh: '提请公布', en: 'Begin to make it public' },
  from: ['served'],
  to: 'same',
  ...held,
  roles: desk,
  clause: 'opinions-5-2',
  guards: ['may-be-public', 'not-published-before'],
  effect: 'begin-publication',
  form: [{ name: 'kind', label: { zh: '公布什么', en: 'What is made public' }, type: 'code', required: true, options: publicationKinds }],
  consequence: { zh: '须拟稿、两人审核后公布', en: 'Written by one, looked at by two more before it is public' },
};

const drafted = { from: ['asked', 'drafted', 'checked'], ...held } as const;

/** What is done to make something public, and to take it back. */
export const publicationActs: readonly ActRow[] = [
  {
    act: 'draft-publication',
    label: { zh: '拟写公布内容', en: 'Write what is made public' },
    ...drafted,
    to: 'drafted',
    roles: desk,
    clause: 'opinions-5-2',
    effect: 'draft-publication',
    form: [
      text('title', '标题', 'Title'),
      text('summary', '内容（不得出现可识别到个人的信息）', 'Text (nothing by which somebody is known)'),
    ],
    consequence: { zh: '此前的审核作废', en: 'Checks made before are void' },
  },
  {
    act: 'check-publication',
    label: { zh: '审核公布内容', en: 'Check it' },
    from: ['drafted'],
    to: 'checked',
    ...held,
    roles: ['reviewer', ...deciders],
    clause: 'opinions-5-2',
    guards: ['drafted-by-another', 'found-anonymous'],
    form: [
      {
        name: 'anonymous',
        label: { zh: '已核对：不能识别到个人，小数目已隐去', en: 'Checked: nobody can be known from it, and small numbers are left out' },
        type: 'yes-no',
        required: true,
      },
    ],
  },
  {
    act: 'return-publication',
    label: { zh: '退回修改', en: 'Send it back' },
    from: ['drafted', 'checked'],
    to: 'asked',
    ...held,
    roles: ['reviewer', ...deciders],
    clause: 'opinions-5-2',
    form: [reasons('理由', 'Reasons')],
  },
  {
    act: 'publish',
    label: { zh: '公布', en: 'Publish' },
    from: ['checked'],
    to: 'completed',
    ...held,
    roles: deciders,
    clause: 'opinions-5-2',
    guards: ['drafted-by-another', 'checked-by-another'],
    effect: 'publish',
    consequence: { zh: '随即在公众页面可见', en: 'Everybody can read it at once' },
  },
  {
    act: 'leave-unpublished',
    label: { zh: '不公布', en: 'Leave it unpublished' },
    ...drafted,
    to: 'refused',
    roles: deciders,
    clause: 'opinions-5-2',
    effect: 'report-work',
    form: [reasons('理由', 'Reasons')],
  },
  {
    act: 'withdraw-publication',
    label: { zh: '撤回公布', en: 'Withdraw it' },
    from: ['completed'],
    to: 'lifted',
    ...held,
    roles: deciders,
    clause: 'penalties-48',
    effect: 'withdraw-publication',
    form: [
      code(
        'ground',
        '撤回原因（公众可见）',
        'Why (shown to the public)',
        withdrawalGrounds.map(({ code: value, label }) => [value, label.zh, label.en]),
      ),
      reasons('说明', 'Explanation'),
    ],
    consequence: { zh: '公众页面只保留撤回日期和原因', en: 'Of it the public sees only when and why it was withdrawn' },
  },
];
