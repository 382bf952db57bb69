import type { Label } from '../procedure/label';
import type { Clause } from '../tables/clauses';

const opinions: Label = { zh: '关于加强科技伦理治理的意见', en: 'Opinions on strengthening the ethics of science and technology (2022)' };
const beijing: Label = { zh: '关于加强科技伦理治理的实施意见（试行）（北京）', en: 'Implementation opinions of Beijing (trial)' };
const shenzhen: Label = { zh: '深圳市关于加强科技伦理治理的实施方案', en: 'Implementation plan of Shenzhen' };
const progress: Label = { zh: '科学技术进步法', en: 'Law on progress of science and technology' };
const misconduct: Label = { zh: '科研失信行为调查处理规则', en: 'Rules on research misconduct (2022)' };

/** What measures against a violation and their consequences rest on. */
export const measureClauses: readonly Clause[] = [
  { id: 'opinions-5-4', instrument: opinions, section: '五(四)', confirmed: true },
  { id: 'opinions-5-2', instrument: opinions, section: '五(二)', confirmed: true },
  { id: 'beijing-5-4', instrument: beijing, section: '五(四)', confirmed: true },
  { id: 'beijing-5-1', instrument: beijing, section: '五(一)', confirmed: true },
  { id: 'shenzhen-2-2-6', instrument: shenzhen, section: '二(二)6', confirmed: true },
  { id: 'shenzhen-2-2-7', instrument: shenzhen, section: '二(二)7', confirmed: true },
  {
    id: 'draft-5-4',
    instrument: {
      zh: '关于加强科技伦理治理的指导意见（征求意见稿，未施行）',
      en: 'Guiding opinions of 2021, a draft that never came into force',
    },
    section: '五(四)',
    confirmed: false,
    unsure: 'U26',
  },
  { id: 'progress-107', instrument: progress, section: '第一百零七条', confirmed: true },
  { id: 'misconduct-29', instrument: misconduct, section: '第二十九条', confirmed: false, unsure: 'U5' },
  { id: 'appeal-result', instrument: misconduct, section: '第五章', confirmed: false, unsure: 'U5' },
];
