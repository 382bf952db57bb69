import type { Label } from '../procedure/label';

/** What people are told when something is not made public. */
export const publicationRefusals: Readonly<Record<string, Label>> = {
  'decision-may-change': {
    zh: '复查期限未满或者复查、复核未结，不得公布',
    en: 'The decision can still change: nothing of it is made public yet',
  },
  'decision-revoked': { zh: '处理决定已撤销，不得公布', en: 'The decision was revoked, so nothing of it is made public' },
  'nothing-found': { zh: '未发现违规的，不得公布', en: 'No violation was found, so there is nothing to make public' },
  'not-serious': { zh: '处理决定仅限情节严重的方可公布', en: 'A decision is made public only of a serious violation' },
  'published-before': { zh: '同类公布正在办理或者已经公布', en: 'This is being made public already, or is' },
  'publication-open': {
    zh: '公布事项尚未了结，或者公布内容与复查、复核结论不符须先撤回',
    en: 'Something is still to be published, or what was published must be withdrawn after the appeal',
  },
  'not-found-anonymous': { zh: '须核对不能识别到个人', en: 'It must be found that nobody can be known from it' },
  'names-somebody': { zh: '内容含有可识别到个人的姓名、名称或者号码', en: 'It holds a name or a number by which somebody is known' },
};
