import type { Body } from '../register/body';
import type { City, Condition, Rule, RuleBody } from '../register/edition';

const plan = { zh: '深圳市关于加强科技伦理治理的实施方案', en: 'Shenzhen implementation plan (2024)' };
const clause = { instrument: plan, section: '二(一)1' };
const city = (id: string, zh: string, en: string, home = 'coordination'): Body => ({
  id,
  level: 'city',
  city: 'shenzhen',
  desk: true,
  names: { zh, en },
  home,
});
const district = (id: string, zh: string, en: string): Body => ({
  id,
  level: 'district',
  city: 'shenzhen',
  desk: true,
  names: { zh, en },
  home: 'coordination',
});

const districts: readonly (readonly [string, string, string])[] = [
  ['futian', '福田区', 'Futian'],
  ['luohu', '罗湖区', 'Luohu'],
  ['nanshan', '南山区', 'Nanshan'],
  ['yantian', '盐田区', 'Yantian'],
  ['baoan', '宝安区', "Bao'an"],
  ['longgang', '龙岗区', 'Longgang'],
  ['longhua', '龙华区', 'Longhua'],
  ['pingshan', '坪山区', 'Pingshan'],
  ['guangming', '光明区', 'Guangming'],
];

const bodies: readonly Body[] = [
  city('sz-sti', '市科技创新局', 'Shenzhen Science, Technology and Innovation Bureau', 'ai'),
  city('sz-iit', '市工业和信息化局', 'Shenzhen Industry and Information Technology Bureau', 'ai'),
  city('sz-edu', '市教育局', 'Shenzhen Education Bureau', 'education'),
  city('sz-health', '市卫生健康委', 'Shenzhen Health Commission', 'health'),
  city('sz-amr', '市市场监管局', 'Shenzhen Administration for Market Regulation', 'food'),
  city('sz-rural', '市乡村振兴和协作交流局', 'Shenzhen Rural Revitalization and Cooperation Exchange Bureau', 'agriculture'),
  city('sz-fin', '市地方金融管理局', 'Shenzhen Local Financial Administration', 'fintech'),
  city('sz-drc', '市发展改革委', 'Shenzhen Development and Reform Commission'),
  city('sz-justice', '市司法局', 'Shenzhen Justice Bureau'),
  city('sz-publicity', '市委宣传部', 'Publicity Department, Shenzhen'),
  city('sz-ast', '市科协', 'Shenzhen Association for Science and Technology'),
  city('sz-talent', '市人才工作局', 'Shenzhen Talent Bureau'),
  city('sz-hr', '市人力资源保障局', 'Shenzhen Human Resources and Social Security Bureau'),
  city('sz-ass', '市社科院', 'Shenzhen Academy of Social Sciences'),
  city('sz-coordination-office', '市协调机制办公室', 'Office of the Shenzhen coordination mechanism'),
  ...districts.map(([id, zh, en]) => district(`sz-district-${id}`, `深圳市${zh}`, `${en} District, Shenzhen`)),
  district('sz-dapeng', '大鹏新区', 'Dapeng New District'),
  district('sz-shenshan', '深汕特别合作区', 'Shenshan Special Cooperation Zone'),
];

const rule = (
  id: string,
  aspect: Rule['aspect'],
  when: readonly Condition[],
  body: RuleBody,
  service: Rule['service'],
  field?: string,
): Rule => ({
  id,
  aspect,
  when,
  bodies: [body],
  service,
  clause,
  ...(field === undefined ? {} : { field }),
});
const has = (field: string): Condition => ({ fact: 'fields', has: field });

/** Shenzhen routes by field, kind of institution, funding and system; the plan prints no order between them (U10). */
export const shenzhen: City = {
  id: 'shenzhen',
  names: { zh: '深圳市', en: 'Shenzhen' },
  office: 'sz-coordination-office',
  officeHost: 'sz-sti',
  referenceMark: '深科伦',
  bodies,
  editions: [
    {
      id: 'shenzhen-2024-11-09',
      city: 'shenzhen',
      from: '2024-11-09',
      signedBy: 'sz-coordination-office',
      rules: [
        rule('sz-city-plan', 'project', [{ fact: 'funding', is: 'city-plan' }], 'sz-sti', { ofFirstField: true, otherwise: 'ai' }),
        rule('sz-ai-research', 'field', [has('ai'), { fact: 'aiStage', is: 'research' }], 'sz-sti', 'ai', 'ai'),
        rule('sz-education', 'system', [{ fact: 'unit.educationSystem', is: true }], 'sz-edu', 'education'),
        rule('sz-ai-industry', 'field', [has('ai'), { fact: 'aiStage', is: 'industry' }], 'sz-iit', 'ai', 'ai'),
        rule(
          'sz-human-medical',
          'field',
          [has('human-life-medicine'), { fact: 'unit.kind', is: 'medical-institution' }],
          'sz-health',
          'health',
          'human-life-medicine',
        ),
        rule(
          'sz-human-other',
          'field',
          [has('human-life-medicine'), { fact: 'unit.kind', isNot: 'medical-institution' }, { fact: 'unit.affiliation', known: true }],
          { fact: 'unit.affiliation' },
          'health',
          'human-life-medicine',
        ),
        rule('sz-food', 'field', [has('food')], 'sz-amr', 'food', 'food'),
        rule('sz-agriculture', 'field', [has('agriculture')], 'sz-rural', 'agriculture', 'agriculture'),
        rule('sz-fintech', 'field', [has('fintech')], 'sz-fin', 'fintech', 'fintech'),
      ],
      fieldServices: {
        ai: 'ai',
        'human-life-medicine': 'health',
        'lab-animals': 'lab-animals',
        agriculture: 'agriculture',
        food: 'food',
        fintech: 'fintech',
      },
      duties: { superiorFallback: 'gd-dst', cityPlanManager: 'sz-sti', localScienceBody: 'sz-sti', reReview: [], reReviewAbove: 'gd-dst' },
      suggestions: [{ field: 'lab-animals', bodies: ['gd-dst', 'sz-sti'], unconfirmed: 'U9' }],
    },
  ],
};
