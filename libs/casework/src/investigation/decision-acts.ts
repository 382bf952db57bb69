import type { ActRow, FormField } from '../procedure/procedure';
import { code, deciders, desk, field, held, ofMember, reasons, reported, text } from './act-parts';
import { legalCheckGrounds } from './outcomes';
import { outcome } from './report-acts';

const proved = (zh: string, en: string): readonly FormField[] => [
  field('effectiveOn', 'day', zh, en),
  field('proof', 'paper', '送达凭证（须先添加为材料）', 'Proof of service (added as a paper first)'),
];
const heldOn = field('heldOn', 'day', '听证日期', 'Day of the hearing');

/** Nobody is decided about unheard: what is intended is told, and what is said against it is weighed. */
const hearingActs: readonly ActRow[] = [
  {
    act: 'give-notice',
    label: { zh: '作出拟处理告知', en: 'Give notice of the intended decision' },
    from: ['report-signed'],
    to: 'notice-given',
    ...held,
    roles: deciders,
    clause: 'penalties-44',
    guards: ['not-of-team'],
    form: [
      outcome,
      text('grounds', '事实、证据和依据', 'Facts, evidence and basis'),
      text('rights', '陈述、申辩和听证权利', 'Rights to a statement, a defence and a hearing'),
    ],
    consequence: { zh: '之后的决定不得因申辩而加重', en: 'The decision is never heavier than this because of a defence' },
  },
  {
    act: 'record-notice-served',
    label: { zh: '登记告知送达', en: 'Record the service of the notice' },
    from: ['notice-given'],
    to: 'statement-period',
    ...held,
    roles: desk,
    clause: 'penalties-61',
    guards: ['proved-by-paper'],
    clocks: [{ do: 'start', clock: 'statement' }],
    form: proved('告知送达日期', 'Day on which the notice was served'),
    consequence: { zh: '自送达之日起计算陈述申辩期限', en: 'Starts the period for a statement' },
  },
  {
    act: 'record-statement',
    label: { zh: '登记陈述、申辩或放弃', en: 'Record a statement, a defence or a waiver' },
    from: ['statement-period'],
    to: 'same',
    ...held,
    roles: desk,
    clause: 'misconduct-28',
    form: [
      code('said', '性质', 'Which', [
        ['statement', '陈述', 'Statement'],
        ['defence', '申辩', 'Defence'],
        ['waiver', '放弃', 'Waiver'],
      ]),
      text('content', '内容', 'Content'),
    ],
  },
  {
    act: 'request-hearing',
    label: { zh: '登记听证申请', en: 'Record a request for a hearing' },
    from: ['statement-period'],
    to: 'same',
    ...held,
    roles: desk,
    clause: 'penalties-63',
    guards: ['hearing-in-time', 'hearing-not-asked'],
    form: [text('request', '听证申请', 'Request')],
  },
  {
    act: 'give-hearing-notice',
    label: { zh: '登记听证通知送达', en: 'Record the service of the hearing notice' },
    from: ['statement-period'],
    to: 'same',
    ...held,
    roles: desk,
    clause: 'penalties-63',
    guards: ['hearing-asked', 'hearing-not-held', 'proved-by-paper', 'seven-days-ahead'],
    form: [
      field('hearingOn', 'day', '听证日期', 'Day of the hearing'),
      text('place', '听证地点和主持人', 'Where, and who presides'),
      ...proved('通知送达日期', 'Day on which the notice was served'),
    ],
    consequence: {
      zh: '须在听证七个工作日前送达；改期的重新通知',
      en: 'Served seven working days ahead; another day needs another notice',
    },
  },
  {
    act: 'hold-hearing',
    label: { zh: '登记听证笔录', en: 'Record the hearing' },
    from: ['statement-period'],
    to: 'same',
    ...held,
    roles: ['reviewer', ...deciders],
    clause: 'penalties-63',
    guards: ['hearing-asked', 'hearing-noticed', 'not-of-team', 'held-by-now', 'held-as-noticed', 'record-on-case'],
    form: [heldOn, field('record', 'paper', '听证笔录（须先添加为材料）', 'The record of the hearing (added as a paper first)')],
    consequence: { zh: '由非本案调查人员主持', en: 'Presided over by somebody who did not investigate' },
  },
  {
    act: 'close-statements',
    label: { zh: '陈述申辩终结', en: 'Close statements' },
    from: ['statement-period'],
    to: 'heard',
    ...held,
    roles: desk,
    clause: 'misconduct-28',
    guards: ['statements-heard'],
    clocks: [{ do: 'meet', clock: 'statement' }],
  },
];

