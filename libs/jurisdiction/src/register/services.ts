import type { Label, ServiceId } from './body';

export interface Service {
  readonly id: ServiceId;
  readonly kind: 'department' | 'coordination' | 'investigation' | 'audit' | 'portal' | 'vault';
  readonly names: Label;
  /** Stands in official numbers: a body whose cases lie in two services numbers them in two series. */
  readonly mark: string;
}

/** Every service that may hold, designate or record; departments are named here and nowhere else in the libraries. */
export const services: readonly Service[] = [
  { id: 'ai', kind: 'department', names: { zh: '人工智能', en: 'Artificial intelligence' }, mark: '智' },
  { id: 'health', kind: 'department', names: { zh: '人的生命科学和医学', en: 'Human life science and medicine' }, mark: '医' },
  { id: 'agriculture', kind: 'department', names: { zh: '农业', en: 'Agriculture' }, mark: '农' },
  { id: 'lab-animals', kind: 'department', names: { zh: '实验动物', en: 'Laboratory animals' }, mark: '动' },
  { id: 'education', kind: 'department', names: { zh: '教育系统', en: 'Education system' }, mark: '教' },
  { id: 'food', kind: 'department', names: { zh: '食品', en: 'Food' }, mark: '食' },
  { id: 'fintech', kind: 'department', names: { zh: '金融科技', en: 'Financial technology' }, mark: '融' },
  { id: 'coordination', kind: 'coordination', names: { zh: '统筹协调', en: 'Coordination' }, mark: '联' },
  { id: 'audit', kind: 'audit', names: { zh: '审计', en: 'Audit' }, mark: '审' },
  { id: 'portal', kind: 'portal', names: { zh: '门户', en: 'Portal' }, mark: '门' },
  { id: 'investigation', kind: 'investigation', names: { zh: '调查处理', en: 'Investigation' }, mark: '查' },
  { id: 'vault', kind: 'vault', names: { zh: '身份保管', en: 'Identity vault' }, mark: '密' },
];
