import type { ActRow, PastAct, Role } from '../procedure/procedure';

/** Who is suspected works for an authority: that body is recused, its superior investigates, and the supervisory organ is told. */
export const noteAuthorityStaff = (from: readonly string[], roles: readonly Role[]): ActRow => ({
  act: 'note-authority-staff',
  label: { zh: '登记被反映人为机关工作人员', en: 'Note that it concerns staff of an authority' },
  from,
  to: 'same',
  parts: ['holder'],
  roles,
  clause: 'recusal',
  interim: true,
  whileRecused: true,
  effect: 'note-authority-staff',
  form: [
    { name: 'ofBody', label: { zh: '被反映人所在机关', en: 'The authority they work for' }, type: 'body', required: true },
    { name: 'reasons', label: { zh: '依据', en: 'What shows it' }, type: 'text', required: true },
  ],
  consequence: {
    zh: '该机关整体回避：不得办理、会办或者调查，其人员自此看不到此事项；由其上级机关调查，并向监察机关移送；正由其办理的，由办公室另行指定并移送',
    en: 'That body neither handles nor investigates it, and nobody of it sees it from then on: its superior investigates, and it is transferred to the supervisory organ; where it holds the case, the office names another and it is handed over',
  },
});

/** The authority of whose staff it is; undefined where none is concerned. Of several entries the last counts. */
export const suspectBodyIn = (past: readonly Pick<PastAct, 'act' | 'detail'>[]): string | undefined => {
  const noted = past.findLast(({ act }) => act === 'note-authority-staff');
  return noted && String(noted.detail['ofBody']);
};
