import { investigationClauses } from '../investigation/investigation-clauses';
import { measureClauses } from '../measures/measure-clauses';
import { publicationClauses } from '../publication/publication-clauses';
import { transferClauses } from '../transfer-out/transfer-clauses';
import type { Label } from '../procedure/label';

/** Where an act or a period rests. `confirmed: false` is shown to people; `unsure` names the open question. */
export interface Clause {
  readonly id: string;
  readonly instrument: Label;
  readonly section: string;
  readonly confirmed: boolean;
  readonly unsure?: string;
}

const misconduct: Label = { zh: '科研失信行为调查处理规则', en: 'Rules on research misconduct (2022)' };
const petitions: Label = { zh: '信访工作条例（参照）', en: 'Petition regulations (as a model)' };
const documents: Label = { zh: '党政机关公文处理工作条例', en: 'Regulations on official documents' };

const clauses: readonly Clause[] = [
  {
    id: 'reports-46',
    instrument: { zh: '科技伦理审查办法（试行）', en: 'Measures for ethics review (trial)' },
    section: '第四十六条',
    confirmed: false,
    unsure: 'U1',
  },
  { id: 'misconduct-12', instrument: misconduct, section: '第十二条', confirmed: false, unsure: 'U5' },
  { id: 'misconduct-13', instrument: misconduct, section: '第十三条', confirmed: false, unsure: 'U5' },
  { id: 'misconduct-14', instrument: misconduct, section: '第十四条', confirmed: false, unsure: 'U5' },
  { id: 'misconduct-23', instrument: misconduct, section: '第二十三条', confirmed: false, unsure: 'U5' },
  { id: 'misconduct-21', instrument: misconduct, section: '第二十一条', confirmed: false, unsure: 'U5' },
  { id: 'assignment-model', instrument: petitions, section: '第二十三条', confirmed: false, unsure: 'U19' },
  { id: 'handling-model', instrument: petitions, section: '第三十四条', confirmed: false, unsure: 'U6' },
  {
    id: 'designation-model',
    instrument: { zh: '市场监督管理投诉举报处理暂行办法（参照）', en: 'Provisional measures on complaints (as a model)' },
    section: '第三十条',
    confirmed: false,
    unsure: 'U19',
  },
  {
    id: 'in-charge-supervises',
    instrument: { zh: '谁主管、谁监管', en: 'The body in charge supervises' },
    section: '二(一)',
    confirmed: true,
  },
  { id: 'documents-24', instrument: documents, section: '第二十四条', confirmed: false, unsure: 'U24' },
  { id: 'documents-issue', instrument: documents, section: '第五章', confirmed: false, unsure: 'U24' },
  { id: 'archive-37', instrument: { zh: '档案法', en: 'Archives law' }, section: '第三十七条', confirmed: true },
  { id: 'network-security-23', instrument: { zh: '网络安全法', en: 'Cybersecurity law' }, section: '第二十三条', confirmed: false },
  {
    id: 'privacy-51',
    instrument: { zh: '个人信息保护法', en: 'Personal information protection law' },
    section: '第五十一条',
    confirmed: true,
  },
  { id: 'reporter-protection', instrument: misconduct, section: '第六章', confirmed: false, unsure: 'U5' },
  { id: 'recusal', instrument: misconduct, section: '第二十条', confirmed: false, unsure: 'U5' },
  {
    id: 'retention-schedule',
    instrument: { zh: '机关文件材料归档范围和文书档案保管期限规定', en: 'Rules on what organs file and how long they keep it' },
    section: '—',
    confirmed: false,
    unsure: 'U24',
  },
  { id: 'office-practice', instrument: { zh: '本机关办事规程', en: "The office's own practice" }, section: '—', confirmed: false },
  { id: 'hand-over', instrument: { zh: '谁主管、谁监管', en: 'The body in charge supervises' }, section: '二(一)', confirmed: true },
  ...investigationClauses,
  ...measureClauses,
  ...publicationClauses,
  ...transferClauses,
];

const byId = new Map(clauses.map((clause) => [clause.id, clause]));

export const findClause = (id: string): Clause | undefined => byId.get(id);