/** Proposed, reviewed and decided by three people, none of them in another's stead. */
const stepActs: readonly ActRow[] = [
  {
    act: 'propose-decision',
    label: { zh: '提出处理意见', en: 'Propose the decision' },
    from: ['report-signed', 'heard'],
    to: 'proposed',
    ...ofMember,
    clause: 'misconduct-26',
    guards: ['is-member', 'noticed-before', 'not-heavier', 'measures-fit-outcome'],
    form: [
      outcome,
      {
        name: 'legalCheck',
        label: { zh: '法制审核情形', en: 'Whether the law wants it checked' },
        type: 'code',
        required: true,
        options: legalCheckGrounds,
      },
      text('facts', '事实和证据', 'Facts and evidence'),
      text('basis', '依据和理由', 'Basis and reasons'),
      text('remedy', '救济途径和期限', 'Remedies and their periods'),
    ],
    consequence: { zh: '须由另外两人审核、决定', en: 'Reviewed and decided by two other people' },
  },
  {
    act: 'check-legally',
    label: { zh: '法制审核', en: 'Check legally' },
    from: ['proposed', 'reviewed'],
    to: 'same',
    ...held,
    roles: ['reviewer', ...deciders],
    clause: 'penalties-58',
    guards: ['not-of-team', 'other-than-proposer'],
    form: [
      code('result', '审核意见', 'Result', [
        ['passed', '通过', 'Passed'],
        ['objections', '不通过', 'Objections'],
      ]),
      text('opinion', '审核说明', 'Opinion'),
    ],
  },
  {
    act: 'review-decision',
    label: { zh: '审核处理意见', en: 'Review the proposal' },
    from: ['proposed'],
    to: 'reviewed',
    ...held,
    roles: ['reviewer', ...deciders],
    clause: 'misconduct-26',
    guards: ['not-of-team', 'other-than-proposer'],
    form: [text('opinion', '审核意见', 'Opinion')],
  },
  {
    act: 'send-back-decision',
    label: { zh: '退回处理意见', en: 'Send the proposal back' },
    from: ['proposed', 'reviewed'],
    to: 'heard',
    ...held,
    roles: ['reviewer', ...deciders],
    clause: 'misconduct-26',
    guards: ['not-of-team'],
    form: [reasons('理由', 'Reasons')],
  },
  {
    act: 'decide',
    label: { zh: '作出处理决定', en: 'Decide' },
    from: ['reviewed'],
    to: 'decided',
    ...reported,
    roles: deciders,
    clause: 'penalties-57',
    guards: ['not-of-team', 'other-than-proposer', 'other-than-reviewer', 'legally-checked', 'crime-not-replaced'],
    clocks: [{ do: 'start', clock: 'decision-service' }],
    consequence: { zh: '决定自送达之日起生效；须凭送达凭证登记', en: 'It takes effect when it is served, which needs proof' },
  },
];

/** A decision takes effect by its service, and no period of a remedy runs without the proof of it. */
const serviceActs: readonly ActRow[] = [
  {
    act: 'record-service',
    label: { zh: '登记决定送达', en: 'Record the service of the decision' },
    from: ['decided'],
    to: 'served',
    ...held,
    roles: desk,
    clause: 'penalties-61',
    guards: ['proved-by-paper'],
    effect: 'open-measures',
    clocks: [
      { do: 'meet', clock: 'decision-service' },
      { do: 'start', clock: 'recheck-request' },
    ],
    form: proved('决定送达日期', 'Day on which the decision was served'),
    consequence: {
      zh: '决定自该日起生效，所作处理措施随即开始，并起算申请复查期限',
      en: 'The decision and its measures take effect on that day, and the time for asking for a re-check begins',
    },
  },
  {
    act: 'close',
    label: { zh: '结案归档', en: 'Close and file' },
    from: ['served'],
    to: 'completed',
    ...reported,
    effect: 'report-and-release',
    roles: deciders,
    clause: 'archive-37',
    guards: [
      'evidence-returned',
      'no-appeal-open',
      'clearing-told',
      'clearing-answered',
      'publications-settled',
      'letters-settled',
      'findings-in',
      'crime-not-replaced',
      'transfers-ended',
    ],
  },
];

export const decisionActs: readonly ActRow[] = [...hearingActs, ...stepActs, ...serviceActs];
