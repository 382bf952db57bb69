import { deciders, held, reasons, teamRoles } from '../investigation/act-parts';
import type { ActRow } from '../procedure/procedure';
import { transferKinds } from './transfer-kinds';

/** What whoever investigates does when something is not theirs to judge. */
export const beginTransfer = (from: readonly string[]): readonly ActRow[] => [
  {
    act: 'note-suspected-crime',
    label: { zh: '登记涉嫌犯罪', en: 'Note that a crime is suspected' },
    from,
    to: 'same',
    ...held,
    roles: [...teamRoles, ...deciders],
    clause: 'crime-not-replaced',
    form: [reasons('涉嫌犯罪的事实', 'The facts that suggest it')],
    consequence: {
      zh: '须移送公安机关；移送受理或了结前不得作出处理决定、终止调查或结案',
      en: 'It must be transferred: nothing is decided, ended or closed before that was taken up or settled',
    },
  },
  {
    act: 'begin-transfer',
    label: { zh: '提请移送', en: 'Begin a transfer to another organ' },
    from,
    to: 'same',
    ...held,
    roles: [...teamRoles, ...deciders],
    clause: 'transfer-to-organ',
    guards: ['not-begun-before'],
    effect: 'begin-transfer',
    form: [
      { name: 'kind', label: { zh: '移送类别', en: 'What is transferred' }, type: 'code', required: true, options: transferKinds },
      { name: 'organ', label: { zh: '受移送机关', en: 'The organ it goes to' }, type: 'text', required: true },
      reasons('移送事由', 'Why'),
    ],
  },
];
