/** Rows of a sheet as SpreadsheetML has them; every cell is text, so none can be a formula. */
export const sheetBeginning =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>\n';
export const sheetEnd = '</sheetData></worksheet>\n';

export const [lineBeginning, lineEnd] = ['<row>', '</row>\n'] as const;
export const [emptyCell, cellBeginning, cellEnd] = ['<c/>', '<c t="inlineStr"><is><t xml:space="preserve">', '</t></is></c>'] as const;

export const sheetCell = (text: string): string => (text === '' ? emptyCell : `${cellBeginning}${xmlText(text)}${cellEnd}`);
export const sheetLine = (cells: readonly string[]): string => `${lineBeginning}${cells.map(sheetCell).join('')}${lineEnd}`;

/** The characters that XML has no way to write become U+FFFD. */
const xmlText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

/** Most rows a sheet is made for: beyond them a table is no longer read by people, and rows.csv is there. */
export const mostSheetRows = 100_000;
