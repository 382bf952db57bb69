import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** Noto Serif SC (SIL Open Font License): the letter faces of official letters are proprietary. Characters beyond U+FFFF have no glyph in it. One weight, since each costs 35 MB of memory. */
const font = require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
pdfmake.addFonts({ Serif: { normal: font, bold: font, italics: font, bolditalics: font } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === font);

/** A PDF in one serif face, without the time at which it was made: the same definition gives the same bytes. pdfmake writes into what it is given, so a definition serves once. */
export function serifPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  const fixed: TDocumentDefinitions = {
    ...definition,
    defaultStyle: { ...definition.defaultStyle, font: 'Serif' },
    info: { ...definition.info, creationDate: new Date(0) },
  };
  return pdfmake.createPdf(fixed).getBuffer() as Promise<Buffer>;
}
