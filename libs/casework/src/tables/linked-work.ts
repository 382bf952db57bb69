import { checkProcedure } from '../procedure/check-procedure';
import { investigation } from './investigation';
import { finalReview, recheck } from './appeal';
import { findInvestigator, jointFinding } from './investigation-parts';
import { letter } from './letter';
import { measure } from './measure';
import { measureOrder } from './measure-order';
import { everywhere, release, released } from './linked-work-parts';
import { clearingNotice } from './clearing-notice';
import { outsideReview } from './outside-review';
import { publication } from './publication';
import { transferOut } from './transfer-out';
import { unitInvestigation } from './unit-investigation';
import type { FormField, Procedure, Role } from '../procedure/procedure';

const officers: readonly Role[] = ['case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const signing: readonly Role[] = ['reviewer', 'decider', 'head', 'coordinator'];
const deciders: readonly Role[] = ['decider', 'head'];
const officeSigns: readonly Role[] = ['head', 'coordinator'];
/** The coordinator may have signed the designation that is objected to. */
const decidesObjections: readonly Role[] = ['head'];
const holder = ['holder'] as const;

const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });
const opinions = [
  { code: 'agree', label: { zh: '同意', en: 'Agrees' } },
  { code: 'agree-with-conditions', label: { zh: '有条件同意', en: 'Agrees on conditions' } },
  { code: 'disagree', label: { zh: '不同意', en: 'Disagrees' } },
];

const coHandlingOpen = ['asked', 'working', 'opined', 'conclusion-proposed'];

