import { checkProcedure } from '../procedure/check-procedure';
import type { Procedure } from '../procedure/procedure';
import { holdGrounds } from './retention-acts';

const auditors = { parts: ['office'], roles: ['auditor'], clause: 'retention-schedule' } as const;

/** Auditors keep a case from being erased, wherever it is held: the holder can neither lift this hold nor erase under it. */
export const auditHold: Procedure = checkProcedure({
  id: 'audit-hold',
  label: { zh: '审计冻结', en: "The auditors' hold" },
  initial: ['free'],
  states: {
    free: { label: { zh: '未冻结', en: 'Not held' }, owner: 'office', final: true },
    held: { label: { zh: '已冻结', en: 'Held' }, owner: 'office' },
  },
  acts: [
    {
      act: 'place-audit-hold',
      label: { zh: '冻结销毁', en: 'Place a hold' },
      from: ['free'],
      to: 'held',
      ...auditors,
      guards: ['not-erased'],
      form: [{ name: 'ground', label: { zh: '冻结依据', en: 'Ground' }, type: 'code', required: true, options: holdGrounds }],
      consequence: {
        zh: '办理机关不得销毁，也不能解除；解除须两名审计人员办理',
        en: 'The holder can neither erase it nor lift the hold; two auditors lift it',
      },
    },
    {
      act: 'propose-lift-audit-hold',
      label: { zh: '提请解除冻结', en: 'Propose to lift the hold' },
      from: ['held'],
      to: 'same',
      ...auditors,
    },
    {
      act: 'lift-audit-hold',
      label: { zh: '核准解除冻结', en: 'Lift the hold' },
      from: ['held'],
      to: 'free',
      ...auditors,
      guards: ['audit-lift-proposed', 'audit-lift-by-another'],
    },
  ],
});
