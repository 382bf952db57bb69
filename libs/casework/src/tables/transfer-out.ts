import { code, deciders, desk, field, reasons, reported, text } from '../investigation/act-parts';
import { checkProcedure } from '../procedure/check-procedure';
import type { ActRow, ClockStep, FormField, Procedure, StateRow } from '../procedure/procedure';
import { releaseWork, writeLetter } from './asking-acts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';

const open = ['drafted', 'reported', 'proposed', 'approved', 'dispatched', 'received', 'accepted', 'not-accepted', 'objected'];
const ended = ['completed', 'refused', 'dismissed', 'released'];
const clause = 'crime-transfer';
const head = ['head'] as const;
/** What ends waits for no answer to its letters any more. */
const ending = { ...reported, effect: 'report-and-release' } as const;
const state = (zh: string, en: string, final = false): StateRow => ({ label: { zh, en }, owner: 'holder', ...(final ? { final } : {}) });
const start = (clock: string): ClockStep => ({ do: 'start', clock });
const meet = (clock: string): ClockStep => ({ do: 'meet', clock });
const happened = (zh: string, en: string, proofZh: string, proofEn: string): readonly FormField[] => [
  field('effectiveOn', 'day', zh, en),
  field('proof', 'paper', `${proofZh}（须先添加为材料）`, `${proofEn} (added as a paper first)`),
];
const report = {
  act: 'report-transfer',
  label: { zh: '提出移送报告', en: 'Report that it should be transferred' },
  from: ['drafted'],
  ...reported,
  roles: desk,
  form: [text('report', '核实情况', 'What was checked')],
} as const;
const approve = {
  act: 'approve-transfer',
  label: { zh: '批准移送', en: 'Approve the transfer' },
  from: ['proposed'],
  to: 'approved',
  ...reported,
  roles: head,
} as const;
const decline = {
  act: 'decline-transfer',
  label: { zh: '不批准移送', en: 'Decide against the transfer' },
  from: ['proposed'],
  to: 'refused',
  ...ending,
  roles: head,
  form: [reasons('不批准的理由（记录在案）', 'Reasons (kept on record)')],
} as const;
const dispatch = {
  act: 'dispatch-transfer',
  label: { zh: '移送', en: 'Transfer' },
  from: ['approved'],
  to: 'dispatched',
  ...reported,
  roles: desk,
} as const;
const enclosed: readonly FormField[] = [
  field('reportEnclosed', 'yes-no', '已附案件调查报告', 'The investigation report is enclosed'),
  field('listEnclosed', 'yes-no', '已附涉案物品清单', 'The list of items is enclosed'),
  { name: 'testsEnclosed', label: { zh: '已附检验报告、鉴定意见', en: 'Test reports and expert opinions are enclosed' }, type: 'yes-no' },
];
const slip = {
  act: 'record-return-slip',
  label: { zh: '登记送达回执', en: 'Record the return slip' },
  from: ['dispatched'],
  to: 'received',
  ...reported,
  roles: desk,
  form: happened('签收日期', 'Day of receipt', '回执', 'The return slip'),
} as const;
const accepted = {
  act: 'record-acceptance',
  label: { zh: '登记受理（立案）', en: 'Record that it was taken up' },
  from: ['received', 'objected'],
  to: 'accepted',
  ...reported,
  roles: desk,
  form: happened('受理（立案）日期', 'Day on which it was taken up', '受理（立案）通知', 'What shows it'),
} as const;
const notAccepted = {
  act: 'record-non-acceptance',
  label: { zh: '登记不予受理（不予立案）', en: 'Record that it was not taken up' },
  from: ['received'],
  to: 'not-accepted',
  ...reported,
  roles: desk,
  form: [
    code('cause', '理由', 'Why', [
      ['no-crime', '没有犯罪事实', 'No crime'],
      ['not-competent', '不属其管辖', 'Not theirs'],
      ['incomplete', '材料不全', 'Papers are missing'],
    ]),
    ...happened('通知日期', 'Day of the notice', '不予受理通知', 'The notice'),
  ],
} as const;

