import { documentActs, documentStates } from '../letters/document-acts';
import { clearEnclosure } from '../letters/enclosures';
import { checkProcedure } from '../procedure/check-procedure';
import type { ActRow, ClockStep, FormField, Procedure, Role, StateRow } from '../procedure/procedure';
import { everywhere, paperForm, release, released } from './linked-work-parts';
import { enclosure, paperKinds, reply } from './paper-kinds';

const desk: readonly Role[] = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const signing: readonly Role[] = ['reviewer', 'decider', 'head', 'coordinator'];
/** Whoever is written to does nothing here: officers of the body that wrote put down what happened outside. */
const recorded = { parts: ['holder'], roles: desk, clause: 'documents-24', effect: 'report-work' } as const;
/** A unit written to electronically answers for itself, by the contact it registered. */
const byContact = { parts: ['addressee'], roles: ['unit-contact'], clause: 'documents-24', effect: 'report-work' } as const;
const open = ['drafted', ...documentStates, 'dispatched', 'received', 'returned', 'unanswered'];

const text = (name: string, zh: string, en: string, required = true): FormField => ({
  name,
  label: { zh, en },
  type: 'text',
  ...(required ? { required } : {}),
});
const happened = (zh: string, en: string, proofZh: string, proofEn: string): readonly FormField[] => [
  { name: 'effectiveOn', label: { zh, en }, type: 'day', required: true },
  { name: 'proof', label: { zh: proofZh, en: proofEn }, type: 'paper', required: true },
];
const methods: FormField = {
  name: 'method',
  label: { zh: '寄送方式', en: 'By' },
  type: 'code',
  required: true,
  options: [
    { code: 'registered-post', label: { zh: '挂号信', en: 'Registered post' } },
    { code: 'by-hand', label: { zh: '当面送交', en: 'By hand' } },
    { code: 'fax', label: { zh: '传真', en: 'Fax' } },
    { code: 'document-exchange', label: { zh: '电子公文交换', en: 'Exchange of electronic documents' } },
    { code: 'to-contact', label: { zh: '电子送达单位联系人', en: "Electronically, to the unit's contact" } },
  ],
};
const dispatchForm: readonly FormField[] = [
  methods,
  {
    name: 'effectiveOn',
    label: { zh: '寄发日期（早于今日的须指明证明材料）', en: 'Day of dispatch (a past one needs a paper that proves it)' },
    type: 'day',
  },
  { name: 'proof', label: { zh: '寄发凭证', en: 'Proof of dispatch' }, type: 'paper' },
];
const returnCauses = [
  { code: 'refused', label: { zh: '拒收', en: 'Refused' } },
  { code: 'moved', label: { zh: '迁址', en: 'Moved' } },
  { code: 'not-found', label: { zh: '查无此单位或地址', en: 'No such addressee or address' } },
];

const stop = (...clocks: readonly string[]): ClockStep[] => clocks.map((clock) => ({ do: 'cancel', clock }));
const meet = (...clocks: readonly string[]): ClockStep[] => clocks.map((clock) => ({ do: 'meet', clock }));
const start = (...clocks: readonly string[]): ClockStep[] => clocks.map((clock) => ({ do: 'start', clock }));
const startAnswer: ClockStep = { do: 'start', clock: 'letter-answer', untilNamed: true };
const dispatch = {
  act: 'dispatch',
  label: { zh: '寄发', en: 'Dispatch' },
  from: ['drafted', 'sealed', 'dispatched', 'returned', 'unanswered'],
  to: 'dispatched',
  form: dispatchForm,
  ...recorded,
  effect: 'send-letter',
} as const;
const receipt = {
  act: 'record-receipt',
  label: { zh: '登记送达', en: 'Record the receipt' },
  from: ['dispatched'],
  to: 'received',
  ...recorded,
  form: happened('送达日期', 'Day of receipt', '送达凭证（须先添加为材料）', 'Proof of receipt (added as a paper first)'),
} as const;

/** The first look of the unit's contact proves the receipt by itself. */
const firstLook = {
  act: 'open-letter',
  label: { zh: '联系人首次查阅（送达）', en: 'Opened by the contact: received' },
  from: ['dispatched'],
  to: 'received',
  ...byContact,
} as const;

/** The period for the answer runs from the proved receipt, or from the dispatch where the letter says so; to the day the letter names, where it names one. */
const onItsWay: readonly ActRow[] = [
  {
    ...dispatch,
    guards: ['runs-from-receipt', 'effect-proved', 'enclosures-cleared'],
    clocks: [...meet('letter-dispatch'), ...stop('letter-receipt', 'letter-answer'), ...start('letter-receipt')],
    consequence: { zh: '答复期限自送达之日起计算', en: 'The period for the answer begins with the receipt' },
  },
  {
    ...dispatch,
    guards: ['runs-from-dispatch', 'effect-proved', 'enclosures-cleared'],
    clocks: [...meet('letter-dispatch'), ...stop('letter-receipt', 'letter-answer'), ...start('letter-receipt'), startAnswer],
    consequence: { zh: '答复期限自寄发之日起计算', en: 'The period for the answer begins now' },
  },
  {
    ...dispatch,
    guards: ['no-answer-awaited', 'effect-proved', 'enclosures-cleared'],
    clocks: [...meet('letter-dispatch'), ...stop('letter-receipt'), ...start('letter-receipt')],
  },
  {
    ...receipt,
    guards: ['runs-from-receipt', 'proved-by-paper'],
    clocks: [...meet('letter-receipt'), startAnswer],
    consequence: { zh: '自送达之日起计算答复期限', en: 'Starts the period for the answer' },
  },
  { ...receipt, guards: ['runs-from-dispatch', 'proved-by-paper'], clocks: meet('letter-receipt') },
  {
    ...receipt,
    to: 'completed',
    guards: ['no-answer-awaited', 'proved-by-paper'],
    clocks: meet('letter-receipt'),
    consequence: { zh: '无须答复，送达即了结', en: 'No answer is awaited: service ends it' },
  },
  { ...firstLook, guards: ['runs-from-receipt'], clocks: [...meet('letter-receipt'), startAnswer] },
  { ...firstLook, guards: ['runs-from-dispatch'], clocks: meet('letter-receipt') },
  { ...firstLook, to: 'completed', guards: ['no-answer-awaited'], clocks: meet('letter-receipt') },
];

