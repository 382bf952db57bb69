import { checkProcedure } from '../procedure/check-procedure';
import { noteAuthorityStaff } from './authority-staff';
import { releaseWork, writeLetter } from './asking-acts';
import { namingActs } from './naming-acts';
import { paperForm } from './linked-work-parts';
import { paperKinds } from './paper-kinds';
import { recusalActs } from './recusal-acts';
import { refusalActs } from './refusal-acts';
import { reporterActs } from './reporter-acts';
import { sides, summaryActs } from './summary-acts';
import { retentionActs } from './retention-acts';
import type { ActRow, FormField, Procedure, Role } from '../procedure/procedure';

const staff: readonly Role[] = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head'];
const officers: readonly Role[] = ['case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const deciders: readonly Role[] = ['decider', 'head'];
const desk: readonly Role[] = [...staff, 'coordinator', 'secretary'];
const holder = ['holder'] as const;

const open = ['received', 'registered', 'screened', 'supplement-requested', 'accepted', 'assigned', 'handling', 'suspended'];
const ended = ['archived', 'voided', 'merged'];
/** Also when it was decided what becomes of it, and it is not filed away. */
const afterwards = [...open, 'concluded', 'declined', 'objected', 'forwarded'];
const beforeAcceptance = ['received', 'registered', 'screened', 'supplement-requested'];

const text = (name: string, zh: string, en: string, required = true): FormField => ({ name, label: { zh, en }, type: 'text', ...(required ? { required } : {}) });
/** An act may have taken legal effect before it is recorded; the paper that shows it must be on the case. */
const effect: readonly FormField[] = [
  { name: 'effectiveOn', label: { zh: '生效日期（早于今日的须指明证明材料）', en: 'Day of legal effect (a past one needs a paper that proves it)' }, type: 'day' },
  { name: 'proof', label: { zh: '证明材料', en: 'Paper that proves it' }, type: 'paper' },
];

const declineGrounds = [
  { code: 'out-of-scope', label: { zh: '不属于受理范围', en: 'Out of scope' } },
  { code: 'no-evidence-and-no-clue', label: { zh: '无证据且无可查线索', en: 'No evidence and no clue' } },
  { code: 'repeat-without-new-evidence', label: { zh: '重复反映且无新证据', en: 'Repeated without new evidence' } },
  { code: 'already-decided', label: { zh: '已有处理结论且无新证据', en: 'Already decided, no new evidence' } },
];
const handOverReasons = [
  { code: 'not-competent', label: { zh: '非本机关职责', en: 'Not this body\'s duty' } },
  { code: 'facts-changed', label: { zh: '事实有变', en: 'The facts changed' } },
  { code: 'agreed', label: { zh: '经协商一致', en: 'Agreed between the bodies' } },
  { code: 'rules-changed', label: { zh: '规则修订后应由该机关主管', en: 'By the changed rules it is that body\'s' } },
];

const outcomes = [
  { code: 'violation-found', label: { zh: '存在违规', en: 'A violation was found' } }, { code: 'no-violation', label: { zh: '未发现违规', en: 'No violation' } },
  { code: 'answered', label: { zh: '已答复', en: 'Answered' } }, { code: 'passed-to-procedure', label: { zh: '转入专门程序', en: 'Goes on in a procedure of its own' } },
];

const { form: letterForm = [], ...letter } = writeLetter(open);

const acts: readonly ActRow[] = [
  {
    act: 'register', label: { zh: '登记', en: 'Register' }, from: ['received'], to: 'registered', parts: holder, roles: desk, clause: 'documents-24', interim: true,
    clocks: [{ do: 'meet', clock: 'registration' }, { do: 'start', clock: 'acceptance' }], guards: ['effect-proved'], effect: 'register', form: effect,
    consequence: { zh: '编号并开始计算受理期限', en: 'Draws the official number and starts the acceptance period' },
  },
  { act: 'screen', label: { zh: '初审', en: 'Screen' }, from: ['registered'], to: 'screened', parts: holder, roles: officers, clause: 'misconduct-12', form: [text('finding', '初审意见', 'Finding', false)] },
  {
    act: 'request-supplement', label: { zh: '一次性告知补充材料', en: 'Ask once for what is missing' }, from: ['registered', 'screened'], to: 'supplement-requested', parts: holder, roles: desk,
    clause: 'misconduct-12', interim: true, guards: ['supplement-not-asked-before'], effect: 'remember-state', form: [text('missing', '须补充的全部材料', 'Everything that is missing')],
    clocks: [{ do: 'pause', clock: 'acceptance' }, { do: 'start', clock: 'supplement-answer' }], consequence: { zh: '只能告知一次；受理期限暂停', en: 'Can be asked only once; the acceptance period rests' },
  },
  {
    act: 'receive-supplement', label: { zh: '收到补充材料', en: 'Take in the supplement' }, from: ['supplement-requested'], to: 'resume', parts: holder, roles: desk, clause: 'misconduct-12', interim: true,
    clocks: [{ do: 'resume', clock: 'acceptance' }, { do: 'meet', clock: 'supplement-answer' }], guards: ['effect-proved'], effect: 'forget-state', form: [text('content', '补充内容', 'What was supplied', false), ...effect],
  },
  {
    act: 'accept', label: { zh: '受理', en: 'Accept' }, from: ['screened'], to: 'accepted', parts: holder, roles: [...deciders, 'reviewer'], clause: 'misconduct-14', guards: ['facts-complete', 'number-drawn', 'effect-proved'],
    clocks: [{ do: 'meet', clock: 'acceptance' }, { do: 'start', clock: 'handling' }], form: effect, consequence: { zh: '开始计算办理期限', en: 'Starts the handling period' },
  },
  {
    act: 'decline', label: { zh: '不予受理', en: 'Decline' }, from: ['screened'], to: 'declined', parts: holder, roles: deciders, clause: 'misconduct-13', guards: ['facts-complete', 'number-drawn', 'no-open-offer', 'escalation-answered', 'no-dispute-open'], effect: 'release-open-work',
    clocks: [{ do: 'meet', clock: 'acceptance' }, { do: 'start', clock: 'refusal-objection' }], form: [{ name: 'ground', label: { zh: '理由', en: 'Ground' }, type: 'code', required: true, options: declineGrounds }, text('reasons', '说明（提交人凭回执可见）', 'Reasons (shown to whoever has the receipt)')],
    consequence: { zh: '提交人凭回执看到理由，可在期限内提出异议；异议由另一人答复', en: 'The reporter is told the reasons by the receipt and may object in time; another person answers' },
  },
  {
    act: 'forward', label: { zh: '转送其他机关', en: 'Forward to an authority outside' }, from: ['screened'], to: 'forwarded', parts: holder, roles: deciders, clause: 'misconduct-14', guards: ['facts-complete', 'number-drawn', 'no-open-offer', 'escalation-answered', 'no-dispute-open'], effect: 'forward',
    clocks: [{ do: 'meet', clock: 'acceptance' }], form: [{ name: 'toBody', label: { zh: '转送机关（不在本系统办公）', en: 'Authority without a desk here' }, type: 'body', outside: true, required: true }, text('reasons', '说明（提交人凭回执可见）', 'Reasons (shown to whoever has the receipt)')],
    consequence: { zh: '提交人凭回执看到转送至哪个机关', en: 'The reporter is told by the receipt where it went' },
  },
  {
    act: 'assign', label: { zh: '分办', en: 'Assign' }, from: ['accepted'], to: 'assigned', parts: holder, roles: [...deciders, 'reviewer', 'coordinator'], clause: 'documents-24', effect: 'assign-post',
    form: [{ name: 'post', label: { zh: '承办岗位', en: 'Post' }, type: 'post', required: true }],
  },
  {
    act: 'reassign', label: { zh: '改派', en: 'Reassign' }, from: [...beforeAcceptance, 'assigned', 'handling', 'suspended'], to: 'same', parts: holder, roles: [...deciders, 'reviewer', 'coordinator'], clause: 'documents-24',
    effect: 'assign-post', form: [{ name: 'post', label: { zh: '承办岗位', en: 'Post' }, type: 'post', required: true }],
  },
  { act: 'begin-handling', label: { zh: '开始办理', en: 'Begin handling' }, from: ['assigned'], to: 'handling', parts: holder, roles: officers, clause: 'documents-24' },
  {
    act: 'suspend', label: { zh: '中止', en: 'Suspend' }, from: ['handling'], to: 'suspended', parts: holder, roles: deciders, clause: 'misconduct-23', clocks: [{ do: 'pause', clock: 'handling' }],
    form: [text('reasons', '中止原因', 'Reasons')], consequence: { zh: '办理期限暂停', en: 'The handling period rests' },
  },
  { act: 'resume', label: { zh: '恢复办理', en: 'Resume' }, from: ['suspended'], to: 'handling', parts: holder, roles: deciders, clause: 'misconduct-23', clocks: [{ do: 'resume', clock: 'handling' }] },
  {
    act: 'extend-handling', label: { zh: '延长办理期限', en: 'Extend the handling period' }, from: ['handling'], to: 'same', parts: holder, roles: ['head'], clause: 'handling-model', guards: ['extension-left'], clocks: [{ do: 'extend', clock: 'handling' }],
    form: [text('reasons', '延长理由', 'Reasons')], consequence: { zh: '只能延长一次', en: 'Possible only once' },
  },
  {
    act: 'conclude', label: { zh: '办结', en: 'Conclude' }, from: ['handling'], to: 'concluded', parts: holder, roles: deciders, clause: 'documents-24', guards: ['no-open-offer', 'jointly-agreed', 'co-handlers-agreed', 'office-answered', 'no-dispute-open', 'letters-settled', 'investigation-ended', 'transfers-ended', 'as-countersigned'], effect: 'release-open-work', clocks: [{ do: 'meet', clock: 'handling' }],
    form: [{ name: 'outcome', label: { zh: '结论', en: 'Outcome' }, type: 'code', required: true, options: outcomes }, text('summary', '结论说明', 'Summary')],
  },
  {
    act: 'ask-co-handler', label: { zh: '请其他机关会办', en: 'Ask a body to co-handle' }, from: ['registered', 'screened', 'accepted', 'assigned', 'handling', 'suspended'], to: 'same', parts: holder, roles: [...deciders, 'reviewer'], clause: 'documents-24', guards: ['facts-complete', 'not-asked-before'], effect: 'ask-co-handler',
    form: [{ name: 'coHandler', label: { zh: '会办机关', en: 'Co-handling body' }, type: 'body', required: true }, text('task', '会办事项', 'What it should do')],
    consequence: { zh: '会办机关提出意见并会签结论', en: 'The body gives an opinion and countersigns the conclusion' },
  },
  {
    act: 'consult', label: { zh: '征求意见', en: 'Consult a body' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'reviewer', 'coordinator'], clause: 'documents-24', guards: ['facts-complete'], effect: 'consult',
    form: [{ name: 'ofBody', label: { zh: '征求意见的机关', en: 'Body' }, type: 'body', required: true }, { name: 'answerBy', label: { zh: '请于此日前答复', en: 'Answer by' }, type: 'day', required: true }, text('question', '征求意见的事项', 'Question')],
    consequence: { zh: '逾期未答复不视为同意', en: 'Silence is not consent' },
  },
  { ...letter, guards: ['summary-first'], form: [sides, ...letterForm] },
  {
    act: 'order-investigation', label: { zh: '交办调查', en: 'Order the investigation' }, from: ['accepted', 'assigned', 'handling'], to: 'same', parts: holder, roles: deciders, clause: 'opinions-5-4', guards: ['facts-complete', 'investigator-decided', 'not-investigated-yet'], effect: 'order-investigation', clocks: [{ do: 'pause', clock: 'handling' }],
    form: [text('task', '调查事项', 'What is to be investigated')], consequence: { zh: '由规则确定的调查机关立案调查；办理期限暂停，有结果后方可办结', en: 'The body the rules name investigates; the handling period rests, and nothing is concluded before the result' },
  },
  {
    act: 'propose-conclusion', label: { zh: '拟定结论送会签', en: 'Propose the conclusion' }, from: ['handling'], to: 'same', parts: holder, roles: deciders, clause: 'documents-24', guards: ['co-handling-open'], effect: 'propose-conclusion',
    form: [{ name: 'outcome', label: { zh: '拟定结论', en: 'Outcome' }, type: 'code', required: true, options: outcomes }, text('summary', '结论说明', 'Summary')],
  },
  { ...releaseWork(open), whileRecused: true },
  noteAuthorityStaff(open, desk),
  {
    act: 'open-dispute', label: { zh: '启动争议协商', en: 'Open a dispute' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'coordinator'], clause: 'designation-model', guards: ['was-returned', 'no-dispute-open', 'no-escalation-open'], clocks: [{ do: 'start', clock: 'dispute-consultation' }],
    form: [text('position', '本机关意见', "This body's position")], consequence: { zh: '协商期间由现办理机关继续负责', en: 'The present holder answers for the case throughout' },
  },
  {
    act: 'settle-dispute', label: { zh: '争议协商一致', en: 'Settle the dispute' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'coordinator'], clause: 'designation-model', guards: ['dispute-open'], clocks: [{ do: 'meet', clock: 'dispute-consultation' }],
    form: [text('settlement', '协商结果', 'What was agreed')], consequence: { zh: '由本机关继续办理', en: 'This body goes on with the case' },
  },
  {
    whileRecused: true, act: 'escalate', label: { zh: '报请办公室协调', en: 'Go to the office' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'coordinator'], clause: 'designation-model', guards: ['facts-complete', 'no-escalation-open'], effect: 'escalate', clocks: [{ do: 'meet', clock: 'dispute-consultation' }],
    form: [
      { name: 'cause', label: { zh: '事由', en: 'Cause' }, type: 'code', required: true, options: [
        { code: 'dispute', label: { zh: '职责争议', en: 'Dispute over competence' } }, { code: 'no-answer', label: { zh: '有关机关逾期未答复', en: 'A body did not answer in time' } }, { code: 'body-recused', label: { zh: '涉及本机关工作人员，须回避', en: 'It concerns our own staff' } }, { code: 'other', label: { zh: '其他需协调事项', en: 'Other' } }] },
      text('dossier', '情况与各方意见', 'Facts and positions'),
    ],
    consequence: { zh: '办公室须答复；答复前由现办理机关继续负责', en: 'The office must answer; until then the present holder answers for the case' },
  },
  {
    act: 'object-to-designation', label: { zh: '对指定提出异议', en: 'Object to the designation' }, from: open, to: 'same', parts: holder, roles: deciders, clause: 'designation-model', guards: ['was-designated', 'no-objection-open'], effect: 'object-to-designation',
    form: [text('reasons', '理由', 'Reasons')], consequence: { zh: '提交联席会议；不停止执行', en: 'Goes to the joint meeting and suspends nothing' },
  },
  { act: 'archive', label: { zh: '归档', en: 'Archive' }, from: ['concluded', 'declined', 'forwarded'], to: 'archived', parts: holder, roles: officers, clause: 'archive-37', guards: ['refusal-final', 'outcome-told'] },
  {
    act: 'compile-dossier', label: { zh: '立卷移交', en: 'Compile the dossier' }, from: ended, to: 'same', parts: holder, roles: deciders, clause: 'archive-37', guards: ['not-sealed-off', 'not-erased'], effect: 'compile-dossier',
    consequence: { zh: '办理记录、文字和材料成卷，由联席会议办公室审计人员保管；密封材料不移交', en: 'Record, texts and papers become one package, kept by the auditors of the office; sealed papers are not handed over' },
  },
  { act: 'agree-jointly', label: { zh: '共同负责部门同意', en: 'Agree as jointly responsible' }, from: ['handling', 'received', 'registered', 'screened', 'accepted', 'assigned'], to: 'same', parts: holder, roles: deciders, clause: 'in-charge-supervises', guards: ['is-joint'] },
  {
    act: 'withdraw', label: { zh: '登记撤回', en: 'Record a withdrawal' }, from: open, to: 'same', parts: holder, roles: desk, clause: 'reports-46', guards: ['not-withdrawn-before', 'effect-proved'], form: [text('statement', '撤回声明', 'The reporter\'s statement'), ...effect],
    consequence: { zh: '撤回不免除依法处理的职责', en: 'The duty to act goes on' },
  },
  {
    act: 'merge', label: { zh: '并入主事项（重复事项）', en: 'Merge into the principal case' }, from: open.filter((state) => state !== 'supplement-requested'), to: 'merged', parts: holder, roles: [...deciders, 'reviewer'], clause: 'office-practice', guards: ['no-open-offer', 'nothing-asked'], effect: 'merge',
    form: [{ name: 'principal', label: { zh: '主事项', en: 'Principal case' }, type: 'case', required: true }, text('reasons', '认定重复的理由', 'Why it is the same matter')],
    consequence: { zh: '两件均保留编号；此后只办理主事项，可撤销并案', en: 'Both keep their numbers; only the principal case is handled from now on, and this can be undone' },
  },
  {
    act: 'unmerge', label: { zh: '撤销并案', en: 'Unmerge' }, from: ['merged'], to: 'resume', parts: holder, roles: [...deciders, 'reviewer'], clause: 'office-practice', effect: 'unmerge', guards: ['not-erased'], form: [text('reasons', '理由', 'Reasons')],
    consequence: { zh: '恢复原状态；期限按原起算日继续计算', en: 'The case goes on where it stood; its periods end when they would have ended' },
  },
  ...reporterActs({ open, afterwards: ['handling', 'concluded'] }, desk, officers),
  ...refusalActs(desk),
  ...summaryActs(open, officers, [...deciders, 'reviewer']),
  { act: 'propose-void', label: { zh: '提请作废', en: 'Propose to void' }, from: open, to: 'same', parts: holder, roles: officers, clause: 'office-practice', form: [text('reasons', '误立原因', 'Why it was filed in error')] },
  {
    act: 'confirm-void', label: { zh: '核准作废', en: 'Confirm the voiding' }, from: open, to: 'voided', parts: holder, roles: deciders, clause: 'office-practice', guards: ['void-proposed', 'void-by-another', 'no-open-offer'], effect: 'end-in-error',
    consequence: { zh: '编号保留，不再使用', en: 'The number stays and is not used again' },
  },
  { act: 'request-reopen', label: { zh: '申请重启', en: 'Ask to reopen' }, from: ['concluded', 'declined', 'archived'], to: 'same', parts: holder, roles: officers, clause: 'misconduct-13', guards: ['not-erased'], form: [text('reasons', '重启理由', 'Reasons')] },
  {
    act: 'approve-reopen', label: { zh: '批准重启', en: 'Approve the reopening' }, from: ['concluded', 'declined', 'archived'], to: 'handling', parts: holder, roles: ['head'], clause: 'misconduct-13',
    guards: ['not-erased', 'reopen-requested', 'reopen-by-another'], clocks: [{ do: 'cancel', clock: 'refusal-objection' }, { do: 'start', clock: 'handling' }],
  },
  {
    act: 'correct-facts', label: { zh: '更正或补全事实', en: 'Correct or complete the facts' }, from: open, to: 'same', parts: holder, roles: desk, clause: 'in-charge-supervises', interim: true, effect: 'decide-again',
    form: [{ name: 'facts', label: { zh: '更正后的事实', en: 'The facts as they are' }, type: 'facts', required: true }, text('source', '依据', 'What shows it')],
    consequence: { zh: '重新判定主管部门；不自动移送', en: 'Decides again who supervises; nothing moves by itself' },
  },
  { act: 'secure-evidence', label: { zh: '固定证据', en: 'Secure evidence' }, from: open, to: 'same', parts: holder, roles: officers, clause: 'misconduct-21', interim: true, form: [text('what', '固定的证据', 'What was secured')] },
  { act: 'order-urgent-stop', label: { zh: '紧急叫停', en: 'Order an urgent stop' }, from: open, to: 'same', parts: holder, roles: deciders, clause: 'misconduct-21', interim: true, form: [text('reasons', '紧急情形', 'Why it is urgent')] },
  { act: 'note', label: { zh: '备注', en: 'Note' }, from: afterwards, to: 'same', parts: holder, roles: desk, clause: 'office-practice', form: [text('text', '内容', 'Text')] },
  {
    act: 'add-paper', label: { zh: '添加材料', en: 'Add a paper' }, from: afterwards, to: 'same', parts: holder, roles: desk, clause: 'archive-37', interim: true, effect: 'add-paper',
    form: paperForm(paperKinds),
  },
  ...recusalActs(afterwards, { interim: true }),
  {
    act: 'set-mark', label: { zh: '调整办理标识', en: 'Set the handling mark' }, from: afterwards, to: 'same', parts: holder, roles: deciders, clause: 'privacy-51', effect: 'set-mark',
    form: [
      { name: 'mark', label: { zh: '标识', en: 'Mark' }, type: 'code', required: true, options: [{ code: 'ordinary', label: { zh: '普通', en: 'Ordinary' } }, { code: 'internal', label: { zh: '内部', en: 'Internal' } }, { code: 'sealed', label: { zh: '密封', en: 'Sealed' } }] },
      text('reasons', '理由', 'Reasons'),
    ],
    consequence: { zh: '密封后仅列名人员可见；由您列名其他人员', en: 'Once sealed, only the people named know of it; you are named and name the others' },
  },
  ...namingActs(afterwards, deciders),
  {
    whileRecused: true, act: 'offer-transfer', label: { zh: '提请移交', en: 'Offer to another body' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'reviewer', 'coordinator', 'secretary'], clause: 'hand-over', interim: true, effect: 'open-hand-over',
    guards: ['facts-complete', 'no-open-offer', 'jointly-agreed', 'target-differs', 'not-returned-by-target'], clocks: [{ do: 'start', clock: 'hand-over-answer' }],
    form: [{ name: 'toBody', label: { zh: '接收机关', en: 'Receiving body' }, type: 'body', required: true }, { name: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'code', required: true, options: handOverReasons }, text('reasons', '说明', 'Explanation', false)],
    consequence: { zh: '对方接受前仍由本机关负责', en: 'This body answers for the case until the other accepts' },
  },
  { whileRecused: true, act: 'recall-offer', label: { zh: '撤回移交', en: 'Recall the offer' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'reviewer', 'coordinator', 'secretary'], clause: 'hand-over', interim: true, guards: ['open-offer'], effect: 'recall-hand-over', clocks: [{ do: 'meet', clock: 'hand-over-answer' }] },
  ...retentionActs({ everywhere: [...afterwards, ...ended], ended, officers, deciders }),
];

/** A matter from its arrival to the archive, the same in every department. */
export const matter: Procedure = checkProcedure({
  id: 'matter',
  label: { zh: '事项办理', en: 'Handling a matter' },
  initial: ['received'],
  states: {
    received: { label: { zh: '已收到', en: 'Received' }, owner: 'holder', clock: 'registration' },
    registered: { label: { zh: '已登记', en: 'Registered' }, owner: 'holder', clock: 'acceptance' },
    screened: { label: { zh: '已初审', en: 'Screened' }, owner: 'holder', clock: 'acceptance' },
    'supplement-requested': { label: { zh: '待补充材料', en: 'Waiting for the supplement' }, owner: 'holder', clock: 'supplement-answer' },
    accepted: { label: { zh: '已受理', en: 'Accepted' }, owner: 'holder', clock: 'handling' },
    assigned: { label: { zh: '已分办', en: 'Assigned' }, owner: 'holder', clock: 'handling' },
    handling: { label: { zh: '办理中', en: 'Being handled' }, owner: 'holder', clock: 'handling' },
    suspended: { label: { zh: '已中止', en: 'Suspended' }, owner: 'holder' },
    concluded: { label: { zh: '已办结', en: 'Concluded' }, owner: 'holder' },
    declined: { label: { zh: '不予受理', en: 'Declined' }, owner: 'holder' },
    objected: { label: { zh: '不予受理，异议待答复', en: 'Declined, objected to' }, owner: 'holder', clock: 'refusal-objection-answer' },
    forwarded: { label: { zh: '已转送', en: 'Forwarded' }, owner: 'holder' },
    voided: { label: { zh: '已作废', en: 'Voided' }, owner: 'holder', final: true },
    merged: { label: { zh: '已并入主事项', en: 'Merged into another case' }, owner: 'holder', final: true },
    archived: { label: { zh: '已归档', en: 'Archived' }, owner: 'holder', final: true },
  },
  acts,
});
