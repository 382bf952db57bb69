import type { Label } from '../procedure/label';

export interface Choice {
  readonly code: string;
  readonly label: Label;
}

/** What came with a report, or was added to it by whoever filed it. */
export const reportMaterial: Choice = {
  code: 'report-material',
  label: { zh: '举报或申请材料', en: 'Material of the report or application' },
};

/** What a paper is on the case for. */
export const paperKinds: readonly Choice[] = [
  reportMaterial,
  { code: 'evidence', label: { zh: '证据', en: 'Evidence' } },
  { code: 'ethics-approval', label: { zh: '伦理审查批件', en: 'Ethics approval' } },
  { code: 'expert-opinion', label: { zh: '专家意见', en: 'Expert opinion' } },
  { code: 'statement', label: { zh: '陈述或笔录', en: 'Statement or record of an interview' } },
  { code: 'correspondence', label: { zh: '往来文书', en: 'Correspondence' } },
  { code: 'delivery-proof', label: { zh: '送达凭证（邮戳、收文章、回证）', en: 'Proof of delivery (postmark, stamp, return slip)' } },
  { code: 'other', label: { zh: '其他', en: 'Other' } },
];

/** What goes out with a letter, and what comes back from a unit's contact: the unit sees these papers of a letter and no others. */
export const enclosure: Choice = {
  code: 'enclosure',
  label: { zh: '随函附件（收函单位可见）', en: 'Enclosure (the unit written to sees it)' },
};
export const reply: Choice = { code: 'reply', label: { zh: '收函单位提交的材料', en: 'Sent by the unit written to' } };
export const everyPaperKind: readonly Choice[] = [...paperKinds, enclosure, reply];

export const paperOrigins: readonly Choice[] = [
  { code: 'original', label: { zh: '原件', en: 'Original' } },
  { code: 'copy', label: { zh: '复制件', en: 'Copy' } },
];
