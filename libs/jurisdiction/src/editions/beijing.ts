import type { Body } from '../register/body';
import type { City, Rule } from '../register/edition';

const opinions = { zh: '京科监发〔2024〕277号', en: 'Beijing implementation opinions (2024, No. 277)' };
const clause = { instrument: opinions, section: '二(一)' };
const city = (id: string, zh: string, en: string, home: string): Body => ({
  id,
  level: 'city',
  city: 'beijing',
  desk: true,
  names: { zh, en },
  home,
});

const districts: readonly (readonly [string, string, string])[] = [
  ['dongcheng', '东城区', 'Dongcheng'],
  ['xicheng', '西城区', 'Xicheng'],
  ['chaoyang', '朝阳区', 'Chaoyang'],
  ['fengtai', '丰台区', 'Fengtai'],
  ['shijingshan', '石景山区', 'Shijingshan'],
  ['haidian', '海淀区', 'Haidian'],
  ['mentougou', '门头沟区', 'Mentougou'],
  ['fangshan', '房山区', 'Fangshan'],
  ['tongzhou', '通州区', 'Tongzhou'],
  ['shunyi', '顺义区', 'Shunyi'],
  ['changping', '昌平区', 'Changping'],
  ['daxing', '大兴区', 'Daxing'],
  ['huairou', '怀柔区', 'Huairou'],
  ['pinggu', '平谷区', 'Pinggu'],
  ['miyun', '密云区', 'Miyun'],
  ['yanqing', '延庆区', 'Yanqing'],
];

const bodies: readonly Body[] = [
  city('bj-stc', '市科委、中关村管委会', 'Beijing Science and Technology Commission', 'ai'),
  city('bj-eit', '市经济和信息化局', 'Beijing Bureau of Economy and Information Technology', 'ai'),
  city('bj-health', '市卫生健康委', 'Beijing Municipal Health Commission', 'health'),
  city('bj-agri', '市农业农村局', 'Beijing Bureau of Agriculture and Rural Affairs', 'agriculture'),
  city('bj-edu', '市教委', 'Beijing Municipal Education Commission', 'education'),
  city('bj-cac', '市委网信办', 'Beijing Cyberspace Affairs Office', 'coordination'),
  city('bj-publicity', '市委宣传部', 'Publicity Department, Beijing', 'coordination'),
  city('bj-ast', '市科协', 'Beijing Association for Science and Technology', 'coordination'),
  city('bj-joint-office', '市联席会议办公室', 'Office of the Beijing joint meeting', 'coordination'),
  ...districts.map(([id, zh, en]): Body => ({
    id: `bj-district-${id}`,
    level: 'district',
    city: 'beijing',
    desk: true,
    names: { zh: `北京市${zh}`, en: `${en} District, Beijing` },
    home: 'coordination',
  })),
  {
    id: 'bj-bda',
    level: 'district',
    city: 'beijing',
    desk: true,
    names: { zh: '北京经济技术开发区管委会', en: 'Beijing Economic-Technological Development Area' },
    home: 'coordination',
  },
];

const fieldRule = (id: string, field: string, leads: readonly string[], service: string): Rule => ({
  id,
  aspect: 'field',
  when: [{ fact: 'fields', has: field }],
  bodies: leads,
  service,
  field,
  clause,
});

/** Beijing routes by field alone. */
export const beijing: City = {
  id: 'beijing',
  names: { zh: '北京市', en: 'Beijing' },
  office: 'bj-joint-office',
  officeHost: 'bj-stc',
  referenceMark: '京科伦',
  bodies,
  editions: [
    {
      id: 'beijing-2024-12-27',
      city: 'beijing',
      from: '2024-12-27',
      signedBy: 'bj-joint-office',
      rules: [
        fieldRule('bj-ai', 'ai', ['bj-stc', 'bj-eit'], 'ai'),
        fieldRule('bj-human', 'human-life-medicine', ['bj-health'], 'health'),
        fieldRule('bj-animals', 'lab-animals', ['bj-stc'], 'lab-animals'),
        fieldRule('bj-agriculture', 'agriculture', ['bj-agri'], 'agriculture'),
      ],
      fieldServices: {
        ai: 'ai',
        'human-life-medicine': 'health',
        'lab-animals': 'lab-animals',
        agriculture: 'agriculture',
        food: 'food',
        fintech: 'fintech',
      },
      duties: {
        superiorFallback: 'bj-stc',
        cityPlanManager: { fact: 'fundManager' },
        localScienceBody: 'bj-stc',
        reReview: [
          { items: [3, 4], organiser: 'bj-health', with: [] },
          { items: [5, 6], organiser: 'bj-stc', with: ['bj-eit', 'bj-cac'] },
        ],
      },
      suggestions: [],
    },
  ],
};
