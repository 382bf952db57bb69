import { checkProcedure } from '../procedure/check-procedure';
import { code, deciders, desk, field, held, reasons, reported, text } from '../investigation/act-parts';
import { investigationOutcomes } from '../investigation/outcomes';
import { releaseWork, writeLetter } from './asking-acts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { ActRow, Procedure } from '../procedure/procedure';

const withUnit = ['with-unit', 'inactive'];
const open = ['to-be-tasked', ...withUnit, 'reported-back'];
const { form: letterForm = [], ...letter } = writeLetter(['to-be-tasked', ...withUnit]);

/** A unit has no desk: it is written to, by its contact or on paper, and the letter is followed like any other. */
const taskUnit: ActRow = {
  ...letter,
  to: 'with-unit',
  label: { zh: '交由单位调查', en: 'Give the task to the unit' },
  clause: 'opinions-5-4',
  guards: ['contact-checked'],
  form: [
    ...letterForm,
    field(
      'contactChecked',
      'yes-no',
      '已核对单位联系人不是被调查人（是被调查人的，先请办公室更换）',
      "Checked: the unit's contact is not who is investigated (else the office replaces the contact first)",
    ),
  ],
  consequence: {
    zh: '单位调查，本机关指导、督促；逾期未办的可接办',
    en: 'The unit investigates; this body guides and urges it, and may take over when it does not act',
  },
};

/** The unit where the responsible person works investigates first. The body that supervises holds the task, guides, urges and judges what the unit reports. */
export const unitInvestigation: Procedure = checkProcedure({
  id: 'unit-investigation',
  label: { zh: '单位调查', en: 'Investigation by the unit' },
  initial: ['to-be-tasked'],
  states: {
    'to-be-tasked': { label: { zh: '待交单位', en: 'To be given to the unit' }, owner: 'holder', clock: 'unit-investigation' },
    'with-unit': { label: { zh: '单位调查中', en: 'The unit investigates' }, owner: 'holder', clock: 'unit-investigation' },
    inactive: { label: { zh: '单位逾期未办', en: 'The unit did not act in its period' }, owner: 'holder' },
    'reported-back': { label: { zh: '单位已报告', en: 'The unit has reported' }, owner: 'holder' },
    completed: { label: { zh: '已采纳单位调查结果', en: "The unit's result was accepted" }, owner: 'holder', final: true },
    dismissed: { label: { zh: '已由主管部门接办', en: 'Taken over by the supervising body' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    taskUnit,
    {
      act: 'guide-unit',
      label: { zh: '指导、督促单位', en: 'Guide and urge the unit' },
      from: withUnit,
      to: 'same',
      ...held,
      roles: desk,
      clause: 'opinions-5-4',
      form: [text('guidance', '指导、督促内容', 'Guidance')],
    },
    {
      act: 'fall-inactive',
      label: { zh: '单位逾期未报告', en: 'The unit did not report in time' },
      from: ['to-be-tasked', 'with-unit'],
      to: 'inactive',
      ...held,
      roles: [],
      clause: 'misconduct-24',
      byCourier: true,
      byClock: 'unit-investigation',
    },
    {
      act: 'record-unit-report',
      label: { zh: '登记单位调查报告', en: "Record the unit's report" },
      from: withUnit,
      to: 'reported-back',
      ...reported,
      roles: desk,
      clause: 'misconduct-24',
      guards: ['proved-by-paper'],
      clocks: [{ do: 'meet', clock: 'unit-investigation' }],
      form: [
        {
          name: 'outcome',
          label: { zh: '单位的认定', en: "The unit's finding" },
          type: 'code',
          required: true,
          options: investigationOutcomes,
        },
        field('effectiveOn', 'day', '报告收到日期', 'Day on which it came in'),
        field('proof', 'paper', '单位调查报告（须先添加为材料）', "The unit's report (added as a paper first)"),
        text('summary', '报告要点', 'Summary'),
      ],
    },
    {
      act: 'return-unit-report',
      label: { zh: '退回单位补充调查', en: 'Send the report back' },
      from: ['reported-back'],
      to: 'with-unit',
      ...held,
      roles: deciders,
      clause: 'opinions-5-4',
      clocks: [{ do: 'start', clock: 'unit-investigation' }],
      form: [reasons('理由', 'Reasons')],
      consequence: { zh: '重新计算单位调查期限', en: "The unit's period begins anew" },
    },
    {
      act: 'accept-unit-report',
      label: { zh: '采纳单位调查结果', en: "Accept the unit's result" },
      from: ['reported-back'],
      to: 'completed',
      ...held,
      roles: deciders,
      clause: 'opinions-5-4',
      effect: 'report-and-release',
      form: [reasons('意见', 'Opinion')],
    },
    {
      act: 'take-over',
      label: { zh: '接办', en: 'Take over' },
      from: ['inactive', 'reported-back'],
      to: 'dismissed',
      ...held,
      roles: deciders,
      clause: 'taking-over',
      effect: 'report-and-release',
      form: [
        code('ground', '接办原因', 'Ground', [
          ['no-action', '单位逾期未办', 'The unit did not act in its period'],
          ['not-credible', '调查结果不可信', "The unit's result is not credible"],
        ]),
        reasons('说明', 'Reasons'),
      ],
      consequence: {
        zh: '随即由本机关立案调查；原文未规定接办，尚待确认',
        en: 'This body investigates at once; taking over is printed nowhere and to be confirmed',
      },
    },
    releaseWork(withUnit),
    ...recusalActs(open),
    release(open),
    ...everywhere(open, ['completed', 'dismissed', 'released']),
  ],
});
