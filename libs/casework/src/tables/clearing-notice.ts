import { checkProcedure } from '../procedure/check-procedure';
import { code, text } from '../investigation/act-parts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { Procedure } from '../procedure/procedure';

/** A decision was changed or revoked on appeal: whoever did something on the strength of it is told, undoes what it did, and says so. */
export const clearingNotice: Procedure = checkProcedure({
  id: 'clearing-notice',
  label: { zh: '更正通知', en: 'Clearing notice' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待更正', en: 'To be put right' }, owner: 'holder', clock: 'clearing-notice' },
    completed: { label: { zh: '已答复更正情况', en: 'Answered' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'report-carried-out',
      label: { zh: '报告更正情况', en: 'Report what was put right' },
      from: ['asked'],
      to: 'completed',
      parts: ['holder'],
      clause: 'appeal-result',
      effect: 'report-work',
      roles: ['reviewer', 'decider', 'head', 'coordinator'],
      clocks: [{ do: 'meet', clock: 'clearing-notice' }],
      form: [
        code('done', '更正情况', 'What was done', [
          ['undone', '已撤销、返还或者更正', 'Undone, given back or corrected'],
          ['nothing-to-undo', '无须更正', 'There was nothing to undo'],
          ['cannot-be-undone', '无法恢复，已说明', 'It cannot be undone, as explained'],
        ]),
        text('report', '说明', 'Explanation'),
      ],
    },
    ...recusalActs(['asked']),
    release(['asked']),
    ...everywhere(['asked'], ['completed', 'released']),
  ],
});
