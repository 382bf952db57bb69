import { retentionClasses } from '../retention/retention-classes';
import type { ActRow, FormField, Role } from '../procedure/procedure';

const holder = ['holder'] as const;
const code = (name: string, zh: string, en: string, options: FormField['options']): FormField => ({
  name,
  label: { zh, en },
  type: 'code',
  required: true,
  options: options ?? [],
});

/** Why a case must be kept, whatever its class says. */
export const holdGrounds = [
  { code: 'court', label: { zh: '诉讼或司法机关要求', en: 'Court proceedings' } },
  { code: 'supervision', label: { zh: '监察、审计或上级检查', en: 'Supervision, audit or inspection' } },
  { code: 'review', label: { zh: '复议、申诉或复查', en: 'Reconsideration, appeal or re-review' } },
  { code: 'related-case', label: { zh: '关联事项尚未办结', en: 'A related case is open' } },
] as const;

/** On what law what was kept is erased. */
export const erasureGrounds = [
  {
    code: 'archives-appraised',
    label: {
      zh: '保管期限届满，经鉴定无继续保存价值（档案法）',
      en: 'The retention period has ended and the file was appraised (Archives Law)',
    },
  },
  {
    code: 'privacy-period-ended',
    label: {
      zh: '个人信息保存期限已届满（个人信息保护法）',
      en: 'The period for keeping personal data has ended (Personal Information Protection Law)',
    },
  },
] as const;

/** Where retention acts may be done, and who does them. */
interface RetentionDesk {
  readonly everywhere: readonly string[];
  readonly ended: readonly string[];
  /** Who may propose. */
  readonly officers: readonly Role[];
  /** Who may decide. */
  readonly deciders: readonly Role[];
}

/** How long a case is kept, what keeps it longer, and how its texts, names and papers are erased: each with two people, where it takes something away. */
export const retentionActs = ({ everywhere, ended, officers, deciders }: RetentionDesk): readonly ActRow[] => [
  {
    act: 'set-retention',
    label: { zh: '划定保管期限', en: 'Set how long it is kept' },
    from: ended,
    to: 'same',
    parts: holder,
    roles: deciders,
    clause: 'retention-schedule',
    guards: ['not-erased'],
    form: [
      code(
        'class',
        '保管期限',
        'Retention',
        retentionClasses.map(({ code: value, label }) => ({ code: value, label })),
      ),
    ],
    consequence: {
      zh: '期限自办结次年起算；已提请的销毁作废',
      en: 'Counted from the year after the case ended; a proposed erasure lapses',
    },
  },
  {
    act: 'place-hold',
    label: { zh: '冻结销毁', en: 'Place a hold' },
    from: everywhere,
    to: 'same',
    parts: holder,
    roles: deciders,
    clause: 'retention-schedule',
    interim: true,
    guards: ['not-erased'],
    form: [code('ground', '冻结依据', 'Ground', holdGrounds)],
    consequence: { zh: '解除前不得销毁；解除须两人办理', en: 'Nothing of it is erased until two people lift the hold' },
  },
  {
    act: 'propose-lift-hold',
    label: { zh: '提请解除冻结', en: 'Propose to lift the hold' },
    from: everywhere,
    to: 'same',
    parts: holder,
    roles: officers,
    clause: 'retention-schedule',
    interim: true,
    guards: ['on-hold'],
  },
  {
    act: 'lift-hold',
    label: { zh: '核准解除冻结', en: 'Lift the hold' },
    from: everywhere,
    to: 'same',
    parts: holder,
    roles: deciders,
    clause: 'retention-schedule',
    interim: true,
    guards: ['on-hold', 'lift-proposed', 'lift-by-another'],
  },
  {
    act: 'keep-for-audit',
    label: { zh: '审计冻结', en: 'Held by the auditors' },
    from: everywhere,
    to: 'same',
    parts: holder,
    roles: [],
    clause: 'retention-schedule',
    byCourier: true,
  },
  {
    act: 'end-keep-for-audit',
    label: { zh: '审计解除冻结', en: 'No longer held by the auditors' },
    from: everywhere,
    to: 'same',
    parts: holder,
    roles: [],
    clause: 'retention-schedule',
    byCourier: true,
  },
  {
    act: 'propose-erasure',
    label: { zh: '提请销毁', en: 'Propose to erase' },
    from: ended,
    to: 'same',
    parts: holder,
    roles: officers,
    clause: 'retention-schedule',
    guards: ['not-erased', 'retention-ended', 'no-hold'],
    form: [code('ground', '法定依据', 'Legal ground', erasureGrounds)],
    consequence: { zh: '须由另一人核准', en: 'Another person must confirm it' },
  },
  {
    act: 'confirm-erasure',
    label: { zh: '核准并执行销毁', en: 'Confirm and erase' },
    from: ended,
    to: 'same',
    parts: holder,
    roles: deciders,
    clause: 'retention-schedule',
    effect: 'erase',
    guards: ['not-erased', 'retention-ended', 'no-hold', 'erasure-proposed', 'erasure-by-another'],
    consequence: {
      zh: '立即销毁本事项的文字、姓名、联系方式和材料，不可恢复；办理记录保留，本条即销毁证书',
      en: 'Texts, names, contacts and papers of the case are erased at once and for good; the record stays, and this act is the certificate',
    },
  },
];
