import { parser, type QualifiedTag, type Tag } from 'sax';
import { workbookRefused } from './workbook-refused';

export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML as it comes, nothing of it kept; names are told without their prefix. Throws a 400 problem for what is not well-formed or declares a document type. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, { open, close, text }: XmlReader): Promise<void> {
  const xml = parser(true, { position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const refuse = (): never => {
    throw workbookRefused('damaged');
  };
  xml.onerror = refuse;
  xml.ondoctype = refuse;
  xml.onopentag = ({ name, attributes }: Tag | QualifiedTag) => open?.(withoutPrefix(name), attributes as Readonly<Record<string, string>>);
  xml.onclosetag = (name) => close?.(withoutPrefix(name));
  xml.ontext = (said) => text?.(said);
  xml.oncdata = (said) => text?.(said);
  for await (const part of bytes) xml.write(decode(decoder, part));
  xml.close();
}

function decode(decoder: TextDecoder, part: Uint8Array): string {
  try {
    return decoder.decode(part, { stream: true });
  } catch {
    throw workbookRefused('damaged');
  }
}
