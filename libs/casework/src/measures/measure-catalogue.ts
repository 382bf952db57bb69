import type { Imposer, Measure } from './measure';

const anyDepartment: readonly Imposer[] = ['sector-department', 'funding-body', 'own-unit'];
const printed = ['opinions-5-4', 'beijing-5-4', 'shenzhen-2-2-7'];
const carriedOut = { imposers: anyDepartment, clauses: printed, use: 'in-force', term: 'none', ends: 'carried-out' } as const;
const referred = { clauses: ['opinions-5-4', 'beijing-5-4'], use: 'referred', term: 'none', ends: 'carried-out' } as const;

/** Every measure against a violation of ethics that an instrument prints, with who imposes it and how it ends. */
export const measureCatalogue: readonly Measure[] = [
  { code: 'order-correction', label: { zh: '责令改正', en: 'Order to correct' }, ...carriedOut, term: 'may-name-day' },
  { code: 'stop-activity', label: { zh: '停止相关科技活动', en: 'Stop the activity' }, ...carriedOut },
  { code: 'recover-funds', label: { zh: '追回资助资金', en: 'Recover funding' }, ...carriedOut, recovers: true },
  { code: 'revoke-awards', label: { zh: '撤销获得的奖励、荣誉', en: 'Revoke awards and honours' }, ...carriedOut },
  { code: 'cancel-qualification', label: { zh: '取消相关从业资格', en: 'Cancel the professional qualification' }, ...carriedOut },
  {
    code: 'funding-ban',
    label: { zh: '禁止一定期限内承担或者参与财政性资金支持的科技活动', en: 'Ban for a time from publicly funded science and technology' },
    imposers: anyDepartment,
    clauses: printed,
    use: 'in-force',
    term: 'names-day',
    ends: 'on-its-day',
  },
  {
    code: 'activity-ban',
    label: { zh: '禁止一定期限直至永久从事相关科技活动', en: 'Ban for a time or for good from the related activity' },
    imposers: anyDepartment,
    clauses: ['draft-5-4'],
    use: 'draft',
    term: 'names-day-or-permanent',
    ends: 'on-its-day',
  },
  {
    code: 'official-sanction',
    label: { zh: '公职人员处分', en: 'Sanction of a public official' },
    imposers: ['appointing-or-supervisory-organ'],
    ...referred,
  },
  { code: 'party-sanction', label: { zh: '党纪处分', en: 'Party discipline' }, imposers: ['party-organ'], ...referred },
  {
    code: 'criminal-transfer',
    label: { zh: '移送司法机关依法惩处', en: 'Transfer to the judicial organs' },
    imposers: ['judicial-organ'],
    ...referred,
  },
  {
    code: 'one-vote-veto',
    label: { zh: '一票否决', en: 'One-vote veto' },
    imposers: ['granting-department'],
    clauses: ['shenzhen-2-2-6'],
    use: 'in-force',
    cities: ['shenzhen'],
    term: 'none',
    ends: 'by-decision',
  },
  {
    code: 'warning-education',
    label: { zh: '警示教育（典型案例）', en: 'A typical case published as a warning' },
    imposers: ['sector-department'],
    clauses: ['opinions-5-2', 'beijing-5-1', 'shenzhen-2-2-7'],
    use: 'in-force',
    term: 'none',
    ends: 'carried-out',
  },
  {
    code: 'rectify',
    label: { zh: '督促问题整改', en: 'Urge rectification' },
    imposers: ['sector-department'],
    clauses: ['shenzhen-2-2-6'],
    use: 'in-force',
    cities: ['shenzhen'],
    term: 'may-name-day',
    ends: 'carried-out',
  },
  {
    code: 'serious-dishonesty-db',
    label: { zh: '记入科研诚信严重失信行为数据库', en: 'Entry in the database of serious research dishonesty' },
    imposers: ['sector-department', 'funding-body'],
    clauses: ['progress-107'],
    use: 'in-force',
    term: 'none',
    ends: 'carried-out',
  },
];

const byCode = new Map(measureCatalogue.map((measure) => [measure.code, measure]));

export const findMeasure = (code: string): Measure | undefined => byCode.get(code);

/** Whether a measure exists in a city and is more than a draft. */
export const isOfferedIn = ({ use, cities }: Measure, city: string): boolean => use === 'in-force' && (cities?.includes(city) ?? true);

/** Whether a body may impose it there in this capacity. What is referred is decided by the organ it is referred to, never here. */
export const mayImpose = (measure: Measure, capacity: Imposer, city: string): boolean =>
  isOfferedIn(measure, city) && measure.imposers.includes(capacity);
