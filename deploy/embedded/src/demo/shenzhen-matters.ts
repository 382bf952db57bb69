import {
  accepted,
  archived,
  enterprise,
  handled,
  hospital,
  institute,
  noMoney,
  registered,
  university,
  type DemoMatter,
} from './demo-matter';

const city = 'shenzhen';
const violation = { kind: 'violation', suspect: 'person', major: false } as const;

/** Invented matters of Shenzhen. Every unit is marked 示例: it does not exist. */
export const shenzhenMatters: readonly DemoMatter[] = [
  {
    name: 'sz-plan-funded-robot',
    at: 'ai',
    unit: '示例机器人研究院',
    steps: handled('sz-sti'),
    facts: {
      city,
      ...violation,
      inProject: true,
      fields: ['other'],
      unit: institute(null),
      funding: 'city-plan',
      fundManager: 'sz-sti',
      receivedBy: 'sz-sti',
    },
    zh: { title: '市科技计划项目的伦理审查批件日期倒签', text: '项目组在实验开始三个月后补做审查，批件日期写在实验之前。' },
    en: {
      title: 'Approval of a city-funded project was backdated',
      text: 'The review was done three months after the experiment began; the approval carries an earlier date.',
    },
  },
  {
    name: 'sz-model-jailbreak-study',
    at: 'food',
    unit: '示例人工智能实验室',
    steps: accepted,
    facts: { city, kind: 'risk-signal', fields: ['ai'], aiStage: 'research', unit: institute(null), ...noMoney, receivedBy: 'sz-amr' },
    zh: { title: '越狱攻击研究公布了可直接使用的提示词', text: '示例人工智能实验室在论文附录中公布可直接使用的越狱提示词，未做风险评估。' },
    en: {
      title: 'A study on jailbreaks published ready prompts',
      text: 'Example AI Lab printed usable jailbreak prompts in an appendix without a risk assessment.',
    },
  },
  {
    name: 'sz-school-gaze-tracking',
    at: 'health',
    unit: '示例中学',
    steps: registered,
    facts: {
      city,
      kind: 'incident',
      fields: ['other'],
      unit: { kind: 'other', educationSystem: true, affiliation: 'sz-edu' },
      ...noMoney,
      receivedBy: 'sz-health',
    },
    zh: { title: '学校开展眼动实验未取得监护人同意', text: '示例中学组织学生参加眼动追踪实验，只发了群通知，没有取得监护人书面同意。' },
    en: {
      title: "A school ran gaze tracking without guardians' consent",
      text: 'Example Middle School announced the experiment in a chat group and asked no guardian for written consent.',
    },
  },
  {
    name: 'sz-delivery-scheduling',
    at: 'ai',
    unit: '示例配送平台',
    steps: [
      { act: 'register', by: 'intake-officer' },
      {
        act: 'request-supplement',
        by: 'case-officer',
        form: { missing: '请补充算法影响评估报告和试运行数据 Please add the impact assessment and the trial data' },
      },
    ],
    facts: { city, ...violation, fields: ['ai'], aiStage: 'industry', unit: enterprise, ...noMoney, receivedBy: 'sz-iit' },
    zh: { title: '配送调度算法压缩骑手休息时间', text: '算法上线后骑手连续工作超过十小时，平台未做伦理评估。' },
    en: {
      title: "Scheduling algorithm cuts couriers' rest",
      text: 'Since the algorithm went live couriers work over ten hours on end; no ethics assessment was made.',
    },
  },
  {
    name: 'sz-hospital-biobank',
    at: 'fintech',
    unit: '示例人民医院',
    steps: archived('sz-health'),
    facts: { city, kind: 'inspection', fields: ['human-life-medicine'], unit: hospital('sz-health'), ...noMoney, receivedBy: 'sz-fin' },
    zh: { title: '生物样本库出库记录缺失', text: '检查发现样本库部分出库没有对应的伦理批件编号。' },
    en: {
      title: 'Withdrawals from a biobank lack approval numbers',
      text: 'An inspection found withdrawals without the number of an ethics approval.',
    },
  },
  {
    name: 'sz-gene-testing-company',
    at: 'health',
    unit: '示例基因检测公司',
    steps: registered,
    facts: {
      city,
      ...violation,
      fields: ['human-life-medicine'],
      unit: { kind: 'enterprise', educationSystem: false, affiliation: 'sz-amr' },
      ...noMoney,
      receivedBy: 'sz-health',
    },
    zh: { title: '儿童天赋基因检测宣传', text: '示例基因检测公司以“天赋检测”名义采集儿童样本用于研究，未告知用途。' },
    en: {
      title: "Gene tests of children's talents",
      text: 'Example Gene Testing collects children\'s samples as "talent tests" and uses them in research without saying so.',
    },
  },
  {
    name: 'sz-cell-cultured-fish',
    at: 'agriculture',
    unit: '示例未来食品公司',
    steps: accepted,
    facts: { city, kind: 'risk-signal', fields: ['food'], unit: enterprise, ...noMoney, receivedBy: 'sz-rural' },
    zh: { title: '细胞培养鱼肉试吃会未做安全评估', text: '公司组织公众试吃细胞培养鱼肉，未见安全性评估和知情告知。' },
    en: {
      title: 'Public tasting of cultured fish without assessment',
      text: 'The company invited the public to taste cultured fish without a safety assessment or information.',
    },
  },
  {
    name: 'sz-sterile-mosquito',
    at: 'agriculture',
    unit: '示例生物防治中心',
    steps: registered,
    facts: { city, kind: 'enquiry', fields: ['agriculture'], unit: institute(null), ...noMoney, receivedBy: 'sz-rural' },
    zh: { title: '释放不育昆虫是否需要公众参与', text: '本中心拟在示范区释放不育昆虫，请问伦理审查中公众参与如何组织？' },
    en: {
      title: 'Does releasing sterile insects need public participation',
      text: 'We plan a release in a pilot area: how is the public to take part in the ethics review?',
    },
  },
  {
    name: 'sz-credit-profiling',
    at: 'ai',
    unit: '示例金融科技公司',
    steps: [
      { act: 'register', by: 'intake-officer' },
      { act: 'screen', by: 'case-officer' },
      {
        act: 'decline',
        by: 'decider',
        form: { ground: 'no-evidence-and-no-clue', reasons: '未提供可核查的线索 No clue that could be followed' },
      },
    ],
    facts: { city, ...violation, fields: ['fintech'], unit: enterprise, ...noMoney, receivedBy: 'sz-sti' },
    zh: { title: '信贷画像使用社交关系数据', text: '举报人认为示例金融科技公司在信贷画像中使用通讯录数据，未说明来源。' },
    en: {
      title: 'Credit profiles use contact lists',
      text: 'The reporter believes that Example Fintech uses address books for credit profiles, without saying from where.',
    },
  },
  {
    name: 'sz-university-exoskeleton',
    at: 'education',
    unit: '示例理工大学',
    steps: [],
    facts: { city, kind: 'incident', fields: ['ai'], aiStage: 'research', unit: university, ...noMoney, receivedBy: 'sz-edu' },
    zh: { title: '外骨骼实验中志愿者受伤', text: '示例理工大学外骨骼实验中控制算法失灵，一名志愿者擦伤，已停止实验。' },
    en: {
      title: 'A volunteer was hurt in an exoskeleton experiment',
      text: 'The control algorithm failed in an experiment at Example University of Technology; a volunteer was grazed and the experiment stopped.',
    },
  },
  {
    name: 'sz-zebrafish-facility',
    at: 'lab-animals',
    unit: '示例水生实验动物平台',
    steps: [],
    facts: { city, kind: 'inspection', fields: ['lab-animals'], unit: institute('sz-sti'), ...noMoney, receivedBy: 'sz-sti' },
    zh: { title: '斑马鱼平台没有使用许可', text: '平台对外提供斑马鱼实验服务，未见实验动物使用许可证。深圳的文件没有写明主管部门。' },
    en: {
      title: 'A zebrafish platform without a licence',
      text: "The platform offers experiments on zebrafish without a licence. Shenzhen's plan names no body for laboratory animals.",
    },
  },
  {
    name: 'sz-transfer-returned',
    at: 'food',
    unit: '示例健康食品公司',
    steps: [
      { act: 'register', by: 'intake-officer' },
      { transferTo: 'sz-health', answer: 'return', alternative: 'sz-amr' },
    ],
    facts: { city, ...violation, fields: ['food'], unit: enterprise, ...noMoney, receivedBy: 'sz-amr' },
    zh: { title: '代餐产品以临床研究名义招募', text: '公司以“临床研究”名义招募试用者，实为推广代餐产品。' },
    en: {
      title: 'Meal replacement recruits under the name of clinical research',
      text: 'The company recruits for a "clinical study" that promotes its product.',
    },
  },
];
