/** Services every department knows by role, never by department. */
export const officeService = 'coordination';
export const auditService = 'audit';
export const investigationService = 'investigation';
