import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'fintech',
  title: { zh: '金融科技', en: 'Financial technology' },
  fields: ['fintech'],
  questions: [
    { name: 'application', label: { zh: '应用场景', en: 'Where it is used' } },
    { name: 'users', label: { zh: '涉及的用户数量', en: 'Number of users concerned' } },
  ],
  checklist: [{ zh: '是否涉及敏感个人信息', en: 'Is sensitive personal information concerned' }],
  listedItems: [],
};
