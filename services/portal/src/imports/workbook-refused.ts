import { ProblemError } from '@lianxi/chassis';

/** Why a workbook is not read at all. */
export const refusedWorkbooks = {
  damaged: { zh: '文件已损坏，或不是工作簿', en: 'The file is damaged, or no workbook' },
  'too-large': { zh: '文件展开后过大', en: 'What the file unpacks to is too large' },
  active: {
    zh: '文件含宏、外部链接或嵌入对象，请另存为普通工作簿',
    en: 'The file holds macros, links to other files or embedded objects: save it as a plain workbook',
  },
  formula: { zh: '单元格含公式，请粘贴为数值', en: 'A cell holds a formula: paste it as a value' },
  sheet: { zh: '找不到模板的工作表“事项 Matters”', en: 'The template’s sheet “事项 Matters” is not there' },
  heading: { zh: '表头与模板不一致', en: 'The headings are not those of the template' },
  'too-many-rows': { zh: '一次最多 500 行', en: 'At most 500 rows at once' },
  empty: { zh: '表中没有事项', en: 'The sheet holds no matter' },
} as const;
export type WorkbookRule = keyof typeof refusedWorkbooks;

/** A 400 problem that says why, and in which cell where there is one. */
export function workbookRefused(rule: WorkbookRule, cell?: string): ProblemError {
  const { zh, en } = refusedWorkbooks[rule];
  const title = cell === undefined ? { zh, en } : { zh: `${zh}（${cell}）`, en: `${en} (${cell})` };
  return new ProblemError({ status: 400, code: `workbook-${rule}`, title, field: cell ?? 'paper' });
}
