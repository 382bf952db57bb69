import type { Label } from '../procedure/label';

/** What people are told when something about a measure is refused. */
export const measureRefusals: Readonly<Record<string, Label>> = {
  'no-money-to-recover': { zh: '此项措施不涉及追回资金', en: 'This measure recovers no money' },
  'nothing-left-to-recover': { zh: '应追回的资金已全部追回', en: 'Everything that was to be recovered has come in' },
  'money-left': { zh: '资金尚未全部追回，不能登记执行完毕', en: 'Money is still to come in: the measure is not carried out yet' },
  'more-than-owed': { zh: '金额超过尚未追回的数额', en: 'This is more than is still to be recovered' },
  'order-open': { zh: '交办其他机关的执行事项尚未了结', en: 'Another body has not finished what it was ordered to do' },
  'measure-not-offered': {
    zh: '本市无此项措施，或者该措施由其他机关决定',
    en: 'There is no such measure in this city, or another organ decides it',
  },
  'measure-proposed-before': { zh: '已对该对象提出同一措施', en: 'The same measure is proposed for this subject already' },
  'no-place-left': { zh: '一份决定的措施已达上限', en: 'One decision cannot order more measures' },
  'measures-without-violation': {
    zh: '未发现违规的，不得作出处理措施，须先撤销建议',
    en: 'Where no violation is found no measure is ordered: drop what is proposed first',
  },
  'no-such-proposal': { zh: '没有此项措施建议，或者已撤销', en: 'There is no such proposal, or it was dropped' },
};