/** A suspected crime: two officers report, the head decides in three days, 24 hours to send it. */
const ofCrime: readonly ActRow[] = [
  {
    ...report,
    to: 'reported',
    clause,
    guards: ['of-suspected-crime'],
    consequence: { zh: '须由第二名人员共同核实', en: 'A second officer checks it too' },
  },
  {
    act: 'join-report',
    label: { zh: '共同核实并报负责人', en: 'Second officer: checked, to the head' },
    from: ['reported'],
    to: 'proposed',
    ...reported,
    roles: desk,
    clause,
    guards: ['of-suspected-crime', 'checked-by-second'],
    clocks: [start('transfer-decision')],
    form: [text('report', '核实意见', 'What was checked')],
  },
  {
    ...approve,
    clause,
    guards: ['of-suspected-crime', 'checked-by-second', 'approved-by-third'],
    clocks: [meet('transfer-decision'), start('transfer-dispatch')],
    consequence: { zh: '须在二十四小时内移送', en: 'It must be sent within 24 hours' },
  },
  { ...decline, clause, guards: ['of-suspected-crime', 'checked-by-second', 'approved-by-third'], clocks: [meet('transfer-decision')] },
  {
    ...dispatch,
    clause,
    guards: ['of-suspected-crime', 'transfer-letter-sent', 'papers-enclosed'],
    clocks: [meet('transfer-dispatch')],
    form: enclosed,
  },
  { ...slip, clause, guards: ['of-suspected-crime', 'proved-by-paper'], clocks: [start('transfer-acceptance')] },
  { ...accepted, clause, guards: ['of-suspected-crime', 'proved-by-paper'], clocks: [meet('transfer-acceptance')] },
  {
    ...notAccepted,
    clause,
    guards: ['of-suspected-crime', 'proved-by-paper'],
    clocks: [meet('transfer-acceptance'), start('transfer-objection')],
    consequence: { zh: '可在三日内提请复议', en: 'An objection can be made within three days' },
  },
  {
    act: 'object-to-refusal',
    label: { zh: '提请复议', en: 'Object' },
    from: ['not-accepted'],
    to: 'objected',
    ...reported,
    roles: deciders,
    clause,
    guards: ['of-suspected-crime', 'objection-in-time'],
    clocks: [meet('transfer-objection')],
    form: [reasons('复议理由（抄送检察机关）', 'Reasons (copied to the procuratorate)')],
  },
  {
    act: 'record-objection-refused',
    label: { zh: '登记复议维持不予立案', en: 'Record that the objection was refused' },
    from: ['objected'],
    to: 'dismissed',
    ...ending,
    roles: desk,
    clause,
    guards: ['of-suspected-crime', 'proved-by-paper'],
    form: happened('复议决定日期', 'Day of the decision', '复议决定', 'The decision'),
  },
];

/** To whom else it goes: no steps or periods are printed. */
const ofOtherKind: readonly ActRow[] = [
  { ...report, to: 'proposed', clause: 'transfer-to-organ', guards: ['of-other-kind'] },
  { ...approve, clause: 'transfer-to-organ', guards: ['of-other-kind', 'checked-by-second'] },
  { ...decline, clause: 'transfer-to-organ', guards: ['of-other-kind', 'checked-by-second'] },
  { ...dispatch, clause: 'transfer-to-organ', guards: ['of-other-kind', 'transfer-letter-sent'] },
  { ...slip, clause: 'transfer-to-organ', guards: ['of-other-kind', 'proved-by-paper'] },
  { ...accepted, clause: 'transfer-to-organ', guards: ['of-other-kind', 'proved-by-paper'] },
  { ...notAccepted, clause: 'transfer-to-organ', guards: ['of-other-kind', 'proved-by-paper'] },
];

const outcomes: readonly ActRow[] = [
  {
    act: 'record-result',
    label: { zh: '登记处理结果', en: 'Record the result' },
    from: ['accepted'],
    to: 'completed',
    ...ending,
    roles: desk,
    clause: 'transfer-to-organ',
    guards: ['proved-by-paper'],
    form: [text('result', '处理结果', 'Result'), ...happened('反馈日期', 'Day on which it came in', '反馈文书', 'What shows it')],
  },
  {
    act: 'end-transfer',
    label: { zh: '不再移送', en: 'Leave it there' },
    from: ['not-accepted'],
    to: 'dismissed',
    ...ending,
    roles: head,
    clause: 'transfer-to-organ',
    form: [reasons('理由', 'Reasons')],
  },
];

/** What another organ must judge goes there: approved, sent with a letter, its receipt and its result on record. */
export const transferOut: Procedure = checkProcedure({
  id: 'transfer-out',
  label: { zh: '向其他机关移送', en: 'Transfer to another organ' },
  initial: ['drafted'],
  states: {
    drafted: state('待核实', 'To be checked'),
    reported: state('待第二人核实', 'To be checked by a second officer'),
    proposed: state('待负责人决定', 'To be decided by the head'),
    approved: state('已批准，待移送', 'Approved, to be sent'),
    dispatched: state('已移送，待回执', 'Sent, waiting for the return slip'),
    received: state('对方已签收', 'Received there'),
    accepted: state('对方已受理', 'Taken up there'),
    'not-accepted': state('对方不予受理', 'Not taken up there'),
    objected: state('已提请复议', 'Objected to'),
    completed: state('已反馈结果', 'Its result is known', true),
    refused: state('未批准移送', 'Decided against', true),
    dismissed: state('移送未受理，已了结', 'Ended without being taken up', true),
    released,
  },
  acts: [
    ...ofCrime,
    ...ofOtherKind,
    ...outcomes,
    writeLetter(open),
    releaseWork(open),
    ...recusalActs(open),
    release(open),
    ...everywhere(open, ended),
  ],
});
