import type { Label } from '../procedure/label';

/** What of a violation is made public: the decision, or a summary from which nobody is known, as a warning to others. */
export const publicationKinds: readonly { readonly code: string; readonly label: Label }[] = [
  { code: 'typical-case', label: { zh: '典型案例（警示教育，匿名）', en: 'A typical case, as a warning, anonymous' } },
  { code: 'decision', label: { zh: '处理决定（仅限情节严重的）', en: 'The decision, of a serious violation only' } },
];

/** Why what was published is taken back, which the public is told. */
export const withdrawalGrounds: readonly { readonly code: string; readonly label: Label }[] = [
  { code: 'changed-on-appeal', label: { zh: '原决定经复查、复核变更或者撤销', en: 'The decision was changed or revoked on appeal' } },
  { code: 'error', label: { zh: '内容有误', en: 'It was wrong' } },
  { code: 'identifiable', label: { zh: '可能识别到个人', en: 'Somebody could be known from it' } },
  { code: 'outdated', label: { zh: '公布期限届满或者已无必要', en: 'It has been public long enough' } },
];

/** What the public is told where nobody chose it: the case itself was erased by law, and what was published of it named somebody. */
export const erasedGround = {
  code: 'erased',
  label: { zh: '事项保管期限届满，已依法销毁', en: 'The case was erased by law at the end of its period' },
} as const;
