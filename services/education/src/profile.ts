import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'education',
  title: { zh: '教育系统', en: 'Education system' },
  fields: [],
  questions: [
    { name: 'school', label: { zh: '学校与院系', en: 'School and department' } },
    { name: 'thesis', label: { zh: '是否涉及学位论文', en: 'Is a degree thesis concerned' } },
  ],
  checklist: [
    { zh: '是否属于教育系统单位', en: 'Does the unit belong to the education system' },
    { zh: '是否涉及未成年人', en: 'Are minors concerned' },
  ],
  listedItems: [],
};
