import type { ExportFilter } from '@lianxi/checker';

/** When another auditor must approve an export. No regulation found says so; each office sets it (`LIANXI_EXPORT_APPROVAL`). */
export const approvals = ['always', 'beyond-one-case', 'never'] as const;
export type Approval = (typeof approvals)[number];

/** Unless an office says otherwise: one case's rows, which hold no personal data, need none; more than one case is much. */
export const usualApproval: Approval = 'beyond-one-case';

export const needsApproval = (approval: Approval, { caseId }: ExportFilter): boolean =>
  approval === 'always' || (approval === 'beyond-one-case' && caseId === undefined);
