import type { Label } from '../procedure/label';

/** What somebody may report as forbidden, as a choice of the form. `confirmed: false` is shown to people; `unsure` names the open question. */
export interface Violation {
  readonly code: string;
  readonly label: Label;
  /** Whose conduct it is. */
  readonly of: 'unit-or-person' | 'committee';
  readonly instrument: Label;
  readonly section: string;
  readonly confirmed: boolean;
  readonly unsure?: string;
}

/** A change is a new catalogue with a day of its own, never an edit: a report names the one from which its reporter chose. */
export interface ViolationCatalogue {
  readonly id: string;
  /** The first legal day on which it is offered. */
  readonly from: string;
  readonly violations: readonly Violation[];
}

const measures = { zh: '科技伦理审查办法（试行）', en: 'Measures for ethics review (trial)' } as const;
const opinions = {
  zh: '关于加强科技伦理治理的意见；北京市实施意见',
  en: 'Opinions on strengthening ethics governance; Beijing’s implementing opinions',
} as const;
const review47 = { of: 'unit-or-person', instrument: measures, section: '第四十七条', confirmed: false, unsure: 'U1' } as const;
const review48 = { of: 'committee', instrument: measures, section: '第四十八条', confirmed: false, unsure: 'U1' } as const;
const prohibited = { of: 'unit-or-person', instrument: opinions, section: '五(四)', confirmed: true } as const;

export const violationCatalogues: readonly ViolationCatalogue[] = [
  {
    id: '2023-12',
    from: '2023-12-01',
    violations: [
      {
        code: 'started-without-approval',
        label: { zh: '未经伦理审查批准，擅自开展科技活动', en: 'An activity began without the approval of an ethics committee' },
        ...review47,
      },
      {
        code: 'listed-without-re-review',
        label: { zh: '清单内的科技活动未经审查和专家复核，擅自开展', en: 'A listed activity began without review and expert re-review' },
        ...review47,
      },
      {
        code: 'beyond-approved-scope',
        label: { zh: '超出伦理审查批准范围开展科技活动', en: 'The activity goes beyond what was approved' },
        ...review47,
      },
      { code: 'approval-by-fraud', label: { zh: '弄虚作假，骗取伦理审查批准', en: 'The approval was obtained by fraud' }, ...review47 },
      {
        code: 'approval-forged',
        label: { zh: '伪造、篡改伦理审查批准文件', en: 'The document of approval is forged or was altered' },
        ...review47,
      },
      {
        code: 'review-obstructed',
        label: { zh: '干扰、阻碍伦理审查工作', en: 'The review was interfered with or obstructed' },
        ...review47,
      },
      {
        code: 'endangers-security',
        label: { zh: '危害社会安全、公共安全、生物安全或者生态安全', en: 'It endangers social, public, biological or ecological security' },
        ...prohibited,
      },
      {
        code: 'harms-persons',
        label: { zh: '侵害人的生命安全、身心健康或者人格尊严', en: 'It harms life, body and mind, or human dignity' },
        ...prohibited,
      },
      {
        code: 'breaches-choice',
        label: { zh: '侵犯参与者的知情权、选择权', en: 'It breaches the right of those taking part to know and to choose' },
        ...prohibited,
      },
      {
        code: 'funds-violation',
        label: { zh: '资助违背科技伦理要求的科技活动', en: 'It funds activities that breach ethics requirements' },
        ...prohibited,
      },
      {
        code: 'committee-fraud',
        label: { zh: '伦理委员会或委员弄虚作假，帮助单位获得批准', en: 'A committee or member used fraud to help a unit get its approval' },
        ...review48,
      },
      {
        code: 'committee-misuse',
        label: { zh: '伦理委员会或委员徇私舞弊、滥用职权、玩忽职守', en: 'A committee or member acted with favour, abuse or neglect' },
        ...review48,
      },
      { code: 'other', label: { zh: '其他违反科技伦理规定的行为', en: 'Other conduct against the rules of ethics' }, ...review47 },
    ],
  },
];

/** The catalogue offered on a legal day; throws where there is none yet. */
export function violationCatalogueOn(day: string): ViolationCatalogue {
  const inForce = violationCatalogues.findLast(({ from }) => from <= day);
  if (!inForce) throw new RangeError(`No catalogue of violations was there on ${day}.`);
  return inForce;
}

/** A choice made from a catalogue, also one that is no longer offered; undefined for a code it does not hold. */
export const findViolation = (catalogue: string, code: string): Violation | undefined =>
  violationCatalogues.find(({ id }) => id === catalogue)?.violations.find((violation) => violation.code === code);
