import { checkProcedure } from '../procedure/check-procedure';
import type { Procedure } from '../procedure/procedure';

const text = { name: 'reasons', label: { zh: '理由', en: 'Reasons' }, type: 'text' } as const;

/** The office names the lead, once. Where its own host is a candidate, the others are heard first and somebody else signs. */
export const designation: Procedure = checkProcedure({
  id: 'designation',
  label: { zh: '指定牵头', en: 'Designation' },
  initial: ['requested'],
  states: {
    requested: { label: { zh: '待指定', en: 'Requested' }, owner: 'office', clock: 'designation' },
    ordered: { label: { zh: '已指定', en: 'Ordered' }, owner: 'office' },
    'carried-out': { label: { zh: '已执行', en: 'Carried out' }, owner: 'office', final: true },
    superseded: { label: { zh: '已无须指定', en: 'No longer needed' }, owner: 'office', final: true },
  },
  acts: [
    {
      act: 'record-view',
      label: { zh: '记录候选部门意见', en: "Record a candidate's view" },
      from: ['requested'],
      to: 'same',
      parts: ['office'],
      roles: ['coordinator', 'secretary'],
      clause: 'designation-model',
      effect: 'record-view',
      form: [
        { name: 'ofBody', label: { zh: '部门', en: 'Body' }, type: 'body', required: true },
        {
          name: 'view',
          label: { zh: '意见', en: 'View' },
          type: 'code',
          required: true,
          options: [
            { code: 'would-lead', label: { zh: '愿意牵头', en: 'Would lead' } },
            { code: 'would-co-handle', label: { zh: '愿意会办', en: 'Would co-handle' } },
            { code: 'not-competent', label: { zh: '不属其职责', en: 'Not its duty' } },
          ],
        },
        { ...text },
      ],
    },
    {
      act: 'designate',
      label: { zh: '指定牵头部门', en: 'Designate the lead' },
      from: ['requested'],
      to: 'ordered',
      parts: ['office'],
      roles: ['head', 'coordinator'],
      clause: 'designation-model',
      effect: 'order-designation',
      guards: ['views-recorded', 'signatory-without-host-post', 'host-only-openly'],
      clocks: [{ do: 'meet', clock: 'designation' }],
      form: [
        { name: 'lead', label: { zh: '牵头部门', en: 'Lead body' }, type: 'body', required: true },
        { ...text, required: true },
      ],
      consequence: { zh: '持有部门须执行；已发出的移交随之取消', en: 'The holder must carry it out; open offers are cancelled' },
    },
    {
      act: 'carry-out',
      label: { zh: '执行', en: 'Carry out' },
      from: ['ordered'],
      to: 'carried-out',
      parts: ['office'],
      roles: [],
      clause: 'designation-model',
      byCourier: true,
    },
    {
      act: 'return-stale',
      label: { zh: '因事项已变动退回', en: 'Return as stale' },
      from: ['ordered'],
      to: 'requested',
      parts: ['office'],
      roles: [],
      clause: 'designation-model',
      byCourier: true,
    },
    {
      act: 'supersede',
      label: { zh: '无须指定', en: 'Supersede' },
      from: ['requested', 'ordered'],
      to: 'superseded',
      parts: ['office'],
      roles: [],
      clause: 'designation-model',
      byCourier: true,
    },
  ],
});
