import { fileTypeFromBuffer } from 'file-type';

/** What may be put on a case, by what the bytes are, never by what a name or header says. */
export const acceptedMedia = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type AcceptedMedia = (typeof acceptedMedia)[number];

export const largestPaper = 20 * 1024 * 1024;

/** The media type found in the bytes, or undefined when it is none that is accepted. */
export async function findAcceptedMedia(bytes: Buffer): Promise<AcceptedMedia | undefined> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? (isPlainText(bytes) ? 'text/plain' : undefined);
  return acceptedMedia.find((media) => media === found);
}

function isPlainText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/^\s*<(!doctype|html|script|svg|\?xml)/i.test(bytes.subarray(0, 512).toString('utf8'));
  } catch {
    return false;
  }
}
