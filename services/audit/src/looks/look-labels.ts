import type { Label } from '@lianxi/casework';
import type { LookKind } from '@lianxi/chassis';

/** What people call a look: it is no act of any procedure. */
export const lookLabels: Readonly<Record<LookKind, Label>> = {
  'case-opened': { zh: '查阅事项', en: 'Opened the case' },
  'paper-opened': { zh: '查阅材料', en: 'Opened a paper' },
  search: { zh: '查找', en: 'Searched' },
  export: { zh: '导出', en: 'Exported' },
  denied: { zh: '查阅被拒', en: 'Was refused' },
};
