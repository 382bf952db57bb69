import type { ActRow, FormField, Role } from '../procedure/procedure';

const post = (zh: string, en: string): FormField => ({ name: 'post', label: { zh, en }, type: 'post', required: true, anyRole: true });
const reasons: FormField = { name: 'reasons', label: { zh: '理由', en: 'Reasons' }, type: 'text', required: true };

/** Who may know of a sealed case is said by an act each time, with a reason. */
export const namingActs = (from: readonly string[], roles: readonly Role[]): readonly ActRow[] => [
  {
    act: 'name-person',
    label: { zh: '列名知悉人员', en: 'Name a person' },
    from,
    to: 'same',
    parts: ['holder'],
    roles,
    clause: 'privacy-51',
    guards: ['is-sealed'],
    effect: 'name-person',
    form: [post('知悉人员的岗位', 'Whose post'), reasons],
    consequence: { zh: '该人员此后可以看到并办理此密封事项', en: 'That person can see the sealed case from now on' },
  },
  {
    act: 'unname-person',
    label: { zh: '取消列名', en: 'Unname a person' },
    from,
    to: 'same',
    parts: ['holder'],
    roles,
    clause: 'privacy-51',
    guards: ['is-sealed'],
    effect: 'unname-person',
    form: [post('被取消人员的岗位', 'Whose post'), reasons],
    consequence: { zh: '该人员此后看不到此密封事项', en: 'That person no longer sees the sealed case' },
  },
];
