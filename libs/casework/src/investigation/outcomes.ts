/** What an investigation may come to, from the lightest to the heaviest. How the degrees are drawn is not confirmed (U5). */
export const investigationOutcomes = [
  { code: 'no-violation', label: { zh: '未发现违规', en: 'No violation' } },
  { code: 'minor', label: { zh: '违规，情节较轻', en: 'A violation, minor' } },
  { code: 'considerable', label: { zh: '违规，情节较重', en: 'A violation, considerable' } },
  { code: 'serious', label: { zh: '违规，情节严重', en: 'A violation, serious' } },
] as const;

export const weightOf = (outcome: unknown): number => investigationOutcomes.findIndex(({ code }) => code === outcome);

/** Why the law wants a decision checked before it is made; `none` where none of its four cases is there. */
export const legalCheckGrounds = [
  { code: 'none', label: { zh: '不属于须法制审核的情形', en: 'None of the cases in which the law wants it' } },
  { code: 'public-interest', label: { zh: '涉及重大公共利益', en: 'A major public interest is concerned' } },
  { code: 'after-hearing', label: { zh: '直接关系重大权益，经过听证', en: 'Major rights are concerned, and a hearing was held' } },
  { code: 'complex', label: { zh: '案情疑难复杂，涉及多个法律关系', en: 'Complex, with several legal relations' } },
  { code: 'by-law', label: { zh: '法律、法规规定的其他情形', en: 'Other cases named by law' } },
] as const;
