import type { ActRow, FormField, PastAct, Role } from '../procedure/procedure';
import { measureCatalogue } from './measure-catalogue';

const team: readonly Role[] = ['investigator', 'case-officer', 'reviewer', 'coordinator', 'secretary', 'intake-officer'];
/** As many as one decision may order: they are named by their place, which people can read out to each other. */
const most = 50;
export const measurePlaces = Array.from({ length: most }, (_none, place) => ({
  code: String(place + 1),
  label: { zh: `第${place + 1}项`, en: `No. ${place + 1}` },
}));
const day = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'day' });

/** A measure that is proposed for a subject; its place names it within the investigation. */
export interface ProposedMeasure {
  readonly place: number;
  readonly code: string;
  /** A keyed hash of the subject's number. */
  readonly subject: string;
  readonly from?: string;
  readonly to?: string;
  readonly amount?: string;
  /** Ids of the particulars that came with it: the subject's name. */
  readonly particulars: readonly string[];
}

/** Nothing is added once notice of the intended decision was given: a decision is never heavier because of a defence. */
const untilNotice = ['investigating', 'suspended', 'report-drafted', 'report-signed'];

/** What may be proposed against whom until a decision is made. */
export const measureActs: readonly ActRow[] = [
  {
    act: 'propose-measure',
    label: { zh: '提出处理措施建议', en: 'Propose a measure' },
    from: untilNotice,
    to: 'same',
    parts: ['holder'],
    roles: team,
    clause: 'opinions-5-4',
    guards: ['is-member'],
    effect: 'propose-measure',
    form: [
      {
        name: 'measure',
        label: { zh: '措施', en: 'Measure' },
        type: 'code',
        required: true,
        options: measureCatalogue.filter(({ use }) => use === 'in-force').map(({ code, label }) => ({ code, label })),
      },
      { name: 'subject', label: { zh: '被处理人姓名或者单位名称', en: 'Name of the person or unit' }, type: 'text', required: true },
      {
        name: 'number',
        label: {
          zh: '身份证号码或者统一社会信用代码（仅保存加密摘要）',
          en: 'Identity number or unified social credit code (only a keyed hash is kept)',
        },
        type: 'identity',
        required: true,
      },
      day('from', '起始日（不填则为决定送达之日）', 'First day (the day of service if empty)'),
      day('to', '届满日或者限期', 'Last day, or day by which'),
      { name: 'amount', label: { zh: '应追回金额（元）', en: 'Amount to recover (yuan)' }, type: 'amount' },
    ],
    consequence: {
      zh: '决定送达后生效；深圳市的处理决定同时产生一票否决',
      en: 'Takes effect when the decision is served; in Shenzhen every decision brings the one-vote veto',
    },
  },
  {
    act: 'drop-measure',
    label: { zh: '撤销处理措施建议', en: 'Drop a proposed measure' },
    from: [...untilNotice, 'heard'],
    to: 'same',
    parts: ['holder'],
    roles: team,
    clause: 'opinions-5-4',
    guards: ['is-member', 'measure-proposed'],
    effect: 'drop-measure',
    form: [{ name: 'place', label: { zh: '第几项', en: 'Which one' }, type: 'code', required: true, options: measurePlaces }],
  },
];

/** What is proposed as things stand, in the order of proposing. */
export function proposedMeasures(
  past: readonly (PastAct & { readonly particulars?: readonly { readonly id: string }[] })[],
): ProposedMeasure[] {
  const dropped = past.filter(({ act }) => act === 'drop-measure').map(({ detail }) => Number(detail['place']));
  return past
    .filter(({ act, detail }) => act === 'propose-measure' && !dropped.includes(Number(detail['place'])))
    .map(({ detail, particulars = [] }) => ({
      place: Number(detail['place']),
      code: String(detail['measure']),
      subject: String(detail['subjectHash']),
      particulars: particulars.map(({ id }) => id),
      ...optional(detail, 'from'),
      ...optional(detail, 'to'),
      ...optional(detail, 'amount'),
    }));
}

/** The place of the next one; a place is never given twice. Undefined when there is none left. */
export function nextPlace(past: readonly PastAct[]): number | undefined {
  const given = past.filter(({ act }) => act === 'propose-measure').length;
  return given < most ? given + 1 : undefined;
}

const optional = (detail: Readonly<Record<string, unknown>>, name: 'from' | 'to' | 'amount'): Record<string, string> =>
  typeof detail[name] === 'string' ? { [name]: detail[name] } : {};
