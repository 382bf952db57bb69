import type { Label } from '../procedure/label';

/** What an official letter is for; its title and closing words are printed, so they are Chinese alone. */
export interface DocumentKind {
  readonly code: string;
  readonly label: Label;
  /** The title around what the letter is about. */
  readonly title: (about: string) => string;
  readonly closing?: string;
}

/** The kinds follow the acts of this procedure; how the standards divide official documents is not confirmed (U24). */
export const documentKinds: readonly DocumentKind[] = [
  {
    code: 'notice',
    label: { zh: '拟处理告知书', en: 'Notice of an intended decision' },
    title: (about) => `关于${about}的拟处理告知书`,
    closing: '特此告知。',
  },
  { code: 'decision', label: { zh: '处理决定书', en: 'Decision' }, title: (about) => `关于${about}的处理决定书` },
  {
    code: 'transfer',
    label: { zh: '移送函', en: 'Transfer letter' },
    title: (about) => `关于移送${about}的函`,
    closing: '请依法处理，并将处理结果函告我机关。',
  },
  { code: 'guidance', label: { zh: '指导函', en: 'Guidance' }, title: (about) => `关于${about}的指导函`, closing: '特此函告。' },
  {
    code: 'consultation',
    label: { zh: '征求意见函', en: 'Consultation' },
    title: (about) => `关于征求${about}意见的函`,
    closing: '请予研究，并将意见函复我机关。',
  },
  { code: 'reply', label: { zh: '复函', en: 'Reply' }, title: (about) => `关于${about}的复函`, closing: '特此函复。' },
];

export const findDocumentKind = (code: unknown): DocumentKind | undefined => documentKinds.find((kind) => kind.code === code);
