import type { DepartmentProfile } from '@lianxi/department';

/** What is particular to this department; the procedure is the common one. */
export const profile: DepartmentProfile = {
  service: 'ai',
  title: { zh: '人工智能', en: 'Artificial intelligence' },
  fields: ['ai'],
  questions: [
    { name: 'algorithm', label: { zh: '算法机制与数据来源', en: 'Algorithm and source of its data' } },
    { name: 'humanControl', label: { zh: '人工接管方式', en: 'How people take over' } },
    { name: 'filingNumber', label: { zh: '算法或生成式人工智能备案号', en: 'Filing number of the algorithm or service' } },
  ],
  checklist: [
    { zh: '是否属于清单所列活动', en: 'Is it a listed activity' },
    { zh: '研究阶段还是产业应用', en: 'Research or industry' },
    { zh: '是否具有舆论属性或社会动员能力', en: 'Can it mobilise public opinion' },
  ],
  listedItems: [5, 6, 7],
};
