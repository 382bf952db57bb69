import { checkProcedure } from '../procedure/check-procedure';
import type { Procedure } from '../procedure/procedure';

const auditors = { parts: ['office'], roles: ['auditor'], clause: 'office-practice' } as const;
const courier = { parts: ['office'], roles: [], clause: 'archive-37', byCourier: true } as const;

/** Why a part of the record may leave the system; free words beside it are a particular. */
export const exportPurposes = [
  { code: 'inspection', label: { zh: '监督检查', en: 'Inspection' } },
  { code: 'complaint', label: { zh: '核查投诉', en: 'Looking into a complaint' } },
  { code: 'court', label: { zh: '司法或监察机关调取', en: 'Called for by a court or supervisory organ' } },
  { code: 'archive', label: { zh: '归档移交', en: 'Transfer to an archive' } },
  { code: 'own-check', label: { zh: '自查', en: "The office's own check" } },
] as const;

/** A part of the record leaves as a package: asked for with a purpose, approved by another auditor where the policy says so, made in the background. */
export const exportOfRecord: Procedure = checkProcedure({
  id: 'export',
  label: { zh: '审计导出', en: 'Export of the record' },
  initial: ['asked', 'approved'],
  states: {
    asked: { label: { zh: '待批准', en: 'Asked for' }, owner: 'office' },
    approved: { label: { zh: '待生成', en: 'Approved' }, owner: 'office' },
    running: { label: { zh: '生成中', en: 'Being made' }, owner: 'office' },
    ready: { label: { zh: '已生成', en: 'Ready' }, owner: 'office', final: true },
    refused: { label: { zh: '不予批准', en: 'Refused' }, owner: 'office', final: true },
    failed: { label: { zh: '生成失败', en: 'Failed' }, owner: 'office' },
  },
  acts: [
    {
      act: 'approve',
      label: { zh: '批准', en: 'Approve' },
      from: ['asked'],
      to: 'approved',
      ...auditors,
      guards: ['export-by-another'],
      consequence: { zh: '系统随即生成导出包', en: 'The package is made at once' },
    },
    {
      act: 'refuse',
      label: { zh: '不予批准', en: 'Refuse' },
      from: ['asked'],
      to: 'refused',
      ...auditors,
      form: [{ name: 'reasons', label: { zh: '理由', en: 'Reasons' }, type: 'text', required: true }],
    },
    { act: 'try-again', label: { zh: '重新生成', en: 'Try again' }, from: ['failed'], to: 'approved', ...auditors },
    { act: 'give-up', label: { zh: '放弃', en: 'Give up' }, from: ['failed'], to: 'refused', ...auditors },
    { act: 'begin', label: { zh: '开始生成', en: 'Begun' }, from: ['approved'], to: 'running', ...courier },
    { act: 'finish', label: { zh: '生成完毕', en: 'Made' }, from: ['running'], to: 'ready', ...courier },
    { act: 'fail', label: { zh: '生成失败', en: 'Failed' }, from: ['running'], to: 'failed', ...courier },
  ],
});
