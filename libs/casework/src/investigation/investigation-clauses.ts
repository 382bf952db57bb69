import type { Label } from '../procedure/label';
import type { Clause } from '../tables/clauses';

const misconduct: Label = { zh: '科研失信行为调查处理规则', en: 'Rules on research misconduct (2022)' };
const penalties: Label = { zh: '行政处罚法（参照）', en: 'Administrative penalties law (as a model)' };
const ofMisconduct = (id: string, section: string): Clause => ({ id, instrument: misconduct, section, confirmed: false, unsure: 'U5' });
const ofPenalties = (id: string, section: string): Clause => ({ id, instrument: penalties, section, confirmed: false, unsure: 'U6' });

/** What the procedure of an investigation rests on. Whether these rules govern every violation of ethics is not confirmed. */
export const investigationClauses: readonly Clause[] = [
  ofMisconduct('misconduct-16', '第十六条'),
  ofMisconduct('misconduct-17', '第十七条'),
  ofMisconduct('misconduct-18', '第十八条'),
  ofMisconduct('misconduct-19', '第十九条'),
  ofMisconduct('misconduct-24', '第二十四条、第二十五条'),
  ofMisconduct('misconduct-26', '第二十六条、第二十七条'),
  ofMisconduct('misconduct-28', '第二十八条'),
  {
    id: 'taking-over',
    instrument: { zh: '规则未载明（待确认）', en: 'Printed nowhere (to be confirmed)' },
    section: '—',
    confirmed: false,
    unsure: 'U6',
  },
  ofPenalties('penalties-44', '第四十四条、第四十五条'),
  ofPenalties('penalties-57', '第五十七条'),
  ofPenalties('penalties-58', '第五十八条'),
  ofPenalties('penalties-61', '第六十一条'),
  ofPenalties('penalties-63', '第六十三条、第六十四条'),
];