/** The period for the dispatch runs on while a letter is drawn up. */
const making = (zh: string, en: string): StateRow => ({ label: { zh, en }, owner: 'holder', clock: 'letter-dispatch' });

/** A letter to a body or a unit that has no desk here: a case of the body that writes, which follows it until it is answered. */
export const letter: Procedure = checkProcedure({
  id: 'letter',
  label: { zh: '发函', en: 'Letter' },
  initial: ['drafted'],
  states: {
    drafted: { label: { zh: '待寄发', en: 'To be dispatched' }, owner: 'holder', clock: 'letter-dispatch' },
    composed: making('公文待核稿', 'Draft to be checked'),
    'sent-back': making('公文退回修改', 'Draft to be changed'),
    checked: making('公文待签发', 'To be signed off'),
    'signed-off': making('已签发，待编号', 'To be numbered'),
    numbered: making('已编号，待用印', 'To be sealed'),
    'sealed-presented': making('用印待核对', 'Sealed copy to be compared'),
    sealed: making('已用印，待寄发', 'Sealed, to be dispatched'),
    dispatched: { label: { zh: '已寄发', en: 'Dispatched' }, owner: 'holder', clock: 'letter-receipt' },
    received: { label: { zh: '已送达', en: 'Received' }, owner: 'holder', clock: 'letter-answer' },
    returned: { label: { zh: '被退回', en: 'Came back' }, owner: 'holder', clock: 'letter-dispatch' },
    unanswered: { label: { zh: '逾期未复', en: 'Not answered in time' }, owner: 'holder' },
    completed: { label: { zh: '已送达，无须答复', en: 'Served, no answer awaited' }, owner: 'holder', final: true },
    answered: { label: { zh: '已答复', en: 'Answered' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    ...documentActs,
    clearEnclosure(open),
    ...onItsWay,
    {
      act: 'record-answer',
      label: { zh: '登记复函', en: 'Record the answer' },
      from: ['dispatched', 'received', 'unanswered'],
      to: 'answered',
      ...recorded,
      guards: ['proved-by-paper'],
      clocks: meet('letter-receipt', 'letter-answer'),
      form: [
        text('answer', '复函要点', 'What was answered'),
        ...happened('复函收到日期', 'Day on which the answer came in', '复函（须先添加为材料）', 'The answer (added as a paper first)'),
      ],
    },
    {
      act: 'record-return',
      label: { zh: '登记退回', en: 'Record that it came back' },
      from: ['dispatched'],
      to: 'returned',
      ...recorded,
      guards: ['proved-by-paper'],
      clocks: [...stop('letter-receipt', 'letter-answer'), ...start('letter-dispatch')],
      form: [
        { name: 'cause', label: { zh: '退回原因', en: 'Why' }, type: 'code', required: true, options: returnCauses },
        ...happened('退回日期', 'Day on which it came back', '退回凭证（须先添加为材料）', 'What shows it (added as a paper first)'),
      ],
    },
    {
      act: 'remind-addressee',
      label: { zh: '催复', en: 'Remind the addressee' },
      from: ['dispatched', 'received', 'unanswered'],
      to: 'same',
      ...recorded,
      effect: 'send-letter',
      form: [methods, text('reminder', '催复内容', 'What was written', false)],
    },
    {
      act: 'record-no-answer',
      label: { zh: '登记逾期未复', en: 'Record that no answer came in time' },
      from: ['dispatched', 'received'],
      to: 'unanswered',
      ...recorded,
      guards: ['answer-overdue'],
      clocks: stop('letter-receipt', 'letter-answer'),
      consequence: {
        zh: '未答复不视为同意；之后收到的复函仍可登记',
        en: 'Silence is not consent; an answer that comes later is still recorded',
      },
    },
    {
      act: 'close-letter',
      label: { zh: '不再等待答复', en: 'Wait for no answer' },
      from: open,
      to: 'released',
      ...recorded,
      roles: signing,
      form: [text('reasons', '理由', 'Reasons')],
    },
    {
      act: 'answer',
      label: { zh: '答复', en: 'Answer' },
      from: ['received', 'unanswered'],
      to: 'answered',
      ...byContact,
      clocks: meet('letter-answer'),
      form: [text('answer', '答复内容', 'Answer')],
      consequence: { zh: '提交后不能更改', en: 'It cannot be changed afterwards' },
    },
    {
      act: 'send-paper',
      label: { zh: '提交材料', en: 'Send a paper' },
      from: ['received', 'unanswered'],
      to: 'same',
      ...byContact,
      clause: 'archive-37',
      effect: 'add-paper',
      form: paperForm([reply]),
    },
    release(open),
    ...everywhere(open, ['completed', 'answered', 'released'], [enclosure, ...paperKinds]),
  ],
});
