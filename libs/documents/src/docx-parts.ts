import { page } from './page-measures';

const twips = (points: number): number => Math.round(points * 20);
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = (rows: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const partType = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;

const footer = `${head}<w:ftr ${namespaces}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;

/** The parts of a DOCX that are the same in every letter. */
export const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${partType('document', 'document.main')}${partType('styles', 'styles')}${partType('footer1', 'footer')}</Types>`,
  '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
  'word/_rels/document.xml.rels': relations([
    ['rId1', 'styles', 'styles.xml'],
    ['rId2', 'footer', 'footer1.xml'],
  ]),
  'word/styles.xml': `${head}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
  'word/footer1.xml': footer,
};

/** The page, and the grid of 22 lines and 28 characters; its character space is what 3号 is squeezed by, in 4096ths of a point. */
export function sectionOf(): string {
  const { top, right, bottom, left } = page.margins;
  const squeeze = Math.round((page.character - 16) * 4096);
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="851" w:footer="1587" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="${twips(page.line)}" w:charSpace="${squeeze}"/></w:sectPr>`;
}
