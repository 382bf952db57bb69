import { readXml } from './read-xml';
import { workbookRefused } from './workbook-refused';

const mostTexts = 100_000;

/** Texts that cells name by their number; how a Chinese word is read aloud, which may stand beside it, is left out. */
export async function readSharedTexts(bytes: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  let isText = false;
  let isReading = false;
  await readXml(bytes, {
    open: (name) => {
      if (name === 'si' && texts.push('') > mostTexts) throw workbookRefused('too-large');
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
    },
    text: (said) => {
      if (isText && texts.length > 0) texts[texts.length - 1] += said;
    },
  });
  return texts;
}
