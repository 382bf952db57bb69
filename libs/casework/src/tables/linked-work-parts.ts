import type { ActRow, FormField, Role } from '../procedure/procedure';
import { namingActs } from './naming-acts';
import { paperKinds, paperOrigins, type Choice } from './paper-kinds';
import { retentionActs } from './retention-acts';

const desk: readonly Role[] = ['intake-officer', 'case-officer', 'investigator', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const officers: readonly Role[] = ['case-officer', 'reviewer', 'decider', 'head', 'coordinator', 'secretary'];
const signing: readonly Role[] = ['reviewer', 'decider', 'head', 'coordinator'];
const holder = ['holder'] as const;
const text = (name: string, zh: string, en: string): FormField => ({ name, label: { zh, en }, type: 'text', required: true });

export const paperForm = (kinds: readonly Choice[]): readonly FormField[] => [
  { name: 'paper', label: { zh: '材料文件', en: 'File' }, type: 'paper', required: true },
  { name: 'kind', label: { zh: '材料类别', en: 'Kind' }, type: 'code', required: true, options: kinds },
  { name: 'dated', label: { zh: '材料日期', en: 'Date of the paper' }, type: 'day', required: true },
  { name: 'origin', label: { zh: '原件或复制件', en: 'Original or copy' }, type: 'code', required: true, options: paperOrigins },
  { name: 'number', label: { zh: '文号', en: 'Its document number' }, type: 'text' },
  { name: 'pages', label: { zh: '页数', en: 'Pages' }, type: 'count' },
];

/** What every piece of linked work allows at any time: a note, a paper, and saying who does it; and, when it has ended, how long it is kept. */
export const everywhere = (open: readonly string[], ended: readonly string[], kinds: readonly Choice[] = paperKinds): readonly ActRow[] => [
  {
    act: 'reassign',
    label: { zh: '分派承办岗位', en: 'Assign' },
    from: open,
    to: 'same',
    parts: holder,
    roles: [...signing],
    clause: 'documents-24',
    effect: 'assign-post',
    form: [{ name: 'post', label: { zh: '承办岗位', en: 'Post' }, type: 'post', required: true }],
  },
  {
    act: 'note',
    label: { zh: '备注', en: 'Note' },
    from: open,
    to: 'same',
    parts: holder,
    roles: desk,
    clause: 'office-practice',
    form: [text('text', '内容', 'Text')],
  },
  {
    act: 'add-paper',
    label: { zh: '添加材料', en: 'Add a paper' },
    from: open,
    to: 'same',
    parts: holder,
    roles: desk,
    clause: 'archive-37',
    effect: 'add-paper',
    form: paperForm(kinds),
  },
  ...namingActs(open, signing),
  ...retentionActs({ everywhere: [...open, ...ended], ended, officers, deciders: ['decider', 'head', 'coordinator'] }),
];
/** The body that asked takes the work back: nothing remains to be done. */
export const release = (open: readonly string[]): ActRow => ({
  act: 'release',
  label: { zh: '解除', en: 'Release' },
  from: open,
  to: 'released',
  parts: holder,
  roles: [],
  clause: 'documents-24',
  byCourier: true,
});
export const released = { label: { zh: '已解除', en: 'Released' }, owner: 'holder', final: true } as const;
