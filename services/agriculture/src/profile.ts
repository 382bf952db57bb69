import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'agriculture',
  title: { zh: '农业', en: 'Agriculture' },
  fields: ['agriculture'],
  questions: [
    { name: 'gmoClass', label: { zh: '转基因生物安全等级', en: 'GMO safety class' } },
    { name: 'site', label: { zh: '试验地点', en: 'Field site' } },
    { name: 'containment', label: { zh: '隔离措施', en: 'Containment' } },
  ],
  checklist: [
    { zh: '安全等级为 III、IV 级的是否已报告', en: 'Were classes III and IV reported before the start' },
    { zh: '试验阶段是否获批', en: 'Was the stage approved' },
  ],
  listedItems: [1],
};
