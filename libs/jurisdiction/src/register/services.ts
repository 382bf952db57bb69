import type { Label, ServiceId } from './body';

export interface Service {
  readonly id: ServiceId;
  readonly kind: 'department' | 'coordination' | 'audit';
  readonly names: Label;
}

/** Every service that may hold, designate or record; departments are named here and nowhere else in the libraries. */
export const services: readonly Service[] = [
  { id: 'ai', kind: 'department', names: { zh: '人工智能', en: 'Artificial intelligence' } },
  { id: 'health', kind: 'department', names: { zh: '人的生命科学和医学', en: 'Human life science and medicine' } },
  { id: 'agriculture', kind: 'department', names: { zh: '农业', en: 'Agriculture' } },
  { id: 'lab-animals', kind: 'department', names: { zh: '实验动物', en: 'Laboratory animals' } },
  { id: 'education', kind: 'department', names: { zh: '教育系统', en: 'Education system' } },
  { id: 'food', kind: 'department', names: { zh: '食品', en: 'Food' } },
  { id: 'fintech', kind: 'department', names: { zh: '金融科技', en: 'Financial technology' } },
  { id: 'coordination', kind: 'coordination', names: { zh: '统筹协调', en: 'Coordination' } },
  { id: 'audit', kind: 'audit', names: { zh: '审计', en: 'Audit' } },
];
