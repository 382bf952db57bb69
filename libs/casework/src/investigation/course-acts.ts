import type { ActRow } from '../procedure/procedure';
import { atWork, code, deciders, ofMember, reasons, reported } from './act-parts';

/** How an investigation rests, takes longer, stops what is dangerous, and ends when nothing can be found. */
export const courseActs: readonly ActRow[] = [
  {
    act: 'suspend-investigation', label: { zh: '中止调查', en: 'Suspend' }, from: ['investigating'], to: 'suspended', ...reported, roles: ['head'], clause: 'misconduct-23', clocks: [{ do: 'pause', clock: 'investigation' }],
    form: [reasons('缺少的关键信息', 'The key information that is missing')], consequence: { zh: '调查期限暂停', en: 'The period rests' },
  },
  { act: 'resume-investigation', label: { zh: '恢复调查', en: 'Resume' }, from: ['suspended'], to: 'investigating', ...reported, roles: ['head'], clause: 'misconduct-23', clocks: [{ do: 'resume', clock: 'investigation' }] },
  {
    act: 'extend-investigation', label: { zh: '延长调查期限', en: 'Extend the period' }, from: ['investigating'], to: 'same', ...reported, roles: ['head'], clause: 'misconduct-24', guards: ['longer-once'], clocks: [{ do: 'extend', clock: 'investigation' }],
    form: [reasons('案情复杂的理由', 'Why the case is complex')], consequence: { zh: '只能延长一次', en: 'Possible only once' },
  },
  {
    act: 'order-urgent-stop', label: { zh: '紧急叫停', en: 'Order an urgent stop' }, from: atWork, to: 'same', ...reported, roles: deciders, clause: 'misconduct-21', form: [reasons('紧急情形', 'Why it is urgent')],
    consequence: { zh: '随即通报主管部门', en: 'The supervising body is told at once' },
  },
  { act: 'propose-ending', label: { zh: '提请终止调查', en: 'Propose to end without a finding' }, from: ['investigating', 'suspended'], to: 'same', ...ofMember, clause: 'misconduct-24', guards: ['is-member'], form: [reasons('理由', 'Reasons')] },
  {
    act: 'end-without-finding', label: { zh: '终止调查', en: 'End without a finding' }, from: ['investigating', 'suspended'], to: 'dismissed', ...reported, effect: 'report-and-release', roles: ['head'], clause: 'misconduct-24', guards: ['ending-proposed', 'ending-by-another', 'crime-not-replaced'], clocks: [{ do: 'meet', clock: 'investigation' }],
    form: [code('ground', '终止原因', 'Ground', [['no-fact', '违规事实不存在', 'There was no violation'], ['nobody-to-answer', '被调查人死亡或单位终止', 'The person died or the unit ceased'], ['no-evidence', '穷尽手段仍无法查清', 'It could not be cleared up by any means']]), reasons('说明', 'Reasons')],
  },
];
