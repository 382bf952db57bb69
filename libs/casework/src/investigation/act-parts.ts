import type { FormField, Role } from '../procedure/procedure';

/** Whoever may be named into a team; what they may do there the guards say, which know who was named. */
export const teamRoles: readonly Role[] = ['investigator', 'case-officer', 'reviewer', 'coordinator', 'secretary', 'intake-officer'];
export const deciders: readonly Role[] = ['decider', 'head'];
export const desk: readonly Role[] = [...teamRoles, ...deciders];
export const held = { parts: ['holder'] } as const;
/** The matter that ordered the investigation is told. */
export const reported = { ...held, effect: 'report-work' } as const;
export const ofMember = { ...held, roles: teamRoles } as const;

export const text = (name: string, zh: string, en: string, required = true): FormField => ({
  name,
  label: { zh, en },
  type: 'text',
  ...(required ? { required } : {}),
});
export const field = (name: string, type: FormField['type'], zh: string, en: string): FormField => ({
  name,
  label: { zh, en },
  type,
  required: true,
});
export const code = (name: string, zh: string, en: string, options: readonly [code: string, zh: string, en: string][]): FormField => ({
  ...field(name, 'code', zh, en),
  options: options.map(([value, inChinese, inEnglish]) => ({ code: value, label: { zh: inChinese, en: inEnglish } })),
});
export const reasons = (zh: string, en: string): FormField => text('reasons', zh, en);

/** States in which a team is at work, and the report not yet signed. */
export const atWork: readonly string[] = ['assigned', 'plan-proposed', 'investigating', 'suspended', 'report-drafted'];
/** States in which a result is there and nothing is decided yet. */
export const undecided: readonly string[] = ['report-signed', 'notice-given', 'statement-period', 'heard', 'proposed', 'reviewed'];
export const served: readonly string[] = ['decided', 'served'];
