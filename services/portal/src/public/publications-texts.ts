import type { Label } from '@lianxi/casework';

export const publicationsTexts = {
  title: { zh: '典型案例和处理决定公布', en: 'Typical cases and published decisions' },
  product: { zh: '联席', en: 'Lianxi' },
  home: { zh: '举报与查询', en: 'Report and status' },
  status: { zh: '凭回执查询', en: 'Status by receipt' },
  other: { zh: 'English', en: '中文' },
  none: { zh: '目前没有公布的内容。', en: 'Nothing is published at present.' },
  publishedBy: { zh: '{body}，{on} 公布', en: '{body}, published on {on}' },
  withdrawn: { zh: '已于 {on} 撤回。原因：{ground}', en: 'Withdrawn on {on}. Why: {ground}' },
  older: { zh: '更早的', en: 'Older ones' },
  figures: { zh: '送达的处理决定', en: 'Decisions served' },
  year: { zh: '年度', en: 'Year' },
  field: { zh: '领域', en: 'Field' },
  decisions: { zh: '件数', en: 'Decisions' },
  few: { zh: '少于 {few} 件，不显示', en: 'fewer than {few}, not shown' },
  note: {
    zh: '典型案例只写事实和教训，不写任何人的姓名。为防止识别到个人，少于 {few} 件的数目不显示，也不列合计。',
    en: 'A typical case tells what happened and what to learn from it, and names nobody. So that nobody can be known, counts below {few} are not shown, and there are no sums.',
  },
  passing: { zh: '暂时无法查询，请稍后再试。', en: 'This cannot be asked now: try again later.' },
} as const satisfies Readonly<Record<string, Label>>;

export type PublicationsText = keyof typeof publicationsTexts;
