import type { Label } from '../procedure/label';
import type { Clause } from '../tables/clauses';

const crimes: Label = { zh: '行政执法机关移送涉嫌犯罪案件的规定', en: 'Rules on transferring suspected crimes (2020)' };

/** What a transfer to another organ rests on. */
export const transferClauses: readonly Clause[] = [
  { id: 'crime-transfer', instrument: crimes, section: '第五条至第九条', confirmed: true },
  { id: 'crime-not-replaced', instrument: crimes, section: '第十一条', confirmed: true },
  {
    id: 'transfer-to-organ',
    instrument: { zh: '关于加强科技伦理治理的意见', en: 'Opinions on strengthening the ethics of science and technology (2022)' },
    section: '五(四)',
    confirmed: true,
  },
];
