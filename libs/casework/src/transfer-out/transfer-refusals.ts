import type { Label } from '../procedure/label';

export const transferRefusals: Readonly<Record<string, Label>> = {
  'not-suspected-crime': { zh: '此项仅适用于涉嫌犯罪案件的移送', en: 'This is only for the transfer of a suspected crime' },
  'suspected-crime': { zh: '涉嫌犯罪案件的移送另有步骤', en: 'The transfer of a suspected crime takes other steps' },
  'transfer-letter-missing': { zh: '移送函尚未寄发', en: 'The transfer letter has not been dispatched' },
  'transfer-papers-missing': {
    zh: '须附案件调查报告和涉案物品清单',
    en: 'The investigation report and the list of items must be enclosed',
  },
  'objection-late': { zh: '提请复议期限已过', en: 'The time for an objection is over' },
  'transfer-begun-before': { zh: '同类移送正在办理', en: 'A transfer of this kind is open already' },
  'crime-transfer-due': {
    zh: '已发现涉嫌犯罪，须先移送公安机关，不得以行政处理代替',
    en: 'A crime is suspected: it is transferred first, and no sanction takes the place of that',
  },
  'crime-transfer-open': {
    zh: '涉嫌犯罪移送尚未受理或了结，不得以行政处理代替',
    en: 'The transfer of the suspected crime is neither taken up nor settled: no sanction takes the place of it',
  },
  'transfer-open': { zh: '尚有移送未了结', en: 'A transfer has not ended' },
};
