import type { ActRow } from '../procedure/procedure';
import { atWork, code, field, ofMember, served, text, undecided } from './act-parts';

const evidence = field(
  'evidence',
  'paper',
  '证据（其照片或清单须先添加为材料）',
  'Evidence (its picture or list is added as a paper first)',
);
const whileKept = [...atWork, ...undecided, ...served];

/** What the team does to find out, and the chain of custody of what it takes in. */
export const evidenceActs: readonly ActRow[] = [
  {
    act: 'record-interview',
    label: { zh: '登记谈话笔录', en: 'Record an interview' },
    from: ['investigating'],
    to: 'same',
    ...ofMember,
    clause: 'misconduct-18',
    guards: ['is-member', 'held-by-two', 'held-by-now', 'record-on-case'],
    form: [
      field('second', 'post', '另一名谈话人的岗位', 'The other interviewer'),
      field('heldOn', 'day', '谈话日期', 'Day of the interview'),
      code('spokeWith', '谈话对象', 'With whom', [
        ['subject', '被调查人', 'Who is investigated'],
        ['witness', '证人或知情人', 'A witness'],
        ['reporter', '举报人', 'The reporter'],
        ['unit', '所在单位', 'Their unit'],
        ['other', '其他', 'Other'],
      ]),
      code('signed', '签字情况', 'Signed', [
        ['both-sides', '谈话人与谈话对象均已签字', 'By both sides'],
        ['refused', '谈话对象拒绝签字，已注明', 'The person refused, which is noted'],
      ]),
      field('record', 'paper', '谈话笔录（须先添加为材料）', 'The record (added as a paper first)'),
    ],
    consequence: { zh: '谈话须由两名调查组成员进行', en: 'An interview is held by two members of the team' },
  },
  {
    act: 'take-in-evidence',
    label: { zh: '登记收取证据', en: 'Take evidence in' },
    from: ['investigating'],
    to: 'same',
    ...ofMember,
    clause: 'misconduct-19',
    guards: ['is-member', 'evidence-on-case', 'evidence-new'],
    form: [
      evidence,
      code('source', '来源', 'From', [
        ['subject', '被调查人', 'Who is investigated'],
        ['unit', '所在单位', 'Their unit'],
        ['third-party', '第三方', 'Somebody else'],
        ['own-inspection', '本机关检查取得', 'Found by inspection'],
      ]),
      field('borrowed', 'yes-no', '是否借阅（须归还）', 'Borrowed, to be given back'),
      text('description', '证据说明', 'What it is'),
    ],
    consequence: { zh: '此后每次移交、归还均须登记', en: 'Each hand-over and the return are put down from now on' },
  },
  {
    act: 'hand-over-evidence',
    label: { zh: '移交证据保管', en: 'Hand evidence over' },
    from: whileKept,
    to: 'same',
    ...ofMember,
    clause: 'misconduct-19',
    guards: ['evidence-kept'],
    effect: 'hand-over-evidence',
    form: [evidence, field('post', 'post', '接收保管的岗位', 'Who keeps it now')],
  },
  {
    act: 'return-evidence',
    label: { zh: '归还证据', en: 'Give evidence back' },
    from: whileKept,
    to: 'same',
    ...ofMember,
    clause: 'misconduct-19',
    guards: ['evidence-kept', 'record-on-case'],
    form: [evidence, field('record', 'paper', '签收凭证（须先添加为材料）', 'The signed receipt (added as a paper first)')],
  },
  {
    act: 'record-administrative-part',
    label: { zh: '登记行政调查结果', en: 'Record the administrative part' },
    from: ['investigating'],
    to: 'same',
    ...ofMember,
    clause: 'misconduct-17',
    guards: ['is-member'],
    form: [text('findings', '数据、合同、票据、过程和获利情况', 'Data, contracts, invoices, process and gains')],
  },
  {
    act: 'name-expert',
    label: { zh: '确定评议专家', en: 'Name an expert' },
    from: ['investigating'],
    to: 'same',
    ...ofMember,
    clause: 'misconduct-17',
    guards: ['is-member', 'experts-impartial'],
    effect: 'name-expert',
    form: [
      text('name', '专家姓名、单位', 'Name and unit'),
      code('specialty', '专业', 'Specialty', [
        ['of-the-field', '相关领域', 'Of the field'],
        ['ethics', '伦理', 'Ethics'],
        ['law', '法律', 'Law'],
      ]),
      field('noInterest', 'yes-no', '已书面声明无利害关系', 'Declared in writing to have no interest'),
    ],
  },
  {
    act: 'record-assessment',
    label: { zh: '登记学术评议结论', en: 'Record the academic assessment' },
    from: ['investigating'],
    to: 'same',
    ...ofMember,
    clause: 'misconduct-17',
    guards: ['is-member', 'experts-enough', 'record-on-case'],
    form: [
      field('record', 'paper', '专家签名的评议意见（须先添加为材料）', 'The assessment signed by the experts (added as a paper first)'),
      text('conclusion', '评议结论', 'Conclusion'),
    ],
    consequence: { zh: '专家不少于五人', en: 'By at least five experts' },
  },
];
