import { checkProcedure } from '../procedure/check-procedure';
import { investigationOutcomes } from '../investigation/outcomes';
import { reasons, reported, text } from '../investigation/act-parts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { Procedure } from '../procedure/procedure';

/** Who investigates is not known: the office finds out, and never investigates itself. */
export const findInvestigator: Procedure = checkProcedure({
  id: 'find-investigator',
  label: { zh: '确定调查机关', en: 'Who investigates' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待办公室确定', en: 'To be settled by the office' }, owner: 'holder', clock: 'escalation-answer' },
    named: { label: { zh: '已确定调查机关', en: 'The investigating body was named' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'name-investigator',
      label: { zh: '确定调查机关', en: 'Name who investigates' },
      from: ['asked'],
      to: 'named',
      ...reported,
      roles: ['head', 'coordinator'],
      clause: 'designation-model',
      effect: 'name-investigator',
      clocks: [{ do: 'meet', clock: 'escalation-answer' }],
      form: [
        {
          name: 'investigator',
          label: { zh: '调查机关（办公室不调查）', en: 'Investigating body (an office never investigates)' },
          type: 'body',
          required: true,
        },
        reasons('依据', 'On what basis'),
      ],
      consequence: { zh: '该机关随即立案调查', en: 'That body investigates at once' },
    },
    release(['asked']),
    ...everywhere(['asked'], ['named', 'released']),
  ],
});

/** In a joint investigation each body gives its own findings; the lead writes the one report. */
export const jointFinding: Procedure = checkProcedure({
  id: 'joint-finding',
  label: { zh: '联合调查意见', en: 'Findings in a joint investigation' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待提出调查意见', en: 'Findings to be given' }, owner: 'holder', clock: 'joint-finding' },
    answered: { label: { zh: '已提出调查意见', en: 'Findings given' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    {
      act: 'give-findings',
      label: { zh: '提出调查意见', en: 'Give findings' },
      from: ['asked'],
      to: 'answered',
      ...reported,
      roles: ['reviewer', 'decider', 'head'],
      clause: 'misconduct-17',
      clocks: [{ do: 'meet', clock: 'joint-finding' }],
      form: [
        { name: 'outcome', label: { zh: '认定', en: 'Finding' }, type: 'code', required: true, options: investigationOutcomes },
        text('findings', '本机关查明的情况和意见', 'What this body found'),
      ],
      consequence: { zh: '送牵头调查机关，写入同一份报告', en: 'Goes to the lead, into the one report' },
    },
    ...recusalActs(['asked']),
    release(['asked']),
    ...everywhere(['asked'], ['answered', 'released']),
  ],
});
