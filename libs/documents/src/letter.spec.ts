import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { letterDocx } from './letter-docx';
import { letterPdf } from './letter-pdf';
import type { LetterContent } from './letter-content';
import { page } from './page-measures';
import { xmlText } from './xml-text';

const content: LetterContent = {
  issuer: '示例市卫生健康委',
  number: '京卫伦医〔2026〕3号',
  title: '示例市卫生健康委关于示例事项的复函',
  addressee: '示例研究所',
  paragraphs: ['来函收悉。', '现函复如下。'],
  enclosures: ['示例清单', '示例报告'],
  signedOn: '2026-11-20',
  copyTo: '示例办公室',
  isPractice: false,
};

async function documentXml(docx: Buffer): Promise<string> {
  const zip = new ZipReader(new Uint8ArrayReader(docx), { checkSignature: true, useWebWorkers: false });
  const part = (await zip.getEntries()).find(({ filename }) => filename === 'word/document.xml');
  if (!part || part.directory) throw new Error('The document is missing.');
  return Buffer.from(await part.getData(new Uint8ArrayWriter())).toString('utf8');
}

/** What a reader of XML makes of the text runs. */
const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );

interface Line {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What stands where in a PDF of ours, read from its own map of glyphs to characters. */
function linesOf(pdf: Buffer): Line[] {
  const source = pdf.toString('latin1');
  const glyphs = new Map<string, string>();
  for (const [, first = '', list = ''] of source.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    list
      .trim()
      .split(' ')
      .forEach((code, place) =>
        glyphs.set(
          (parseInt(first, 16) + place).toString(16).padStart(4, '0'),
          Buffer.from(code.slice(1, -1), 'hex').swap16().toString('utf16le'),
        ),
      );
  }
  const pages = source
    .split(/\nstream\n/)
    .slice(1)
    .map((part) => part.split('\nendstream')[0] ?? '')
    .filter((part) => part.includes(' Tm\n'));
  return pages.flatMap((stream, place) =>
    [...stream.matchAll(/1 0 0 1 ([\d.]+) ([\d.]+) Tm[\s\S]*?\[(.*?)\] TJ/g)].map(([, x, y, shown = '']) => ({
      page: place,
      x: Number(x),
      y: Number(y),
      text: [...shown.matchAll(/[0-9a-f]{4}/g)].map(([glyph]) => glyphs.get(glyph) ?? '?').join(''),
    })),
  );
}

/** Lines of the page's text, each put together from its pieces, without the page's number. */
function textLines(pdf: Buffer): Map<string, { x: number; text: string }> {
  const lines = new Map<string, { x: number; text: string }>();
  for (const { page: place, x, y, text } of linesOf(pdf)) {
    const key = `${place} ${y}`;
    const line = lines.get(key);
    lines.set(key, { x: Math.min(x, line?.x ?? x), text: `${line?.text ?? ''}${text}` });
  }
  return lines;
}

describe('an official letter', () => {
  it('is the same PDF and the same DOCX, byte for byte, each time it is made from the same content', async () => {
    for (const make of [letterPdf, letterDocx]) {
      const [first, second] = [await make(content), await make({ ...content })];
      expect(first.equals(second)).toBe(true);
      expect((await make({ ...content, addressee: '另一示例' })).equals(first)).toBe(false);
    }
  });

  it('has the margins of the standard and at most 22 lines of 28 characters', async () => {
    const pdf = await letterPdf({ ...content, paragraphs: ['示'.repeat(28 * 40)] });
    const lines = [...textLines(pdf)].filter(([, { text }]) => /^示+$/.test(text));
    const full = lines.filter(([, { text }]) => text.length === page.charactersInLine);
    expect(full.length).toBeGreaterThan(30);
    expect(lines.filter(([, { text }]) => text.length > page.charactersInLine)).toEqual([]);
    expect(new Set(full.map(([, { x }]) => Math.round(x * 10) / 10))).toEqual(new Set([Math.round(page.margins.left * 10) / 10]));
    const second = full.filter(([at]) => at.startsWith('1 '));
    expect(second).toHaveLength(page.linesOnPage);
    const xml = await documentXml(await letterDocx(content));
    expect(xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(xml).toContain('w:type="linesAndChars" w:linePitch="580"');
  });

  it('shows issuer, number, title, addressee, text, enclosures, day and copies', async () => {
    const shown = [...textLines(await letterPdf(content)).values()].map(({ text }) => text);
    expect(shown).toEqual([
      '示例市卫生健康委',
      '京卫伦医〔2026〕3号',
      '示例市卫生健康委关于示例事项的复函',
      '示例研究所：',
      '来函收悉。',
      '现函复如下。',
      '附件：1. 示例清单',
      '　　　2. 示例报告',
      '示例市卫生健康委',
      '2026年11月20日',
      '抄送：示例办公室',
      '示例市卫生健康委　　2026年11月20日印发',
      '— 1 —',
    ]);
    expect(textsOf(await documentXml(await letterDocx(content))).map((text) => text.trim())).toEqual(
      expect.arrayContaining(['京卫伦医〔2026〕3号', '示例研究所：', '来函收悉。', '抄送：示例办公室']),
    );
  });

  it('says that it is of no effect where people only practise', async () => {
    expect([...textLines(await letterPdf({ ...content, isPractice: true })).values()].map(({ text }) => text)).toContain(
      '京卫伦医〔2026〕3号（演练，不产生任何效力）',
    );
    expect(textsOf(await documentXml(await letterDocx({ ...content, isPractice: true })))).toContain(
      '京卫伦医〔2026〕3号（演练，不产生任何效力）',
    );
  });

  it('says that it is a draft as long as it has no number and no day', async () => {
    expect([...textLines(await letterPdf({ ...content, number: null, signedOn: null })).values()].map(({ text }) => text)).toEqual(
      expect.arrayContaining(['（草稿，未编号）', '（未签发）']),
    );
  });
});

function isRefused(text: string): boolean {
  try {
    xmlText(text);
  } catch {
    return true;
  }
  return false;
}

describe('what is written into a letter', () => {
  const tokens = fc.constantFrom(
    '<w:p>',
    '</w:t>',
    '&',
    '&amp;',
    '{{title}}',
    '${x}',
    '<![CDATA[',
    ']]>',
    '%PDF',
    '(a) Tj',
    '\\',
    '"',
    "'",
    '\u202e',
    '\u200f',
    '\u2066',
    '\u0000',
    '\u0007',
    '\u001b',
    '\ud800',
    '\u{20000}',
    '\ufeff',
    '=1+1',
    '示例',
    '〔2026〕',
    'a',
    '\t',
  );
  const hostile = fc.array(tokens, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

  it('stands in the DOCX as it was written, or is refused: it is never markup', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        if (isRefused(text)) return;
        const [plain, xml] = [
          await documentXml(await letterDocx({ ...content, paragraphs: ['示例'] })),
          await documentXml(await letterDocx({ ...content, paragraphs: [text], title: text, addressee: text, copyTo: text })),
        ];
        expect(textsOf(xml).filter((each) => each === text)).toHaveLength(2);
        expect((xml.match(/<w:p>/g) ?? []).length).toBe((plain.match(/<w:p>/g) ?? []).length);
      }),
      { numRuns: 100 },
    );
  });

  it('stands in the PDF as it was written', async () => {
    const text = '<w:p>&amp;{{title}}(a)Tj';
    expect([...textLines(await letterPdf({ ...content, paragraphs: [text] })).values()].map((line) => line.text)).toContain(text);
  });
});
