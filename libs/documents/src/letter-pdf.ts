import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { chineseDay } from './chinese-day';
import { copyLine, enclosureLines, numberOrDraft, type LetterContent } from './letter-content';
import { markSize, page, red } from './page-measures';
import { serifPdf } from './serif-pdf';

/** How high a line of the face is, as a share of its size; what is given is a multiple of that. */
const faceHeight = 1.437;
const pitch = (size: number): number => page.line / (size * faceHeight);
const indent = 2 * page.character;
const line = (colour: string, width: number, above: number, below: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: page.width, y2: 0, lineWidth: width, lineColor: colour }],
  margin: [0, above, 0, below],
});

/** An official letter as a PDF. Not packed, since packing differs between versions of zlib and the bytes must not. */
export const letterPdf = (content: LetterContent): Promise<Buffer> => serifPdf(layout(content));

function layout(content: LetterContent): TDocumentDefinitions {
  const { left, top, right, bottom } = page.margins;
  return {
    pageSize: 'A4',
    pageMargins: [left, top, right, bottom],
    compress: false,
    defaultStyle: { fontSize: page.character, lineHeight: pitch(page.character) },
    info: { title: content.title, author: content.issuer },
    footer: (at) => ({
      text: `— ${at} —`,
      fontSize: page.small,
      alignment: at % 2 === 1 ? 'right' : 'left',
      margin: [left + page.small, 14, right + page.small, 0],
    }),
    content: [...heading(content), ...text(content), ...signature(content), ...imprint(content)],
  };
}

const heading = (content: LetterContent): Content[] => [
  {
    text: content.issuer,
    color: red,
    fontSize: markSize(content.issuer),
    lineHeight: 1,
    alignment: 'center',
    margin: [0, 0, 0, page.line],
  },
  { text: numberOrDraft(content), alignment: 'center' },
  line(red, 2, 4, page.line),
  { text: content.title, fontSize: page.title, lineHeight: pitch(page.title), alignment: 'center', margin: [0, 0, 0, page.line] },
];

const text = (content: LetterContent): Content[] => [
  { text: `${content.addressee}：` },
  ...content.paragraphs.map((paragraph): Content => ({ text: paragraph, leadingIndent: indent })),
  ...enclosureLines(content).map((enclosure, place): Content => ({
    text: enclosure,
    margin: [indent, place === 0 ? page.line : 0, 0, 0],
    preserveLeadingSpaces: true,
  })),
];

const signature = ({ issuer, signedOn }: LetterContent): Content[] => [
  {
    stack: [
      { text: issuer, alignment: 'right' },
      { text: signedOn === null ? '（未签发）' : chineseDay(signedOn), alignment: 'right' },
    ],
    margin: [0, 2 * page.line, 2 * indent, 0],
    unbreakable: true,
  },
];

function imprint(content: LetterContent): Content[] {
  const printed = content.signedOn === null ? [] : [`${content.issuer}　　${chineseDay(content.signedOn)}印发`];
  const lines = [...copyLine(content), ...printed].map((each): Content => ({
    stack: [line('black', 0.7, 0, 2), { text: each, fontSize: page.small, lineHeight: 1.2, margin: [page.small, 0, page.small, 2] }],
  }));
  return lines.length === 0 ? [] : [{ stack: [...lines, line('black', 0.7, 0, 0)], margin: [0, 2 * page.line, 0, 0], unbreakable: true }];
}
