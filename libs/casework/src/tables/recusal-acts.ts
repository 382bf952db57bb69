import type { ActRow, FormField, Role } from '../procedure/procedure';

const anybody: readonly Role[] = [
  'intake-officer',
  'case-officer',
  'reviewer',
  'decider',
  'head',
  'coordinator',
  'secretary',
  'investigator',
];
const reasons: FormField = { name: 'reasons', label: { zh: '回避事由', en: 'Reasons' }, type: 'text', required: true };

/** Whoever has an interest in a case is taken off it, by their own word or their head's: they neither open, find nor count it any more. */
export const recusalActs = (from: readonly string[], more: Partial<ActRow> = {}): readonly ActRow[] => [
  {
    ...more,
    act: 'declare-recusal',
    label: { zh: '声明回避', en: 'Declare a conflict of interest' },
    from,
    to: 'same',
    parts: ['holder'],
    roles: anybody,
    clause: 'recusal',
    effect: 'declare-recusal',
    form: [reasons],
    consequence: { zh: '此后您看不到此事项，也不能再办理', en: 'From then on you neither see this case nor do anything on it' },
  },
  {
    ...more,
    act: 'order-recusal',
    label: { zh: '决定回避', en: 'Take somebody off the case' },
    from,
    to: 'same',
    parts: ['holder'],
    roles: ['head'],
    clause: 'recusal',
    effect: 'recuse',
    form: [
      { name: 'post', label: { zh: '回避人员的岗位', en: 'Whose post' }, type: 'post', required: true, anyRole: true },
      {
        name: 'ground',
        label: { zh: '回避情形', en: 'Ground' },
        type: 'code',
        required: true,
        options: [
          { code: 'relative', label: { zh: '近亲属', en: 'Near relative' } },
          { code: 'witness', label: { zh: '担任过证人、鉴定人', en: 'Was a witness or an expert' } },
          { code: 'interest', label: { zh: '有利害关系', en: 'Has an interest' } },
          { code: 'other', label: { zh: '其他可能影响公正的情形', en: 'Other that may impair fairness' } },
        ],
      },
      reasons,
    ],
    consequence: { zh: '其此后看不到此事项，也不能办理', en: 'That person neither sees the case nor does anything on it from then on' },
  },
];
