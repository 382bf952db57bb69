import { checkProcedure } from '../procedure/check-procedure';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { ActRow, FormField, Procedure, Role } from '../procedure/procedure';

/** Whoever may be named into a team; what they may do there the guards say, which know who was named. */
const team: readonly Role[] = ['investigator', 'case-officer', 'reviewer', 'coordinator', 'secretary', 'intake-officer'];
const deciders: readonly Role[] = ['decider', 'head'];
const holder = ['holder'] as const;
const reported = { parts: holder, effect: 'report-work' } as const;

const before = ['assigned', 'plan-proposed'];
const open = [...before, 'investigating', 'suspended'];
const ended = ['dismissed', 'released'];

const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });
const member: FormField = { name: 'post', label: { zh: '调查组成员的岗位', en: "The member's post" }, type: 'post', required: true };

const teamActs: readonly ActRow[] = [
  {
    act: 'add-member', label: { zh: '确定调查组成员', en: 'Name a member of the team' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'reviewer'], clause: 'misconduct-16', effect: 'add-member', form: [member],
    consequence: { zh: '声明无利害关系后方可参与调查', en: 'Takes part once they have declared to have no interest' },
  },
  { act: 'remove-member', label: { zh: '调整调查组成员', en: 'Take a member off the team' }, from: open, to: 'same', parts: holder, roles: [...deciders, 'reviewer'], clause: 'misconduct-16', effect: 'remove-member', form: [member] },
  {
    act: 'declare-no-interest', label: { zh: '声明无利害关系', en: 'Declare to have no interest' }, from: open, to: 'same', parts: holder, roles: team, clause: 'recusal', guards: ['is-named-member'],
    consequence: { zh: '与本案有利害关系的，应当声明回避', en: 'Whoever has an interest declares a conflict instead' },
  },
];

const planActs: readonly ActRow[] = [
  {
    act: 'propose-plan', label: { zh: '提出调查方案', en: 'Propose the plan' }, from: ['assigned'], to: 'plan-proposed', parts: holder, roles: team, clause: 'misconduct-16', guards: ['is-member', 'team-complete', 'interests-declared'],
    form: [text('plan', '内容、人员、方式、进度、保障和纪律', 'Content, people, method, progress, safeguards and discipline')],
  },
  { act: 'return-plan', label: { zh: '退回调查方案', en: 'Return the plan' }, from: ['plan-proposed'], to: 'assigned', parts: holder, roles: ['head'], clause: 'misconduct-16', form: [text('reasons', '理由', 'Reasons')] },
  { act: 'approve-plan', label: { zh: '批准调查方案', en: 'Approve the plan' }, from: ['plan-proposed'], to: 'investigating', ...reported, roles: ['head'], clause: 'misconduct-16', guards: ['plan-by-another', 'team-complete', 'interests-declared'] },
];

const courseActs: readonly ActRow[] = [
  {
    act: 'suspend-investigation', label: { zh: '中止调查', en: 'Suspend' }, from: ['investigating'], to: 'suspended', ...reported, roles: ['head'], clause: 'misconduct-23', clocks: [{ do: 'pause', clock: 'investigation' }],
    form: [text('reasons', '缺少的关键信息', 'The key information that is missing')], consequence: { zh: '调查期限暂停', en: 'The period rests' },
  },
  { act: 'resume-investigation', label: { zh: '恢复调查', en: 'Resume' }, from: ['suspended'], to: 'investigating', ...reported, roles: ['head'], clause: 'misconduct-23', clocks: [{ do: 'resume', clock: 'investigation' }] },
  {
    act: 'extend-investigation', label: { zh: '延长调查期限', en: 'Extend the period' }, from: ['investigating'], to: 'same', ...reported, roles: ['head'], clause: 'misconduct-24', guards: ['longer-once'], clocks: [{ do: 'extend', clock: 'investigation' }],
    form: [text('reasons', '案情复杂的理由', 'Why the case is complex')], consequence: { zh: '只能延长一次', en: 'Possible only once' },
  },
  {
    act: 'order-urgent-stop', label: { zh: '紧急叫停', en: 'Order an urgent stop' }, from: open, to: 'same', ...reported, roles: deciders, clause: 'misconduct-21', form: [text('reasons', '紧急情形', 'Why it is urgent')],
    consequence: { zh: '随即通报主管部门', en: 'The supervising body is told at once' },
  },
  { act: 'propose-ending', label: { zh: '提请终止调查', en: 'Propose to end without a finding' }, from: ['investigating', 'suspended'], to: 'same', parts: holder, roles: team, clause: 'misconduct-24', guards: ['is-member'], form: [text('reasons', '理由', 'Reasons')] },
  {
    act: 'end-without-finding', label: { zh: '终止调查', en: 'End without a finding' }, from: ['investigating', 'suspended'], to: 'dismissed', ...reported, roles: ['head'], clause: 'misconduct-24', guards: ['ending-proposed', 'ending-by-another'], clocks: [{ do: 'meet', clock: 'investigation' }],
    form: [{ name: 'ground', label: { zh: '终止原因', en: 'Ground' }, type: 'code', required: true, options: [
      { code: 'no-fact', label: { zh: '违规事实不存在', en: 'There was no violation' } }, { code: 'nobody-to-answer', label: { zh: '被调查人死亡或单位终止', en: 'The person died or the unit ceased' } }, { code: 'no-evidence', label: { zh: '穷尽手段仍无法查清', en: 'It could not be cleared up by any means' } }] },
    text('reasons', '说明', 'Reasons')],
  },
];

/** A violation is investigated by the body whose duty it is: work of its own, ordered by the body that supervises. */
export const investigation: Procedure = checkProcedure({
  id: 'investigation',
  label: { zh: '调查处理', en: 'Investigation' },
  initial: ['assigned'],
  states: {
    assigned: { label: { zh: '待定调查方案', en: 'Waiting for a plan' }, owner: 'holder', clock: 'investigation' },
    'plan-proposed': { label: { zh: '调查方案待批准', en: 'Plan to be approved' }, owner: 'holder', clock: 'investigation' },
    investigating: { label: { zh: '调查中', en: 'Being investigated' }, owner: 'holder', clock: 'investigation' },
    suspended: { label: { zh: '已中止调查', en: 'Suspended' }, owner: 'holder' },
    dismissed: { label: { zh: '已终止调查', en: 'Ended without a finding' }, owner: 'holder', final: true },
    released,
  },
  acts: [...teamActs, ...planActs, ...courseActs, ...recusalActs(open), release(open), ...everywhere(open, ended)],
});
