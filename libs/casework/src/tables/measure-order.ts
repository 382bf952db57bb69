import { checkProcedure } from '../procedure/check-procedure';
import { everywhere, release, released } from './linked-work-parts';
import type { FormField, Procedure, Role } from '../procedure/procedure';

const signing: readonly Role[] = ['reviewer', 'decider', 'head', 'coordinator'];
const reported = { parts: ['holder'], clause: 'opinions-5-4', effect: 'report-work' } as const;
const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });

/** What another body is ordered to do so that a measure is carried out: to recover funds it gave, to revoke an award it granted. */
export const measureOrder: Procedure = checkProcedure({
  id: 'measure-order',
  label: { zh: '交办执行', en: 'Order to carry out' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待执行', en: 'To be carried out' }, owner: 'holder', clock: 'measure-order' },
    completed: { label: { zh: '已执行', en: 'Carried out' }, owner: 'holder', final: true },
    refused: { label: { zh: '不能执行', en: 'Cannot be carried out' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'report-carried-out',
      label: { zh: '报告执行完毕', en: 'Report that it was carried out' },
      from: ['asked'],
      to: 'completed',
      ...reported,
      roles: signing,
      guards: ['proved-by-paper'],
      clocks: [{ do: 'meet', clock: 'measure-order' }],
      form: [
        text('report', '执行情况', 'What was done'),
        { name: 'amount', label: { zh: '追回金额（元）', en: 'Amount recovered (yuan)' }, type: 'amount' },
        { name: 'effectiveOn', label: { zh: '执行日期', en: 'Day on which it was done' }, type: 'day', required: true },
        {
          name: 'proof',
          label: { zh: '凭证（须先添加为材料）', en: 'What shows it (added as a paper first)' },
          type: 'paper',
          required: true,
        },
      ],
    },
    {
      act: 'decline-work',
      label: { zh: '报告不能执行', en: 'Report that it cannot be carried out' },
      from: ['asked'],
      to: 'refused',
      ...reported,
      roles: ['decider', 'head'],
      clocks: [{ do: 'cancel', clock: 'measure-order' }],
      form: [text('reasons', '理由', 'Reasons')],
    },
    release(['asked']),
    ...everywhere(['asked'], ['completed', 'refused', 'released']),
  ],
});
