import { checkProcedure } from '../procedure/check-procedure';
import type { Procedure, Role } from '../procedure/procedure';

const answering: readonly Role[] = ['reviewer', 'decider', 'head', 'coordinator'];

/** A case on its way to another body: never with two holders, never with none. Filing and designation begin committed. */
export const handOver: Procedure = checkProcedure({
  id: 'hand-over',
  label: { zh: '移交', en: 'Hand-over' },
  initial: ['offered', 'committed'],
  states: {
    offered: { label: { zh: '待接收', en: 'Offered' }, owner: 'origin', clock: 'hand-over-answer' },
    accepted: { label: { zh: '已同意接收', en: 'Accepted' }, owner: 'origin' },
    committed: { label: { zh: '已移交', en: 'Handed over' }, owner: 'addressee' },
    received: { label: { zh: '已接收', en: 'Received' }, owner: 'addressee', final: true },
    returned: { label: { zh: '已退回', en: 'Returned' }, owner: 'origin', final: true },
    recalled: { label: { zh: '已撤回', en: 'Recalled' }, owner: 'origin', final: true },
    cancelled: { label: { zh: '因指定取消', en: 'Cancelled by a designation' }, owner: 'origin', final: true },
  },
  acts: [
    {
      act: 'accept',
      label: { zh: '同意接收', en: 'Accept' },
      from: ['offered'],
      to: 'accepted',
      parts: ['addressee'],
      roles: answering,
      clause: 'hand-over',
      effect: 'answer-offer',
      consequence: { zh: '本机关将对该事项负责', en: 'This body will answer for the case' },
    },
    {
      act: 'return',
      label: { zh: '退回', en: 'Return' },
      from: ['offered'],
      to: 'returned',
      parts: ['addressee'],
      roles: answering,
      clause: 'assignment-model',
      guards: ['alternative-differs'],
      effect: 'answer-offer',
      form: [
        {
          name: 'basis',
          label: { zh: '依据条款', en: 'Clause' },
          type: 'code',
          required: true,
          options: [
            { code: 'in-charge-supervises', label: { zh: '不属本机关主管', en: 'This body does not regulate it' } },
            { code: 'misconduct-12', label: { zh: '不符合受理条件', en: 'The conditions are not met' } },
          ],
        },
        { name: 'alternative', label: { zh: '建议的主管机关', en: 'The body that is competent' }, type: 'body', required: true },
        { name: 'reasons', label: { zh: '说明', en: 'Explanation' }, type: 'text' },
      ],
      consequence: { zh: '须写明依据并指出主管机关', en: 'A clause and an alternative are required' },
    },
    {
      act: 'recall',
      label: { zh: '撤回', en: 'Recall' },
      from: ['offered'],
      to: 'recalled',
      parts: ['origin'],
      roles: [],
      clause: 'hand-over',
      byCourier: true,
    },
    {
      act: 'commit',
      label: { zh: '移交生效', en: 'Commit' },
      from: ['accepted'],
      to: 'committed',
      parts: ['origin'],
      roles: [],
      clause: 'hand-over',
      byCourier: true,
    },
    {
      act: 'receive',
      label: { zh: '接收入卷', en: 'Receive' },
      from: ['committed'],
      to: 'received',
      parts: ['addressee'],
      roles: [],
      clause: 'hand-over',
      byCourier: true,
    },
    {
      act: 'cancel',
      label: { zh: '因指定取消', en: 'Cancel for a designation' },
      from: ['offered', 'accepted'],
      to: 'cancelled',
      parts: ['origin'],
      roles: [],
      clause: 'designation-model',
      byCourier: true,
    },
  ],
});