/** Another body's part in a case it does not lead: its opinion, then its signature beside the lead's conclusion. */
export const coHandling: Procedure = checkProcedure({
  id: 'co-handling',
  label: { zh: '会办', en: 'Co-handling' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待会办', en: 'Asked' }, owner: 'holder', clock: 'co-handling' },
    working: { label: { zh: '会办中', en: 'Being worked on' }, owner: 'holder', clock: 'co-handling' },
    opined: { label: { zh: '已提出意见', en: 'Opinion given' }, owner: 'origin' },
    'conclusion-proposed': { label: { zh: '待会签', en: 'To be countersigned' }, owner: 'holder', clock: 'countersigning' },
    completed: { label: { zh: '已会签', en: 'Countersigned' }, owner: 'holder', final: true },
    refused: { label: { zh: '不予会办', en: 'Refused' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'take-up',
      label: { zh: '接办', en: 'Take up' },
      from: ['asked'],
      to: 'working',
      parts: holder,
      roles: officers,
      clause: 'documents-24',
      effect: 'report-work',
    },
    {
      act: 'decline-work',
      label: { zh: '不予会办', en: 'Decline' },
      from: ['asked', 'working'],
      to: 'refused',
      parts: holder,
      roles: deciders,
      clause: 'assignment-model',
      guards: ['alternative-differs'],
      effect: 'report-work',
      clocks: [{ do: 'cancel', clock: 'co-handling' }],
      form: [
        {
          name: 'basis',
          label: { zh: '依据条款', en: 'Clause' },
          type: 'code',
          required: true,
          options: [
            { code: 'in-charge-supervises', label: { zh: '不属本机关主管', en: 'This body does not regulate it' } },
            { code: 'documents-24', label: { zh: '不属会办范围', en: 'Not a matter for co-handling' } },
          ],
        },
        { name: 'alternative', label: { zh: '建议的会办机关', en: 'The body that should co-handle' }, type: 'body', required: true },
        text('reasons', '说明', 'Explanation'),
      ],
      consequence: { zh: '须写明依据并指出应会办的机关', en: 'A clause and an alternative are required' },
    },
    {
      act: 'give-opinion',
      label: { zh: '提出会办意见', en: 'Give an opinion' },
      from: ['asked', 'working', 'opined'],
      to: 'opined',
      parts: holder,
      roles: signing,
      clause: 'documents-24',
      effect: 'report-work',
      clocks: [{ do: 'meet', clock: 'co-handling' }],
      form: [
        { name: 'view', label: { zh: '意见', en: 'View' }, type: 'code', required: true, options: opinions },
        text('opinion', '会办意见', 'Opinion'),
      ],
      consequence: { zh: '送交主办机关', en: 'Goes to the lead' },
    },
    {
      act: 'countersign',
      label: { zh: '会签', en: 'Countersign' },
      from: ['conclusion-proposed'],
      to: 'completed',
      parts: holder,
      roles: deciders,
      clause: 'documents-24',
      effect: 'countersign',
      clocks: [{ do: 'meet', clock: 'countersigning' }],
      consequence: { zh: '同意主办机关拟定的结论', en: 'Agrees to the conclusion that the lead proposed' },
    },
    {
      act: 'object',
      label: { zh: '不同意会签', en: 'Object' },
      from: ['conclusion-proposed'],
      to: 'opined',
      parts: holder,
      roles: deciders,
      clause: 'documents-24',
      effect: 'report-work',
      clocks: [{ do: 'meet', clock: 'countersigning' }],
      form: [text('reasons', '理由', 'Reasons')],
      consequence: { zh: '主办机关须协商、重新拟定或报办公室', en: 'The lead must consult, propose again or go to the office' },
    },
    {
      act: 'propose-conclusion',
      label: { zh: '送会签', en: 'Ask to countersign' },
      from: ['asked', 'working', 'opined', 'conclusion-proposed'],
      to: 'conclusion-proposed',
      parts: holder,
      roles: [],
      clause: 'documents-24',
      byCourier: true,
      clocks: [
        { do: 'cancel', clock: 'co-handling' },
        { do: 'cancel', clock: 'countersigning' },
        { do: 'start', clock: 'countersigning' },
      ],
    },
    release(coHandlingOpen),
    ...everywhere(coHandlingOpen, ['completed', 'refused', 'released']),
  ],
});

/** A letter that asks another body's view by a day. Silence is not consent: the asker can only note that none came. */
export const consultation: Procedure = checkProcedure({
  id: 'consultation',
  label: { zh: '征求意见', en: 'Consultation' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待答复', en: 'To be answered' }, owner: 'holder', clock: 'consultation' },
    answered: { label: { zh: '已答复', en: 'Answered' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'answer-consultation',
      label: { zh: '答复', en: 'Answer' },
      from: ['asked'],
      to: 'answered',
      parts: holder,
      roles: signing,
      clause: 'documents-24',
      effect: 'report-work',
      clocks: [{ do: 'meet', clock: 'consultation' }],
      form: [
        {
          name: 'view',
          label: { zh: '意见', en: 'View' },
          type: 'code',
          required: true,
          options: [...opinions, { code: 'no-view', label: { zh: '无意见', en: 'No view' } }],
        },
        text('opinion', '答复意见', 'Answer'),
      ],
    },
    release(['asked']),
    ...everywhere(['asked'], ['answered', 'released']),
  ],
});

/** What a body cannot settle itself goes to the office, which must answer. */
export const escalation: Procedure = checkProcedure({
  id: 'escalation',
  label: { zh: '报请协调', en: 'Escalation' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待办公室答复', en: 'To be answered by the office' }, owner: 'holder', clock: 'escalation-answer' },
    answered: { label: { zh: '已答复', en: 'Answered' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'answer-escalation',
      label: { zh: '答复', en: 'Answer' },
      from: ['asked'],
      to: 'answered',
      parts: holder,
      roles: officeSigns,
      clause: 'designation-model',
      guards: ['recused-body-hands-over'],
      effect: 'report-work',
      clocks: [{ do: 'meet', clock: 'escalation-answer' }],
      form: [
        {
          name: 'direction',
          label: { zh: '处理', en: 'Direction' },
          type: 'code',
          required: true,
          options: [
            { code: 'designate', label: { zh: '由办公室指定牵头', en: 'The office will designate a lead' } },
            { code: 'holder-goes-on', label: { zh: '由现办理机关继续办理', en: 'The present holder goes on' } },
            { code: 'joint-meeting', label: { zh: '提请联席会议', en: 'Goes to the joint meeting' } },
          ],
        },
        text('answer', '答复意见', 'Answer'),
      ],
      consequence: { zh: '指定前由现办理机关继续负责', en: 'Until a designation the present holder answers for the case' },
    },
    release(['asked']),
    ...everywhere(['asked'], ['answered', 'released']),
  ],
});

/** A body objects to a designation. It goes to the joint meeting and suspends nothing. */
export const objection: Procedure = checkProcedure({
  id: 'objection',
  label: { zh: '对指定的异议', en: 'Objection to a designation' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待提交联席会议', en: 'To be put on the agenda' }, owner: 'holder', clock: 'escalation-answer' },
    'on-agenda': { label: { zh: '已列入联席会议议程', en: 'On the agenda of the joint meeting' }, owner: 'holder' },
    upheld: { label: { zh: '异议成立', en: 'Upheld' }, owner: 'holder', final: true },
    dismissed: { label: { zh: '异议不成立', en: 'Dismissed' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'put-on-agenda',
      label: { zh: '列入议程', en: 'Put on the agenda' },
      from: ['asked'],
      to: 'on-agenda',
      parts: holder,
      roles: ['coordinator', 'secretary', 'head'],
      clause: 'designation-model',
      effect: 'put-on-agenda',
      clocks: [{ do: 'meet', clock: 'escalation-answer' }],
      form: [{ name: 'meetingOn', label: { zh: '会议日期', en: 'Day of the meeting' }, type: 'day', required: true }],
    },
    {
      act: 'uphold',
      label: { zh: '异议成立', en: 'Uphold' },
      from: ['on-agenda'],
      to: 'upheld',
      parts: holder,
      roles: decidesObjections,
      clause: 'designation-model',
      effect: 'report-work',
      form: [text('resolution', '会议决定', 'Resolution of the meeting')],
      consequence: { zh: '办公室将重新指定', en: 'The office designates again' },
    },
    {
      act: 'dismiss',
      label: { zh: '异议不成立', en: 'Dismiss' },
      from: ['on-agenda'],
      to: 'dismissed',
      parts: holder,
      roles: decidesObjections,
      clause: 'designation-model',
      effect: 'report-work',
      form: [text('resolution', '会议决定', 'Resolution of the meeting')],
    },
    release(['asked', 'on-agenda']),
    ...everywhere(['asked', 'on-agenda'], ['upheld', 'dismissed', 'released']),
  ],
});

/** A field of the matter that no rule covers: the office names a co-handler, or records that none is needed. */
export const uncoveredField: Procedure = checkProcedure({
  id: 'uncovered-field',
  label: { zh: '无规则领域的会办', en: 'A field no rule covers' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待办公室确定', en: 'To be settled by the office' }, owner: 'holder', clock: 'escalation-answer' },
    named: { label: { zh: '已确定会办机关', en: 'A co-handler was named' }, owner: 'holder', final: true },
    'none-needed': { label: { zh: '无须会办', en: 'None is needed' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'name-co-handler',
      label: { zh: '确定会办机关', en: 'Name a co-handler' },
      from: ['asked'],
      to: 'named',
      parts: holder,
      roles: officeSigns,
      clause: 'designation-model',
      effect: 'name-co-handler',
      clocks: [{ do: 'meet', clock: 'escalation-answer' }],
      form: [
        { name: 'coHandler', label: { zh: '会办机关', en: 'Co-handling body' }, type: 'body', required: true },
        text('task', '会办事项', 'What it should do'),
      ],
      consequence: { zh: '主办机关随即请其会办', en: 'The lead asks it at once' },
    },
    {
      act: 'record-none-needed',
      label: { zh: '记录无须会办', en: 'Record that none is needed' },
      from: ['asked'],
      to: 'none-needed',
      parts: holder,
      roles: officeSigns,
      clause: 'designation-model',
      effect: 'report-work',
      clocks: [{ do: 'meet', clock: 'escalation-answer' }],
      form: [text('reasons', '理由', 'Reasons')],
    },
    release(['asked']),
    ...everywhere(['asked'], ['named', 'none-needed', 'released']),
  ],
});

/** Work that one case asks another body to do. */
export const linkedWork: readonly Procedure[] = [
  coHandling,
  consultation,
  escalation,
  objection,
  uncoveredField,
  letter,
  investigation,
  measure,
  measureOrder,
  recheck,
  finalReview,
  unitInvestigation,
  findInvestigator,
  jointFinding,
  transferOut,
  outsideReview,
  clearingNotice,
  publication,
];
