import { checkProcedure } from '../procedure/check-procedure';
import type { Procedure } from '../procedure/procedure';

/** Looks by discipline and audit bodies are on the record at once, but the inspected body is not shown them until they are released or a set day has passed. */
export const inspection: Procedure = checkProcedure({
  id: 'inspection',
  label: { zh: '监督查阅', en: 'Inspection' },
  initial: ['hidden'],
  states: {
    hidden: { label: { zh: '对被监督机关保密', en: 'Hidden from the inspected body' }, owner: 'office' },
    released: { label: { zh: '已公开', en: 'Released' }, owner: 'office', final: true },
  },
  acts: [
    {
      act: 'release-looks',
      label: { zh: '公开监督查阅记录', en: 'Release the looks' },
      from: ['hidden'],
      to: 'released',
      parts: ['office'],
      roles: ['auditor'],
      clause: 'office-practice',
      consequence: { zh: '被监督机关可以看到此前的监督查阅记录', en: 'The inspected body can see who inspected the case until now' },
    },
  ],
});
