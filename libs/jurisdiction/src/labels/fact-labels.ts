import type { Label } from '../register/body';

/** A fact's name and what its codes are called; `unknown` may be answered where the fact is one of the unknowable. */
export interface FactLabel {
  readonly label: Label;
  readonly codes: Readonly<Record<string, Label>>;
}

const yesNo = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };

/** Words for every fact a decision rests on, for forms and for showing a case. The listed activities are those of the annex to the trial Measures. */
export const factLabels = {
  city: { label: { zh: '城市', en: 'City' }, codes: { beijing: { zh: '北京', en: 'Beijing' }, shenzhen: { zh: '深圳', en: 'Shenzhen' } } },
  on: { label: { zh: '收到日期', en: 'Received on' }, codes: {} },
  kind: {
    label: { zh: '事项类型', en: 'Kind of matter' },
    codes: {
      violation: { zh: '违规举报', en: 'Report of a violation' },
      're-review': { zh: '专家复核申请', en: 'Application for expert re-review' },
      'risk-signal': { zh: '风险信号', en: 'Risk signal' },
      incident: { zh: '突发事件', en: 'Incident' },
      inspection: { zh: '检查', en: 'Inspection' },
      enquiry: { zh: '咨询', en: 'Enquiry' },
    },
  },
  fields: {
    label: { zh: '所涉领域（可多选）', en: 'Fields concerned (one or more)' },
    codes: {
      ai: { zh: '人工智能', en: 'Artificial intelligence' },
      'human-life-medicine': { zh: '人的生命科学和医学', en: 'Human life science and medicine' },
      'lab-animals': { zh: '实验动物', en: 'Laboratory animals' },
      agriculture: { zh: '农业', en: 'Agriculture' },
      food: { zh: '食品', en: 'Food' },
      fintech: { zh: '金融科技', en: 'Financial technology' },
      other: { zh: '其他', en: 'Other' },
    },
  },
  aiStage: {
    label: { zh: '人工智能所处阶段', en: 'Stage of the AI activity' },
    codes: { research: { zh: '研究', en: 'Research' }, industry: { zh: '产业应用', en: 'Industry' } },
  },
  'unit.kind': {
    label: { zh: '单位类型', en: 'Kind of unit' },
    codes: {
      university: { zh: '高等学校', en: 'University' },
      'research-institution': { zh: '科研机构', en: 'Research institution' },
      'medical-institution': { zh: '医疗卫生机构', en: 'Medical institution' },
      enterprise: { zh: '企业', en: 'Enterprise' },
      other: { zh: '其他单位', en: 'Other unit' },
      none: { zh: '不涉及单位', en: 'No unit' },
    },
  },
  'unit.educationSystem': { label: { zh: '单位是否属于教育系统', en: 'Does the unit belong to the education system' }, codes: yesNo },
  'unit.affiliation': { label: { zh: '单位的主管部门', en: 'Superior of the unit' }, codes: {} },
  funding: {
    label: { zh: '经费来源', en: 'Funding' },
    codes: {
      none: { zh: '无财政经费', en: 'No public money' },
      'city-plan': { zh: '市科技计划', en: 'City science plan' },
      'other-fiscal': { zh: '其他财政经费', en: 'Other public money' },
    },
  },
  fundManager: { label: { zh: '经费管理部门', en: 'Who manages the money' }, codes: {} },
  inProject: { label: { zh: '是否发生在该项目中', en: 'Did it happen in that project' }, codes: yesNo },
  suspect: {
    label: { zh: '被反映对象', en: 'Who is concerned' },
    codes: {
      person: { zh: '个人', en: 'A person' },
      unit: { zh: '单位', en: 'A unit' },
      'unit-head': { zh: '单位负责人', en: 'The head of a unit' },
      committee: { zh: '伦理委员会', en: 'An ethics committee' },
      'unaffiliated-person': { zh: '无单位的个人', en: 'A person without a unit' },
    },
  },
  major: { label: { zh: '是否重大', en: 'Is it major' }, codes: yesNo },
  listedItem: {
    label: { zh: '清单事项', en: 'Listed activity' },
    codes: {
      1: { zh: '1 有重大影响的新物种合成', en: '1 Synthesis of new species with major impact' },
      2: { zh: '2 人干细胞导入动物胚胎并孕育成个体', en: '2 Human stem cells in animal embryos brought to term' },
      3: { zh: '3 改变人类生殖细胞、受精卵、胚胎遗传物质的基础研究', en: '3 Basic research altering human germ cells or embryos' },
      4: { zh: '4 侵入式脑机接口临床研究', en: '4 Clinical research on invasive brain-computer interfaces' },
      5: { zh: '5 有较强影响的人机融合系统', en: '5 Human-machine systems with strong effect on people' },
      6: { zh: '6 有舆论社会动员能力的算法模型和系统', en: '6 Algorithms able to mobilise public opinion' },
      7: { zh: '7 高度自主的自动化决策系统', en: '7 Highly autonomous decision systems' },
    },
  },
  receivedBy: { label: { zh: '收件部门', en: 'Received by' }, codes: {} },
} as const satisfies Readonly<Record<string, FactLabel>>;

export type FactName = keyof typeof factLabels;

/** "Unknown", as an answer where a reporter cannot know. */
export const unknownLabel: Label = { zh: '不知道', en: 'Not known' };

/** What a routing decision came to. */
export const statusLabels: Readonly<Record<string, Label>> = {
  decided: { zh: '已判定主管部门', en: 'The supervising body is decided' },
  'designation-required': {
    zh: '多个部门均可主管，须由联席会议办公室指定',
    en: 'Several bodies could lead: the joint-meeting office designates',
  },
  unassigned: { zh: '没有规则可循，由联席会议办公室办理', en: 'No rule applies: it lies with the joint-meeting office' },
  'facts-incomplete': { zh: '事实尚未补全，暂由收件部门持有', en: 'Facts are missing: it stays where it was received' },
};
