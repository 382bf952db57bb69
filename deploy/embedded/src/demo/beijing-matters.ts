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

const city = 'beijing';
const violation = { kind: 'violation', suspect: 'unit', major: false } as const;

/** Invented matters of Beijing. Every unit is marked 示例: it does not exist. */
export const beijingMatters: readonly DemoMatter[] = [
  {
    name: 'bj-gene-therapy-consent',
    at: 'agriculture',
    unit: '示例医院甲',
    steps: [
      ...handled('bj-health'),
      {
        letter: {
          toBody: 'most',
          purpose: 'enquiry',
          periodFrom: 'receipt',
          content: '请告知该项目在贵部登记的审查意见。 Please say what review of this project is registered with you.',
        },
        then: [{ act: 'dispatch', by: 'case-officer', form: { method: 'registered-post' } }],
      },
    ],
    facts: { city, ...violation, fields: ['human-life-medicine'], unit: hospital('bj-health'), ...noMoney, receivedBy: 'bj-agri' },
    zh: {
      title: '基因治疗试验的知情同意书没有写明长期风险',
      text: '本人家属参加示例医院甲的一项基因治疗研究，签字时的知情同意书只写了短期不良反应，没有提到长期随访和可能的遗传影响。',
    },
    en: {
      title: 'Consent form of a gene therapy trial is silent on long-term risk',
      text: 'A relative joined a gene therapy study at Example Hospital A. The form that was signed names short-term reactions only, no long-term follow-up.',
    },
  },
  {
    name: 'bj-organoid-donors',
    at: 'health',
    unit: '示例医院乙',
    steps: archived('bj-health'),
    facts: { city, kind: 'incident', fields: ['human-life-medicine'], unit: hospital('bj-health'), ...noMoney, receivedBy: 'bj-health' },
    zh: {
      title: '类器官研究使用了捐献者未同意的样本',
      text: '研究护士发现两份样本的捐献同意范围仅限诊断，却被用于类器官培养，已自行暂停使用并报告。',
    },
    en: {
      title: "Organoid study used samples beyond the donors' consent",
      text: 'A study nurse found two samples consented for diagnosis only in an organoid culture; use was stopped and reported.',
    },
  },
  {
    name: 'bj-emotion-recognition',
    at: 'ai',
    unit: '示例智能科技公司',
    steps: [],
    facts: { city, kind: 'risk-signal', fields: ['ai'], aiStage: 'industry', unit: enterprise, ...noMoney, receivedBy: 'bj-stc' },
    zh: {
      title: '课堂情绪识别系统向家长推送评分',
      text: '示例智能科技公司的产品识别学生表情并给出“专注度评分”，推送给家长，学校称未经伦理审查。',
    },
    en: {
      title: 'Classroom emotion recognition sends scores to parents',
      text: "A product of Example Intelligence rates pupils' attention from their faces and sends the score to parents; the school says no review was done.",
    },
  },
  {
    name: 'bj-driver-monitoring',
    at: 'coordination',
    unit: '示例出行公司',
    steps: registered,
    facts: { city, kind: 'enquiry', fields: ['ai'], aiStage: 'industry', unit: enterprise, ...noMoney, receivedBy: 'bj-cac' },
    zh: {
      title: '疲劳驾驶监测是否需要伦理审查',
      text: '我公司拟在营运车辆上安装疲劳监测摄像头，数据在车内处理。请问是否需要设立伦理委员会并登记？',
    },
    en: {
      title: 'Does fatigue monitoring of drivers need an ethics review',
      text: 'We plan fatigue cameras in our vehicles, with processing on board. Must we set up and register a committee?',
    },
  },
  {
    name: 'bj-primate-housing',
    at: 'agriculture',
    unit: '示例动物实验中心',
    steps: [
      ...accepted,
      {
        letter: {
          unit: 'OWN-EXAMPLE-LAB',
          addressee: '示例动物实验中心',
          purpose: 'material',
          periodFrom: 'dispatch',
          content:
            '请提供近一年的动物福利审查记录和笼具尺寸。 Please send the welfare reviews of the last year and the sizes of the cages.',
        },
        answerInDays: 30,
        then: [{ act: 'dispatch', by: 'case-officer', form: { method: 'to-contact' } }],
      },
    ],
    facts: { city, ...violation, fields: ['lab-animals'], unit: institute('bj-stc'), ...noMoney, receivedBy: 'bj-agri' },
    zh: { title: '灵长类实验动物长期单笼饲养', text: '示例动物实验中心将猕猴单笼饲养超过半年，笼具尺寸不足，未见福利审查记录。' },
    en: {
      title: 'Macaques kept alone in small cages',
      text: 'Example Animal Centre has kept macaques singly for over half a year in cages below size, without a welfare review on record.',
    },
  },
  {
    name: 'bj-gene-edited-wheat',
    at: 'health',
    unit: '示例农业研究所',
    steps: registered,
    facts: { city, kind: 'risk-signal', fields: ['agriculture'], unit: institute('bj-agri'), ...noMoney, receivedBy: 'bj-health' },
    zh: { title: '基因编辑小麦试验田隔离不足', text: '试验田距农户地块不足十米，未见隔离带，附近居民担心花粉扩散。' },
    en: {
      title: 'Trial field of edited wheat is not isolated',
      text: "The field lies under ten metres from farmers' plots without an isolation strip; neighbours fear spread of pollen.",
    },
  },
  {
    name: 'bj-brain-computer-interface',
    at: 'agriculture',
    unit: '示例脑科学中心',
    steps: [{ act: 'register', by: 'intake-officer' }, { designate: 'bj-health' }],
    facts: {
      city,
      kind: 're-review',
      listedItem: 4,
      fields: ['ai', 'human-life-medicine'],
      aiStage: 'research',
      unit: hospital('bj-health'),
      ...noMoney,
      receivedBy: 'bj-agri',
    },
    zh: {
      title: '侵入式脑机接口临床研究的专家复核申请',
      text: '本中心拟开展侵入式脑机接口治疗渐冻症的临床研究，属清单第4项，伦理委员会已初审通过，现申请专家复核。',
    },
    en: {
      title: 'Expert re-review of clinical research on an invasive brain-computer interface',
      text: 'We plan a clinical study on an implanted interface for ALS, item 4 of the list; our committee has approved it and we apply for re-review.',
    },
  },
  {
    name: 'bj-medical-large-model',
    at: 'health',
    unit: '示例互联网医院',
    steps: [],
    facts: {
      city,
      kind: 'incident',
      fields: ['ai', 'human-life-medicine'],
      aiStage: 'industry',
      unit: hospital('bj-health'),
      ...noMoney,
      receivedBy: 'bj-health',
    },
    zh: { title: '问诊大模型给出超剂量用药建议', text: '示例互联网医院的问诊助手建议患儿服用三倍剂量退热药，家长察觉后停用，未造成后果。' },
    en: {
      title: 'A consultation model advised an overdose',
      text: 'The assistant of Example Internet Hospital advised three times the dose of an antipyretic for a child; the parents noticed in time.',
    },
  },
  {
    name: 'bj-recommendation-minors',
    at: 'agriculture',
    unit: '示例短视频公司',
    steps: [
      { act: 'register', by: 'intake-officer' },
      { act: 'agree-jointly', of: 'bj-eit', by: 'head' },
      { transferTo: 'bj-eit', answer: 'accept' },
    ],
    facts: { city, ...violation, fields: ['ai'], aiStage: 'industry', unit: enterprise, ...noMoney, receivedBy: 'bj-agri' },
    zh: { title: '推荐算法向未成年人推送节食内容', text: '平台在青少年模式下仍推送极端节食视频，举报人多次反馈未果，附有截图记录。' },
    en: {
      title: 'Recommendation algorithm shows dieting videos to minors',
      text: 'In youth mode the platform still shows extreme dieting; complaints went unanswered. Screenshots were kept.',
    },
  },
  {
    name: 'bj-letter-clinical-trial',
    at: 'health',
    unit: '示例医院丙',
    facts: { city, ...violation, fields: ['human-life-medicine'], unit: hospital('bj-health'), ...noMoney, receivedBy: 'bj-health' },
    onBehalf: {
      channel: 'letter',
      receivedOn: '2025-03-03',
      givenBy: '示例来信人（匿名）',
      note: '邮戳日期 2025-03-01 postmarked on that day',
    },
    zh: {
      title: '来信反映临床试验未向受试者说明补偿',
      text: '来信称示例医院丙的临床试验没有向受试者说明损害补偿办法，请求核查。此件逾期未登记。',
    },
    en: {
      title: 'Letter: no word on compensation in a clinical trial',
      text: 'The letter says participants at Example Hospital C were not told how harm is compensated. It was not registered in time.',
    },
  },
  {
    name: 'bj-unknown-stage',
    at: 'education',
    unit: '示例大学',
    steps: [],
    facts: { city, ...violation, major: 'unknown', fields: ['ai'], aiStage: 'unknown', unit: university, ...noMoney, receivedBy: 'bj-edu' },
    zh: { title: '人脸数据集来源不明', text: '示例大学某课题组公开的人脸数据集来源不明，举报人不清楚其用于研究还是已对外提供服务。' },
    en: {
      title: 'A set of face data of unknown origin',
      text: 'A group at Example University published face data of unknown origin; the reporter does not know whether it is research or a service.',
    },
  },
  {
    name: 'bj-food-additive-panel',
    at: 'coordination',
    unit: '示例食品公司',
    steps: registered,
    facts: { city, kind: 'enquiry', fields: ['food'], unit: enterprise, ...noMoney, receivedBy: 'bj-joint-office' },
    zh: {
      title: '人体试食试验由哪个部门负责',
      text: '我公司拟开展新型甜味剂的人体试食试验，北京的文件没有写明食品由哪个部门主管，请予明确。',
    },
    en: {
      title: 'Which body is in charge of tasting trials',
      text: "We plan tasting trials of a sweetener. Beijing's documents name no body for food: please say who is in charge.",
    },
  },
];
