import type { DepartmentProfile } from '@lianxi/department';

/** Where every body investigates. It opens no matter of its own: its cases are ordered by the bodies that supervise. */
export const profile: DepartmentProfile = {
  service: 'investigation',
  title: { zh: '调查处理', en: 'Investigation' },
  fields: [],
  questions: [],
  checklist: [
    { zh: '调查组成员是否均已声明无利害关系', en: 'Has every member of the team declared to have no interest' },
    { zh: '是否需要先行叫停', en: 'Must something be stopped first' },
  ],
  listedItems: [],
};
