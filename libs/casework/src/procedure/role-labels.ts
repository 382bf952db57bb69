import type { Label } from './label';
import type { Role } from './procedure';

/** What each role of a post is called. */
export const roleLabels: Readonly<Record<Role, Label>> = {
  'intake-officer': { zh: '收件员', en: 'Intake officer' },
  'case-officer': { zh: '承办人', en: 'Case officer' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  decider: { zh: '审批人', en: 'Decider' },
  head: { zh: '负责人', en: 'Head' },
  coordinator: { zh: '协调员', en: 'Coordinator' },
  secretary: { zh: '秘书', en: 'Secretary' },
  investigator: { zh: '调查员', en: 'Investigator' },
  auditor: { zh: '审计员', en: 'Auditor' },
  'identity-custodian': { zh: '身份信息保管员', en: 'Identity custodian' },
  'system-administrator': { zh: '系统管理员', en: 'System administrator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator' },
  'unit-contact': { zh: '单位联系人', en: 'Contact of a unit' },
};
