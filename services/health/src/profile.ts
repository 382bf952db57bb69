import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'health',
  title: { zh: '人的生命科学和医学', en: 'Human life science and medicine' },
  fields: ['human-life-medicine'],
  questions: [
    { name: 'participants', label: { zh: '研究参与者与招募方式', en: 'Participants and how they were recruited' } },
    { name: 'consent', label: { zh: '知情同意情况', en: 'Informed consent' } },
    { name: 'samples', label: { zh: '样本与数据来源', en: 'Origin of samples and data' } },
  ],
  checklist: [
    { zh: '是否医疗卫生机构', en: 'Is the unit a medical institution' },
    { zh: '是否涉及弱势群体', en: 'Are vulnerable groups concerned' },
    { zh: '是否符合免除审查情形', en: 'Does an exemption apply' },
  ],
  listedItems: [1, 2, 3, 4],
};
