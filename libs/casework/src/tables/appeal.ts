import { appealResults } from '../appeal/proposed-changes';
import { measurePlaces } from '../measures/proposing';
import { checkProcedure } from '../procedure/check-procedure';
import type { ActRow, FormField, Procedure, Role } from '../procedure/procedure';
import type { Label } from '../procedure/label';
import { everywhere, release, released } from './linked-work-parts';

const officers: readonly Role[] = ['investigator', 'case-officer', 'reviewer', 'intake-officer'];
const deciders: readonly Role[] = ['decider', 'head'];
const open = ['asked', 'rechecking', 'result-proposed'];
const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });
const place: FormField = {
  name: 'place',
  label: { zh: '第几项措施', en: 'Which measure' },
  type: 'code',
  required: true,
  options: measurePlaces,
};
const apart = { parts: ['holder'], clause: 'appeal-result' } as const;

export const resultField: FormField = {
  name: 'result',
  label: { zh: '结论', en: 'Result' },
  type: 'code',
  required: true,
  options: appealResults,
};

/** What becomes of each measure, put down one by one. */
export const changeActs = (where: Pick<ActRow, 'from' | 'parts' | 'roles' | 'clause'> & Partial<ActRow>): readonly ActRow[] => [
  {
    act: 'propose-change',
    label: { zh: '提出变更措施', en: 'Propose to change a measure' },
    to: 'same',
    ...where,
    effect: 'propose-change',
    form: [
      place,
      {
        name: 'change',
        label: { zh: '变更', en: 'Change' },
        type: 'code',
        required: true,
        options: [
          { code: 'lift', label: { zh: '解除', en: 'Lift it' } },
          { code: 'shorten', label: { zh: '缩短期限', en: 'Let it end earlier' } },
        ],
      },
      { name: 'to', label: { zh: '新的届满日', en: 'New last day' }, type: 'day' },
    ],
    consequence: { zh: '只能减轻，不得加重', en: 'It can only become lighter' },
  },
  {
    act: 'drop-change',
    label: { zh: '撤销变更建议', en: 'Drop a proposed change' },
    to: 'same',
    ...where,
    guards: [...(where.guards ?? []), 'change-proposed'],
    form: [place],
  },
];

const acts: readonly ActRow[] = [
  {
    act: 'accept-appeal',
    label: { zh: '受理', en: 'Accept' },
    from: ['asked'],
    to: 'rechecking',
    ...apart,
    roles: deciders,
    guards: ['took-no-part'],
    effect: 'report-work',
    clocks: [
      { do: 'meet', clock: 'appeal-acceptance' },
      { do: 'start', clock: 'appeal-result' },
    ],
  },
  {
    act: 'decline-appeal',
    label: { zh: '不予受理', en: 'Decline' },
    from: ['asked'],
    to: 'refused',
    ...apart,
    roles: deciders,
    guards: ['took-no-part'],
    effect: 'report-appeal',
    clocks: [{ do: 'meet', clock: 'appeal-acceptance' }],
    form: [
      {
        name: 'ground',
        label: { zh: '理由', en: 'Ground' },
        type: 'code',
        required: true,
        options: [
          { code: 'late', label: { zh: '逾期申请', en: 'Asked for too late' } },
          { code: 'no-reasons', label: { zh: '无理由和证据', en: 'Without reasons and evidence' } },
          { code: 'not-entitled', label: { zh: '申请人无权申请', en: 'By somebody who may not ask' } },
        ],
      },
      text('reasons', '说明', 'Explanation'),
    ],
  },
  ...changeActs({ ...apart, from: ['rechecking'], roles: officers, guards: ['took-no-part'] }),
  {
    act: 'propose-result',
    label: { zh: '提出结论', en: 'Propose the result' },
    from: ['rechecking'],
    to: 'result-proposed',
    ...apart,
    roles: officers,
    guards: ['took-no-part', 'fits-changes'],
    form: [resultField, text('reasons', '事实和理由', 'Facts and reasons')],
  },
  {
    act: 'return-result',
    label: { zh: '退回', en: 'Send it back' },
    from: ['result-proposed'],
    to: 'rechecking',
    ...apart,
    roles: deciders,
    guards: ['took-no-part'],
    form: [text('reasons', '理由', 'Reasons')],
  },
  {
    act: 'decide-result',
    label: { zh: '作出结论', en: 'Decide' },
    from: ['result-proposed'],
    to: 'completed',
    ...apart,
    roles: deciders,
    guards: ['took-no-part', 'result-by-another'],
    effect: 'report-appeal',
    clocks: [{ do: 'meet', clock: 'appeal-result' }],
    consequence: {
      zh: '随即按结论变更或者解除原措施，并告知收到原决定的机关',
      en: 'The measures change at once, and the bodies that got the decision are told',
    },
  },
];

const appealAgainst = (id: string, label: Label): Procedure =>
  checkProcedure({
    id,
    label,
    initial: ['asked'],
    states: {
      asked: { label: { zh: '待决定是否受理', en: 'To be accepted or declined' }, owner: 'holder', clock: 'appeal-acceptance' },
      rechecking: { label: { zh: '办理中', en: 'Being looked into' }, owner: 'holder', clock: 'appeal-result' },
      'result-proposed': { label: { zh: '结论待决定', en: 'Result to be decided' }, owner: 'holder', clock: 'appeal-result' },
      completed: { label: { zh: '已作出结论', en: 'Decided' }, owner: 'holder', final: true },
      refused: { label: { zh: '不予受理', en: 'Declined' }, owner: 'holder', final: true },
      released,
    },
    acts: [...acts, release(open), ...everywhere(open, ['completed', 'refused', 'released'])],
  });

/** The deciding body looks at its decision again, by other people. */
export const recheck = appealAgainst('recheck', { zh: '复查', en: 'Re-check of a decision' });

/** The superior body looks at it for the last time. */
export const finalReview = appealAgainst('final-review', { zh: '复核（对处理决定）', en: 'Final review of a decision' });
