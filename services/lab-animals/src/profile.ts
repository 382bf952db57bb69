import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'lab-animals',
  title: { zh: '实验动物', en: 'Laboratory animals' },
  fields: ['lab-animals'],
  questions: [
    { name: 'licence', label: { zh: '生产或使用许可证号', en: 'Production or use licence number' } },
    { name: 'species', label: { zh: '动物种类与数量', en: 'Species and number' } },
    { name: 'endpoint', label: { zh: '仁慈终点与安乐死方法', en: 'Humane endpoint and euthanasia' } },
  ],
  checklist: [
    { zh: '许可证是否有效', en: 'Is the licence valid' },
    { zh: '是否遵循 3R 原则', en: 'Were the 3R followed' },
  ],
  listedItems: [2],
};
