import type { ActRow, FormField, Role } from '../procedure/procedure';

const anybody: readonly Role[] = ['intake-officer', 'case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary', 'investigator'];
const reasons: FormField = { name: 'reasons', label: { zh: '回避事由', en: 'Reasons' }, type: 'text', required: true };

/** Whoever has an interest in a case is taken off it: by their own word. */
export const recusalActs = (from: readonly string[]): readonly ActRow[] => [
  {
    act: 'declare-recusal', label: { zh: '声明回避', en: 'Declare a conflict of interest' }, from, to: 'same', parts: ['holder'], roles: anybody, clause: 'recusal', form: [reasons],
    consequence: { zh: '此后您不能再办理此事项', en: 'From then on you can do nothing on this case' },
  },
];
