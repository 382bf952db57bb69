import type { ActRow, FormField } from '../procedure/procedure';
import { atWork, deciders, field, held, ofMember, reasons, text } from './act-parts';

const member: FormField = field('post', 'post', '调查组成员的岗位', "The member's post");

/** Who investigates, and that none of them has an interest. */
export const teamActs: readonly ActRow[] = [
  {
    act: 'add-member',
    label: { zh: '确定调查组成员', en: 'Name a member of the team' },
    from: atWork,
    to: 'same',
    ...held,
    roles: [...deciders, 'reviewer'],
    clause: 'misconduct-16',
    effect: 'add-member',
    form: [member],
    consequence: { zh: '声明无利害关系后方可参与调查', en: 'Takes part once they have declared to have no interest' },
  },
  {
    act: 'remove-member',
    label: { zh: '调整调查组成员', en: 'Take a member off the team' },
    from: atWork,
    to: 'same',
    ...held,
    roles: [...deciders, 'reviewer'],
    clause: 'misconduct-16',
    effect: 'remove-member',
    form: [member],
  },
  {
    act: 'declare-no-interest',
    label: { zh: '声明无利害关系', en: 'Declare to have no interest' },
    from: atWork,
    to: 'same',
    ...ofMember,
    clause: 'recusal',
    guards: ['is-named-member'],
    consequence: { zh: '与本案有利害关系的，应当声明回避', en: 'Whoever has an interest declares a conflict instead' },
  },
];

/** What is to be done, approved before it begins. */
export const planActs: readonly ActRow[] = [
  {
    act: 'propose-plan',
    label: { zh: '提出调查方案', en: 'Propose the plan' },
    from: ['assigned'],
    to: 'plan-proposed',
    ...ofMember,
    clause: 'misconduct-16',
    guards: ['is-member', 'team-complete', 'interests-declared'],
    form: [text('plan', '内容、人员、方式、进度、保障和纪律', 'Content, people, method, progress, safeguards and discipline')],
  },
  {
    act: 'return-plan',
    label: { zh: '退回调查方案', en: 'Return the plan' },
    from: ['plan-proposed'],
    to: 'assigned',
    ...held,
    roles: ['head'],
    clause: 'misconduct-16',
    form: [reasons('理由', 'Reasons')],
  },
  {
    act: 'approve-plan',
    label: { zh: '批准调查方案', en: 'Approve the plan' },
    from: ['plan-proposed'],
    to: 'investigating',
    ...held,
    roles: ['head'],
    clause: 'misconduct-16',
    guards: ['plan-by-another', 'team-complete', 'interests-declared'],
    effect: 'ask-findings',
  },
];
