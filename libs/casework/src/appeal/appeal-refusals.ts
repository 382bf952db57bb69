import type { Label } from '../procedure/label';

/** What people are told when something about an appeal is refused. */
export const appealRefusals: Readonly<Record<string, Label>> = {
  'took-part-before': {
    zh: '您参与过原调查或者原决定，不得参加复查、复核',
    en: 'You took part in the investigation or the decision, so you may not act on the appeal',
  },
  'appeal-open': { zh: '复查或者复核尚未作出结论', en: 'An appeal is open and has no result yet' },
  'rechecked-before': { zh: '该决定已申请过复查', en: 'This decision was re-checked before' },
  'not-rechecked': { zh: '须先经复查', en: 'It must be re-checked first' },
  'reviewed-finally': { zh: '复核为最终结论，不再受理', en: 'The final review is final' },
  'no-change-proposed': { zh: '尚未提出对任何措施的变更', en: 'No change of any measure is proposed' },
  'changes-proposed': {
    zh: '已提出变更，与该结论不符，须先撤销变更',
    en: 'Changes are proposed that do not fit this result: drop them first',
  },
  'review-letter-missing': { zh: '提请复核的函件尚未寄发', en: 'The letter that asks for the review has not been dispatched' },
  'nothing-to-clear': { zh: '原决定未经复查、复核变更或者撤销', en: 'No appeal changed or revoked the decision' },
  'clearing-notice-owed': {
    zh: '决定已变更或者撤销，须先书面告知被处理人并登记',
    en: 'The decision was changed or revoked: the sanctioned party must be told in writing first',
  },
  'clearing-notice-open': { zh: '收到更正通知的机关尚未答复', en: 'A body that was told to put things right has not answered' },
};
