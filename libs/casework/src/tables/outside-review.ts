import { changeActs, resultField } from './appeal';
import { releaseWork, writeLetter } from './asking-acts';
import { checkProcedure } from '../procedure/check-procedure';
import { code, deciders, desk, field, reasons } from '../investigation/act-parts';
import { everywhere, release, released } from './linked-work-parts';
import { recusalActs } from './recusal-acts';
import type { Procedure } from '../procedure/procedure';

const open = ['asked', 'result-recorded'];
const onCase = { parts: ['holder'], clause: 'appeal-result' } as const;
const answered = [
  field('effectiveOn', 'day', '上级机关作出答复的日期', "Day of the superior body's answer"),
  field('proof', 'paper', '上级机关的文书（须先添加为材料）', 'What the superior body wrote (added as a paper first)'),
];

/** The superior body has no desk here: it is written to, and what it decided is put down by one and carried out by another. */
export const outsideReview: Procedure = checkProcedure({
  id: 'outside-review',
  label: { zh: '提请上级机关复核', en: 'Final review by a superior without a desk here' },
  initial: ['asked'],
  states: {
    asked: { label: { zh: '待上级机关复核', en: 'Waiting for the superior body' }, owner: 'holder', clock: 'appeal-result' },
    'result-recorded': {
      label: { zh: '上级机关结论待核对执行', en: 'Its result is to be compared and carried out' },
      owner: 'holder',
      clock: 'appeal-result',
    },
    completed: { label: { zh: '已执行复核结论', en: 'Its result was carried out' }, owner: 'holder', final: true },
    refused: { label: { zh: '上级机关不予受理', en: 'The superior body declined' }, owner: 'holder', final: true },
    released,
  },
  acts: [
    ...changeActs({ ...onCase, from: ['asked'], roles: desk }),
    {
      act: 'record-outside-result',
      label: { zh: '登记上级机关复核结论', en: 'Record what the superior body decided' },
      from: ['asked'],
      to: 'result-recorded',
      ...onCase,
      roles: desk,
      guards: ['review-letter-sent', 'proved-by-paper', 'fits-changes'],
      form: [resultField, ...answered],
      consequence: { zh: '须由另一人核对后执行', en: 'Another person compares it before it has effect' },
    },
    {
      act: 'return-result',
      label: { zh: '退回重新登记', en: 'Send it back' },
      from: ['result-recorded'],
      to: 'asked',
      ...onCase,
      roles: deciders,
      form: [reasons('理由', 'Reasons')],
    },
    {
      act: 'apply-outside-result',
      label: { zh: '核对并执行复核结论', en: 'Compare it and carry it out' },
      from: ['result-recorded'],
      to: 'completed',
      ...onCase,
      roles: deciders,
      guards: ['recorded-by-another'],
      effect: 'report-appeal',
      clocks: [{ do: 'meet', clock: 'appeal-result' }],
      consequence: {
        zh: '随即变更或者解除原措施，并告知收到原决定的机关',
        en: 'The measures change at once, and the bodies that got the decision are told',
      },
    },
    {
      act: 'record-outside-refusal',
      label: { zh: '登记上级机关不予受理', en: 'Record that the superior body declined' },
      from: ['asked'],
      to: 'refused',
      ...onCase,
      roles: desk,
      guards: ['review-letter-sent', 'proved-by-paper'],
      effect: 'report-appeal',
      clocks: [{ do: 'meet', clock: 'appeal-result' }],
      form: [
        code('ground', '理由', 'Ground', [
          ['no-reasons', '无理由和证据', 'Without reasons and evidence'],
          ['not-competent', '不属其职责', 'Not its duty'],
          ['other', '其他', 'Other'],
        ]),
        ...answered,
      ],
    },
    writeLetter(['asked']),
    releaseWork(['asked']),
    ...recusalActs(open),
    release(open),
    ...everywhere(open, ['completed', 'refused', 'released']),
  ],
});
