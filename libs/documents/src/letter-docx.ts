import { chineseDay } from './chinese-day';
import { fixedParts, sectionOf } from './docx-parts';
import { copyLine, enclosureLines, numberOrDraft, type LetterContent } from './letter-content';
import { markSize, red } from './page-measures';
import { addMember, openZip } from './write-zip';
import { xmlText } from './xml-text';
import { memberOf } from './zip-member';

/** Faces that every office in China has and that may not be shipped with a program: a document only names them. */
const faces = { title: '方正小标宋简体', body: '仿宋' } as const;
const [bodySize, titleSize, smallSize] = [32, 44, 28];

interface Look {
  readonly face?: string;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'center' | 'right';
  readonly indent?: boolean;
  readonly before?: number;
  readonly line?: 'top' | 'bottom';
}

/** An official letter as a DOCX, stored unpacked and without a time: the same content gives the same bytes. */
export async function letterDocx(content: LetterContent): Promise<Buffer> {
  const written: Uint8Array[] = [];
  const zip = openZip(
    new WritableStream<Uint8Array>({
      write: (part) => {
        written.push(part);
      },
    }),
  );
  for (const [name, xml] of Object.entries({ ...fixedParts, 'word/document.xml': bodyOf(content) }))
    await addMember(zip, name, await memberOf(Buffer.from(xml), false));
  await zip.close();
  return Buffer.concat(written);
}

const bodyOf = (content: LetterContent): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${linesOf(content).join('')}${sectionOf()}</w:body></w:document>`;

function linesOf(content: LetterContent): string[] {
  const signed = content.signedOn === null ? '（未签发）' : chineseDay(content.signedOn);
  return [
    paragraph(content.issuer, { face: faces.title, size: 2 * markSize(content.issuer), colour: red.slice(1), align: 'center' }),
    paragraph(numberOrDraft(content), { align: 'center', before: 1, line: 'bottom' }),
    paragraph(content.title, { face: faces.title, size: titleSize, align: 'center', before: 1 }),
    paragraph(`${content.addressee}：`, { before: 1 }),
    ...content.paragraphs.map((each) => paragraph(each, { indent: true })),
    ...enclosureLines(content).map((each, place) => paragraph(each, { indent: true, before: place === 0 ? 1 : 0 })),
    paragraph(content.issuer, { align: 'right', before: 2 }),
    paragraph(signed, { align: 'right' }),
    ...[...copyLine(content), ...(content.signedOn === null ? [] : [`${content.issuer}　　${signed}印发`])].map((each, place) =>
      paragraph(each, { size: smallSize, before: place === 0 ? 2 : 0, line: 'top' }),
    ),
  ];
}

function paragraph(text: string, { face = faces.body, size = bodySize, colour, align, indent, before = 0, line }: Look): string {
  const border =
    line === undefined
      ? ''
      : `<w:pBdr><w:${line} w:val="single" w:sz="${line === 'bottom' ? 16 : 6}" w:space="4" w:color="${line === 'bottom' ? red.slice(1) : '000000'}"/></w:pBdr>`;
  const looks = `${border}<w:spacing w:beforeLines="${100 * before}" w:before="${580 * before}"/>${indent ? '<w:ind w:firstLineChars="200" w:firstLine="632"/>' : ''}${align === 'right' ? '<w:ind w:rightChars="400" w:right="1264"/>' : ''}${align === undefined ? '' : `<w:jc w:val="${align}"/>`}`;
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${face}"/>${colour === undefined ? '' : `<w:color w:val="${colour}"/>`}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:p><w:pPr>${looks}</w:pPr><w:r><w:rPr>${fonts}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;
}
