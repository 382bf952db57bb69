import { Uint8ArrayWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { sheetName as sheetPart, workbookParts } from '@lianxi/checker';
import { matterColumns, sheetName, type MatterColumn } from './matter-columns';

type Language = 'zh' | 'en';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const valuesName = '可填内容 Values';
const valuesPart = 'xl/worksheets/sheet2.xml';

/** An empty sheet with its headings, and a second one with what may be chosen in each column. */
export async function template(language: Language): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: new Date(1980, 0, 1), extendedTimestamp: false });
  for (const [name, text] of Object.entries({ ...withTwoSheets(), [sheetPart]: headings(language), [valuesPart]: values(language) }))
    await zip.add(name, new TextReader(text));
  return Buffer.from(await zip.close());
}

function withTwoSheets(): Record<string, string> {
  const change = (part: string, before: RegExp, after: string): string => (workbookParts[part] ?? '').replace(before, after);
  return {
    ...workbookParts,
    '[Content_Types].xml': change(
      '[Content_Types].xml',
      /<\/Types>$/,
      `<Override PartName="/${valuesPart}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    'xl/workbook.xml': change(
      'xl/workbook.xml',
      /<sheets>.*<\/sheets>/,
      `<sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/><sheet name="${valuesName}" sheetId="2" r:id="rId2"/></sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': change(
      'xl/_rels/workbook.xml.rels',
      /<Relationship (.*)sheet1\.xml"\/>/,
      '<Relationship $1sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>',
    ),
  };
}

const headingOf = ({ label, required }: MatterColumn, language: Language): string => `${label[language]}${required ? ' *' : ''}`;
const headings = (language: Language): string => sheet([matterColumns.map((column) => headingOf(column, language))]);

function values(language: Language): string {
  const lists = matterColumns.map(({ codes = {}, type, label }) => [
    label[language],
    ...(type === 'day' ? ['YYYY-MM-DD'] : Object.values(codes).map((each) => each[language])),
  ]);
  const longest = Math.max(...lists.map(({ length }) => length));
  return sheet(Array.from({ length: longest }, (_, place) => lists.map((list) => list[place] ?? '')));
}

function sheet(rows: readonly (readonly string[])[]): string {
  const cellsOf = (row: readonly string[], place: number): string =>
    row
      .map((text, column) =>
        text === '' ? '' : `<c r="${letters(column)}${place + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      )
      .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><cols><col min="1" max="${matterColumns.length}" width="20" customWidth="1"/></cols><sheetData>${rows.map((row, place) => `<row r="${place + 1}">${cellsOf(row, place)}</row>`).join('')}</sheetData></worksheet>`;
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
