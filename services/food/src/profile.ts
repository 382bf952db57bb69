import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'food',
  title: { zh: '食品', en: 'Food' },
  fields: ['food'],
  questions: [
    { name: 'product', label: { zh: '产品或试验内容', en: 'Product or trial' } },
    { name: 'licence', label: { zh: '许可或备案情况', en: 'Licence or filing' } },
  ],
  checklist: [{ zh: '是否涉及人体试食试验', en: 'Does it involve human trials of food' }],
  listedItems: [],
};
