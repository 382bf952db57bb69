import { checkProcedure } from '../procedure/check-procedure';
import type { Procedure, Role } from '../procedure/procedure';

const keepers: readonly Role[] = ['coordinator', 'secretary', 'head'];
const office = ['office'] as const;

/** A change of the rules: a new edition with its day, proved before it is signed, signed by somebody other than who proposed it. */
export const edition: Procedure = checkProcedure({
  id: 'edition',
  label: { zh: '规则版本', en: 'Edition of the rules' },
  initial: ['proposed'],
  states: {
    proposed: { label: { zh: '已提出', en: 'Proposed' }, owner: 'office' },
    proved: { label: { zh: '已验证', en: 'Proved' }, owner: 'office' },
    signed: { label: { zh: '已签发，待生效', en: 'Signed, its day to come' }, owner: 'office' },
    'in-force': { label: { zh: '已生效', en: 'In force' }, owner: 'office', final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, owner: 'office', final: true },
  },
  acts: [
    {
      act: 'prove',
      label: { zh: '验证规则', en: 'Prove the rules' },
      from: ['proposed'],
      to: 'proved',
      parts: office,
      roles: keepers,
      clause: 'office-practice',
      guards: ['rules-hold'],
      consequence: { zh: '遍历全部事实组合；有缺口的不能签发', en: 'Walks every combination of facts; rules with a gap cannot be signed' },
    },
    {
      act: 'sign',
      label: { zh: '签发', en: 'Sign' },
      from: ['proved'],
      to: 'signed',
      parts: office,
      roles: ['head'],
      clause: 'in-charge-supervises',
      guards: ['proposed-by-another', 'day-to-come', 'proof-still-holds'],
      consequence: {
        zh: '分发各部门；自生效日起按新版本判定新事项',
        en: 'Goes to every department; from its day new matters are decided by it',
      },
    },
    {
      act: 'withdraw',
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['proposed', 'proved', 'signed'],
      to: 'withdrawn',
      parts: office,
      roles: ['head', 'coordinator'],
      clause: 'office-practice',
      guards: ['not-in-force-yet'],
      form: [
        {
          name: 'reason',
          label: { zh: '理由', en: 'Reason' },
          type: 'code',
          required: true,
          options: [
            { code: 'mistaken', label: { zh: '内容有误', en: 'It is mistaken' } },
            { code: 'not-agreed', label: { zh: '未获同意', en: 'It was not agreed to' } },
            { code: 'replaced', label: { zh: '另提新版本', en: 'Another takes its place' } },
          ],
        },
      ],
      consequence: { zh: '生效日前方可撤回', en: 'Possible only before its day' },
    },
    {
      act: 'enter-into-force',
      label: { zh: '生效', en: 'Enter into force' },
      from: ['signed'],
      to: 'in-force',
      parts: office,
      roles: [],
      clause: 'in-charge-supervises',
      byCourier: true,
    },
  ],
});
