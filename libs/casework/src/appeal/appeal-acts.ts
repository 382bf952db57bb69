import type { ActRow, FormField, Role } from '../procedure/procedure';

const desk: readonly Role[] = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary', 'investigator'];
const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });
const requested: readonly FormField[] = [
  {
    name: 'by',
    label: { zh: '申请人', en: 'Asked by' },
    type: 'code',
    required: true,
    options: [
      { code: 'sanctioned-party', label: { zh: '被处理人', en: 'The sanctioned party' } },
      { code: 'reporter', label: { zh: '举报人', en: 'The reporter' } },
    ],
  },
  { name: 'effectiveOn', label: { zh: '收到申请的日期', en: 'Day on which the request came in' }, type: 'day', required: true },
  { name: 'proof', label: { zh: '申请书（须先添加为材料）', en: 'The request (added as a paper first)' }, type: 'paper', required: true },
  text('grounds', '理由和证据', 'Reasons and evidence'),
];
const onRecord = { from: ['served'], to: 'same', parts: ['holder'], roles: desk, clause: 'appeal-result' } as const;

/** What may be done against a decision once it was served. */
export const appealActs: readonly ActRow[] = [
  {
    act: 'request-recheck',
    label: { zh: '登记复查申请', en: 'Record a request for a re-check' },
    ...onRecord,
    guards: ['no-appeal-open', 'recheck-not-asked', 'proved-by-paper'],
    effect: 'ask-recheck',
    clocks: [{ do: 'meet', clock: 'recheck-request' }],
    form: requested,
    consequence: {
      zh: '由未参与原调查和决定的人员办理；复查期间不停止执行，不得加重',
      en: 'Done by people who took no part before; the decision stands meanwhile and never becomes heavier',
    },
  },
  {
    act: 'request-final-review',
    label: { zh: '登记复核申请', en: 'Record a request for a final review' },
    ...onRecord,
    guards: ['no-appeal-open', 'recheck-answered', 'final-review-not-asked', 'proved-by-paper'],
    effect: 'ask-final-review',
    form: [
      { name: 'toBody', label: { zh: '上级机关（在本系统办公）', en: 'The superior body, with a desk here' }, type: 'body' },
      {
        name: 'outsideBody',
        label: { zh: '上级机关（不在本系统办公，函请复核）', en: 'The superior body, without one: it is written to' },
        type: 'body',
        outside: true,
      },
      ...requested,
    ],
    consequence: {
      zh: '复核结论为最终结论；不在本系统办公的，函请其复核并登记结论',
      en: 'Its result is final; a body without a desk here is written to, and its result is recorded',
    },
  },
  {
    act: 'record-clearing-notice',
    label: { zh: '登记更正告知送达', en: 'Record that somebody was told of the change' },
    ...onRecord,
    guards: ['appeal-succeeded', 'proved-by-paper'],
    form: [
      {
        name: 'to',
        label: { zh: '告知谁', en: 'Who was told' },
        type: 'code',
        required: true,
        options: [
          { code: 'sanctioned-party', label: { zh: '被处理人', en: 'The sanctioned party' } },
          { code: 'unit', label: { zh: '其所在单位', en: 'Their unit' } },
          { code: 'other', label: { zh: '收到原决定的其他人', en: 'Others who got the decision' } },
        ],
      },
      { name: 'effectiveOn', label: { zh: '送达日期', en: 'Day on which it was served' }, type: 'day', required: true },
      {
        name: 'proof',
        label: { zh: '送达凭证（须先添加为材料）', en: 'Proof of service (added as a paper first)' },
        type: 'paper',
        required: true,
      },
    ],
    consequence: {
      zh: '被处理人收到更正告知后方可结案；举报人由主管部门凭回执告知',
      en: 'Nothing is closed before the sanctioned party was told; the supervising body tells the reporter by the receipt',
    },
  },
  {
    act: 'end-recheck-window',
    label: { zh: '申请复查期限届满', en: 'The time for asking for a re-check is over' },
    from: ['served'],
    to: 'same',
    parts: ['holder'],
    roles: [],
    clause: 'appeal-result',
    byCourier: true,
    byClock: 'recheck-request',
    clocks: [{ do: 'cancel', clock: 'recheck-request' }],
  },
];
